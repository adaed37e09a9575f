"""What changed between two prints of one report: a figure, or the day it is said to have happened on."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from witnessmark.link.corpus import Corpus
from witnessmark.link.lineage.anew import dated_anew, days_between, recycled
from witnessmark.link.lineage.facts import LEAST_NUMBER_BITS, Fact, common_row
from witnessmark.link.lineage.prints import Print
from witnessmark.link.lineage.sentences import one_measure, one_sentence, value
from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.incident import LineageFlag, LineageKind, Tie
from witnessmark.model.sentence import sentence

_WORDING = frozenset({LineageKind.EXACT_COPY, LineageKind.NEAR_COPY, LineageKind.EDITED_WIRE})
# What an editor adds to a report he brings up to date; names are spelled in as many ways as there are houses.
_NEWS = frozenset({"number", "day", "place"})


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two tied prints, in words, and the pairs of claims it stands between.

    `revised` is a figure in a later version of the report; others differ without a reason that can be seen.
    """

    flag: LineageFlag
    evidence: str
    claims: tuple[tuple[str, str], ...] = ()
    revised: bool = False

    def relations(self) -> Iterator[Relation]:
        """What the later says against the earlier: never two confirmations, and never one figure."""
        type_ = RelationType.SUPERSEDES if self.revised else RelationType.CONTRADICTION
        for later, earlier in self.claims:
            yield Relation(type_, (later,), earlier, note=self.evidence)


def changes(corpus: Corpus, tie: Tie, a: Print, b: Print) -> Iterator[Change]:
    """What differs between the two prints of a tie, from the earlier to the later where days are known."""
    a, b = sorted((a, b), key=lambda p: (str(p.published[0] or p.published[1] or "9"), p.doc))
    yield from _figures_changed(corpus, tie, a, b)
    if recycled(a, b):
        days = days_between(a, b)
        flag = LineageFlag.RECYCLED  # the note begins with it, and folding looks for that
        words = sentence(
            "recycled: {doc} was printed {n} days after {other} and gives none of its days",
            doc=b.doc,
            n=days,
            other=a.doc,
        )
        yield Change(flag, words, tuple(dated_anew(corpus, a, b)))


def _figures_changed(corpus: Corpus, tie: Tie, a: Print, b: Print) -> Iterator[Change]:
    if tie.kind in _WORDING:
        swapped = _swapped_words(a, b)
    else:  # in a story told anew days have moved, and neighbours of a number are no longer the same
        swapped = iter(()) if recycled(a, b) else _swapped_facts(a, b)
    claims: dict[tuple[int, int], dict[tuple[str, str], None]] = {pair: {} for pair in swapped}
    for (ours, theirs), between in claims.items():
        between.update(dict.fromkeys(_figures(corpus, (a, ours), (b, theirs))))
    for x, y in one_sentence(corpus, a, b):
        claims.setdefault((value(x) or 0, value(y) or 0), {})[y.id, x.id] = None
    why = _later_version(a, b, {str(n) for pair in claims for n in pair}) if claims else None
    for (ours, theirs), between in claims.items():
        both = sentence("{n} in {doc}, {m} in {other}", n=ours, doc=a.doc, m=theirs, other=b.doc)
        words = sentence("figure altered: {said}", said=both)
        if why is not None:
            words = sentence("figure revised: {said}, {more}", said=both, more=why)
        yield Change(LineageFlag.ALTERED, words, tuple(between), revised=why is not None)


def _later_version(a: Print, b: Print, changed: Collection[str]) -> str | None:
    """Why the second print is taken for a later version of the first, if it is.

    It came out later, by the hand that printed the first or with facts that the first does not have. A copy
    in which a figure is another one, and nothing else is new, gives no reason to believe it.
    """
    days = days_between(a, b)
    if not days:
        return None
    publishers = {(p.document.publisher or "").casefold() for p in (a, b)}
    if len(publishers) == 1 and "" not in publishers:
        return sentence("a later print of one publisher")
    old = {(f.sort, f.value) for f in a.facts}
    new = [f for f in b.facts if f.sort in _NEWS and (f.sort, f.value) not in old and f.value not in changed]
    if sum(f.bits for f in new) >= LEAST_NUMBER_BITS:
        added = ", ".join(f.value for f in new[:3])
        return sentence("a later print that also tells of {words}", words=added)
    return None


def _swapped_words(a: Print, b: Print) -> Iterator[tuple[int, int]]:
    """Numbers of the first that stand as other numbers between the same words of the second."""
    from rapidfuzz.distance import Levenshtein

    one, other = a.words, b.words
    for op in Levenshtein.opcodes(one, other):
        if op.tag == "replace":
            pairs = zip(one[op.src_start : op.src_end], other[op.dest_start : op.dest_end], strict=False)
            yield from ((int(x), int(y)) for x, y in pairs if x.isdecimal() and y.isdecimal())


def _swapped_facts(a: Print, b: Print) -> Iterator[tuple[int, int]]:
    """The one number of each print between two neighbours of the row that both tell."""
    row = common_row(a.facts, b.facts, least=0).facts
    for ours, theirs in zip(_gaps(a.facts, row), _gaps(b.facts, row), strict=True):
        if len(ours) == len(theirs) == 1:
            yield int(ours[0].value), int(theirs[0].value)


def _gaps(facts: tuple[Fact, ...], row: tuple[Fact, ...]) -> list[list[Fact]]:
    """The numbers before, between and after the facts of `row`."""
    gaps: list[list[Fact]] = [[]]
    for fact in facts:
        if len(gaps) <= len(row) and fact == row[len(gaps) - 1]:
            gaps.append([])
        elif fact.sort == "number":
            gaps[-1].append(fact)
    return gaps


def _figures(corpus: Corpus, one: tuple[Print, int], other: tuple[Print, int]) -> Iterator[tuple[str, str]]:
    """Claims of the two prints that give the two numbers for one measure, the later first."""
    ours, theirs = ([c for c in corpus.of(p.doc) if value(c) == n] for p, n in (one, other))
    yield from ((y.id, x.id) for x, y in zip(ours, theirs, strict=False) if one_measure(x, y))
