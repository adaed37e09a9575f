"""From the rows of a list to what an import would record: nothing is changed without being said."""

import hmac
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from witnessmark.codebook import load
from witnessmark.errors import UsageError
from witnessmark.model.ids import canonical_json
from witnessmark.model.site import Site
from witnessmark.model.site_change import ChangeKind, SiteChange
from witnessmark.sites.register.alike import SAME, Nearby, alike
from witnessmark.sites.register.compare import changes
from witnessmark.sites.register.fold import fold, unfold
from witnessmark.sites.register.problems import Problem, ProblemKind
from witnessmark.sites.register.shapes import about
from witnessmark.sites.register.values import Options, Outcome, Plan, Row
from witnessmark.sites.register.wanted import Told, Wanted, wanted
from witnessmark.text.cells import Flagged
from witnessmark.text.names import fold as fold_name

# A register of every hospital and clinic that OpenStreetMap knows has about 200,000 sites. A list of more is
# not one of sites that were chosen, and would not fit in memory.
MOST_SITES = 250_000
MOST_KEPT = 10_000  # problems of one kind that a plan keeps; all are counted


def plan(rows: Iterable[Row | Flagged], known: Iterable[Site], options: Options) -> Plan:
    """What an import of these rows would record beside the known sites, with every problem counted.

    Raises UsageError for a list of more than MOST_SITES sites.
    """
    additions: list[SiteChange] = []
    others: list[SiteChange] = []
    problems: list[Problem] = []
    counts: Counter[ProblemKind] = Counter()
    total = unchanged = left_out = 0
    layouts = _Layouts()
    for outcome in outcomes(layouts.of(rows), known, options):
        total += 1
        for change in outcome.changes:
            (additions if change.kind is ChangeKind.REGISTERED else others).append(change)
        for problem in outcome.problems:
            counts[problem.kind] += 1
            if counts[problem.kind] <= MOST_KEPT:
                problems.append(problem)
        left_out += outcome.left_out
        unchanged += not outcome.left_out and not outcome.changes
        if len(additions) + len(others) > MOST_SITES:
            raise UsageError(f"more than {MOST_SITES:,} sites in one list; import it in parts, by country")
    return Plan(
        tuple(additions), tuple(others), tuple(problems), counts, total, unchanged, left_out,
        layouts.columns, tuple(layouts.unread),
    )  # fmt: skip


class _Layouts:
    """What the columns of the rows that went by are read as."""

    def __init__(self) -> None:
        self.columns: dict[str, str] = {}
        self.unread: dict[str, None] = {}

    def of(self, rows: Iterable[Row | Flagged]) -> Iterator[Row | Flagged]:
        last: object = None
        for row in rows:
            if isinstance(row, Row) and row.columns is not last:  # of a table all rows have the same
                last = row.columns
                self.columns = {**row.columns, **self.columns}
                self.unread.update(dict.fromkeys(row.unread))
            yield row


def outcomes(rows: Iterable[Row | Flagged], known: Iterable[Site], options: Options) -> Iterator[Outcome]:
    """What comes of each row, one by one. Memory grows by the sites that are taken, not by the rows."""
    if options.kind is not None and options.kind not in load().taxonomy("objects"):
        raise UsageError(
            f"{options.kind!r} is no kind of site; use a code of the codebook, as medical_facility"
        )
    planner = _Planner(known, options)
    for row in rows:
        yield planner.outcome(row)


