"""Promotion inside and after a report: newsletter blocks with their neighbours, lists of other articles."""

from functools import cache
from itertools import pairwise

from witnessmark.model.document import ZoneKind
from witnessmark.read.head import is_byline
from witnessmark.read.knowledge import knowledge
from witnessmark.read.page import Page

# Promotion between two newsletter lines is a slogan or two, never more blocks than this.
GAP_BLOCKS = 2
# A teaser is a headline with at most a standfirst.
TEASER_WORDS = 45
# Signs of a list: one teaser may be a stray line of the report.
LIST_LENGTH = 2
# "Read more:" alone on its line has been labelled as a line of its own; it is a header all the same.
_HEADER_LABELS = (None, ZoneKind.RELATED_ARTICLES)


def mark_newsletters(page: Page) -> None:
    """Fill the short promotional blocks between newsletter blocks."""
    marked = [i for i, label in enumerate(page.labels) if label is ZoneKind.NEWSLETTER_SIGNUP]
    for a, b in pairwise(marked):
        between = range(a + 1, b)
        if len(between) <= GAP_BLOCKS and all(_promotional(page, i) for i in between):
            for i in between:
                page.labels[i] = ZoneKind.NEWSLETTER_SIGNUP


def mark_related(page: Page) -> None:
    """Label lists of other articles: under a header, or as a tail of separated, signed teasers."""
    for i in range(len(page.blocks)):
        if page.labels[i] in _HEADER_LABELS and "related_header" in page.cues[i]:
            _mark_under_header(page, i)
    start = _signed_tail(page)
    for i in range(start, len(page.blocks)):
        page.labels[i] = ZoneKind.RELATED_ARTICLES


def _promotional(page: Page, i: int) -> bool:
    return page.labels[i] is None and "promo" in page.cues[i] and "reporting" not in page.cues[i]


def _mark_under_header(page: Page, header: int) -> None:
    page.labels[header] = ZoneKind.RELATED_ARTICLES
    for i in range(header + 1, len(page.blocks)):
        if page.paragraph(i) or not _teaser(page, i):
            return
        if page.labels[i] is None:
            page.labels[i] = ZoneKind.RELATED_ARTICLES


def _teaser(page: Page, i: int) -> bool:
    """Whether block i reads like a headline or a standfirst; a headline may ask."""
    block = page.blocks[i]
    return block.words <= TEASER_WORDS and (not block.terminal or block.text.endswith(("?", "؟")))


def _separator(page: Page, i: int) -> bool:
    return not page.blocks[i].text.strip(_separators())


@cache
def _separators() -> str:
    return "".join(knowledge("boilerplate")["separators"])


def _signed_tail(page: Page) -> int:
    """First block of a tail in which teasers stand between separators and at least half are signed.

    Separators alone also divide the entries of a log of attacks; names after "By" do not.
    """
    end = len(page.blocks)
    i = end
    while i > 0 and (_separator(page, i - 1) or page.blocks[i - 1].words <= TEASER_WORDS):
        i -= 1
    cuts = [k for k in range(i, end) if _separator(page, k)]
    if len(cuts) < LIST_LENGTH:
        return end
    best, signed, sections = end, 0, 0
    for cut, stop in reversed(list(pairwise([*cuts, end]))):
        if stop - cut < 2 or not _teaser(page, cut + 1):  # an empty section, or one that opens as a sentence
            break
        by = any(is_byline(page.blocks[k]) for k in range(cut + 1, stop))
        signed, sections = signed + by, sections + 1
        if by and sections >= LIST_LENGTH and 2 * signed >= sections:
            best = cut
    return best
