"""Sites as they stand, folded from what was recorded of them.

Changes of one site are taken by the day they hold from, not by when they were recorded, so that two people
who enter the same day's changes in another order get the same register. Of two corrections of one thing the
one recorded last holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from witnessmark.errors import IntegrityError
from witnessmark.model.ids import canonical_json
from witnessmark.model.record import plain
from witnessmark.model.site import Site, Stay
from witnessmark.model.site_change import ChangeKind, SiteChange

# Of one day: a place that was left is closed before the site stands elsewhere.
_ORDER = {
    ChangeKind.REGISTERED: 0, ChangeKind.CLOSED: 1, ChangeKind.MOVED: 2, ChangeKind.REOPENED: 3,
    ChangeKind.RENAMED: 4, ChangeKind.CORRECTED: 5,
}  # fmt: skip
_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Draft:
    """A site while its changes are taken; stays in order of time."""

    id: str
    names: tuple[str, ...]
    object: str
    country: str | None
    operator: str
    supporter: str
    source: str
    refs: tuple[str, ...]
    stays: list[Stay] = field(default_factory=list)


def fold(changes: Iterable[SiteChange]) -> tuple[Site, ...]:
    """The sites, in the order in which they were registered.

    Any beginning of a record gives a register: stays of a site are in order and do not overlap. A change that
    its dates leave nothing to say (closing what is closed) says nothing. Raises IntegrityError for changes
    of a site that was never registered.
    """
    by_site: dict[str, list[SiteChange]] = {}
    for change in changes:
        by_site.setdefault(change.site, []).append(change)
    return tuple(_site(site, found) for site, found in by_site.items())


def unfold(site: Site) -> tuple[SiteChange, ...]:
    """Changes that fold to the site as it stands."""
    first, *later = site.stays or (None,)
    registered = SiteChange(
        site.id, ChangeKind.REGISTERED, None, first, site.names, site.kind, site.country, site.operator,
        site.supporter, site.refs, site.source,
    )  # fmt: skip
    return registered, *(SiteChange(site.id, ChangeKind.MOVED, s.start, s) for s in later if s)


def _site(site: str, changes: list[SiteChange]) -> Site:
    if not any(c.kind is ChangeKind.REGISTERED for c in changes):
        raise IntegrityError(f"site {site}: changed before it was registered; run: witnessmark verify")
    ordered = sorted(changes, key=_rank)
    first = next(c for c in ordered if c.kind is ChangeKind.REGISTERED)
    draft = _Draft(
        site, first.names, first.object, first.country, first.operator, first.supporter, first.source,
        first.refs,
    )  # fmt: skip
    for change in ordered:
        _TAKE[change.kind](draft, change)
    return Site(
        draft.id, draft.names, draft.object, tuple(draft.stays), draft.country, draft.operator,
        draft.supporter, draft.source, draft.refs,
    )  # fmt: skip


def _rank(change: SiteChange) -> tuple[bool, date, int, str, str]:
    """Corrections last; the others by day, kind, time of entry, and content."""
    content = canonical_json(plain(replace(change, recorded="")))
    if change.kind is ChangeKind.CORRECTED:
        return True, date.min, 0, change.recorded, content
    day = change.day or (change.stay.start if change.stay else None) or date.min
    return False, day, _ORDER[change.kind], change.recorded, content


def _registered(draft: _Draft, change: SiteChange) -> None:
    if change.stay:
        _stand(draft, change.stay)


def _moved(draft: _Draft, change: SiteChange) -> None:
    if change.stay:
        _stand(draft, replace(change.stay, start=change.day or change.stay.start))


def _closed(draft: _Draft, change: SiteChange) -> None:
    day = change.day
    last = draft.stays[-1] if draft.stays else None
    if last and day and (last.start or day) <= day < (last.end or date.max):
        draft.stays[-1] = replace(last, end=day)


def _reopened(draft: _Draft, change: SiteChange) -> None:
    last = draft.stays[-1] if draft.stays else None
    if last and last.end and change.day and last.end < change.day:
        _stand(draft, replace(change.stay or replace(last, end=None), start=change.day))


def _renamed(draft: _Draft, change: SiteChange) -> None:
    draft.names = change.names or draft.names


def _corrected(draft: _Draft, change: SiteChange) -> None:
    draft.names = change.names or draft.names
    draft.object = change.object or draft.object
    draft.country = change.country or draft.country
    draft.operator = change.operator or draft.operator
    draft.supporter = change.supporter or draft.supporter
    draft.source = change.source or draft.source
    draft.refs = tuple(dict.fromkeys((*draft.refs, *change.refs)))
    if change.stay is None:
        return
    for n, stay in enumerate(draft.stays):
        if stay.start == change.day:
            new = change.stay
            draft.stays[n] = replace(
                stay, position=new.position, shape=new.shape, underground=new.underground
            )


def _stand(draft: _Draft, stay: Stay) -> None:
    """Add a stay; one that went on is ended the day before. One that began no earlier is replaced by it."""
    if stay.start and stay.end and stay.end < stay.start:
        return
    start = stay.start or date.min
    while draft.stays and (draft.stays[-1].start or date.min) >= start:
        draft.stays.pop()
    if draft.stays and (draft.stays[-1].end or date.max) >= start:
        draft.stays[-1] = replace(draft.stays[-1], end=start - _DAY)
    draft.stays.append(stay)


_TAKE = {
    ChangeKind.REGISTERED: _registered,
    ChangeKind.MOVED: _moved,
    ChangeKind.CLOSED: _closed,
    ChangeKind.REOPENED: _reopened,
    ChangeKind.RENAMED: _renamed,
    ChangeKind.CORRECTED: _corrected,
}
