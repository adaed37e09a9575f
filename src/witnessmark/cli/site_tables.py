"""What the register holds and what checks found, for people; by default nothing that points to a site."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from witnessmark.cli.options import Format
from witnessmark.cli.output import count, say
from witnessmark.cli.tables import Column, print_table
from witnessmark.codebook import load
from witnessmark.model.register import Register
from witnessmark.model.site import Site
from witnessmark.sites.notices import in_force


def print_counts(register: Register, format: Format) -> None:  # noqa: A002  (as the option)
    """How many sites of each kind stand in each country, how many closed, how many were told to whom."""
    found: dict[tuple[str, str], Counter[str]] = {}
    told = {n.site for n in in_force(register)}
    for site in register.sites:
        about = found.setdefault((site.country or "", site.kind), Counter())
        about["sites"] += 1
        about["standing"] += _stands(site)
        about["notified"] += site.id in told
    if format is Format.JSONL:
        for (country, kind), about in sorted(found.items()):
            line = {"record": "site_count", "country": country or None, "kind": kind, **about}
            say(json.dumps(line, ensure_ascii=False))
        return
    rows = [
        (
            country or "not said",
            kind.replace("_", " "),
            *(f"{about[k]:,}" for k in ("sites", "standing", "notified")),
        )
        for (country, kind), about in sorted(found.items())
    ]
    columns = (
        Column("country"), Column("kind", 2), Column("sites", right=True), Column("stand today", right=True),
        Column("notified", right=True),
    )  # fmt: skip
    print_table(count(len(register.sites), "site"), columns, [rows])
    say(scope_told(register.since, register.countries, register.coverage))
    _print_told(register)


def scope_told(since: date | None, countries: Sequence[str], coverage: float | None) -> str:
    """What a register claims to hold, and how much of it, in words."""
    where = ", ".join(countries) or "any country"
    when = f"from {since} on" if since else "of any day"
    share = load().site_rules.coverage if coverage is None else coverage
    who = "as is usual where its keepers say nothing" if coverage is None else "as its keepers say"
    full = f"Of all sites of a kind there it is taken to hold {share:.0%}, {who}."
    return f"The register claims to hold the sites of {where}, {when}. {full}"


def _print_told(register: Register) -> None:
    steps: dict[str, Counter[str]] = {}
    by_id = {n.id: n for n in register.notifications}
    for event in register.events:
        batch = by_id[event.notification].batch if event.notification in by_id else "?"
        steps.setdefault(batch, Counter())[str(event.step)] += 1
    batches = dict.fromkeys(n.batch for n in register.notifications)
    rows = []
    for batch in batches:
        of = [n for n in register.notifications if n.batch == batch]
        done = ", ".join(f"{step.replace('_', ' ')} {n}" for step, n in sorted(steps.get(batch, {}).items()))
        rows.append((batch, of[0].party, of[0].submitted.isoformat(), f"{len(of):,}", done))
    columns = (
        Column("batch", 1), Column("told"), Column("submitted"), Column("sites", right=True),
        Column("since", 3),
    )  # fmt: skip
    if rows:
        print_table("Notified", columns, [rows])


def print_sites(register: Register) -> None:
    """Every site with its names and where it last stood. For analysts and keepers alone."""
    told: dict[str, list[str]] = {}
    for n in in_force(register):
        told.setdefault(n.site, []).append(n.party)
    rows = [_row(site, told.get(site.id, [])) for site in register.sites]
    columns = (
        Column("id"), Column("list"), Column("names", 3), Column("kind", 1), Column("position", right=True),
        Column("±", right=True), Column("from"), Column("to"), Column("told", 1),
    )  # fmt: skip
    print_table(count(len(rows), "site"), columns, [rows])


def _row(site: Site, told: Sequence[str]) -> tuple[str, ...]:
    last = site.stays[-1] if site.stays else None
    where = f"{last.position.lat:.6f}, {last.position.lon:.6f}" if last else ""
    return (
        site.id[:12], ", ".join(site.refs), "\n".join(site.names), site.kind.replace("_", " "), where,
        f"{last.position.accuracy:g} m" if last else "", _day(last.start if last else None),
        _day(last.end if last else None), ", ".join(told),
    )  # fmt: skip


def _stands(site: Site) -> bool:
    return site.stay_on(date.today()) is not None  # noqa: DTZ011  (a local day)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
