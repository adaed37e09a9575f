"""Annotated articles against a reading: figures, their frame, statements and parts."""

from dataclasses import dataclass, field
from typing import Any

from articles.names import same_name
from measured import Tally
from reading import overlaps
from witnessmark import codebook
from witnessmark.model.claim import Claim, RelationType
from witnessmark.model.reading import Reading

PUBLISHERS = 1  # a chain of one is the publisher alone
# A figure of displacement or need is context where it is a stock, a tally where it is a flow.
_KINDS = {"situation": {"situation", "context_figure", "aggregate_tally"}}
FRAME = ("origin", "actors", "place", "date", "kind", "modality", "event_type", "parts")


@dataclass
class Scored:
    """Strict figures, figures by number alone, their frame where a figure was found, and statements."""

    figures: Tally = field(default_factory=Tally)
    numbers: Tally = field(default_factory=Tally)
    frame: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FRAME})
    statements: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)


def compare(reading: Reading, article: dict[str, Any], scored: Scored) -> None:
    """Match claims to an article's figures one to one, exact ones before those with the number alone."""
    found, exact, free = match(reading, article)
    for row in article["claims"]:
        if row.get("optional"):
            continue
        _figure(row, found.get(row["quote"]), row["quote"] in exact, article["id"], reading, scored)
    for claim in free:
        scored.figures.found += 1
        scored.numbers.found += 1
        scored.wrong.append(f"{article['id']}: not a figure: {_said(claim)}")
    _parts(reading, article, found, scored)
    _statements(reading, article, scored)


def match(reading: Reading, article: dict[str, Any]) -> tuple[dict[str, Claim], set[str], list[Claim]]:
    """The claim of each quote that has one, the quotes read right to the bounds, and the claims left over."""
    text = reading.document.text
    rows = [(row, _span(text, row["quote"])) for row in article["claims"]]
    free = [claim for claim in reading.claims if claim.count]
    found: dict[str, Claim] = {}
    exact: set[str] = set()
    for strict in (True, False):
        for row, at in rows:
            if row["quote"] in found:
                continue
            near = [c for c in free if overlaps(at, (c.start, c.end))]
            hit = next((c for c in near if _same_number(c, row) and (not strict or _exact(c, row))), None)
            if hit:
                free.remove(hit)
                found[row["quote"]] = hit
                if strict:
                    exact.add(row["quote"])
    return found, exact, free


def _figure(
    row: dict[str, Any], hit: Claim | None, exact: bool, name: str, reading: Reading, scored: Scored
) -> None:
    scored.figures.expected += 1
    scored.numbers.expected += 1
    if hit is None:
        text = reading.document.text
        start = text.index(row["quote"])
        scored.wrong.append(f"{name}: missed {row['measure']}: {text[max(0, start - 60) : start + 90]!r}")
        for what in _annotated(row):
            scored.frame[what].expected += 1
        return
    scored.figures.found += 1
    scored.numbers.found += 1
    scored.numbers.right += 1
    scored.figures.right += exact
    if not exact:
        want = [row.get(k) for k in ("measure", "group", "value", "low", "high")]
        scored.wrong.append(f"{name}: {row['quote']!r} is {want}, read as {_said(hit)}")
    for what, right, said in _frame(row, hit):
        tally = scored.frame[what]
        tally.expected += 1
        tally.found += 1
        tally.right += right
        if not right:
            scored.wrong.append(f"{name}: {what} of {row['quote']!r} is {row.get(what)}, read as {said}")


def _annotated(row: dict[str, Any]) -> list[str]:
    """The sides of a figure that its annotation gives."""
    return [
        "origin",
        "kind",
        "modality",
        *(k for k in ("actors", "place", "date", "event_type") if row.get(k)),
    ]


