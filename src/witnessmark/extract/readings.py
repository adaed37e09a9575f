"""Readings: what the words of a form can be, worked out once for each way it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from witnessmark.codebook import Alias, Term
from witnessmark.codebook.parties import BARE_USES

# The measure of objects that an attack struck.
# What a phrase names that says only that nobody knows them ("unidentified gunmen").
UNKNOWN_ACTOR = "unknown_actor"
STRUCK_OBJECTS = "facilities_hit"

# Which reading of a form decides its symbol, first to last.
_AXES = (
    "grammar", "triggers", "reporting", "methods", "weapons", "act_nouns", "conducts", "objects", "groups",
    "platforms", "units", "designations", "situations", "evidence_kinds", "legal_terms", "hedges",
    "relations",
)  # fmt: skip
_AXIS_KIND = {
    "weapons": "W", "objects": "O", "groups": "G", "platforms": "f", "units": "U", "designations": "U",
    "situations": "C", "evidence_kinds": "E", "legal_terms": "J", "act_nouns": "A", "methods": "A",
    "conducts": "A",
}  # fmt: skip
_RELATIONS = {"subset": "i", "addition": "m", "backed_by": "b"}
_HEDGES = {"near": "r", "forecast": "?", "hypothetical": "?", "negated": "!"}


class Weight(IntEnum):
    """Which of two overlapping readings stands: the one that says more of what the words are."""

    LEGAL = 1  # may span an act and its object, which then stand
    WORD = 4
    PLACE = 5
    PHRASE = 6
    NUMBER = 7
    NAME = 8
    TIME = 9


@dataclass(frozen=True, slots=True)
class PartyName:
    """An alias and the party it names."""

    party: str
    alias: Alias


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """A name of a speaker; an acronym counts only as written, any other single word with its capital.

    A script without capitals writes it in one way.
    """

    speaker: str
    text: str

    def fits(self, surface: str) -> bool:
        """Whether words as they stand in a text can be this name."""
        if self.text.isupper():
            return surface == self.text
        article, _, rest = self.text.partition(" ")
        if article == "The":  # "the week" is a week, "the Week" may be a paper
            return surface[-len(rest) :] == rest
        capital = surface[:1].isupper() or not surface[:1].islower()
        return " " in self.text or capital or self.text.islower()


Payload = Term | PartyName | SpeakerName


@dataclass(frozen=True, slots=True)
class Reading:
    """A form as a chunk: its symbol, its codes by axis, and whom it can name; `weight` decides overlaps."""

    word: str  # lower case
    capital: bool
    kind: str
    terms: tuple[Term, ...]
    codes: Mapping[str, str]
    speaker: str | None
    parties: tuple[tuple[str, Alias], ...]
    weight: Weight


def read_form(
    surface: str, word: str, payloads: Sequence[Payload], inner: Mapping[str, Term]
) -> Reading | None:
    """The reading of a form written as `surface`, `word` in lower case; None where it says nothing here.

    A party goes before a speaker, a speaker before a term; `inner` are weapons and platforms that may stand
    inside a longer name.
    """
    terms = tuple(p for p in payloads if isinstance(p, Term))
    kind = _kind(terms)
    speaker = None
    for p in payloads:
        if isinstance(p, SpeakerName) and p.fits(surface):
            speaker = p.speaker
            if not terms or kind not in "GMOK":  # "residents" are persons who may speak
                kind = "S"
    parties = tuple((p.party, p.alias) for p in payloads if isinstance(p, PartyName) and _named(p, surface))
    if kind == "x" and not terms and not parties:
        return None
    if many := " " in word:
        unknown = any(t.code == UNKNOWN_ACTOR for t in terms)
        terms += _inner(word, kind, bool(parties) or unknown, inner)
    codes = codes_of(terms)
    # "both" and "both or either" say how actors share an act; they are no numbers of their own.
    bare = codes.get("grammar") == "both" or codes.get("relations") in {"either", "joint"}
    named = many and (kind == "S" or parties)
    weight = Weight.NAME if named or bare else Weight.PHRASE if many else Weight.WORD
    return Reading(word, surface[0].isupper(), kind, terms, codes, speaker, parties, weight)


def codes_of(terms: Sequence[Term]) -> dict[str, str]:
    """Axis -> code, the first reading of an axis deciding."""
    return {t.axis: t.code for t in reversed(terms)}


def _inner(word: str, kind: str, party: bool, inner: Mapping[str, Term]) -> tuple[Term, ...]:
    """What stands inside a longer name: the weapon of a "mortar attack", the fighters or jets of a party."""
    first, _, _ = word.rpartition(" ")
    _, _, last = word.partition(" ")
    term = inner.get(first) if kind == "A" else inner.get(last) if party else None
    if kind == "A" and term is not None and term.axis != "weapons":
        return ()
    return (term,) if term else ()


def _named(name: PartyName, surface: str) -> bool:
    """Whether these words with their capitals can name the party: no acronym is a common word."""
    if name.alias.cased:
        return surface == name.alias.text
    return surface[:1].isupper() or (name.alias.use == "name" or name.alias.use in BARE_USES)


def _kind(terms: Sequence[Term]) -> str:
    """The symbol for a form with these readings."""
    # Verbs of attack are measures of what was hit too; which of the two they are here is the method's to say.
    by_axis = {t.axis: t for t in terms if t.code != STRUCK_OBJECTS}
    if not by_axis and terms:
        return "V"
    term = next((by_axis[axis] for axis in _AXES if axis in by_axis), None)
    if term is None:
        return "x"
    if term.axis == "grammar":
        return term.attrs["symbol"]
    if term.axis == "triggers":
        return _trigger_kind(term)
    if term.axis == "reporting":
        return _reporting_kind(term)
    if term.axis == "hedges":
        return _HEDGES.get(term.code, "H")
    if term.axis == "relations":
        return _RELATIONS.get(term.code, "x")
    if (
        term.axis in {"methods", "act_nouns", "conducts"}
        and term.has("pos", "verb")
        and not term.has("pos", "noun")
    ):
        return "V"
    return _AXIS_KIND[term.axis]


def _reporting_kind(term: Term) -> str:
    if term.code in {"agent_marker", "no_response", "no_claim"}:
        return "y" if term.code == "agent_marker" else "x"
    return "R" if term.has("pos", "verb") else "c" if term.has("source", "after") else "x"


def _trigger_kind(term: Term) -> str:
    if term.has("pos", "verb"):
        if not term.has("frame", "transitive"):
            return "I"
        return "t" if term.has("form", "participle") or term.has("form", "past") else "T"
    return "M" if term.has("pos", "noun") else "D"
