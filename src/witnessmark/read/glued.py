"""A title and a date line that run on into the story: pages copied with their line ends lost."""

import re

from witnessmark.model.document import Zone, ZoneKind
from witnessmark.read.stamps import stamps

# Agency, section and weekday may stand between a title and its date: a few names, no sentence.
_NAMES = re.compile(r"\s*(?:[A-Z][\w.&/-]{0,14}[\s|,-]+){0,5}")
# A date with its month written out, and the hour behind it.
_STAMP_CHARS = 40
_HOUR = re.compile(r"(?:\s+\d{1,2}[:.]\d{2})?(?:\s+(?:GMT|UTC))?\s+")


def glued_head(text: str, start: int, end: int, title: str | None) -> list[Zone]:
    """The zones of the known `title` and its date line at the beginning of `text[start:end]`, story behind.

    Empty where the stretch does not begin with the title, or is nothing else.
    """
    words = title.split() if title else []
    if not words:
        return []
    found = re.compile(r"\W{0,8}" + r"\s+".join(map(re.escape, words)) + r"(?=\s)").match(text, start, end)
    if found is None or not text[found.end() : end].strip():
        return []
    first = start + len(found.group()) - len(found.group().lstrip())
    out = [Zone(ZoneKind.TITLE, first, found.end())]
    line = _date_line(text, found.end(), end)
    if line is not None:
        out.append(Zone(ZoneKind.DATELINE_METADATA, *line))
    return out


def _date_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where names and a full date stand right here, with a new sentence behind them or nothing."""
    names = _NAMES.match(text, start, end)
    at = names.end() if names else start
    stamp = next(stamps(text[at : min(end, at + _STAMP_CHARS)]), None)
    if stamp is None or stamp.start:
        return None
    stop = at + stamp.end
    hour = _HOUR.match(text, stop, end)
    after = hour.end() if hour else stop
    if after < end and (hour is None or text[after].islower()):
        return None
    gap = text[start:stop]
    return start + len(gap) - len(gap.lstrip()), stop
