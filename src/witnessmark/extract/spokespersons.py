"""For whom a spokesman without a name speaks: the body that spoke, or was named, right before."""

from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.name_words import is_word_for
from witnessmark.text.normalise import lower

# Whose officials speak for it; a charity has spokesmen, and an official beside it is seldom its own.
_HAS_OFFICIALS = frozenset({"state", "party_affiliated"})
# Nobody's voice but their own: kinds of person, and who passes on what others say.
_NO_BODY = frozenset({"unnamed", "official", "wire", "media"})


def spoken_for(words: Sequence[str], cast: Cast) -> Voice | None:
    """The last voice, where the words are a bare "spokesman" or "officials" and it is a body that has them.

    `words` are those of the noun phrase without its article. "The army denied it. A spokesman said" speaks
    for the army; "a hospital spokesman" says itself for whom.
    """
    if len(words) != 1 or not cast.known:
        return None
    last, word = cast.known[-1], lower(words[0])
    if last.person or not is_word_for(word, "spokes", "office_holder"):
        return None
    name = last.names[-1]
    if name in codebook.load().parties:
        return last
    known = codebook.load().claimants.get(name)
    if is_word_for(word, "office_holder"):
        return last if known is not None and known.kind in _HAS_OFFICIALS else None
    if known is not None:
        return None if known.kind in _NO_BODY else last
    return last if last.sure and name[0].isupper() else None
