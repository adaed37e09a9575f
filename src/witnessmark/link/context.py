"""What a document that tells of one event says around it: the day and the settlement it speaks of most."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.link import dates, places
from witnessmark.link.places import is_point
from witnessmark.model.document import Document
from witnessmark.model.place import Place
from witnessmark.model.reading import Reading
from witnessmark.model.when import When

# Days within which an event is first reported and followed up: after a week news turns to other things.
FOLLOW_UP = 7


@dataclass(frozen=True, slots=True)
class Context:
    """They stand in where a mention's claims give no day or settlement; never shown as the event's own."""

    when: When | None = None
    place: Place | None = None


NO_CONTEXT = Context()


def context(reading: Reading) -> Context:
    """The context of a document, from its dates and places in zones that may carry claims."""
    return Context(_when(reading), _place(reading))


def _when(reading: Reading) -> When | None:
    """The day named most often in the week before publication, the earlier named in a tie."""
    day = reading.document.published.day
    if day is None:
        return None
    recent = [
        When(t.quote, t.value_start, t.value_end, t.precision, t.method)
        for t in reading.timexes
        if t.value_start is not None
        and t.value_end is not None
        and (t.value_end - t.value_start).days < dates.NIGHT_DAYS
        and 0 <= (day - t.value_start).days <= FOLLOW_UP
        and _may_carry(reading.document, t.start)
    ]
    first = _most_common((w.start, w.end) for w in recent)
    return next((w for w in recent if (w.start, w.end) == first), None)


def _place(reading: Reading) -> Place | None:
    """The settlement named most often, the earlier named in a tie."""
    settlements = [
        m.place
        for m in reading.places
        if m.place is not None and is_point(m.place) and _may_carry(reading.document, m.start)
    ]
    first = _most_common((places.provinces(p), p.name) for p in settlements)
    return next((p for p in settlements if (places.provinces(p), p.name) == first), None)


def _most_common(values: Iterable[object]) -> object:
    counts = Counter(values)
    return max(counts, key=counts.__getitem__, default=None)  # the first of several equals


def _may_carry(document: Document, offset: int) -> bool:
    return any(z.start <= offset < z.end for z in document.zones if z.claims_allowed)
