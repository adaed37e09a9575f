"""What the gazetteer says of itself: where its places are from, and how a name was ranked."""

from dataclasses import dataclass

from witnessmark.model.place import Place


@dataclass(slots=True)
class PlaceSource:
    """A list of places in the gazetteer: `rows` kept, `flagged` left out; `added` is a time in UTC."""

    name: str
    file: str
    kind: str  # base | geonames | table | geojson
    licence: str
    added: str
    rows: int = 0
    flagged: int = 0
    etag: str = ""  # of the download, so that one that has not changed is not fetched again


@dataclass(frozen=True, slots=True)
class Match:
    """A place a name may mean: its points, how the name is its, and what the points are for.

    `chosen` marks the place the name is taken for; without it the name stays open, and all are candidates.
    `margin` is the lead over the next other place, as in the record `place`.
    """

    place: Place
    score: float
    how: str
    reasons: tuple[str, ...]
    chosen: bool = False
    margin: float | None = None
    pcode: str | None = None
