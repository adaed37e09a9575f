"""Place names: found where they stand, and meaning the right place."""

from collections.abc import Iterable, Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from measured import Measured, Tally
from places.marked import Marked, texts
from reading import cases, document, overlaps, span
from witnessmark.model.place import Place

HERE = Path(__file__).parent
CASES = HERE / "cases.yaml"
HALVES = (HERE / "building.yaml", HERE / "measuring.yaml")
# The cases give a tenth of a degree (11 km), and gazetteers differ in where a large city's point is.
NEAR_KM = 30
EARTH_KM = 6371


def measure() -> Measured:
    """F1 of finding a name, and of finding it with the right country and point, or country and level.

    The marked texts are scored by halves; what is wrong in the measuring half is never told.
    """
    single, wrong = _score(_quoted(cases(CASES)))
    scores = {"found_f1": single[0].f1, "meant_f1": single[1].f1}
    notes, number = [], len(list(cases(CASES)))
    for half in HALVES:
        marked = list(texts(half))
        number += len(marked)
        (found, meant), faults = _score(marked)
        scores |= {f"{half.stem}_found_f1": found.f1, f"{half.stem}_meant_f1": meant.f1}
        notes.append(f"{half.stem}: names found P {found.precision:.3f}, R {found.recall:.3f}")
        wrong += faults if half.stem == "building" else []
    return Measured(scores, number, [CASES, *HALVES], wrong, notes)


def _quoted(rows: Iterable[dict[str, Any]]) -> Iterator[Marked]:
    for number, row in enumerate(rows, 1):
        places = tuple((span(row["text"], place["quote"]), place) for place in row["places"])
        yield Marked(number, "en", row["text"], places, ())


def _score(rows: Iterable[Marked]) -> tuple[tuple[Tally, Tally], list[str]]:
    from witnessmark.locate import locate

    found, meant = Tally(), Tally()
    wrong: list[str] = []
    for row in rows:
        mentions = list(locate(document(row.text, f"place {row.number}", language=row.language)))
        for at, expected in row.places:
            hit = next((m for m in mentions if overlaps(at, (m.start, m.end))), None)
            if hit is None:
                wrong.append(f"{row.number}: missed {row.text[slice(*at)]!r}")
                continue
            mentions.remove(hit)
            found.right += 1
            found.found += 1
            if not expected or (hit.place and same(hit.place, expected)):
                meant.right += 1
            else:
                wrong.append(f"{row.number}: {hit.quote!r} is {expected}, read as {hit.place}")
        false = [m for m in mentions if not any(overlaps(at, (m.start, m.end)) for at in row.either)]
        found.found += len(false)
        found.expected += len(row.places)
        wrong += [f"{row.number}: found {m.quote!r}, which is no place" for m in false]
    meant.found, meant.expected = found.found, found.expected
    return (found, meant), wrong


def same(place: Place, expected: dict[str, Any]) -> bool:
    """Whether a place is the one expected: its country, and its level or point."""
    if place.country != expected["country"]:
        return False
    if "near" not in expected:
        return expected.get("level") in (None, place.level)
    if place.lat is None or place.lon is None:
        return False
    return _km((place.lat, place.lon), expected["near"]) <= NEAR_KM


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (haversine)."""
    (lat1, lon1), (lat2, lon2) = ((radians(p), radians(q)) for p, q in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
