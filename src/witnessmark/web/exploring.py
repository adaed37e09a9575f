"""What the explore page, its map and its exports ask of a case: all through one filter.

What is shown has positions as a report has them: nothing below a town is finer than a tenth of a degree.
Boxes are rounded alike, so that narrowing one step by step tells no more either.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from witnessmark.model.filter import Box, Filter, Unknowns
from witnessmark.model.incident import Incident
from witnessmark.model.listing import Cells, Facets, Histogram, Page, PlaceCount
from witnessmark.model.place import Place
from witnessmark.publish.protect import coarse, protect_incident
from witnessmark.publish.tongue import ENGLISH, speaking

if TYPE_CHECKING:
    from witnessmark.store.case import Case

PAGE = 50  # rows of the table
PIECE = 500  # incidents that an export holds at a time
PLACES = 60  # of the table of places
DRAWN = 300  # incidents that a map draws each as what it is; more become squares
MOST_YEARS = 12  # drawn month by month; longer times year by year
FINEST = 8  # zoom: squares of 0.18 degrees, coarser than what positions are rounded to


@dataclass(frozen=True, slots=True)
class Explored:
    """One page of a filter's incidents, and all of them counted."""

    page: Page[Incident]
    whole: int
    undated: int
    unplaced: int
    facets: Facets
    histogram: Histogram
    places: tuple[PlaceCount, ...]


@dataclass(frozen=True, slots=True)
class MapPart:
    """What a map shows of its frame: the place of each incident where they are few, else squares."""

    places: tuple[Place, ...]
    cells: Cells | None


def snapped(wanted: Filter) -> Filter:
    """The filter, its box widened as `wide` does."""
    return wanted if wanted.bbox is None else replace(wanted, bbox=wide(wanted.bbox))


def wide(box: Box) -> Box:
    """The box with edges between tenths of a degree: what it has is told by positions rounded to tenths."""
    west, south = (_between(edge) - 0.05 for edge in (box.west, box.south))
    east, north = (_between(edge) + 0.05 for edge in (box.east, box.north))
    return Box(max(west, -180), max(south, -90), min(east, 180), min(north, 90))


def _between(edge: float) -> float:
    return round(edge * 10) / 10


def explored(case: "Case", asked: Filter, after: str | None) -> Explored:
    """What the filter has; UsageError where `after` came from no page of it."""
    wanted = snapped(asked)
    page = case.incidents_where(wanted, after, PAGE)
    dateless = replace(wanted, start=None, end=None, undated=Unknowns.ONLY)
    placeless = replace(wanted, place="", country="", admin1="", bbox=None, unplaced=Unknowns.ONLY)
    return Explored(
        replace(page, items=tuple(map(protect_incident, page.items))),
        case.count_where(wanted),
        case.count_where(dateless),
        case.count_where(placeless),
        case.facets(wanted),
        _histogram(case, wanted),
        case.places_where(wanted, PLACES),
    )


def _histogram(case: "Case", wanted: Filter) -> Histogram:
    """By months where these are not too many to be drawn, else by years."""
    months = case.histogram(wanted)
    years = {int(label[:4]) for label, _ in months.bars}
    return case.histogram(wanted, years=True) if years and max(years) - min(years) > MOST_YEARS else months


def map_part(case: "Case", asked: Filter, zoom: int, frame: Box | None) -> MapPart:
    """What a map of that zoom and frame shows of the filter."""
    wanted = snapped(asked)
    if wanted.unplaced is Unknowns.ONLY:
        return MapPart((), None)
    inside = wanted if wanted.bbox or frame is None else replace(wanted, bbox=wide(frame))
    inside = replace(inside, unplaced=Unknowns.AS_ASKED)
    if case.count_where(inside) <= DRAWN:
        return MapPart(tuple(map(coarse, case.points_where(inside, DRAWN))), None)
    return MapPart((), case.map_cells(wanted, min(max(zoom, 0), FINEST), frame and wide(frame)))


def all_of(case: "Case", asked: Filter) -> Iterator[Incident]:
    """Every incident of the filter, in the order of pages, some at a time."""
    wanted, after = snapped(asked), None
    while True:
        page = case.incidents_where(wanted, after, PIECE)
        yield from page.items
        if page.after is None:
            return
        after = page.after


def report(case: "Case") -> str:
    """The report of a whole case, as it may leave: made of all of it, however large that is."""
    from witnessmark.pipeline.dossiers import dossier
    from witnessmark.publish import publish

    with speaking(ENGLISH):  # as the page around it is
        return publish(dossier(case))
