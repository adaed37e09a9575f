"""Two prints side by side: the quotations and speakers they share, and whether each has its own witness."""

from dataclasses import dataclass
from functools import cached_property

from witnessmark.link.lineage.prints import Print
from witnessmark.link.places import SAME_NAME
from witnessmark.link.sameness import SAME_WORDS
from witnessmark.model.document import Document
from witnessmark.model.incident import LineageKind, Tie
from witnessmark.model.sentence import sentence

# Places a report names first are those it is about.
LEAD = 2


@dataclass(frozen=True)
class Pair:
    """Two prints and the persons each quotes by name."""

    a: Print
    b: Print
    heard_a: frozenset[str]
    heard_b: frozenset[str]

    @cached_property
    def translated(self) -> bool:
        """Whether one may be a translation of the other: another language, or traces of a machine's."""
        one, other = self.a.document, self.b.document
        return one.language != other.language or any(d.machine_translated for d in (one, other))

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """Quotations of the first that the second has in much the same words."""
        return tuple(q for q in self.a.quotes if any(alike(q, r) for r in self.b.quotes))

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Persons whom both quote."""
        return tuple(sorted(s for s in self.heard_a if any(_one_name(s, t) for t in self.heard_b)))

    @cached_property
    def own_witnesses(self) -> bool:
        """Whether each quotes somebody whom the other does not, in words the other does not have."""
        if self.a.document.language != self.b.document.language:
            return False
        ours = any(not any(_one_name(s, t) for t in self.heard_b) for s in self.heard_a)
        theirs = any(not any(_one_name(s, t) for s in self.heard_a) for t in self.heard_b)
        if not (ours and theirs) or len(self.quotes) == len(self.a.quotes):
            return False
        return any(not any(alike(q, r) for q in self.a.quotes) for r in self.b.quotes)

    @cached_property
    def lead_elsewhere(self) -> bool:
        """Whether the two begin with other places: two bulletins with one background are two reports."""
        one, other = ([f.value for f in p.facts if f.sort == "place"][:LEAD] for p in (self.a, self.b))
        return bool(one and other) and not set(one) & set(other)

    def tie(self, kind: LineageKind, evidence: str) -> Tie:
        """A tie of the two, a translation where one may be one."""
        if self.translated:
            one, other = self.a.document, self.b.document
            how = _translated(one, other)
            told = sentence("{said}: {more}", said=how, more=evidence)
            return Tie(self.a.doc, self.b.doc, LineageKind.TRANSLATION, told)
        return Tie(self.a.doc, self.b.doc, kind, evidence)


def _translated(one: Document, other: Document) -> str:
    by_machine = one.machine_translated or other.machine_translated
    tongues = {"language": one.language, "another": other.language}
    if one.language == other.language:
        return sentence("translated by machine") if by_machine else sentence("translated")
    if by_machine:
        return sentence("translated by machine {language} and {another}", **tongues)
    return sentence("translated {language} and {another}", **tongues)


def alike(a: str, b: str) -> bool:
    """Whether two quotations are one utterance, reworded or translated back."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(a, b) >= SAME_WORDS


def _one_name(a: str, b: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b) >= SAME_NAME
