"""Dating a document: its time expressions, and its publication date as well as it can be known."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from datetime import date as Day  # noqa: N812  (the stage's own function is called `date`)

from witnessmark.date.calendar import OPEN_END
from witnessmark.date.comparisons import compared, is_comparison, looks_back
from witnessmark.date.expressions import Expression, expressions
from witnessmark.date.figures_order import figures_order, in_order
from witnessmark.date.language import language
from witnessmark.date.narrative import at_hour, is_hour, is_story, told, untold
from witnessmark.date.points import Context, Point
from witnessmark.date.publication import DAYS, FULL, Reading, above_the_story, bounded, in_metadata
from witnessmark.date.read_rules import read
from witnessmark.model.document import CLAIM_ZONES, Document, Published, ZoneKind
from witnessmark.model.reading import Dated
from witnessmark.model.when import TimePrecision, Timex
from witnessmark.text.normalise import fold, lower, unwrap
from witnessmark.text.sentences import sentences
from witnessmark.text.spans import Span, covering

_METADATA = frozenset({ZoneKind.DATELINE_METADATA, ZoneKind.CRAWLER_METADATA})
# A word saying that something is still to come stands this near before its time, in characters.
_CUE_REACH = 60
_LONGEST_CUE = 24
# A word of saying and two more fit in this, in characters.
_SAID = 40
_CLAUSE_END = re.compile(r"[.,;:!?]['\"\u2019\u201d]*\s|[.,]\"|\n")
_COMPARABLE = (*DAYS, TimePrecision.MONTH, TimePrecision.PART_OF_MONTH)


def date(document: Document) -> Dated:
    """The time expressions of a document in order, and when it was published.

    Reads only zones that allow claims, and full dates in metadata zones. Expressions that need a publication
    date the document does not give stay without days; a weekday then has candidates where the text has a
    full date, and none is chosen. Raises nothing: a day the calendar has not (31 April) has no days.
    """
    return _Reader(document).dated()


class _Reader:
    """One document being dated."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = fold(unwrap(document.text))
        self._lowered = lower(self._text)
        self._language = language(document.language)
        self._sentences: list[Span] = []
        self._coming = [start for start, _ in self._language.coming.find(self._lowered)]

    def dated(self) -> Dated:
        everything = expressions(self._text, self._lowered, self._language)
        body = self._within(everything, CLAIM_ZONES)
        head = [
            (e, point)
            for e in self._within(everything, _METADATA)
            if (point := read(e, Context(None))) is not None and point.dated and point.precision in FULL
        ]
        published = self._published(head, body)
        if published.day is not None:
            points = [(e, read(e, Context(published.day, future=self._is_future(e)))) for e in body]
        else:
            points = self._unanchored(body)
        points = self._told(self._ordered(points), published.day)
        if published.day is None:
            published = bounded(published, [p for e, p in points if p and not self._is_future(e)])
        timexes = [self._timex(e.start, e.end, point) for e, point in [*points, *head] if point is not None]
        return Dated(tuple(sorted(timexes, key=lambda t: (t.start, t.end))), published)

    def _published(self, head: Sequence[Reading], body: Sequence[Expression]) -> Published:
        """The publication date as received, else as the head of the document states it."""
        known = self._document.published
        if known.day is not None:
            return known
        opening = ((e, p) for e in body if (p := read(e, Context(None))) is not None)
        found = in_metadata(self._document, head) or above_the_story(self._document, opening)
        too_late = found and known.high and found.day and found.day > known.high
        return known if found is None or too_late else found

    def _within(self, everything: Sequence[Expression], kinds: Collection[ZoneKind]) -> list[Expression]:
        """The expressions inside zones of some kinds; a document without zones is all body."""
        if not self._document.zones:
            return list(everything) if ZoneKind.BODY in kinds else []
        zones = [z for z in self._document.zones if z.zone in kinds]
        if not zones:
            return []
        return [e for e in everything if any(z.start <= e.start and e.end <= z.end for z in zones)]

    def _unanchored(self, body: Sequence[Expression]) -> list[tuple[Expression, Point | None]]:
        """Readings by what the text itself gives: its latest full date, and dates in the same sentence."""
        alone = [(e, read(e, Context(None))) for e in body]
        fixed = [(e, p) for e, p in alone if p and p.dated and p.days]
        full = [p.days.end for e, p in fixed if p.days and p.precision in DAYS and not self._is_future(e)]
        latest = max((day for day in full if day != OPEN_END), default=None)
        out: list[tuple[Expression, Point | None]] = []
        for e, point in alone:
            if point is not None and not point.dated:
                after = self._constraint(e, fixed) if e.rule == "since" else None
                out.append((e, read(e, Context(None, latest, after)) if latest or after else point))
            else:
                out.append((e, point))
        return out

    def _ordered(
        self, points: Sequence[tuple[Expression, Point | None]]
    ) -> list[tuple[Expression, Point | None]]:
        """The readings with open dates in figures in the order that others of the text show."""
        order = figures_order([m.code for e, _ in points for m in e.marks if m.letter == "A"])
        if order is None:
            return list(points)
        return [(e, point and in_order(e, point, order)) for e, point in points]

    def _told(
        self, points: Sequence[tuple[Expression, Point | None]], published: Day | None
    ) -> list[tuple[Expression, Point | None]]:
        """The readings with what counts from the story ("two days later") counted from the time before it."""
        if not any(is_story(point) or is_comparison(e) or is_hour(e) for e, point in points):
            return list(points)
        out: list[tuple[Expression, Point | None]] = []
        before: list[Reading] = []
        for e, read_alone in points:
            point = read_alone
            if is_comparison(e):
                point = compared(e, before) or point
            if point is not None and is_story(point):
                point = told(e, before) or untold(e, point, published)
            elif point is not None and is_hour(e):
                point = at_hour(e, point, before)
            if point is not None and not looks_back(e) and not self._is_said(e, point):
                before.append((e, point))
            out.append((e, point))
        return out

    def _is_said(self, e: Expression, point: Point) -> bool:
        """Whether a time stands right behind a word of saying: it dates a statement. A quarter does not."""
        return (
            point.precision is not TimePrecision.PART_OF_YEAR
            and self._language.speech.search(self._lowered, max(0, e.start - _SAID), e.start) is not None
        )

    def _constraint(self, e: Expression, fixed: Sequence[Reading]) -> Day | None:
        """What "since April, for the first time since May 2018" says of its April: it is later than that May.

        The end of the latest dated month or day that follows in the sentence behind another "since".
        """
        self._sentences = self._sentences or sentences(self._text, language=self._language.code)
        here = covering(self._sentences, e.start)
        same = [
            point.days.end
            for other, point in fixed
            if point.days
            and point.precision in _COMPARABLE
            and covering(self._sentences, other.start) == here
            and self._language.since.search(self._lowered, e.end, other.start)
        ]
        return max(same, default=None)

    def _is_future(self, e: Expression) -> bool:
        """Whether a word before the expression, in the same sentence, says that it is still to come."""
        first = max(0, e.start - _CUE_REACH - _LONGEST_CUE)
        if bisect_left(self._coming, first) == bisect_left(self._coming, e.start):
            return False
        cues = self._language.future.within(self._lowered, first, e.start)
        last = max((end for _, end, _ in cues if end <= e.start), default=-1)
        if last < e.start - _CUE_REACH or last < 0:
            return False
        return not _CLAUSE_END.search(self._lowered, last, e.start)

    def _timex(self, at: int, to: int, point: Point) -> Timex:
        start, end = point.days or (None, None)
        return Timex(
            doc=self._document.id,
            start=at,
            end=to,
            quote=self._document.text[at:to],
            value_start=start,
            value_end=None if end == OPEN_END else end,
            precision=point.precision,
            type=point.type,
            value=point.value,
            method=point.method,
            candidates=point.candidates,
            parts=tuple(self._timex(*part) for part in point.parts),
        )
