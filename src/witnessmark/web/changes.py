"""What a decision changed: the figures of the incidents it bears on, before and after, in words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident
from witnessmark.publish import phrases
from witnessmark.publish.cards import title_of
from witnessmark.web.permissions import Desk, get_incidents_of_for
from witnessmark.web.shown.labels import labels as labels_now

Standing = Mapping[str, Incident]  # incidents by id


@dataclass(frozen=True, slots=True)
class Change:
    """An incident as it is now, and its figures that read otherwise than before; `gone` where it is none.

    `lines` are the words before and the words after; either is empty where there was or is no such figure.
    """

    incident: str
    title: str
    new: bool
    gone: bool
    lines: tuple[tuple[str, str], ...]


def standing(desk: Desk, subjects: Sequence[str]) -> Standing:
    """The incidents that these claims or documents, or other claims of their documents, are in."""
    return {i.id: i for i in get_incidents_of_for(desk, [*subjects, *_documents(desk, subjects)])}


def became(desk: Desk, subjects: Sequence[str], before: Standing) -> Standing:
    """What the incidents of `before` and of these subjects are by now, whatever claims went or came.

    One that a claim came to from elsewhere is left out where it is not known what it was: it is not new.
    """
    docs = _documents(desk, subjects)
    known = {c for i in before.values() for c in i.claims}
    now = get_incidents_of_for(desk, [*subjects, *docs, *known])
    return {i.id: i for i in now if _documents(desk, set(i.claims) - known) <= docs}


def _documents(desk: Desk, names: Collection[str]) -> set[str]:
    return set(desk.case.homes(names).values())


def changes(before: Standing, after: Standing) -> tuple[Change, ...]:
    """The incidents that are new or gone, or whose figures read otherwise, those of before first.

    An incident has another name once its claims are others: it is taken for the one that went with which it
    has most claims in common, and shown once.
    """
    gone = {name: i for name, i in before.items() if name not in after}
    former = _former([i for i in after.values() if i.id not in before], gone)
    found = []
    for incident in after.values():
        was = before.get(incident.id) or former.get(incident.id)
        lines = _lines(was, incident)
        if was is None or lines:
            found.append(_change(incident, lines, new=was is None))
    went = gone.keys() - {i.id for i in former.values()}
    left = [_change(i, _lines(i, None), gone=True) for name, i in gone.items() if name in went]
    return (*left, *found)


def _former(came: Sequence[Incident], gone: Standing) -> Standing:
    """Of those that came, by id, the one of those that went that it is: most claims in common first."""
    shared = [(len(set(old.claims) & set(new.claims)), new, old) for new in came for old in gone.values()]
    found: dict[str, Incident] = {}
    for number, new, old in sorted(shared, key=lambda s: (-s[0], s[1].id, s[2].id)):
        if number and new.id not in found and old not in found.values():
            found[new.id] = old
    return found


def _change(
    incident: Incident, lines: tuple[tuple[str, str], ...], *, new: bool = False, gone: bool = False
) -> Change:
    return Change(incident.id, title_of(incident, labels_now()), new, gone, lines)


def _lines(was: Incident | None, now: Incident | None) -> tuple[tuple[str, str], ...]:
    old, new = _figures(was), _figures(now)
    named = dict.fromkeys((*old, *new))
    return tuple((old.get(n, ""), new.get(n, "")) for n in named if old.get(n) != new.get(n))


def _figures(incident: Incident | None) -> dict[tuple[str, str | None], str]:
    labels = labels_now()
    found: tuple[Figure, ...] = phrases.figures(incident, labels) if incident is not None else ()
    return {(f.measure, f.group): phrases.figure(f, labels) for f in found}
