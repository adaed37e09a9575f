"""Table-driven checks of what a short report of ours is read as.

A row is a pattern number of the reference list of constructions, a text, and every count the text holds,
each written as `measure group bounds`:

    12          exactly, or one said in the singular      >=32  at least       >200  more than
    <=60        up to                                     <30   fewer than     nearly 500   almost
    ~500        about                                     20..25  a range      12+   vague (dozens)
    share       a fraction or a majority of a total       any   a plural without a number

A row that names no counts asserts that the text has none: a number that is not listed is an invention.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from factory import document
from witnessmark.extract.rules import RULES
from witnessmark.model.claim import Claim, RelationType
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.reading import Reading
from witnessmark.pipeline import analyse

_BOUNDS = {
    Qualifier.EXACTLY: "{0.value}",
    Qualifier.SINGULAR: "{0.low}",
    Qualifier.AT_LEAST: ">={0.value}",
    Qualifier.MORE_THAN: ">{0.value}",
    Qualifier.AT_MOST: "<={0.value}",
    Qualifier.FEWER_THAN: "<{0.value}",
    Qualifier.ALMOST: "nearly {0.value}",
    Qualifier.ABOUT: "~{0.value}",
    Qualifier.RANGE: "{0.low}..{0.high}",
    Qualifier.VAGUE: "{0.low}+",
    Qualifier.FRACTION: "share",
    Qualifier.UNSPECIFIED_PLURAL: "any",
}
_RELATION = {
    RelationType.SUBSET_OF: "<",
    RelationType.SUM: "=",
    RelationType.PARTIAL_SUM: "<=",
    RelationType.DISTINCT_TARGETS_OF: "@",
    RelationType.RESTATES: "again",
    RelationType.SUPERSEDES: "replaces",
    RelationType.CONTRADICTION: "against",
    RelationType.DENIES: "denies",
    RelationType.CAUSED_BY: "from",
}

Want = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One text and what it must and must not be read as."""

    pattern: int
    text: str
    counts: tuple[str, ...]
    has: tuple[Want, ...]
    never: tuple[Want, ...]
    relations: tuple[str, ...]
    published: date | None

    def __str__(self) -> str:
        return f"p{self.pattern}-{'-'.join(self.text.lower().split()[:5])}"

    def check(self) -> None:
        reading = read(self.text, self.published)
        told = "\n".join(summary(c) for c in reading.claims) or "no claims"
        found = sorted(worded(c.count) for c in reading.claims if c.count)
        assert found == sorted(self.counts), told
        for want in self.has:
            assert any(fits(c, want) for c in reading.claims), f"{want} in none of\n{told}"
        for not_wanted in self.never:
            assert not any(fits(c, not_wanted) for c in reading.claims), f"{not_wanted} in\n{told}"
        for relation in self.relations:
            assert relation in related(reading), f"{relation} not in {related(reading)}\n{told}"


def row(
    pattern: int,
    text: str,
    *counts: str,
    has: Iterable[Want] | Want = (),
    never: Iterable[Want] | Want = (),
    relations: Iterable[str] = (),
    published: date | None = None,
) -> Row:
    """A row of a table; `has` and `never` are what some claim, or no claim, looks like."""
    return Row(pattern, text, counts, _several(has), _several(never), tuple(relations), published)


def _several(wants: Iterable[Want] | Want) -> tuple[Want, ...]:
    return (wants,) if isinstance(wants, Mapping) else tuple(wants)


def read(text: str, published: date | None = None, **more: Any) -> Reading:
    """A text of one zone through every stage of the per-document pipeline; its rules are described ones."""
    reading = analyse(document(text, published=published, **more))
    unknown = {claim.rule for claim in reading.claims} - RULES.keys()
    assert not unknown, f"no entry in extract/rules.py: {unknown}"
    return reading


def worded(count: Count) -> str:
    """A count in the notation of the rows."""
    return f"{count.measure} {count.group or '-'} {_BOUNDS[count.qualifier].format(count)}"


def fits(claim: Claim, want: Want) -> bool:
    """Whether a claim has every property a row names."""
    return all(_holds(claim, name, value) for name, value in want.items())


def _holds(claim: Claim, name: str, value: Any) -> bool:
    seen = seen_as(claim)
    if name == "quote":
        return value in claim.quote
    if name == "chain":  # origin first, without the unnamed publisher these texts have
        return [c.name for c in claim.claimants][: len(value)] == list(value)
    return seen[name] == value


def seen_as(claim: Claim) -> dict[str, Any]:
    """The properties rows may speak of, as plain values."""
    where, when = claim.location, claim.date
    return {
        "count": worded(claim.count) if claim.count else None,
        "kind": str(claim.kind),
        "modality": str(claim.modality),
        "by": list(dict.fromkeys(a.norm for a in claim.actors if a.norm)),
        "agents": [a.verbatim for a in claim.actors],
        "victims": list(claim.victim_verbatim),
        "struck": list(claim.target_verbatim),
        "with": list(claim.weapon_verbatim),
        "roles": [str(a.role) for a in claim.actors],
        "sharing": sorted({str(a.attribution) for a in claim.actors}),
        "origin": claim.claimants[0].name,
        "explicit": claim.claimants[0].explicit,
        "method": list(claim.event_type),
        "weapon": list(claim.weapon),
        "target": list(claim.target),
        "near": list(claim.target_near),
        "legal": list(claim.legal),
        "place": where.place.name if where else None,
        "place_inherited": where.inherited if where else None,
        "from": when.start if when else None,
        "until": when.end if when else None,
        "precision": str(when.precision) if when else None,
        "rule": claim.rule,
        "zone": str(claim.zone),
    }


def related(reading: Reading) -> list[str]:
    """The relations between counts: `9 < 40`, `18 + 12 = 30`, `12 @ 15`."""
    claims = {c.id: c for c in reading.claims}

    def said(claim: str | None) -> str:
        count = claims[claim].count if claim else None
        return worded(count).split(" ", 2)[2] if count else "statement"

    return [
        f"{' + '.join(said(a) for a in r.a)} {_RELATION[r.type]} {said(r.b)}"
        for r in reading.relations
        if r.type in _RELATION
    ]


def summary(claim: Claim) -> str:
    """One claim on a line, for the message of a failure."""
    told = {k: v for k, v in seen_as(claim).items() if v not in (None, [], "body", "UNKNOWN_PUBLISHER")}
    return f"  {claim.quote!r}: " + ", ".join(f"{k}={v}" for k, v in told.items())
