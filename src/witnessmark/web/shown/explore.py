"""The explore page: what was asked for, the choices there are, the incidents and where and when they were."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from witnessmark.model.filter import Filter, Unknowns
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.listing import PlaceCount
from witnessmark.publish import phrases, words
from witnessmark.publish.labels import Labels
from witnessmark.publish.table import incident_row
from witnessmark.publish.tongue import say, tongue
from witnessmark.web.exploring import Explored
from witnessmark.web.shown.histogram import Drawing, address, drawing
from witnessmark.web.shown.labels import label as of_any
from witnessmark.web.shown.labels import language

_AXES = {"party": "", "method": "methods", "object": "objects"}  # facet -> taxonomy of its words
_MOST = 12  # choices of a facet that stand open; the others are behind them
_FIGURES = 3  # of an incident that stand in its row; the others are on its own page
_GRADES = ("V1", "V2", "V3", "V4", "V5")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may be filtered by, and how many incidents have it."""

    value: str
    label: str
    number: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field, the most frequent first; what is chosen is always among the first."""

    name: str
    title: str
    first: tuple[Choice, ...]
    others: tuple[Choice, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that is asked for, and the filter without it."""

    title: str
    label: str
    without: str


@dataclass(frozen=True, slots=True)
class Line:
    """An incident as a row."""

    id: str
    what: str
    kind: str
    when: str
    place: str
    known: str
    figures: tuple[str, ...]
    more: int
    attributed_to: str
    objects: str
    grade: str
    origins: int
    publications: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how many incidents it has."""

    name: str
    around: str
    known: str
    number: int
    query: str


@dataclass(frozen=True, slots=True)
class ExplorePage:
    """All that the page shows."""

    query: str
    fields: dict[str, Any]
    chips: tuple[Chip, ...]
    facets: tuple[Facet, ...]
    grades: tuple[Choice, ...]
    lines: tuple[Line, ...]
    whole: int
    next: str
    undated: int
    undated_query: str
    unplaced: int
    unplaced_query: str
    timeline: Drawing
    places: tuple[Spot, ...]
    placed: bool


def explore_page(found: Explored, wanted: Filter, labels: Labels) -> ExplorePage:
    """What the template gets."""
    after = found.page.after
    return ExplorePage(
        query=address(wanted),
        fields={name: values[0] for name, values in wanted.query().items()},
        chips=tuple(_chips(wanted, labels)),
        facets=tuple(_facets(found, wanted, labels)),
        grades=tuple(Choice(g, _grade(g, labels), None, g == wanted.grade) for g in _GRADES),
        lines=tuple(_line(i, labels) for i in found.page.items),
        whole=found.whole,
        next="" if after is None else f"{address(wanted)}&after={after}",
        undated=found.undated,
        undated_query=address(replace(wanted, start=None, end=None, undated=Unknowns.ONLY)),
        unplaced=found.unplaced,
        unplaced_query=address(_somewhere(wanted, unplaced=Unknowns.ONLY)),
        timeline=drawing(found.histogram, wanted),
        places=tuple(_spot(p, wanted, labels) for p in found.places),
        placed=wanted.placed or wanted.unplaced is not Unknowns.AS_ASKED,
    )


def _somewhere(wanted: Filter, **place: Any) -> Filter:  # noqa: ANN401  (fields of a filter)
    """The filter with another place, or none."""
    bare = replace(wanted, place="", country="", admin1="", bbox=None, unplaced=Unknowns.AS_ASKED)
    return replace(bare, **place)


def _line(incident: Incident, labels: Labels) -> Line:
    row = incident_row(incident, labels)
    place = incident.place
    figures = [phrases.figure(f, labels) for f in phrases.figures(incident, labels)]
    return Line(
        id=incident.id,
        what=row["what"],
        kind=labels.of("incident_kinds", incident.kind) if incident.kind is not IncidentKind.INCIDENT else "",
        when=words.span(*incident.date) if any(incident.date) else "",
        place=words.place(place) if place else "",
        known=labels.of("place_precision", place.known) if place else "",
        figures=tuple(figures[:_FIGURES]),
        more=max(len(figures) - _FIGURES, 0),
        attributed_to=say(", ").join(map(labels.name, incident.attributed_to)),
        objects=row["object"] if incident.target else "",
        grade=incident.grade.minimum.partition("_")[0],
        origins=len(incident.origins),
        publications=incident.publications,
    )


def _facets(found: Explored, wanted: Filter, labels: Labels) -> Iterator[Facet]:
    titles = {
        "kind": _("Kind"), "party": _("Attributed to"), "method": _("Method"), "object": _("Object"),
        "language": _("Language of a report"),
    }  # fmt: skip
    for name, title in titles.items():
        chosen = tuple(map(str, getattr(wanted, name)))
        counted = dict(found.facets.get(name, ()))
        known = counted | {value: counted.get(value, 0) for value in chosen}
        choices = [Choice(v, label(name, v, labels), n, v in chosen) for v, n in known.items()]
        choices.sort(key=lambda c: not c.chosen)
        opened = bool(chosen) or name == "kind"
        if choices:
            yield Facet(name, title, tuple(choices[:_MOST]), tuple(choices[_MOST:]), open=opened)


def label(name: str, value: str, labels: Labels) -> str:
    """A value of a field in words."""
    if name == "kind":
        return labels.of("incident_kinds", value)
    if name == "country":
        return words.country(value)
    if name == "language":
        return language(value)
    axis = _AXES.get(name)
    return value if axis is None else of_any(labels, axis, value) if axis else labels.name(value)


def _grade(level: str, labels: Labels) -> str:
    return f"{level} \u00b7 {labels.of('grades', level)}"


def _chips(wanted: Filter, labels: Labels) -> Iterator[Chip]:
    titles = {
        "start": _("From"), "end": _("To"), "place": _("Place"), "country": _("Country"),
        "admin1": _("Province"), "bbox": _("Part of the map"), "grade": _("At least"), "text": _("Words"),
        "kind": _("Kind"), "party": _("Attributed to"), "method": _("Method"), "object": _("Object"),
        "language": _("Language of a report"),
    }  # fmt: skip
    unknown: dict[tuple[str, str], str] = {
        ("undated", Unknowns.ONLY): _("without a date only"),
        ("unplaced", Unknowns.ONLY): _("without a place only"),
        ("undated", Unknowns.INCLUDED): _("without a date as well"),
        ("unplaced", Unknowns.INCLUDED): _("without a place as well"),
    }  # fmt: skip
    for name, values in wanted.query().items():
        for value in values:
            left = [v for v in values if v != value]
            without = Filter.from_query({**wanted.query(), name: left})
            told = unknown.get((name, value)) or label(name, value, labels)
            yield Chip(titles.get(name, ""), told, address(without))


def _spot(found: PlaceCount, wanted: Filter, labels: Labels) -> Spot:
    around = (found.admin1, words.country(found.country) if found.country else "")
    return Spot(
        found.name,
        say(", ").join(tongue().apart(part) for part in around if part and part != found.name),
        labels.of("place_precision", found.precision),
        found.incidents,
        address(_somewhere(wanted, place=found.name, country=found.country, admin1=found.admin1)),
    )
