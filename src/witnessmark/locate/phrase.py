"""The whole phrase of a place: the words that set its level, with its name."""

import re
from functools import cache

from witnessmark.locate.words import words
from witnessmark.model.place import PlaceMention

REACH = 60  # characters either side; a longer phrase is more than a place
_THE = re.compile(r"(?<!\w)the\s+$", re.IGNORECASE)


def phrase(text: str, mention: PlaceMention) -> tuple[int, int]:
    """The span of the mention with the words that qualify it.

    "the province of Idlib", "Idlib city", "the eastern part of Homs governorate", "the town of Ariha",
    "northwest Syria", "3 km south of Saraqib". Always contains the mention and never crosses a comma or line.
    """
    before, after = _patterns()
    start, end = mention.start, mention.end
    ahead = after.match(text, end, min(len(text), end + REACH))
    if ahead:
        end = ahead.end()
    lead = text[max(0, start - REACH) : start]
    behind = before.search(lead) or (_THE.search(lead) if ahead else None)
    if behind:
        start -= len(behind.group())
    return start, end


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    w = words()
    level = _any(w.admin1 | w.district | w.settlement | w.neighbourhood | w.part)
    side = _any(w.direction | w.part | w.edge | {"part", "parts", "near"})
    distance = r"(?:\d+(?:\.\d+)?\s?(?:km|kilomet(?:er|re)s?|miles?)\s+)?"
    lead = (
        rf"(?:the\s+)?(?:{distance}{side}(?:\s+of)?(?:\s+the)?|{level}\s+of(?:\s+the)?|{side}\s+{level}\s+of)"
    )
    before = re.compile(rf"(?<!\w)(?:{lead}\s+){{1,3}}$", re.IGNORECASE)
    tail = _any(w.admin1 | w.district | w.settlement | w.part | w.pocket | w.facility)
    after = re.compile(rf"(?:[ \u00a0-]{tail}(?!\w)){{1,3}}", re.IGNORECASE)
    return before, after


def _any(kinds: frozenset[str] | set[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, kinds), key=len, reverse=True))})"
