"""A row held against the site it is about: what it says that the register does not hold yet."""

from collections.abc import Iterator
from datetime import date

from witnessmark.model.site import Site, Stay
from witnessmark.model.site_change import ChangeKind, SiteChange
from witnessmark.sites.register.alike import SAME
from witnessmark.sites.register.problems import ProblemKind
from witnessmark.sites.register.shapes import about, apart
from witnessmark.sites.register.wanted import Told, Wanted, same_ground
from witnessmark.text.names import fold


def changes(want: Wanted, site: Site, tell: Told) -> Iterator[SiteChange]:
    """What the row changes of the site; what needs a yes is told, and left alone without one."""
    yield from _stays(want, site, tell)
    known = {fold(n) for n in site.names}
    if new := tuple(n for n in want.names if fold(n) not in known):
        yield SiteChange(site.id, ChangeKind.RENAMED, want.stay.start, names=(*site.names, *new))
    differs = want.kind != site.kind
    if differs and not tell(
        ProblemKind.KIND, "kind", "of another kind than the site it is about",
        "correct it, or accept that the register is corrected", site.id,
    ):  # fmt: skip
        return
    ref = (want.ref,) if want.ref and want.ref not in site.refs else ()
    country = want.country if want.country != site.country else None
    operator = want.operator if want.operator != site.operator else ""
    supporter = want.supporter if want.supporter != site.supporter else ""
    if differs or country or operator or supporter or ref:
        yield SiteChange(
            site.id, ChangeKind.CORRECTED, object=want.kind if differs else "", country=country,
            operator=operator, supporter=supporter, refs=ref,
        )  # fmt: skip


def _stays(want: Wanted, site: Site, tell: Told) -> Iterator[SiteChange]:
    new = want.stay
    same = next((s for s in site.stays if s.start == new.start), None)
    first = site.stays[0].start if site.stays else None
    if same is None and new.start is None and not (new.end and first and new.end < first):
        # The row says nothing of when: it is about where the site stands now.
        same = site.stays[-1] if site.stays else None
    if same is None:
        yield from _another(want, site, tell)
        return
    if not _one_place(same, new):
        metres = apart(same.position.lat, same.position.lon, new.position.lat, new.position.lon)
        if tell(
            ProblemKind.MOVED, "", f"{about(metres)} from where the register has it, or of another extent",
            "say since when (column start), or accept that the register is corrected", site.id,
        ):  # fmt: skip
            yield SiteChange(site.id, ChangeKind.CORRECTED, same.start, new)
    if new.end and new.end != same.end:
        if same.end is None:
            yield SiteChange(site.id, ChangeKind.CLOSED, new.end)
        else:
            tell(
                ProblemKind.OVERLAP, "end", "not the last day that the register has", "correct one",
                site.id,
            )  # fmt: skip


def _another(want: Wanted, site: Site, tell: Told) -> Iterator[SiteChange]:
    """A stay that the register does not hold."""
    new = want.stay
    if new.start is None:
        yield SiteChange(site.id, ChangeKind.MOVED, None, new)
        return
    over = any(_both_stated(s, new) for s in site.stays)
    if over:
        tell(
            ProblemKind.OVERLAP, "start", "it stood at two places at once by these days",
            "correct the days of one of the rows", site.id,
        )  # fmt: skip
        return
    last = site.stays[-1] if site.stays else None
    if last and _one_place(last, new) and last.start != new.start and last.end is None:
        return  # it stands where it stood: a later start says nothing
    back = last and last.end and last.end < new.start and _one_place(last, new)
    kind = ChangeKind.REOPENED if back else ChangeKind.MOVED
    yield SiteChange(site.id, kind, new.start, new)


def _one_place(one: Stay, two: Stay) -> bool:
    a, b = one.position, two.position
    return (
        apart(a.lat, a.lon, b.lat, b.lon) <= SAME
        and same_ground(one.shape, two.shape)
        and one.underground == two.underground
    )


def _both_stated(known: Stay, new: Stay) -> bool:
    """Whether two stays claim days in common, where a stay with no last day ends when the next begins."""
    start, other = known.start or date.min, new.start or date.min
    if start == other:
        return True
    first, second = (known, new) if start < other else (new, known)
    return first.end is not None and first.end >= (second.start or date.min)
