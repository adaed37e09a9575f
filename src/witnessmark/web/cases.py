"""Open cases: one for each thread and project, kept open from request to request."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from witnessmark.store.case import Case

_held = threading.local()


def opened(path: str) -> "Case":
    """The case in that directory, open in this thread. Raises what `Case.open` raises."""
    from witnessmark.store.case import Case

    known: dict[str, Case] = _held.__dict__.setdefault("cases", {})
    if path not in known:
        known[path] = Case.open(Path(path))
    return known[path]


def close() -> None:
    """Close the cases this thread has open."""
    known = _held.__dict__.pop("cases", {})
    for case in known.values():
        case.close()
