"""Which ids came out already: one id names one document in a run."""

import hashlib

from witnessmark.errors import DuplicateIdError
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.read.draft import failure

# Bytes of hash kept for each id and text: a file of a million documents must not fill the memory, and at 16
# bytes two different texts meet once in 2**64 documents.
_KEPT = 16


class Seen:
    """The ids of a run with the digest of their text."""

    def __init__(self) -> None:
        self._texts: dict[bytes, bytes] = {}

    def knows(self, document: Document) -> bool:
        """Whether the document came before, with the same text."""
        return self._texts.get(_digest(document.id)) == _digest(document.text)

    def check(self, document: Document) -> Document | Failure:
        """The document, or a DuplicateIdError failure that says whether its text differs."""
        text = _digest(document.text)
        first = self._texts.setdefault(_digest(document.id), text)
        if first is text:
            return document
        if first == text:
            error = DuplicateIdError(f"id {document.id} was read before with the same text; kept once")
        else:
            error = DuplicateIdError(
                f"id {document.id} was read before with another text; "
                "the first is kept, give this one an id of its own"
            )
        return failure(document.path, error)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_KEPT).digest()
