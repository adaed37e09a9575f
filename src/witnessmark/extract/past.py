"""When what is told as past happened, where a time expression leaves more than one year or week."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.when import NEAREST_WEEKDAY, TimePrecision, Timex, days_on

_WEEK = timedelta(days=7)
# "will execute", "are to be executed", "threatened to kill"
_COMING = re.compile(r"\?|p(?=[BTVXI])")
_HAPPENED = frozenset("TtIVXDMA")
_ONE_DAY = frozenset({TimePrecision.DAY, TimePrecision.PART_OF_DAY, TimePrecision.MINUTE})


def as_past(sentence: Sentence, index: int, timex: Timex, said: list[Timex]) -> Timex:
    """The time at chunk `index` as one that is past when it is told.

    Of a day named without its year, the past candidate; of a weekday, the one on or before the day of saying
    so. As it is where its clause speaks of what is to come, or tells of nothing that happened.
    """
    clause = sentence.clause(index)
    chunks = [sentence.chunks[i] for i in clause]
    if _is_to_come(chunks) or not any(c.kind in _HAPPENED for c in chunks):
        return timex
    return _before_saying(_nearest_past(timex), said)


def _is_to_come(chunks: list[Chunk]) -> bool:
    symbols = "".join(c.kind for c in chunks)
    return any(
        c.group() == "?" or chunks[c.start()].code("grammar") == "to" for c in _COMING.finditer(symbols)
    )


def _nearest_past(timex: Timex) -> Timex:
    """The nearest past of two years, where the words leave both and the coming one was chosen."""
    start, end = timex.value_start, timex.value_end
    if start is None or end is None or len(timex.candidates) != 2:
        return timex
    past, coming = timex.candidates
    if start != coming or (past.month, past.day) != (coming.month, coming.day):
        return timex
    last = end.day == monthrange(end.year, end.month)[1]
    year = end.year - (coming.year - past.year)
    day = monthrange(year, end.month)[1] if last else end.day
    method = "nearest before publication: told as past"
    return replace(timex, value_start=past, value_end=date(year, end.month, day), method=method)


def _before_saying(timex: Timex, said: list[Timex]) -> Timex:
    """A weekday a week earlier where it would come after the day on which it was told."""
    start, end = timex.value_start, timex.value_end
    told = max((t.value_end for t in said if t.value_end and t.precision in _ONE_DAY), default=None)
    if told is None or start is None or end is None or timex.method != NEAREST_WEEKDAY:
        return timex
    if not told < start or start - told >= _WEEK:
        return timex
    method = f"latest on or before {told}, the day of saying so"
    return replace(
        timex, value_start=days_on(start, -_WEEK.days), value_end=days_on(end, -_WEEK.days), method=method
    )
