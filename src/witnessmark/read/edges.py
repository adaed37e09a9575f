"""What is glued to a block's edges: a crawler's date before the first sentence, a credit after the last."""

import re
from functools import cache

from witnessmark.model.document import Zone, ZoneKind
from witnessmark.read.credits import trailing_credit
from witnessmark.read.knowledge import knowledge
from witnessmark.read.page import Page
from witnessmark.read.stamps import stamps, weekdays

# How far into the text a crawler's date may reach: label, weekday, date, time.
PREFIX_CHARS = 60

_TIME = re.compile(
    r"(?:\s*(?:T|at|,|-)?\s*\d{1,2}[:.]?\d{2}(?::\d{2})?\s*(?:Z|GMT|UTC|[ap]\.?m\.?)?(?![\w:]))?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[-\u2013—|:,.]*\s*")


def cut_edges(page: Page, i: int) -> list[Zone]:
    """The block's zone, without what is glued to it, and the glued pieces as zones of their own."""
    block, label = page.blocks[i], page.labels[i]
    if label not in {None, ZoneKind.TITLE, ZoneKind.SUBTITLE}:
        return [Zone(label, block.start, block.end)] if label else []
    kind = label or ZoneKind.BODY
    start, end = block.start, block.end
    out = []
    prefix = crawler_prefix(page.text) if i == 0 else 0
    if prefix:
        out.append(Zone(ZoneKind.CRAWLER_METADATA, 0, prefix))
        start = prefix
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


def crawler_prefix(text: str) -> int:
    """Where the first sentence begins after a glued date, or 0 where the text begins with none.

    The date needs a label or a weekday before it, and a capital after it: "5 May 2019 was" is a sentence.
    """
    lead = _lead().match(text)
    if not lead:
        return 0
    stamp = next(stamps(text[: lead.end() + PREFIX_CHARS]), None)
    if not stamp or stamp.start != lead.end():
        return 0
    time = _TIME.match(text, stamp.end)
    joint = _JOINT.match(text, time.end() if time else stamp.end)
    end = joint.end() if joint else stamp.end
    rest = text[end : end + 1]
    glued = bool(rest) and "\n" not in text[:end].strip() and "\n" not in text[stamp.end : end]
    opens = rest.isdigit() or not rest.islower()
    return end if glued and opens and text[end - 1].isspace() else 0


@cache
def _lead() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, knowledge("boilerplate")["crawler_label"]))
    days = "|".join(sorted(map(re.escape, weekdays()), key=len, reverse=True))
    return re.compile(
        rf"\s*(?:(?:{labels})\b\s*[:=]?\s*(?:(?:{days})\b[\s.,]*)?|(?:{days})\b[\s.,]*)", re.IGNORECASE
    )
