"""The map: circles as wide as the place is vague, drawn by us, without a tile, a border or a pin.

Equirectangular, true to scale at the middle latitude. A circle's radius stands for how well the place is
known, not for anything that happened there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from witnessmark.model.place import Place, PlacePrecision
from witnessmark.publish.cards import Card
from witnessmark.publish.dossier import Town
from witnessmark.publish.frame import KM_A_DEGREE, RADIUS, WIDTH, Frame
from witnessmark.publish.index import Index
from witnessmark.publish.phrases import ACTS
from witnessmark.publish.tongue import say
from witnessmark.publish.words import PLACE_PRECISION
from witnessmark.publish.words import place as place_words

STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 45.0)  # degrees between lines of the grid
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # km
LETTER = 6.4  # width of a letter of the labels, in drawing units, at their size of 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid: where it stands along its axis, and the degrees it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A town for orientation."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Area:
    """A place with incidents: the circle drawn and the lettered badge on it."""

    letter: str
    name: str
    precision: str
    x: float
    y: float
    r: float
    badge_x: float
    badge_y: float
    vague: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The drawing, and the incidents it cannot show."""

    width: float
    height: float
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    towns: tuple[Dot, ...]
    names: tuple[Dot, ...]
    areas: tuple[Area, ...]
    unplaced: tuple[tuple[Card, str], ...]
    scale_km: int
    scale_width: float


def atlas(cards: Iterable[Card], index: Index, towns: Sequence[Town]) -> Atlas:
    """The map of all acts that have a place narrower than a country; the other acts are listed."""
    placed: dict[tuple[str, PlacePrecision], tuple[Place, list[Card]]] = {}
    unplaced: list[tuple[Card, str]] = []
    for card in cards:
        incident = index.by_anchor[card.anchor]
        if incident.kind not in ACTS:
            continue  # measures, situations and the setting have no spot
        place = incident.place
        if place and place.lat is not None and place.lon is not None and place.precision in RADIUS:
            placed.setdefault((place.name, place.precision), (place, []))[1].append(card)
        else:
            unplaced.append((card, place_words(place)))
    if not placed:
        return Atlas(WIDTH, 0, (), (), (), (), (), tuple(unplaced), 0, 0)
    frame = Frame([place for place, _ in placed.values()])
    taken: list[_Box] = []
    areas = _areas(placed.values(), frame, taken)
    own = {place.name for place, _ in placed.values()}
    names = _names(placed.values(), frame, taken)
    km = next((s for s in reversed(SCALES) if s / KM_A_DEGREE * frame.unit < WIDTH / 4), SCALES[0])
    return Atlas(
        WIDTH,
        frame.height,
        _lines(frame.west, frame.span[0], frame.x, "E", "W"),
        _lines(frame.north - frame.span[1], frame.span[1], frame.y, "N", "S"),
        _towns([t for t in towns or named_towns(index) if t.name not in own], frame, taken),
        names,
        areas,
        tuple(unplaced),
        km,
        round(km / KM_A_DEGREE * frame.unit, 1),
    )


@dataclass(frozen=True, slots=True)
class _Box:
    """A stretch of the drawing that a label has taken."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def _areas(placed: Iterable[tuple[Place, list[Card]]], frame: Frame, taken: list[_Box]) -> tuple[Area, ...]:
    """Lettered in the order of the cards; drawn widest first, so that no circle hides another."""
    areas = []
    for number, (place, cards) in enumerate(placed):
        x, y = frame.x(place.lon or 0), frame.y(place.lat or 0)
        r = frame.radius(RADIUS[place.precision])
        vague = RADIUS[place.precision] >= RADIUS[PlacePrecision.DISTRICT]
        badge = _free([(x, y - r), (x, y + r), (x + r, y), (x - r, y)] if vague else _around(x, y), taken)
        precision = say(PLACE_PRECISION[place.precision])
        areas.append(
            Area(_letter(number), place_words(place), precision, x, y, r, *badge, vague, tuple(cards))
        )
    return tuple(sorted(areas, key=lambda area: -area.r))


def _names(placed: Iterable[tuple[Place, list[Card]]], frame: Frame, taken: list[_Box]) -> tuple[Dot, ...]:
    """The names of towns with incidents, each once, under or over its circle where there is room."""
    named: dict[str, Dot] = {}
    for place, _ in placed:
        if place.precision not in (PlacePrecision.TOWN, PlacePrecision.CITY) or place.name in named:
            continue
        x, y = frame.x(place.lon or 0), frame.y(place.lat or 0)
        r, half = frame.radius(RADIUS[place.precision]), LETTER * len(place.name) / 2
        for below in (y + r + 13, y - r - 6):
            box = _Box(x - half, below - 11, 2 * half, 15)
            if not any(box.meets(other) for other in taken):
                taken.append(box)
                named[place.name] = Dot(place.name, round(x, 1), round(below, 1))
                break
    return tuple(named.values())


def _letter(number: int) -> str:
    """A, B, … Z, AA, AB, …: incidents have numbers, places have letters."""
    head, tail = divmod(number, 26)
    return (_letter(head - 1) if head else "") + chr(ord("A") + tail)


def _around(x: float, y: float) -> list[tuple[float, float]]:
    return [(x, y), (x + 24, y), (x - 24, y), (x, y - 24), (x, y + 24)]


def _free(spots: list[tuple[float, float]], taken: list[_Box]) -> tuple[float, float]:
    """The first spot whose badge meets nothing drawn yet, else the first."""
    boxes = [_Box(x - 11, y - 11, 22, 22) for x, y in spots]
    best = next((n for n, box in enumerate(boxes) if not any(box.meets(b) for b in taken)), 0)
    taken.append(boxes[best])
    return round(spots[best][0], 1), round(spots[best][1], 1)


def named_towns(index: Index) -> tuple[Town, ...]:
    """The towns and cities the documents name, the most often named first: a map of what is written about."""
    mentions = [m.place for r in index.dossier.readings for m in r.places if m.place]
    settled = [p for p in mentions if p.precision in (PlacePrecision.TOWN, PlacePrecision.CITY)]
    counted = Counter(Town(p.name, p.lat, p.lon) for p in settled if p.lat is not None and p.lon is not None)
    return tuple(town for town, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _towns(towns: Sequence[Town], frame: Frame, taken: list[_Box]) -> tuple[Dot, ...]:
    """The towns inside the frame whose label meets nothing drawn before them."""
    dots = []
    for town in towns:
        x, y = frame.x(town.lon), frame.y(town.lat)
        box = _Box(x - 5, y - 9, 16 + LETTER * len(town.name), 18)
        inside = x > 8 and box.x + box.width < WIDTH - 4 and 12 < y < frame.height - 24
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            dots.append(Dot(town.name, x, y))
    return tuple(dots)


def _lines(
    start: float, span: float, at: Callable[[float], float], plus: str, minus: str
) -> tuple[Line, ...]:
    """The lines of the grid across `span` degrees from `start`: at most six."""
    step = next((s for s in STEPS if span / s <= 6), STEPS[-1])
    values = [n * step for n in range(ceil(start / step), floor((start + span) / step) + 1)]
    # A label too near the edge would be cut off; its line is drawn without.
    labels = (_degrees(v, plus, minus) if at(v) < WIDTH - 44 else "" for v in values)
    return tuple(Line(at(v), label) for v, label in zip(values, labels, strict=True))


def _degrees(value: float, plus: str, minus: str) -> str:
    value = (value + 180) % 360 - 180
    side = plus if value > 0 else minus if value < 0 else ""
    return f"{round(abs(value), 2):g}°{side}"
