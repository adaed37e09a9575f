"""A grade as a reader meets it: each dimension with why, by which claims, and what would lift it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from witnessmark import codebook
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.grade import DimensionGrade, Grade, Suggestion
from witnessmark.publish import words
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels, lowered
from witnessmark.publish.tongue import retold, say

QUOTE = 120  # characters of a quote shown in a list: one line of the page


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim by its quote, with the way to it."""

    anchor: str
    quote: str
    document: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One dimension; `lift` is empty at the highest level."""

    name: str
    level: str
    reason: str
    lift: str
    claims: tuple[Cited, ...]
    against: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class LadderRow:
    """What a ladder of the field might call it, or `None`, with why and what to mind."""

    ladder: str
    level: str | None
    reason: str
    caution: str


@dataclass(frozen=True, slots=True)
class GradeSheet:
    """`lowest` says the least of the vector and where it lies; empty without a vector."""

    sides: tuple[Side, ...] = ()
    flags: tuple[str, ...] = ()
    lowest: str = ""
    ladders: tuple[LadderRow, ...] = ()


def grade_sheet(grade: Grade, index: Index, labels: Labels) -> GradeSheet:
    """The grade in words, its dimensions in the order of the codebook."""
    ordered = sorted(grade.dimensions, key=lambda pair: labels.rank("dimensions", pair[0]))
    return GradeSheet(
        sides=tuple(_side(name, g, index, labels) for name, g in ordered),
        flags=tuple(labels.of("grade_flags", f) for f in grade.flags),
        lowest=_lowest(grade.minimum, ordered, labels),
        ladders=tuple(_ladder(s, labels) for s in grade.suggested),
    )


def _side(name: str, grade: DimensionGrade, index: Index, labels: Labels) -> Side:
    return Side(
        name=labels.of("dimensions", name),
        level=f"{_short(grade.level)} {lowered(labels.of('grades', grade.level))}",
        reason=retold(grade.reason, labels.told),
        lift=retold(grade.lift, labels.told) if grade.lift else "",
        claims=_cited(grade.claims, index.claims, index),
        against=_cited(grade.against, index.claims, index),
    )


def _short(level: str) -> str:
    """V3 of `V3_corroborated`: the height without the way to it."""
    return level.split("_", maxsplit=1)[0]


def _cited(ids: Iterable[str], known: Mapping[str, Claim], index: Index) -> tuple[Cited, ...]:
    found = (known[i] for i in ids)
    return tuple(_one_cited(c, index.documents[c.doc]) for c in found)


def _one_cited(claim: Claim, document: Document) -> Cited:
    return Cited(anchor("c", claim.id), _line(claim.quote), words.title(document), words.language(document))


def _line(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= QUOTE else f"{line[:QUOTE].rsplit(' ', 1)[0]} …"


def _lowest(minimum: str, ordered: Iterable[tuple[str, DimensionGrade]], labels: Labels) -> str:
    at = [lowered(labels.of("dimensions", name)) for name, g in ordered if _short(g.level) == minimum]
    return (
        f"{minimum} {lowered(labels.of('grades', minimum))}: {say(', ').join(at)}" if at and minimum else ""
    )


def _ladder(suggestion: Suggestion, labels: Labels) -> LadderRow:
    ladder = codebook.load().ladders.get(suggestion.ladder)
    level = suggestion.level
    code = f"{level} " if level and len(level) == 1 else ""  # the ladders whose levels are known by a sign
    return LadderRow(
        ladder=retold(ladder.label) if ladder else suggestion.ladder.replace("_", " "),
        level=f"{code}{lowered(labels.of(suggestion.ladder, level))}" if level else None,
        reason=retold(suggestion.reason),
        caution=retold(ladder.caution) if ladder and ladder.caution else "",
    )
