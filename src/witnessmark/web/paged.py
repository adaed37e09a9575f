"""Lists of a project, a page at a time, for who has the right to them; a part of permissions.py."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from witnessmark.errors import UsageError
from witnessmark.model.act import Act
from witnessmark.model.filter import Filter
from witnessmark.model.incident import Incident
from witnessmark.model.listing import Page
from witnessmark.pipeline.reviewing import pair_files
from witnessmark.web import exploring
from witnessmark.web.outward import outward
from witnessmark.web.permissions import Desk
from witnessmark.web.rights import Right

if TYPE_CHECKING:
    from witnessmark.store.case import Case


def get_list_for(desk: Desk, what: str, after: str | None, most: int) -> Page[Any]:
    """Documents, claims, decisions or pairs in a stable order, as the public may see them."""
    from witnessmark.store.pages import Listed

    desk.need(Right.READ)
    if after and not (after.isascii() and after.isdigit()):
        raise UsageError(f"after: {after!r} is no place in a list: leave it out to begin")
    found = desk.case.part(Listed(what), int(after or 0), most + 1)
    items = outward(desk.case, [item for _, item in found[:most]])
    return Page(items, str(found[most - 1][0]) if len(found) > most else None)


def get_incidents_for(desk: Desk, wanted: Filter, after: str | None, most: int) -> Page[Incident]:
    """The incidents of a filter by their first day, as the public may see them."""
    desk.need(Right.READ)
    page = desk.case.incidents_where(exploring.snapped(wanted), after, most)
    return Page(outward(desk.case, page.items), page.after)


def get_worklist_for(desk: Desk, name: str, after: str | None, most: int) -> Page[Any]:
    """A part of one of the lists of what waits for a person, as the public may see it."""
    desk.need(Right.READ)
    page = _WORKLISTS[name](desk.case, after, most)
    items = page.items
    if name == "pairs":
        items = tuple(file.pair for file in pair_files(desk.case, items))
    return Page(outward(desk.case, items), page.after)


# Lists of what waits, by the names that the inbox has for them.
_WORKLISTS: Mapping[str, "Callable[[Case, str | None, int], Page[Any]]"] = {
    "documents": lambda case, after, most: case.unread(after, most),
    "pairs": lambda case, after, most: case.open_pairs(after, most),
    "claims": lambda case, after, most: case.unsure_claims(after, most),
    "second": lambda case, after, most: case.awaiting(after, most),
    "failures": lambda case, after, most: case.last_failures(after, most),
}


def known_for(desk: Desk, names: Iterable[str]) -> set[str]:
    """Those of the names that are claims or documents of the project."""
    desk.need(Right.READ)
    return set(desk.case.homes(names))


def get_acts_for(desk: Desk, before: int | None, most: int) -> list[Act]:
    """What was done in the room, the latest first, from before that place in the ledger on."""
    desk.need(Right.ADMINISTER)
    return list(desk.case.acts(most, before))
