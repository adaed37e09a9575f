"""Cases on file become documents of the product."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id

ROOT = Path(__file__).parents[1]


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """The rows under `cases` in a YAML file."""
    yield from yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]


def document(text: str, name: str, published: date | None = None, language: str = "en") -> Document:
    """A document whose whole text is body, its publication date given where there is one."""
    known = Published(published, PublishedHow.GIVEN) if published else Published()
    sha = bytes_id(text.encode())
    body = Zone(ZoneKind.BODY, 0, len(text))
    return Document(
        f"{name}-{sha}", name, text, sha, "text", published=known, language=language, zones=(body,)
    )


def span(text: str, quote: str) -> tuple[int, int]:
    """Where a case's quote stands. Raises ValueError where it does not: the case is then wrong."""
    start = text.find(quote)
    if start < 0 or text.find(quote, start + 1) >= 0:
        raise ValueError(f"quote must stand once in its text: {quote!r} in {text[:60]!r}")
    return start, start + len(quote)


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
