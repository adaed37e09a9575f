"""The top of a page: date lines, bylines, breadcrumbs, title and standfirst."""

import re
from functools import cache
from itertools import pairwise

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
        _mark_signed(page, title + 1, first)
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
    known = knowledge("boilerplate")
    lead, name = "|".join(known["byline"]), _name()
    return re.compile(rf"(?i:{lead})\s+(?-i:{name})(?:[\s,|]+(?-i:{name}))*$")


@cache
def _name() -> str:
    """The pattern of a word of a name."""
    particles = "|".join(knowledge("boilerplate")["name_particles"])
    return rf"(?:[^\W\d_a-z\u0430-\u045f\u0491][\w.'\u2019\-]*|{particles})"


@cache
def _trail() -> re.Pattern[str]:
    """The word for the front page with a joint right behind it: "Home > News", not "Home hit | The Post"."""
    known = knowledge("boilerplate")
    words = "|".join(re.escape(p) for c in known["cues"] if c["name"] == "home" for p in c["phrases"])
    joints = "|".join(map(re.escape, known["breadcrumb_joints"]))
    return re.compile(rf"(?:{words})\s*(?:{joints})")


def _mark_stamps(page: Page, first: int) -> None:
    """Date lines that say of what, anywhere; bare ones above the report, unless they head its entries."""
    lines = [i for i, b in enumerate(page.blocks) if page.labels[i] is None and is_stamp(b)]
    bare = [i for i in lines if "stamp" not in page.cues[i]]
    last = next(
        (i for i in range(first, len(page.blocks)) if "related_header" in page.cues[i]), len(page.blocks)
    )
    chronology = any(_apart(page, a, b) for a, b in pairwise(i for i in bare if i < last))
    for i in lines:
        if i not in bare or (i < first and not chronology):
            page.labels[i] = ZoneKind.DATELINE_METADATA


def _apart(page: Page, a: int, b: int) -> bool:
    """Whether anything longer than a name stands between two date lines."""
    return any(page.blocks[i].words > CRUMB_WORDS for i in range(a + 1, b))


def _mark_bylines(page: Page, first: int) -> None:
    for i, block in enumerate(page.blocks[: first + 1]):
        if page.labels[i] is None and i > 0 and is_byline(block):
            page.labels[i] = ZoneKind.DATELINE_METADATA


def _mark_breadcrumbs(page: Page, first: int) -> None:
    trail = _trail()
    for i, block in enumerate(page.blocks):
        if "home" not in page.cues[i] or page.labels[i] is not None:
            continue
        if block.words == 1:
            page.labels[i] = ZoneKind.BREADCRUMB
            _mark_steps(page, i + 1, first)
        elif trail.match(page.level(i)) and not block.terminal:
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
    if same or (short and not is_stamp(block)):
        page.labels[i] = ZoneKind.TITLE
        return i
    return None


def _mark_signed(page: Page, i: int, first: int) -> None:
    """Right under the title, who prints it and when, and nothing else: "The Harbour Post, 4 May 2020"."""
    if i < first and page.labels[i] is None and _is_signed(page.blocks[i]):
        page.labels[i] = ZoneKind.DATELINE_METADATA


def _is_signed(block: Block) -> bool:
    text = block.text.rstrip()
    found = list(stamps(text)) if block.words <= STAMP_WORDS else []
    return len(found) == 1 and found[0].end == len(text) and bool(_names().match(text[: found[0].start]))


@cache
def _names() -> re.Pattern[str]:
    """Names and a joint behind them, up to a date."""
    name = _name()
    return re.compile(rf"{name}(?:\s+{name})*\s*[,|\u00b7\u2013—\-]\s*$")


def _mark_subtitle(page: Page, title: int) -> None:
    i = next((i for i in range(title + 1, len(page.labels)) if page.labels[i] is None), None)
    if i is None or i + 1 >= len(page.blocks):
        return
    block = page.blocks[i]
    if block.words <= SUBTITLE_WORDS and not (
        block.terminal or _CLOSED.search(block.text) or is_stamp(block)
    ):
        page.labels[i] = ZoneKind.SUBTITLE
