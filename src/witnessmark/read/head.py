"""The top of a page: date lines, bylines, breadcrumbs, title and standfirst."""

import re
from functools import cache

from witnessmark.model.document import ZoneKind
from witnessmark.read.blocks import Block
from witnessmark.read.credits import trailing_credit
from witnessmark.read.cues import level
from witnessmark.read.knowledge import knowledge
from witnessmark.read.page import Page
from witnessmark.read.stamps import months, stamps, weekdays

# Longest title and standfirst in words: the longest of the news corpora looked at, rounded up.
TITLE_WORDS = 30
SUBTITLE_WORDS = 45
# A date line holds a date, a time, a label, at most a read-time: never more words than this.
STAMP_WORDS = 16
BYLINE_WORDS = 10

_TOKEN = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_CLOSED = re.compile(r"[.!…:;,\u06d4。_\-\u2013—]$")
_WIRE = re.compile(r"(?:--|—|\u2013)\s*\[")  # "CITY, date -- [TEXT]": a wire's own opening, no headline
_TIME = re.compile(r"\d{1,2}[:.]\d{2}")
# Steps of a navigation trail set one to a line are a word or two each.
CRUMB_WORDS = 3


def mark_head(page: Page) -> None:
    """Label what stands before and around the first paragraph, and breadcrumbs anywhere."""
    first = next((i for i in range(len(page.blocks)) if page.paragraph(i)), len(page.blocks))
    _mark_stamps(page, first)
    _mark_bylines(page, first)
    _mark_breadcrumbs(page, first)
    _mark_credited(page, first)
    title = _mark_title(page)
    if title is not None:
        _mark_subtitle(page, title)
        _mark_trail(page, page.level(title))
    if page.title:
        _mark_trail(page, level(page.title))


def is_stamp(block: Block) -> bool:
    """Whether the block is nothing but a date or a time with its labels."""
    if block.words > STAMP_WORDS or not _DIGIT.search(block.text):
        return False
    if not _TIME.search(block.text) and not next(stamps(block.text), None):
        return False
    known = _stamp_words()
    return all(w in known for w in _TOKEN.findall(level(block.text)))


def is_byline(block: Block) -> bool:
    """Whether the block is a name after "By", nothing else."""
    return block.words <= BYLINE_WORDS and bool(_byline().match(block.text))


@cache
def _stamp_words() -> frozenset[str]:
    spoken = {word for name in months() for word in name.split()}
    return frozenset(spoken | weekdays() | set(map(str, knowledge("boilerplate")["stamp_words"])))


@cache
def _byline() -> re.Pattern[str]:
    lead = "|".join(knowledge("boilerplate")["byline"])
    name = r"(?:[^\W\d_a-z\u0430-\u045f\u0491][\w.'\u2019\-]*|and|of|the|for|in|de|al|el|van|von|bin|&)"
    return re.compile(rf"(?i:{lead})\s+(?-i:{name})(?:[\s,|]+(?-i:{name}))*$")


def _mark_stamps(page: Page, first: int) -> None:
    lines = [i for i, b in enumerate(page.blocks) if page.labels[i] is None and is_stamp(b)]
    labelled = [i for i in lines if "stamp" in page.cues[i]]
    dated = [i for i in lines if next(stamps(page.blocks[i].text), None)]
    # A bare date line further down the report makes the dates headings of a chronology: reporting themselves.
    last = next(
        (i for i in range(first, len(page.blocks)) if "related_header" in page.cues[i]), len(page.blocks)
    )
    chronology = any(first < i < last for i in dated if i not in labelled)
    for i in lines:
        if i in labelled or (i < first and not chronology):
            page.labels[i] = ZoneKind.DATELINE_METADATA


def _mark_bylines(page: Page, first: int) -> None:
    for i, block in enumerate(page.blocks[: first + 1]):
        if page.labels[i] is None and i > 0 and is_byline(block):
            page.labels[i] = ZoneKind.DATELINE_METADATA


def _mark_breadcrumbs(page: Page, first: int) -> None:
    joints = tuple(knowledge("boilerplate")["breadcrumb_joints"])
    for i, block in enumerate(page.blocks):
        if "home" not in page.cues[i] or page.labels[i] is not None:
            continue
        if block.words == 1:
            page.labels[i] = ZoneKind.BREADCRUMB
            _mark_steps(page, i + 1, first)
        elif any(j in block.text for j in joints) and not block.terminal:
            page.labels[i] = ZoneKind.BREADCRUMB


def _mark_steps(page: Page, start: int, first: int) -> None:
    for i in range(start, first):
        if page.blocks[i].words > CRUMB_WORDS or page.blocks[i].terminal:
            return
        page.labels[i] = page.labels[i] or ZoneKind.BREADCRUMB


def _mark_credited(page: Page, first: int) -> None:
    """A short block above the report that ends in a credit is what stands under a picture."""
    if first == len(page.blocks):
        return
    for i, block in enumerate(page.blocks[:first]):
        if (
            page.labels[i] is None
            and block.words <= SUBTITLE_WORDS
            and trailing_credit(block.text) is not None
        ):
            page.labels[i] = ZoneKind.PHOTO_CAPTION


def _mark_trail(page: Page, title: str) -> None:
    """A navigation trail may have no joints left but ends in the title it leads to."""
    for i in range(len(page.blocks)):
        if "home" in page.cues[i] and page.level(i) != title and page.level(i).endswith(title):
            page.labels[i] = ZoneKind.BREADCRUMB


def _mark_title(page: Page) -> int | None:
    i = next((i for i, label in enumerate(page.labels) if label is None), None)
    if i is None or i + 1 >= len(page.blocks):
        return None
    block = page.blocks[i]
    same = page.title is not None and page.level(i) == level(page.title)
    short = block.words <= TITLE_WORDS and not _CLOSED.search(block.text) and not _WIRE.search(block.text)
    if same or short:
        page.labels[i] = ZoneKind.TITLE
        return i
    return None


def _mark_subtitle(page: Page, title: int) -> None:
    i = next((i for i in range(title + 1, len(page.labels)) if page.labels[i] is None), None)
    if i is None or i + 1 >= len(page.blocks):
        return
    block = page.blocks[i]
    if block.words <= SUBTITLE_WORDS and not block.terminal and not _CLOSED.search(block.text):
        page.labels[i] = ZoneKind.SUBTITLE
