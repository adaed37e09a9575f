"""The words around names, from `data/words.yaml`, `common.txt` and `given.txt`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from witnessmark.locate.tables import data, split
from witnessmark.text.names import fold


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of lower-case words by what they say of the name beside them (see `data/words.yaml`)."""

    admin1: frozenset[str]
    district: frozenset[str]
    settlement: frozenset[str]
    part: frozenset[str]
    edge: frozenset[str]
    neighbourhood: frozenset[str]
    pocket: frozenset[str]
    direction: frozenset[str]
    facility: frozenset[str]
    body: frozenset[str]
    not_place: frozenset[str]
    nature: frozenset[str]
    outlet: frozenset[str]
    leading: frozenset[str]
    title: frozenset[str]
    strong_before: frozenset[str]
    weak_before: frozenset[str]
    person_after: frozenset[str]
    organisation: frozenset[str]
    near: frozenset[str]
    generic: frozenset[str]
    party: frozenset[str]
    far: frozenset[str]
    common: frozenset[str]  # folded place names that are ordinary words
    given: frozenset[str]  # given names
    # several of these together, for words asked of every name
    plain: frozenset[str]  # words that name nothing, even side by side: "the city", "far north"
    unit: frozenset[str]  # settlement, admin1, district
    province: frozenset[str]  # admin1, part
    quarter: frozenset[str]  # neighbourhood, district


@cache
def words() -> Words:
    """The word lists, read once."""
    import yaml

    folder = files("witnessmark.locate") / "data"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load((folder / "words.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506  (a safe loader)
    # as written, for text, and folded, for the words of a name
    sets = {name: frozenset(f for w in table[name] for f in (str(w), fold(str(w)))) for name in table}
    return Words(
        **sets,
        common=_lines("common.txt"),
        given=_lines("given.txt"),
        plain=sets["leading"] | sets["direction"] | sets["settlement"] | sets["body"] | sets["far"],
        unit=sets["settlement"] | sets["admin1"] | sets["district"],
        province=sets["admin1"] | sets["part"],
        quarter=sets["neighbourhood"] | sets["district"],
    )


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym -> ISO 3166-1 alpha-3, from `data/countries.csv`."""
    return {fold(d): row["iso3"] for row in data("countries.csv") for d in split(row["demonyms"])}


@cache
def signs() -> dict[str, str]:
    """Folded word -> ISO 3166-1 alpha-3 of the country whose institution or movement it names."""
    return {fold(row["word"]): row["iso3"] for row in data("signs.csv")}


def _lines(name: str) -> frozenset[str]:
    text = (files("witnessmark.locate") / "data" / name).read_text("utf-8")
    return frozenset(fold(line) for line in text.splitlines() if line and not line.startswith("#"))
