"""Zones of a plain text: what each stretch of the page is for.

Method: the text is cut into blocks; a block's own words mark furniture (cues); its place and its neighbours
mark the title, the standfirst, date lines, newsletter promotion and lists of other articles; a trailing
credit or a leading crawler date is cut out of its block. What nothing marks is body: throwing reporting away
is the worse error, so every rule has a ceiling on length and lists need two independent signs.
"""

from witnessmark.model.document import Zone, ZoneKind
from witnessmark.read.blocks import blocks
from witnessmark.read.credits import picture_credit
from witnessmark.read.edges import cut_edges
from witnessmark.read.head import mark_head
from witnessmark.read.page import Page
from witnessmark.read.promotion import mark_newsletters, mark_related

# A block carrying one of these cues is that zone, first match first.
_BY_CUE = (
    ("caption", ZoneKind.PHOTO_CAPTION),
    ("newsletter", ZoneKind.NEWSLETTER_SIGNUP),
    ("related_line", ZoneKind.RELATED_ARTICLES),
    ("widget", ZoneKind.WIDGET),
    ("credit", ZoneKind.SOURCE_CREDIT),
    ("slug", ZoneKind.DATELINE_METADATA),
)
_PROMOTION = {ZoneKind.NEWSLETTER_SIGNUP, ZoneKind.WIDGET}


def zones(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """Zones in order, disjoint, together holding every character of `text` that is not white space.

    `title` is the title known from metadata, if any; it helps to tell a headline from a first sentence.
    """
    page = Page(text, blocks(text), title)
    for i, found in enumerate(page.cues):
        page.labels[i] = next(
            (kind for cue, kind in _BY_CUE if cue in found and not _vetoed(kind, found)), None
        )
        if page.labels[i] is ZoneKind.PHOTO_CAPTION and picture_credit(page.blocks[i].text):
            page.labels[i] = ZoneKind.SOURCE_CREDIT
    mark_head(page)
    mark_newsletters(page)
    mark_related(page)
    return _merge([z for i in range(len(page.blocks)) for z in cut_edges(page, i)])


def _vetoed(kind: ZoneKind, found: frozenset[str]) -> bool:
    """A block that tells news and asks for a subscription is kept for the news."""
    return kind in _PROMOTION and "reporting" in found


def _merge(pieces: list[Zone]) -> tuple[Zone, ...]:
    """Neighbours of one kind are one zone."""
    out: list[Zone] = []
    for z in pieces:
        if out and out[-1].zone == z.zone:
            out[-1] = Zone(z.zone, out[-1].start, z.end)
        else:
            out.append(z)
    return tuple(out)
