"""Numbers that count nobody, whatever stands around them: of houses, notes, pictures, telephones, names."""

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.phrases import Phrase

# What may follow a number that an unknown name only happens to stand before.
_COUNTS = frozenset("BtDIokpG")
_STREET = 4  # words of a street's name
# What leads straight to a number: verbs, prepositions, articles and small words of no kind.
_LEADS = frozenset("xTVtXBpoyeI")
_ONE = frozenset({"this", "that"})


def nobody(sentence: Sentence, np: Phrase) -> str:
    """Why a number is no number of people, acts or things; empty where it may be."""
    after = sentence.chunks[np.last] if np.last < len(sentence.chunks) else None
    if not np.heads and _new_phrase(sentence, np.number, after):
        return "an article behind it begins anew: `3 of 4 A child`"
    before = sentence.chunks[np.number - 1] if np.number else None
    if before is not None and before.kind == "-" and _negative(sentence, np.number):
        return "a minus stands before it: no count is below nothing"
    if before is not None and before.code("grammar") == "calling":
        return "it is dialled"
    if _of_a_series(sentence, np.number):
        return "one of a series: `1 / 12`"
    if np.heads or before is None:
        return ""
    if before.word == "[":
        return "the number of a note"
    if before.word in _ONE and sentence.chunks[np.number].word == "one":
        return "somebody or something told of before"
    return _of_a_house(sentence, np, before) or _of_a_name(sentence, np.number, before)


def _new_phrase(sentence: Sentence, at: int, after: Chunk | None) -> bool:
    """Whether an article stands right behind a number, or behind "of" and a second one."""
    if sentence.symbols.startswith("NoN", at):
        after = sentence.chunks[at + 3] if at + 3 < len(sentence.chunks) else None
    return after is not None and after.code("grammar") == "article"


def _negative(sentence: Sentence, at: int) -> bool:
    """Whether a dash before digits is a minus: no space behind it, one before, a word that leads to a number.

    A line's first dash begins an item of a list, one behind a name or noun sets off what follows it.
    """
    if at < 2:
        return False
    lead, dash, number = sentence.chunks[at - 2 : at + 1]
    apart = lead.end < dash.start and dash.end == number.start
    return apart and number.word[0].isdigit() and lead.kind in _LEADS and not lead.capital


def _of_a_series(sentence: Sentence, at: int) -> bool:
    """Whether digits stand on either side of a stroke."""
    chunks = sentence.chunks
    for stroke, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 < stroke < len(chunks) - 1 and other >= 0 and chunks[stroke].word == "/":
            return chunks[other].word.isdigit() and chunks[at].word.isdigit()
    return False


def _of_a_house(sentence: Sentence, np: Phrase, before: Chunk) -> str:
    """Whether a number is a house's: "at 12 Mill Road", "the Anchor, 12 West Mill Road"."""
    name = sentence.chunks[np.number + 1 : np.number + 1 + _STREET]
    if name and before.kind == "p" and name[0].kind in "xl" and name[0].capital:
        return "the number of a house"
    street = next((i for i, c in enumerate(name) if c.capital and c.code("grammar") == "street"), None)
    if street is not None and sentence.chunks[np.number].word.isdigit():
        return "the number of a house" if all(c.capital or c.word == "." for c in name[:street]) else ""
    return ""


def _of_a_name(sentence: Sentence, at: int, before: Chunk) -> str:
    """Whether digits close a name: "at a Sweet 16 party", but "in Tudun 12 were killed"."""
    after = sentence.symbols[at + 1 : at + 2]
    own = before.kind == "x" and before.capital and sentence.chunks[at].word.isdigit()
    if own and at > 1 and after not in _COUNTS and "M" not in sentence.symbols[:at]:
        return "it is part of a name"
    return ""