def _frame(row: dict[str, Any], c: Claim) -> list[tuple[str, bool, object]]:
    """Each side of a matched figure that is annotated: its name, whether it is right, what was read."""
    out: list[tuple[str, bool, object]] = []
    first = c.claimants[0].name if len(c.claimants) > PUBLISHERS else None
    origin = row.get("origin")
    right = first is None if origin is None else first is not None and same_name(origin, first)
    out.append(("origin", right, [x.name for x in c.claimants]))
    if row.get("actors"):  # annotators differ on who is still meant where a sentence names nobody
        read = [name for a in c.actors for name in (a.verbatim, a.norm) if name]
        out.append(("actors", all(any(same_name(a, r) for r in read) for a in row["actors"]), read))
    if row.get("place"):
        names = [c.location.place.name, c.location.verbatim] if c.location else []
        out.append(("place", any(same_name(row["place"], n) for n in names), names))
    if row.get("date"):
        days = [c.date.start, c.date.end] if c.date else None
        out.append(("date", days == row["date"], days))
    if row.get("event_type"):
        out.append(("event_type", _of_type(row["event_type"], c), c.event_type))
    out.append(("kind", str(c.kind) in _KINDS.get(row["kind"], {row["kind"]}), str(c.kind)))
    out.append(("modality", str(c.modality) == row["modality"], str(c.modality)))
    return out


def _of_type(wanted: str, c: Claim) -> bool:
    methods = codebook.load().taxonomy("methods")
    return wanted in c.event_type or any(methods[m].parent == wanted for m in c.event_type if m in methods)


def _parts(reading: Reading, article: dict[str, Any], found: dict[str, Claim], scored: Scored) -> None:
    """Figures said to be part of another, where both were found."""
    related = {(a, r.b) for r in reading.relations if r.type is RelationType.SUBSET_OF for a in r.a}
    for row in article["claims"]:
        whole = found.get(row.get("subset_of", ""))
        part = found.get(row["quote"])
        if not row.get("subset_of"):
            continue
        tally = scored.frame["parts"]
        tally.expected += 1
        if whole is None or part is None:
            continue
        tally.found += 1
        if (part.id, whole.id) in related:
            tally.right += 1
        else:
            scored.wrong.append(f"{article['id']}: {row['quote']!r} is part of {row['subset_of']!r}")


def _statements(reading: Reading, article: dict[str, Any], scored: Scored) -> None:
    """Statements without a figure that were found, and of the right kind: `right` of `expected`."""
    text = reading.document.text
    for row in article.get("statements", ()):
        at = _span(text, row["quote"])
        kinds = {str(c.kind) for c in reading.claims if overlaps(at, (c.start, c.end))}
        scored.statements.expected += 1
        scored.statements.found += bool(kinds)
        if row["kind"] in kinds:
            scored.statements.right += 1
        else:
            scored.wrong.append(f"{article['id']}: {row['kind']} {row['quote']!r} read as {sorted(kinds)}")


def _span(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


def _same_number(c: Claim, row: dict[str, Any]) -> bool:
    """Whether the measure and the number are the same; open numbers ("dozens") need the measure alone."""
    count = c.count
    if count is None or count.measure != row["measure"]:
        return False
    wanted = row.get("value")
    if wanted is not None:
        return count.value == wanted
    low, high = row.get("low"), row.get("high")
    return count.value is None and (low is None or count.low == low) and (high is None or count.high == high)


def _exact(c: Claim, row: dict[str, Any]) -> bool:
    count = c.count
    if count is None:
        return False
    of_persons = codebook.load().taxonomy("groups")
    group = row.get("group")
    if group in of_persons and count.group != group:
        return False
    vague = row.get("value") is None and "low" not in row
    low = count.low or None if count.high else count.low  # "up to 13" has no low bound but nobody
    bounds = {"value": count.value, "low": low, "high": count.high}
    return vague or all(bounds[k] == row[k] for k in bounds if k in row)


def _said(claim: Claim) -> str:
    c = claim.count
    return f"{claim.quote!r}: {c.measure} {c.group} {c.value} [{c.low}, {c.high}]" if c else repr(claim.quote)
