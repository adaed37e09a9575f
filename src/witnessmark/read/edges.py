"""What is glued to a block's edges: a crawler's date before the first sentence, a credit after the last."""

import re
from functools import cache

from witnessmark.model.document import Zone, ZoneKind
from witnessmark.read.blocks import Block
from witnessmark.read.credits import trailing_credit
from witnessmark.read.glued import glued_head
from witnessmark.read.knowledge import knowledge
from witnessmark.read.page import Page
from witnessmark.read.stamps import stamps, weekdays

# How far into the text a crawler's date may reach: label, weekday, date, time.
PREFIX_CHARS = 60

_TIME = re.compile(
    r"(?:\s*(?:T|at|,|-)?\s*\d{1,2}[:.]\d{2}(?::\d{2})?|\s*at\s+\d{4})(?:\s*(?:Z|GMT|UTC|[ap]\.?m\.?))?(?![\w:])",
    re.IGNORECASE,
)
_WIDE = re.compile(r"\s\s")
_JOINT = re.compile(r"\s*[-\u2013—|:,.]*\s*")


def cut_edges(page: Page, i: int) -> list[Zone]:
    """The block's zone, without what is glued to it, and the glued pieces as zones of their own."""
    block, label = page.blocks[i], page.labels[i]
    if label not in {None, ZoneKind.TITLE, ZoneKind.SUBTITLE}:
        return [Zone(label, block.start, block.end)] if label else []
    kind = label or ZoneKind.BODY
    start, end = block.start, block.end
    out = []
    prefix = crawler_prefix(page) if i == 0 else 0
    if prefix:
        out.append(Zone(ZoneKind.CRAWLER_METADATA, 0, prefix))
        start = prefix
    if label is None and not any(page.labels[:i]):
        out.extend(glued_head(page.text, start, end, page.title))
        start = (
            next((j for j in range(out[-1].end, end) if not page.text[j].isspace()), end) if out else start
        )
    credit = trailing_credit(block.text) if label is None else None
    if credit is not None:
        end = block.start + credit
        while end > start and page.text[end - 1].isspace():
            end -= 1
    if end > start:
        out.append(Zone(kind, start, end))
    if credit is not None:
        out.append(Zone(ZoneKind.SOURCE_CREDIT, max(start, block.start + credit), block.end))
    return out


def crawler_prefix(page: Page) -> int:
    """Where the first sentence begins after a glued date, or 0 where the text begins with none.

    The date needs a label or a weekday before it, or the wide gap of a lost line break after it, and no
    small letter behind: "5 May 2019 was" is a sentence. Where other blocks begin so too, it is a log.
    """
    text = page.text
    lead = _lead().match(text)
    opening = lead.end() if lead else len(text) - len(text.lstrip())
    stamp = next(stamps(text[: opening + PREFIX_CHARS]), None)
    if not stamp or stamp.start != opening:
        return 0
    time = _TIME.match(text, stamp.end)
    joint = _JOINT.match(text, time.end() if time else stamp.end)
    end = joint.end() if joint else stamp.end
    gap = text[stamp.end : end]
    sure = lead or (_WIDE.search(gap) and not any(_begins_dated(b) for b in page.blocks[1:]))
    glued = sure and "\n" not in gap and text[end - 1].isspace() and text[end : end + 1]
    return end if glued and not text[end].islower() else 0


def _begins_dated(block: Block) -> bool:
    stamp = next(stamps(block.text[:PREFIX_CHARS]), None)
    return stamp is not None and stamp.start == 0


@cache
def _lead() -> re.Pattern[str]:
    labels, days = (
        "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        for words in (knowledge("boilerplate")["crawler_label"], weekdays())
    )
    return re.compile(
        rf"\s*(?:(?:{labels})\b\s*[:=]?\s*(?:(?:{days})\b[\s.,]*)?|(?:{days})\b[\s.,]*)", re.IGNORECASE
    )
