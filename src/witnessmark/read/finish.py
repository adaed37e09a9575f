"""From a format reader's draft to a document: everything that is read from the text itself."""

from datetime import date

from witnessmark.model.document import CLAIM_ZONES, Document, Zone, ZoneKind
from witnessmark.model.ids import bytes_id, content_id
from witnessmark.read.draft import Draft
from witnessmark.read.language import UNDETERMINED, language
from witnessmark.read.publication import published, publisher
from witnessmark.read.titled import with_title
from witnessmark.read.translation import translated
from witnessmark.read.zones import zones


def finish(draft: Draft, given: date | None, today: date) -> Document:
    """The document of a draft: id, zones, title, publication, publisher, language, translation."""
    text = draft.text
    parts = zones(text, draft.title)
    told = published(text, parts, draft.published, given, today)
    outlet = draft.publisher or publisher(text, parts)
    text, parts = with_title(text, parts, draft.title, outlet)
    sha256 = bytes_id(draft.data)
    code = _language(draft, text, parts)
    machine, evidence = translated(text, code)
    return Document(
        id=draft.id or content_id("document", {"sha256": sha256, "name": draft.name}),
        path=draft.path,
        text=text,
        sha256=sha256,
        format=draft.format,
        encoding=draft.encoding,
        title=draft.title or _title(text, parts),
        published=told,
        publisher=outlet,
        url=draft.url,
        language=code,
        machine_translated=machine,
        translation_evidence=evidence,
        zones=parts,
    )


def _title(text: str, parts: tuple[Zone, ...]) -> str | None:
    return next((text[z.start : z.end] for z in parts if z.zone is ZoneKind.TITLE), None)


def _language(draft: Draft, text: str, parts: tuple[Zone, ...]) -> str:
    """A record's own word goes first; a page's is only the site's template, so detection goes before it."""
    if draft.language and draft.format == "jsonl":
        return draft.language.lower()
    reporting = " ".join(text[z.start : z.end] for z in parts if z.zone in CLAIM_ZONES)
    found = language(reporting or text)
    return found if found != UNDETERMINED or not draft.language else draft.language
