"""Which counts of a reading are the expected ones."""

from dataclasses import dataclass, field
from typing import Any

from measured import Tally
from reading import overlaps, span
from witnessmark.model.claim import Claim
from witnessmark.model.reading import Reading


@dataclass
class Scored:
    """Counts found, and of the right ones the origins and days that the cases give."""

    counts: Tally = field(default_factory=Tally)
    origins: Tally = field(default_factory=Tally)
    days: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)


def compare(reading: Reading, expected: list[dict[str, Any]], name: str, scored: Scored) -> None:
    """Match counts to cases one to one: spans overlap, and all that a case gives is equal.

    Strict: a count with one wrong bound is one found too much and one missed. Expectations marked
    optional are matched last; they are neither missed nor, when found, counted.
    """
    text = reading.document.text
    counted = [claim for claim in reading.claims if claim.count]
    for row in sorted(expected, key=lambda r: bool(r.get("optional"))):
        at = span(text, row["quote"]) if text.count(row["quote"]) == 1 else _first(text, row["quote"])
        near = [c for c in counted if overlaps(at, (c.start, c.end))]
        hit = next((c for c in near if _equal(c, row)), None)
        if hit:
            counted.remove(hit)
        if row.get("optional"):
            continue
        scored.counts.expected += 1
        _sides(hit, row, name, scored)
        if hit:
            scored.counts.right += 1
            scored.counts.found += 1
        else:
            scored.wrong.append(f"{name}: missed {row['quote']!r}; there: {[_said(c) for c in near]}")
    scored.counts.found += len(counted)
    scored.wrong += [f"{name}: not expected {_said(c)}" for c in counted]


def _first(text: str, quote: str) -> tuple[int, int]:
    """The first of several places a quote stands: the one the example's own file means."""
    start = text.index(quote)
    return start, start + len(quote)


def _equal(claim: Claim, row: dict[str, Any]) -> bool:
    count = claim.count
    measures = row["measure"] if isinstance(row["measure"], list) else [row["measure"]]
    if count is None or count.measure not in measures:
        return False
    return all(getattr(count, name) == row[name] for name in ("group", "value", "low", "high") if name in row)


def _sides(hit: Claim | None, row: dict[str, Any], name: str, scored: Scored) -> None:
    """Origin and days of the row, where it gives them."""
    if "origin" in row:
        origin = hit.claimants[0].name if hit and hit.claimants else None
        _side(scored.origins, origin, row["origin"], f"{name}: origin of {row['quote']!r}", scored)
    if "date" in row:
        days = [hit.date.start, hit.date.end] if hit and hit.date else None
        _side(scored.days, days, row["date"], f"{name}: days of {row['quote']!r}", scored)


def _side(tally: Tally, got: object, want: object, label: str, scored: Scored) -> None:
    tally.expected += 1
    tally.found += got is not None
    if got == want:
        tally.right += 1
    else:
        scored.wrong.append(f"{label} is {want}, read as {got}")


def _said(claim: Claim) -> str:
    c = claim.count
    return f"{claim.quote!r}: {c.measure} {c.group} {c.value} [{c.low}, {c.high}]" if c else repr(claim.quote)
