"""Times counted from a time named beside them: "three days after 27 February", "the week before 3 June".

The length and the time counted from are its parts. What they mean alone is not when it happened.
"""

from dataclasses import replace

from witnessmark.date.expressions import Expression
from witnessmark.date.lengths import Length, length_of
from witnessmark.date.narrative import step
from witnessmark.date.points import Context, Point
from witnessmark.date.read_points import read_point
from witnessmark.model.when import TimePrecision, TimexType

BEFORE = "before"


def counted(e: Expression, context: Context) -> Point | None:
    """The days a length before or after a named time.

    None are given where the length is open ("a few days after"), the time is wider than the length ("a day
    after May"), or the sum lies after publication: then the time named may be another thing's.
    """
    here = e.point("origin")
    origin = read_point(*here, context) if here else None
    if here is None or origin is None:
        return None
    at = next(i for i, m in enumerate(e.marks) if m.letter == ")")
    back, length = e.marks[at].code == BEFORE, length_of(e.marks[:at])
    method = f"{length.value} {'before' if back else 'after'} {origin.value}"
    point = step(length, origin, method, back=back)
    ahead = context.anchor is not None and not context.future
    if point and point.days and context.anchor and ahead and point.days.start > context.anchor:
        point = None
    if point is None:
        point = Point(None, TimePrecision.UNRESOLVED, "XXXX", f"{method}, which is no day to be sure of")
    first = next(i for i, m in enumerate(e.marks) if m.letter not in "ie")
    marks = here[1]
    parts = [(marks[0].start, marks[-1].end, origin)]
    if first < at - 1:
        parts.insert(0, (e.marks[first].start, e.marks[at - 1].end, _alone(length)))
    return replace(point, dated=origin.dated and point.days is not None, parts=tuple(parts))


def _alone(length: Length) -> Point:
    """The length as a time of its own."""
    method = "a length of time"
    return Point(None, TimePrecision.DURATION, length.value, method, TimexType.DURATION)
