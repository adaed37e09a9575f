"""The rule that a finding is where it says it is: `text[start:end] == quote`, and the quote is not empty."""

from itertools import chain

from witnessmark.errors import QuoteError
from witnessmark.model.claim import Claim
from witnessmark.model.place import PlaceMention
from witnessmark.model.reading import Reading
from witnessmark.model.when import Timex, mentioned


def check(reading: Reading) -> None:
    """Raise QuoteError for the first claim, time expression or place that is not in the document."""
    document = reading.document
    timexes = chain.from_iterable(map(mentioned, reading.timexes))
    spans: tuple[Claim | Timex | PlaceMention, ...] = (*reading.claims, *timexes, *reading.places)
    for found in spans:
        wrong = fault(document.id, document.text, found.doc, found.start, found.end, found.quote)
        if wrong:
            raise QuoteError(f"{document.path}: {type(found).__name__.lower()} refused: {wrong}")


def fault(doc: str, text: str, found_in: str, start: int, end: int, quote: str) -> str | None:
    """What is wrong with a span, in words, or None."""
    if found_in != doc:
        return f"it names document {found_in!r}, not {doc!r}"
    if not quote:
        return f"its quote at {start}:{end} is empty"
    if start < 0 or text[start:end] != quote:
        return f"its quote is not the text at {start}:{end}"
    return None
