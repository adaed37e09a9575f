"""What a format reader hands on: text and whatever metadata its format carries."""

from dataclasses import dataclass

from witnessmark.errors import WitnessmarkError
from witnessmark.model.failure import Failure

STAGE = "read"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before its zones, dates and language are read from the text."""

    path: str
    name: str  # the file's own name: with the bytes it makes the id
    data: bytes
    text: str
    format: str
    encoding: str = "utf-8"
    id: str | None = None
    title: str | None = None
    published: str | None = None  # as the metadata writes it
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def failure(item: str, error: WitnessmarkError) -> Failure:
    """The record of an item that failed."""
    return Failure(item, STAGE, type(error).__name__, str(error))