class _Planner:
    """The register as it would be after the rows so far."""

    def __init__(self, known: Iterable[Site], options: Options) -> None:
        self._options = options
        self._nearby = Nearby()
        self._sites: dict[str, Site] = {}
        self._rows: dict[str, int] = {}  # of sites that this list registers
        self._by_ref: dict[str, str] = {}
        for site in known:
            self._learn(site, None)

    def outcome(self, row: Row | Flagged) -> Outcome:
        if isinstance(row, Flagged):
            why, _, remedy = row.why.partition("; ")
            problem = Problem(row.line, ProblemKind.UNREADABLE, why, remedy or "correct the row")
            return Outcome(row.line, (), (problem,))
        tell = Told(row.number, dict(row.columns), self._options)
        want = wanted(row, self._options, tell)
        made = tuple(self._changes(want, tell)) if want else ()
        if tell.left_out:
            return Outcome(row.number, (), tuple(tell.problems))
        self._take(made, row.number)
        return Outcome(row.number, made, tuple(tell.problems))

    def _changes(self, want: Wanted, tell: Told) -> Iterator[SiteChange]:
        site = self._about(want, tell)
        if tell.left_out:
            return
        if site is None:
            yield self._registered(want, self._note(want, tell))
            return
        found = list(changes(want, site, tell))
        note = self._note(want, tell)
        yield from (replace(change, note=note) for change in found)

    def _about(self, want: Wanted, tell: Told) -> Site | None:
        """The site the row is about; None for a new one, or where that is asked."""
        given = self._options.same.get(want.row) or (want.ref if want.ref in self._sites else None)
        if given:
            if given not in self._sites:
                raise UsageError(f"row {want.row}: the register has no site {given!r}")
            return self._sites[given]
        by_ref = self._sites.get(self._by_ref.get(want.ref, ""))
        if by_ref and self._plausible(want, by_ref):
            return by_ref
        here = want.stay.position
        around = self._nearby.around(here.lat, here.lon, want.names)
        for near in sorted(around, key=lambda n: (not n.alike, n.metres)):
            other = self._rows.get(near.site)
            if near.alike:
                self._ask(near.site, other, near.metres, tell)
                return None
            if near.metres <= SAME:
                why = "another site stands at the very same position"
                tell(ProblemKind.SAME_SPOT, "", why, "check that both do", near.site, other)
        return None

    def _ask(self, site: str, other: int | None, metres: float, tell: Told) -> None:
        near = f"{about(metres)} away"
        if other is None:
            why, remedy = f"named like a site of the register, {near}", "say that it is that site"
            kind = ProblemKind.DUPLICATE
        else:
            why, remedy = f"named like the site of row {other}, {near}", "give both rows one id"
            kind = ProblemKind.TWICE
        tell(kind, "names", why, f"{remedy}, remove the row, or accept that there are two", site, other)

    @staticmethod
    def _plausible(want: Wanted, site: Site) -> bool:
        """Whether one id means one site: a name in common. Lists number their rows alike."""
        return alike(map(fold_name, want.names), tuple(map(fold_name, site.names)))

    def _registered(self, want: Wanted, note: str) -> SiteChange:
        return SiteChange(
            self._id(want), ChangeKind.REGISTERED, want.stay.start, want.stay, want.names, want.kind,
            want.country, want.operator, want.supporter, (want.ref,) if want.ref else (), want.source, note,
        )  # fmt: skip

    def _id(self, want: Wanted) -> str:
        here = want.stay.position
        content = canonical_json([want.ref, want.names, want.kind, here.lat, here.lon, str(want.stay.start)])
        for nth in range(len(self._sites) + 1):
            found = hmac.new(self._options.secret, f"{nth} {content}".encode(), "sha256").hexdigest()[:16]
            if found not in self._sites:
                return found
        raise AssertionError  # more ids than sites: one is free

    def _note(self, want: Wanted, tell: Told) -> str:
        said = ", ".join(str(kind) for kind in tell.accepted)
        return f"{self._options.name}, row {want.row}" + (f"; accepted: {said}" if said else "")

    def _take(self, made: tuple[SiteChange, ...], row: int) -> None:
        for change in made:
            if change.kind is ChangeKind.REGISTERED:
                self._rows[change.site] = row
        for site in dict.fromkeys(c.site for c in made):
            own = [c for c in made if c.site == site]
            before = self._sites.get(site)
            (after,) = fold([*(unfold(before) if before else ()), *own])
            self._learn(after, row)

    def _learn(self, site: Site, row: int | None) -> None:
        self._sites[site.id] = site
        for ref in site.refs:
            self._by_ref.setdefault(ref, site.id)
        for stay in site.stays:
            self._nearby.add(site.id, row, stay.position.lat, stay.position.lon, site.names)
