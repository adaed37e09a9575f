"""Place names: found where they stand, and meaning the right place."""

from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from measured import Measured, Tally
from reading import cases, document, overlaps, span
from witnessmark.model.place import Place

CASES = Path(__file__).parent / "cases.yaml"
# The cases give a tenth of a degree (11 km), and gazetteers differ in where a large city's point is.
NEAR_KM = 30
EARTH_KM = 6371


def measure() -> Measured:
    """F1 of finding a name, and of finding it with the right country and point, or country and level."""
    from witnessmark.locate import locate

    found, meant = Tally(), Tally()
    wrong: list[str] = []
    rows = list(cases(CASES))
    for number, case in enumerate(rows, 1):
        mentions = list(locate(document(case["text"], f"place {number}")))
        for tally in (found, meant):
            tally.found += len(mentions)
            tally.expected += len(case["places"])
        for expected in case["places"]:
            at = span(case["text"], expected["quote"])
            hit = next((m for m in mentions if overlaps(at, (m.start, m.end))), None)
            if hit is None:
                wrong.append(f"{number}: missed {expected['quote']!r}")
                continue
            mentions.remove(hit)
            found.right += 1
            if hit.place and _same(hit.place, expected):
                meant.right += 1
            else:
                wrong.append(f"{number}: {hit.quote!r} is {expected}, read as {hit.place}")
        wrong += [f"{number}: found {m.quote!r}, which is no place" for m in mentions]
    return Measured({"found_f1": found.f1, "meant_f1": meant.f1}, len(rows), [CASES], wrong)


def _same(place: Place, expected: dict[str, Any]) -> bool:
    if place.country != expected["country"]:
        return False
    if "level" in expected:
        return place.level == expected["level"]
    if place.lat is None or place.lon is None:
        return False
    return _km((place.lat, place.lon), expected["near"]) <= NEAR_KM


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (haversine)."""
    (lat1, lon1), (lat2, lon2) = ((radians(p), radians(q)) for p, q in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
