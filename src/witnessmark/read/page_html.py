"""HTML pages: the article and the page's own metadata, by trafilatura."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from witnessmark.errors import EmptyError
from witnessmark.model.failure import Failure
from witnessmark.read.cues import level
from witnessmark.read.decode import decode
from witnessmark.read.draft import Draft
from witnessmark.read.limits import MAX_HTML_BYTES, bounded
from witnessmark.read.plain import damage, whole

if TYPE_CHECKING:
    from trafilatura.settings import Document as Article

# Browsers look for the charset in the first 1024 bytes (WHATWG HTML 13.2.3.2); pages put it a little later.
_HEAD_BYTES = 4096
# The shortest reports are one sentence; menu entries and buttons stay below this.
SENTENCE_WORDS = 6
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_LANG = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)


def read_page(stream: BinaryIO, path: str, name: str) -> Iterator[Draft | Failure]:
    """One document: the article's title and text, without navigation.

    Raises EmptyError for a page without an article and UnreadableError for bytes that are no text.
    """
    data = whole(stream, MAX_HTML_BYTES)
    decoded = decode(data, declared_charset(data))
    yield page_draft(decoded.text, Draft(path, name, data, "", "html", decoded.encoding))
    yield from damage(path, decoded)


def declared_charset(data: bytes) -> str | None:
    """The charset the page names in its head."""
    m = _CHARSET.search(data[:_HEAD_BYTES])
    return m[1].decode("ascii") if m else None


def page_draft(html: str, shell: Draft) -> Draft:
    """The draft of a page's markup; metadata already in `shell` goes first."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        html,
        url=shell.url,
        with_metadata=True,
        include_comments=False,
        # Only dates the page states as its own: a date found in its text may be any date.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "9999-12-31"},
    )
    body = found.text if found and not isinstance(found, dict) else None
    if isinstance(found, dict) or found is None or not body or not _reads(body):
        raise EmptyError("no article was found in the page; save its text as .txt and add that")
    title = shell.title or found.title
    language = _LANG.search(html)
    return Draft(
        path=shell.path,
        name=shell.name,
        data=shell.data,
        text=bounded(_with_title(title, body)),
        format=shell.format,
        encoding=shell.encoding,
        id=shell.id,
        title=title,
        published=shell.published or found.date,
        publisher=shell.publisher or _publisher(found),
        url=shell.url or found.url,
        language=shell.language or (language[1].lower() if language else None),
    )


def _reads(body: str) -> bool:
    """Whether any line is long enough to say something; menus, found too, are a few words a line."""
    return any(len(line.split()) >= SENTENCE_WORDS for line in body.splitlines())


def _publisher(found: "Article") -> str | None:
    return found.sitename or found.hostname


def _with_title(title: str | None, body: str) -> str:
    """The headline is part of what was published, and trafilatura keeps it apart."""
    if not title or level(body.lstrip()).startswith(level(title)):
        return body
    return f"{title}\n\n{body}"
