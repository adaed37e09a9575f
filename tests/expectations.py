"""What `expected.yaml` of an example case asks for, checked one by one against what the pipeline gives."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim
from witnessmark.model.incident import AuditLine, Incident, LineageKind
from witnessmark.model.reading import Reading
from witnessmark.model.record import to_record
from witnessmark.pipeline import Linked

Check = tuple[str, Any, Any]  # what is checked, what is expected, what was found
Row = dict[str, Any]


class Case:
    """Readings, claims and incidents of a run, by file name."""

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        self.readings: dict[str, Reading] = {Path(r.document.path).name: r for r in linked.readings}
        self.names = {r.document.id: name for name, r in self.readings.items()}

    def spans(self, doc: str, quote: str) -> list[tuple[int, int]]:
        text = self.readings[doc].document.text
        found = [(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)]
        assert found, f"{doc}: {quote!r} is not in it"
        return found

    def claims_at(self, doc: str, quote: str) -> list[Claim]:
        """The claims that share text with any occurrence of the quote."""
        spans = self.spans(doc, quote)
        claims = self.readings[doc].claims
        return [c for c in claims if any(c.start < end and start < c.end for start, end in spans)]


def checks(case: Case, expected: Row) -> Iterator[Check]:
    """Every expectation of the file."""
    yield from _documents(case, expected["documents"])
    yield from _lineages(case, expected["lineages"])
    yield from _incidents(case, expected["incidents"])
    yield from _claims(case, expected["claims"])
    yield from _tallies(case, expected["tallies"])
    yield from _must_not(case, expected["must_not"])


def _documents(case: Case, rows: dict[str, Row]) -> Iterator[Check]:
    for name, row in rows.items():
        document = case.readings[name].document
        record = to_record(document)
        for field, wanted in row.items():
            if field in {"zones_refused", "zones_allowed"}:
                kinds = {
                    str(z.zone) for z in document.zones if z.claims_allowed is (field == "zones_allowed")
                }
                yield f"{name}: {field}", set(wanted), kinds & set(wanted)
            else:
                yield f"{name}: {field}", str(wanted), str(record[field])


def _lineages(case: Case, rows: list[list[str]]) -> Iterator[Check]:
    several = [lineage for lineage in case.linked.lineages if lineage.kind is not LineageKind.SINGLE]
    found = [sorted(case.names[d] for d in lineage.documents) for lineage in several]
    yield "lineages", sorted(map(sorted, rows)), sorted(found)


def _incidents(case: Case, rows: list[Row]) -> Iterator[Check]:
    for row in rows:
        about = f"incident at {row['place']}"
        incident = _incident(case, row)
        yield about, 1, incident is not None
        if incident is None:
            continue
        for field in ("attributed_to", "target", "target_near", "weapon", "origins"):
            if field in row:
                yield f"{about}: {field}", set(row[field]), set(getattr(incident, field))
        yield f"{about}: publications", row["publications"], incident.publications
        yield f"{about}: documents", set(row["documents"]), {case.names[d] for d in incident.documents}
        figures = {(f.measure, f.group): (f.low, f.best, f.high) for f in incident.figures}
        for f in row["figures"]:
            key = f["measure"], f["group"]
            yield f"{about}: {' '.join(key)}", (f["low"], f["best"], f["high"]), figures.get(key)


def _incident(case: Case, row: Row) -> Incident | None:
    found = [
        i for i in case.linked.incidents
        if i.kind == "incident" and i.place and i.place.name == row["place"] and list(i.date) == row["date"]
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _claims(case: Case, rows: list[Row]) -> Iterator[Check]:
    for row in rows:
        about = f"{row['doc']}: {row['quote']}"
        asked = {k: v for k, v in row.items() if k not in {"doc", "quote"}}
        counted = [_told(c) for c in case.claims_at(row["doc"], row["quote"]) if c.count]
        if not counted:
            yield about, asked, None
            continue
        best = max(counted, key=lambda told: sum(told[k] == v for k, v in asked.items()))
        for field, wanted in asked.items():
            yield f"{about}: {field}", wanted, best[field]


def _told(claim: Claim) -> Row:
    assert claim.count
    fields = ("measure", "group", "value", "low", "high")
    when = claim.date
    return {
        **{field: getattr(claim.count, field) for field in fields},
        "origin": claim.claimants[0].name,
        "date": [when.start, when.end] if when else None,
    }


def _tallies(case: Case, rows: list[Row]) -> Iterator[Check]:
    audits = [_sum(line) for i in case.linked.incidents for line in i.audit]
    for row in rows:
        parts = sorted(row["parts"])
        wanted = (parts, row["total"], row["unnamed"], True if row["unnamed"] == 0 else None)
        yield f"{row['doc']}: {parts} of {row['total']}", wanted, wanted if wanted in audits else audits


def _sum(line: AuditLine) -> tuple[list[int], int, int, bool | None]:
    """`28 + 18 = 46 of 82, 36 not named` as its parts, total and remainder."""
    parts, _, rest = line.statement.replace(",", "").partition(" = ")
    added, *whole = map(int, re.findall(r"\d+", rest)) if rest else (0,)
    total, unnamed = whole if len(whole) == 2 else (added, 0)
    return sorted(map(int, re.findall(r"\d+", parts))), total, unnamed, line.holds


def _must_not(case: Case, rules: Row) -> Iterator[Check]:
    for row in rules["claims_in"]:
        claims = case.claims_at(row["doc"], row["quote"])
        yield f"no claim in {row['doc']}: {row['quote']}", [], [c.quote for c in claims]
    for row in rules["counts_of"]:
        counted = [c.quote for c in case.claims_at(row["doc"], row["quote"]) if c.count]
        yield f"no count of {row['quote']}", [], counted
    for row in rules["perpetrator_of"]:
        actors = [a for c in case.claims_at(row["doc"], row["quote"]) for a in c.actors]
        blamed = [a.verbatim for a in actors if a.role is Role.PERPETRATOR]
        yield f"no perpetrator of {row['quote']}", [], blamed
    claims = [c for r in case.linked.readings for c in r.claims]
    places = {c.location.place.name for c in claims if c.location and c.location.role == "event"}
    places |= {i.place.name for i in case.linked.incidents if i.place}
    for name in rules["event_places"]:
        yield f"no event at {name}", False, any(name in place for place in places)
    figures = [f for i in case.linked.incidents for f in i.figures]
    numbers = {n for f in figures for n in (f.low, f.best, f.high)} | {
        c.count.value for c in claims if c.count
    }
    for total in rules["totals"]:
        yield f"no figure of {total}", False, total in numbers
    neutral = json.dumps([to_record(i) for i in case.linked.incidents]).lower()
    neutral += " ".join(str(a.norm) for c in claims for a in c.actors).lower()
    neutral += " ".join(who.name for c in claims for who in c.claimants).lower()
    for word in rules["loaded_names_in_output"]:
        yield f"no {word} in neutral names", False, word in neutral
