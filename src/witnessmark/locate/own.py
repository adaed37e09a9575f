"""Our own additions to the base: villages it lacks, areas that are not settlements."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from witnessmark.errors import StorageError
from witnessmark.locate.admin import Code, Division
from witnessmark.locate.base import iso3
from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.geo import km
from witnessmark.locate.tables import data, split
from witnessmark.text.names import fold, key

# A village of ours this near a settlement of the base with one of its names is that settlement (km).
SAME_VILLAGE = 12.0
# One this near a settlement whose name only sounds the same is that settlement too (km): two towns that share
# a transliteration key and lie nearer than this are rare, two spellings of one are not.
SAME_SOUND = 5.0
VILLAGES, AREAS = -2_000_000, -3_000_000


def village_rows(
    known: dict[tuple[str, str], list[tuple[int, float, float]]], named: dict[Code, Division]
) -> Iterator[tuple[PlaceRow | None, list[NameRow]]]:
    """Villages of `data/villages.csv`; one the base has only adds names.

    `known` holds the base's settlements by country and folded name, and by country and `sound`.
    """
    for number, row in enumerate(data("villages.csv")):
        names = [row["name"], *split(row["aliases"])]
        lat, lon = float(row["lat"]), float(row["lon"])
        near = [
            (km(lat, lon, y, x), place)
            for name in names
            for place, y, x in known.get((row["country"], fold(name)), ())
        ]
        near += [
            (distance, place)
            for name in names
            for place, y, x in known.get((row["country"], sound(name)), ())
            if (distance := km(lat, lon, y, x)) <= SAME_SOUND
        ]
        distance, place = min(near, default=(SAME_VILLAGE + 1, 0))
        if distance <= SAME_VILLAGE:
            yield None, _names(place, names, NameKind.ALTERNATE)
            continue
        division = named.get((row["country"], row["admin1"]))
        yield (
            PlaceRow(
                VILLAGES - number, row["name"], "town", iso3()[row["country"]], row["admin1"],
                division.name if division else None, lat, lon, 0, row["source"],
            ),
            _names(VILLAGES - number, names, NameKind.ALTERNATE),
        )  # fmt: skip


def sound(name: str) -> str:
    """What spellings of one name share, marked so that it is never taken for a folded name; "" if nothing."""
    skeleton = key(fold(name))
    return f"~{skeleton}" if skeleton else ""


def area_rows(named: dict[Code, Division]) -> Iterator[tuple[PlaceRow, list[NameRow]]]:
    """Areas of `data/areas.yaml`; `level: admin1` where the base holds the area as a division."""
    for number, area in enumerate(_areas()):
        place = AREAS - number
        names = [area["name"], *area["aliases"]]
        countries = " ".join(area["countries"]) or None
        two = {three: two for two, three in iso3().items()}.get(countries or "", "")
        division = named.get((two, area.get("admin1", "")))
        yield (
            PlaceRow(
                place, area["name"], area.get("level", "region"), countries, area.get("admin1"),
                division.name if division else None, float(area["lat"]), float(area["lon"]),
                0, area["source"], float(area["radius_km"]),
            ),
            _names(place, names, NameKind.OWN),
        )  # fmt: skip


def divisions_by_area() -> set[tuple[str, str]]:
    """Country (alpha-3) and code of divisions that `data/areas.yaml` describes better than their towns do."""
    return {(a["countries"][0], a["admin1"]) for a in _areas() if a.get("level") == "admin1"}


def _areas() -> list[dict[str, Any]]:
    import yaml

    path = files("witnessmark.locate") / "data" / "areas.yaml"
    try:
        table = yaml.safe_load(path.read_text("utf-8"))
        return [{**table["defaults"], **area} for area in table["areas"]]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise StorageError(f"{path}: not a table of areas ({error})") from error


def _names(place: int, names: list[str], kind: NameKind) -> list[NameRow]:
    rows = [NameRow(fold(n), place, NameKind.OWN if i == 0 else kind) for i, n in enumerate(names)]
    keys = {key(fold(n)) for n in names}
    return rows + [NameRow(k, place, NameKind.KEY) for k in keys if k]
