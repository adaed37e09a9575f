"""What filters need of incidents, column by column: days, points and words as numbers, packed into a text.

Numbers are wide enough for what they hold (`_ROW`): a point is kept to a tenth of a metre. A word is the
position of its term; 0 is none.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident, IncidentKind

NOWHERE = -(2**31)  # the latitude and longitude of what has no point
UNKNOWN = -1  # killed, where no figure says
DEGREE = 1_000_000
NOTHING = -(2**63)  # a figure's end that nobody knows
_MOST = 2**62  # figures beyond this are kept as this
_ROW = np.dtype(
    [
        ("position", "<i8"),
        ("mark", "<u8"),
        ("killed", "<i8"),
        ("start", "<i4"),
        ("end", "<i4"),
        ("lat", "<i4"),
    ]
    + [(name, "<i4") for name in ("lon", "kind", "country", "admin1", "place", "precision", "grade")]
)
_TAG = np.dtype([("owner", "<i4"), ("term", "<i4")])
_DOC = np.dtype([("owner", "<i4"), ("number", "<i8")])
# A figure of the row `owner`; `what` is the term of its measure and group.
_FIGURE = np.dtype([("owner", "<i4"), ("what", "<i4"), ("low", "<i8"), ("best", "<i8"), ("high", "<i8")])
# The parts of an incident that are several words, and the axis of their terms.
TAGS: dict[str, Callable[[Incident], Iterable[str]]] = {
    "method": lambda i: i.method,
    "object": lambda i: i.target,
    "party": lambda i: i.attributed_to,
    "level": lambda i: (i.place.level,) if i.place is not None else (),
    "flag": lambda i: i.grade.flags,
    "part": lambda i: i.members if i.kind is IncidentKind.INCIDENT else (),
}
Numbered = Callable[[str, str], int]  # axis and term -> its position
Records = NDArray[np.void]


@dataclass(frozen=True, slots=True)
class Columns:
    """Incidents as rows of numbers; `tags`, `docs` and `figures` name the row they are of."""

    rows: Records
    tags: Records
    docs: Records
    figures: Records

    @property
    def owned(self) -> tuple[Records, ...]:
        return self.tags, self.docs, self.figures

    def packed(self) -> str:
        """As a text: three sizes, the parts, and the figures to the end."""
        sizes = np.array([len(self.rows), len(self.tags), len(self.docs)], "<i8")
        return b64encode(b"".join(part.tobytes() for part in (sizes, self.rows, *self.owned))).decode()

    def without(self, positions: Sequence[int]) -> "Columns":
        """These columns without the incidents of these positions."""
        kept = ~np.isin(self.rows["position"], positions)
        moved = np.cumsum(kept, dtype="<i4") - 1
        return Columns(self.rows[kept], *(_moved(part, kept, moved) for part in self.owned))


def unpacked(data: str) -> Columns:
    """The columns that were packed."""
    told = b64decode(data)
    sizes = np.frombuffer(told, "<i8", 3)
    parts, at = [], sizes.nbytes
    for shape, size in zip((_ROW, _TAG, _DOC), sizes, strict=True):
        parts.append(np.frombuffer(told, shape, int(size), at))
        at += parts[-1].nbytes
    rows, tags, docs = parts
    figures = np.frombuffer(told[at:], _FIGURE)
    return Columns(rows, tags, docs, figures)


def joined(some: Sequence[Columns]) -> Columns:
    """One after the other."""
    if not some:
        return columns_of([], lambda *_: 0, {})
    before = np.cumsum([0, *(len(c.rows) for c in some[:-1])])
    owned = zip(*(c.owned for c in some), strict=True)
    later = ([_later(part, n) for part, n in zip(parts, before, strict=True)] for parts in owned)
    return Columns(np.concatenate([c.rows for c in some]), *map(np.concatenate, later))


def columns_of(
    incidents: Sequence[tuple[int, Incident]],
    numbered: Numbered,
    documents: dict[str, tuple[int, str]],
) -> Columns:
    """The columns of incidents with their positions; `documents` gives of each its place and language."""
    rows, tags, docs, figures = [], [], [], []
    for n, (position, incident) in enumerate(incidents):
        rows.append(_row(position, incident, numbered))
        told = [documents[doc] for doc in incident.documents if doc in documents]
        named = [(axis, term) for axis, of in TAGS.items() for term in of(incident)]
        named += [("language", language) for _, language in told]
        tags += [(n, numbered(axis, term)) for axis, term in dict.fromkeys(named)]
        docs += [(n, number) for number in dict.fromkeys(number for number, _ in told)]
        figures += [_figure(n, figure, numbered) for figure in incident.figures]
    return Columns(
        np.array(rows, _ROW), np.array(tags, _TAG), np.array(docs, _DOC), np.array(figures, _FIGURE)
    )


def mark(incident: str) -> int:
    """A number of 64 bits by which incidents of one day are in a stable order."""
    return int.from_bytes(sha256(incident.encode("utf-8", "surrogatepass")).digest()[:8])


def day(given: date | None) -> int:
    """A day as its number; 0 is none."""
    return given.toordinal() if given else 0


def _row(position: int, incident: Incident, numbered: Numbered) -> tuple[int, ...]:
    start, end = incident.date
    place = incident.place
    point = place is not None and place.lat is not None and place.lon is not None
    words = {"kind": str(incident.kind), "country": "", "admin1": "", "place": "", "precision": ""}
    if place is not None:
        words |= {"country": place.country or "", "admin1": place.admin1 or "", "place": place.name}
        words |= {"precision": str(place.known)}
    words |= {"grade": incident.grade.minimum}
    return (
        position, mark(incident.id), _killed(incident), day(start), day(end),
        _degrees(place.lat if place and point else None), _degrees(place.lon if place and point else None),
        *(numbered(axis, term) if term else 0 for axis, term in words.items()),
    )  # fmt: skip


def _figure(n: int, figure: Figure, numbered: Numbered) -> tuple[int, ...]:
    what = figure.measure if figure.group is None else f"{figure.measure}\n{figure.group}"
    high = figure.high if figure.high is not None and figure.high <= _MOST else NOTHING
    low, best = (NOTHING if end is None else min(end, _MOST) for end in (figure.low, figure.best))
    return n, numbered("figure", what), low, best, high


def _degrees(angle: float | None) -> int:
    return NOWHERE if angle is None else round(angle * DEGREE)


def _killed(incident: Incident) -> int:
    """The highest best figure of those killed, which is that of the widest group."""
    known = [f.best for f in incident.figures if f.measure == "killed" and f.best is not None]
    return min(max(known, default=UNKNOWN), _MOST)


def _moved(part: Records, kept: NDArray[np.bool_], moved: NDArray[np.int32]) -> Records:
    left: Records = part[kept[part["owner"]]]
    left["owner"] = moved[left["owner"]]
    return left


def _later(part: Records, rows: int) -> Records:
    out = part.copy()
    out["owner"] += rows
    return out
