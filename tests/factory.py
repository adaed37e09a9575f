"""Readable values for tests: only what a test speaks of needs to be given."""

from datetime import date
from typing import Any

from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id, content_id


def document(text: str, name: str = "report.txt", published: date | None = None, **more: Any) -> Document:
    """A document whose whole text is body."""
    sha = bytes_id(text.encode())
    known = Published(published, PublishedHow.GIVEN) if published else Published()
    zones = more.pop("zones", (Zone(ZoneKind.BODY, 0, len(text)),))
    language = more.pop("language", "en")
    return Document(
        content_id("document", {"sha256": sha, "name": name}),
        name, text, sha, "text", published=known, zones=zones, language=language, **more,
    )  # fmt: skip


def count(value: int, measure: str = "killed", group: str | None = "person") -> Count:
    """An exact count."""
    return Count(measure, group, value, value, value, Qualifier.EXACTLY, str(value))


def claim(doc: Document, quote: str, origin: str = "SOURCE", **more: Any) -> Claim:
    """A claim whose quote is found in the document's text."""
    start = doc.text.index(quote)
    return Claim(
        content_id("claim", {"doc": doc.id, "start": start, "quote": quote}),
        doc.id, start, start + len(quote), quote, ZoneKind.BODY,
        more.pop("kind", ClaimKind.INCIDENT), (Claimant(origin, explicit=True),),
        more.pop("modality", Modality.ASSERTED), **more,
    )  # fmt: skip
