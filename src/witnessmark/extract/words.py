"""The words the grammar reads: one lexicon a language over terms, parties, speakers and small words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from witnessmark import codebook
from witnessmark.codebook import Alias, Term
from witnessmark.extract.readings import PartyName, Payload, Reading, SpeakerName, read_form
from witnessmark.text.lexicon import Lexicon, Shelf
from witnessmark.text.normalise import fold, lower
from witnessmark.text.numbers import NumberWords, glue

# Read apart: a legal term may span an act and its object ("attacks on hospitals") without hiding them.
LEGAL_AXES = frozenset({"legal_terms"})
# What may stand inside a longer name: the weapon of a "mortar attack", the fighters or jets of a party.
INNER_AXES = frozenset({"weapons", "platforms", "groups"})
# Read apart too, and once for a whole text: what it is about.
SETTING_AXES = frozenset({"settings"})
# Read apart: ties between acts, which no rule for one sentence asks for.
SEQUEL_AXES = frozenset({"sequels"})
# Not read by the grammar: how words take sides is a document's feature, not a claim's.
UNREAD_AXES = frozenset({"stance", "legal_verbs"})


class Sign(NamedTuple):
    """What a word tells of the setting of a text: `form` is one for the word, however it is inflected."""

    code: str
    form: str
    weight: int


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is looked up in a text of one language."""

    lexicon: Lexicon[tuple[Payload, ...]]
    legal: Lexicon[Term]
    settings: Lexicon[Sign]
    sequels: Lexicon[Term]
    numbers: NumberWords
    inner: Mapping[str, Term]  # weapons and platforms by form: one may stand inside a longer name
    tells_settings: bool  # whether the codebook has the words of the language that tell what a text is about
    grammar: (
        bool  # whether the codebook has the small words of the language, without which order says nothing
    )
    acronyms: frozenset[str]  # names written in capitals
    _readings: dict[str, Reading | None] = field(default_factory=dict)

    def reading(self, surface: str, word: str, payloads: Sequence[Payload]) -> Reading | None:
        """The reading of a form as written; kept, since a text repeats its words."""
        try:
            return self._readings[surface]
        except KeyError:
            return self._readings.setdefault(surface, read_form(surface, word, payloads, self.inner))


@cache
def words(language: str) -> Words:
    """The words of a language; those of English where the codebook has none of it yet."""
    book = codebook.load()
    if language not in book.languages:
        return words("en")
    read = [t for t in book.lexicon(language) if t.axis not in UNREAD_AXES]
    terms = [t for t in read if t.axis not in SETTING_AXES | SEQUEL_AXES]
    settings = [(lower(fold(t.form)), _sign(t)) for t in read if t.axis in SETTING_AXES]
    sequels = [(lower(fold(t.form)), t) for t in read if t.axis in SEQUEL_AXES]
    legal = [(lower(fold(t.form)), t) for t in terms if t.axis in LEGAL_AXES]
    forms: list[tuple[str, Payload]] = [
        (lower(fold(t.form)).strip(" -"), t) for t in terms if t.axis not in LEGAL_AXES
    ]
    for party in book.parties.values():
        forms += [(_bare(a), PartyName(party.id, a)) for a in party.aliases]
    for speaker in book.claimants.values():
        for alias in speaker.aliases:
            name = alias.removeprefix("a ").removeprefix("an ")  # articles are words of the sentence
            forms.append((lower(fold(name)), SpeakerName(speaker.id, name)))
    n = book.numbers(language)
    numbers = NumberWords(
        n.units, n.scales, n.vague, n.fractions, n.qualifiers, n.post_qualifiers, glue(language)
    )
    inner = {t.form: t for t in terms if t.axis in INNER_AXES}
    together: dict[str, list[Payload]] = defaultdict(list)
    for form, payload in forms:
        together[form].append(payload)
    grouped = [(form, tuple(payloads)) for form, payloads in together.items()]
    grammar = any(t.axis == "grammar" for t in terms)
    names = [*(a.text for p in book.parties.values() for a in p.aliases if a.cased)]
    names += [a for s in book.claimants.values() for a in s.aliases if a.isupper()]
    shelf = Shelf()
    apart = Lexicon(legal, shelf), Lexicon(settings, shelf), Lexicon(sequels, shelf)
    return Words(Lexicon(grouped, shelf), *apart, numbers, inner, bool(settings), grammar, frozenset(names))


def _sign(term: Term) -> Sign:
    form = term.attrs.get("lemma", term.form.removesuffix("s"))
    return Sign(term.code, form, int(term.attrs.get("weight", "1")))


def _bare(alias: Alias) -> str:
    """An alias as looked up: without an article, which would hide a longer name beginning after it."""
    form = lower(fold(alias.text))
    return form if alias.use == "context" else form.removeprefix("the ")
