"""Whether two statements can be about the same time."""

from datetime import date
from enum import IntEnum

from witnessmark.model.when import When, days_on

# An event is linked by its date only when that is known to a month or better (domain: D1-D3); a longer
# interval overlaps almost anything.
EVENT_DAYS = 31
# One night has two days (domain: D1).
NIGHT_DAYS = 2


class TimeRelation(IntEnum):
    """From certainly different to the same day; a larger value is a closer relation."""

    DISJOINT = -1
    UNKNOWN = 0
    OVERLAP = 1
    SAME_DAY = 2


def length(when: When | None) -> int | None:
    """Days the interval covers; None where an end is open or unknown."""
    if when is None or when.start is None or when.end is None:
        return None
    return (when.end - when.start).days + 1


def is_event_date(when: When | None) -> bool:
    days = length(when)
    return days is not None and days <= EVENT_DAYS


def relate(a: When | None, b: When | None) -> TimeRelation:
    """How two times stand to each other; open ends overlap what they may contain, unknown is UNKNOWN."""
    if a is None or b is None or (a.start, a.end) == (None, None) or (b.start, b.end) == (None, None):
        return TimeRelation.UNKNOWN
    if _before(a.end, b.start) or _before(b.end, a.start):
        return TimeRelation.DISJOINT
    one, other = length(a), length(b)
    if one == other == 1:
        return TimeRelation.SAME_DAY
    return TimeRelation.OVERLAP if one and other else TimeRelation.UNKNOWN


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start


def meets_neither(when: When | None, first_end: date | None, last_start: date | None) -> bool:
    """Whether a time lies after the first of several ends or before the last of several starts.

    That is whether it is `DISJOINT` from any of the times these are of.
    """
    return when is not None and (_before(first_end, when.start) or _before(when.end, last_start))


def is_unknown(when: When | None) -> bool:
    """Whether neither end is known."""
    return when is None or (when.start is None and when.end is None)


def window_overlap(a: When | None, b: When | None, horizon: date | None) -> float:
    """Shared days over all days of two windows, an open end reaching to `horizon`; 0 if just one is unknown.

    Two unknown windows are told alike (1), unless both were put in words and the words differ ("the past
    three weeks", "the past five weeks"): a text that dates none of its totals means one period.
    """
    if is_unknown(a) and is_unknown(b):
        said = {w.verbatim.casefold() for w in (a, b) if w is not None and w.verbatim}
        return 1.0 if len(said) < 2 else 0.0
    one, other = _closed(a, horizon), _closed(b, horizon)
    if one is None or other is None:
        return 0.0
    shared = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    union = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(0, shared) / union


def _closed(when: When | None, horizon: date | None) -> tuple[date, date] | None:
    if when is None or when.start is None:
        return None
    end = when.end or max(when.start, horizon or days_on(when.start, EVENT_DAYS))
    return (when.start, end)
