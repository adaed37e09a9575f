"""When a document was published: stated in its head, or bounded by the times it speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from witnessmark.date.calendar import OPEN_END
from witnessmark.date.expressions import Expression
from witnessmark.date.points import Point
from witnessmark.model.document import Document, Published, PublishedHow, ZoneKind
from witnessmark.model.sentence import sentence
from witnessmark.model.when import TimePrecision

FULL = (TimePrecision.DAY, TimePrecision.MINUTE, TimePrecision.PART_OF_DAY)
DAYS = (*FULL, TimePrecision.RANGE_DAYS, TimePrecision.OPEN_SINCE_DAY)
# A date line above the story is over by then, in characters.
_OPENING = 400
_BEFORE = re.compile(
    r"(?:\A|[\n\t|:]|\s\s|\s[A-Z]{2,6})\s*\Z"
)  # the margin, a wide gap, or an agency's initials
_AFTER = re.compile(r"\s*(?:\Z|[\n\t|]|\s\s)|\s+(?=[A-Z\u201c\"])")
_LED_IN = frozenset("isfbtg")

Reading = tuple[Expression, Point]


def in_metadata(document: Document, head: Sequence[Reading]) -> Published | None:
    """The first full date of a dateline or of what a crawler left; None where there is none."""
    for e, point in head:
        zone = next((z for z in document.zones if z.start <= e.start and e.end <= z.end), None)
        if point.days is not None and zone is not None:
            how = PublishedHow.STATED if zone.zone is ZoneKind.DATELINE_METADATA else PublishedHow.METADATA
            return Published(point.days.start, how, evidence=document.text[e.start : e.end])
    return None


def above_the_story(document: Document, body: Iterable[Reading]) -> Published | None:
    """A full date that stands alone near the beginning, outside any sentence; None where there is none.

    Pages copied as one paragraph keep their date line inside the body: after a wide gap or an agency's
    initials, and followed by a gap or a capital letter instead of the rest of a sentence.
    """
    text = document.text
    for e, point in body:
        if e.start > _OPENING:
            return None
        alone = _BEFORE.search(text, max(0, e.start - 12), e.start) and _AFTER.match(text, e.end)
        if alone and point.days and point.dated and point.precision in FULL and e.letters[0] not in _LED_IN:
            return Published(point.days.start, PublishedHow.STATED, evidence=text[e.start : e.end])
    return None


def bounded(known: Published, points: Iterable[Point]) -> Published:
    """A publication date not known: not before the latest time the text speaks of as past."""
    lows = [
        p.days.end if p.precision in DAYS and p.days.end != OPEN_END else p.days.start
        for p in points
        if p.days is not None
    ]
    if known.how is PublishedHow.UNKNOWN and known.high:  # what is later is not past, whatever the text says
        lows = [day for day in lows if day <= known.high]
    low = max([*lows, *([known.low] if known.low else [])], default=None)
    if low is None or low == known.low:
        return known
    evidence = "; ".join(
        filter(None, [known.evidence, sentence("the text speaks of {day} as past", day=low.isoformat())])
    )
    high = known.high if known.high and known.high >= low else None
    return replace(known, how=PublishedHow.INFERRED, low=low, high=high, evidence=evidence)
