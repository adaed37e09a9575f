"""Where in a document a person means: by the place of what they selected, or by the words they typed."""

from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.model.document import Document
from witnessmark.text.coordinates import withhold
from witnessmark.web.numbers import whole


def spot(document: Document, quote: str, start: str, end: str) -> tuple[int, int]:
    """First place and the one behind the last, of words selected or typed.

    Where the words stand several times, `start` says near which of them. Raises UsageError where they do not
    stand there, or nothing tells which is meant. What is withheld of the text is found by nobody's guess.
    """
    near, last, shown = whole(start), whole(end), withhold(document.text)
    if (
        near is not None
        and last is not None
        and near < last <= len(shown)
        and quote in ("", shown[near:last])
    ):
        return near, last
    words = quote.strip()
    places = list(_places(shown, words))
    if not places:
        raise UsageError(
            _("“%(words)s” does not stand in the text: copy it sign by sign, or select it.")
            % {"words": words[:80]}
        )
    if len(places) > 1 and near is None:
        raise UsageError(
            _("“%(words)s” stands %(times)s times in the text: say from which sign on.")
            % {"words": words[:80], "times": len(places)}
        )
    first = min(places, key=lambda at: abs(at - (near or 0)))
    return first, first + len(words)


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
