"""A document: bytes kept as received, the text read from them, zones with exact offsets.

Offsets everywhere are Python code points, end exclusive, into `Document.text`, which is never
changed after reading.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ZoneKind(StrEnum):
    """What a stretch of a page is for; only some kinds may carry claims."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    PHOTO_CAPTION = "photo_caption"
    DATELINE_METADATA = "dateline_metadata"
    CRAWLER_METADATA = "crawler_metadata"
    NEWSLETTER_SIGNUP = "newsletter_signup"
    RELATED_ARTICLES = "related_articles"
    SOURCE_CREDIT = "source_credit"
    BREADCRUMB = "breadcrumb"
    WIDGET = "widget"


CLAIM_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.BODY, ZoneKind.PHOTO_CAPTION})
TITLES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE})


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch `text[start:end]` of one kind."""

    zone: ZoneKind
    start: int
    end: int

    @property
    def claims_allowed(self) -> bool:
        return self.zone in CLAIM_ZONES


class PublishedHow(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"  # by the person who ran the command (--published)
    STATED = "stated"  # in the text itself
    METADATA = "metadata"  # in the page's or record's metadata
    INFERRED = "inferred"  # from other dates in the text; bounds say how well
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: `day` where it is known, else bounds where some are known."""

    day: date | None = None
    how: PublishedHow = PublishedHow.UNKNOWN
    low: date | None = None
    high: date | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One report as received: `sha256` is of its bytes, `text` is what was read from them."""

    id: str
    path: str
    text: str
    sha256: str
    format: str
    encoding: str = "utf-8"
    title: str | None = None
    published: Published = Published()
    publisher: str | None = None
    url: str | None = None
    language: str = "und"
    machine_translated: bool | None = False  # None: there is weak evidence, a person should look
    translation_evidence: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    lineage: str | None = None
