"""Which column of a table holds what: by the names people, OCHA and OpenStreetMap give them.

The names are data: `data/columns.csv` (best first, where a table has several of a field) and `data/kinds.csv`
(what a place is, from columns as `place` and `amenity`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from witnessmark.locate.tables import data
from witnessmark.text import headers

# Of OCHA's tables: ADM2_EN, ADM2_PCODE, ADM2ALT1EN, admin2Name_ar, adm2_name, adm2_name1, adm2_ref_name; a
# language is two letters, or none.
_DIVISION = re.compile(r"adm(?:in)?([0-4])(?:(pcode)|(?:name)?(alt\d?|ref(?:name)?)?([a-z]{2})?(\d?))")
_ENGLISH = frozenset({"nameen", "englishname"})
_ENDS = {"lat": "latitude", "lon": "longitude"}  # "_gps_latitude", "Location Longitude"
_LEVELS = ("country", "admin1", "district", "subdistrict", "subdistrict")


@dataclass(slots=True)
class Division:
    """The columns of one level of divisions."""

    names: list[str] = field(default_factory=list)  # the English or main one first
    pcode: str | None = None


@dataclass(slots=True)
class Columns:
    """Columns by what they hold, and those of divisions by level, 0 the country."""

    by_field: dict[str, str]
    names: list[str]  # the English or main one first
    aliases: list[str]
    kinds: list[tuple[str, str]]  # column and what it is called in `data/kinds.csv`
    divisions: dict[int, Division]
    level: str = "town"  # of rows that say nothing else

    @property
    def is_divisions(self) -> bool:
        """Whether the table lists official divisions with P-codes."""
        return not self.names and any(d.pcode and d.names for n, d in self.divisions.items() if n)

    @property
    def is_pcodes(self) -> bool:
        """Whether each row is one division with its level and the P-code of the one it lies in."""
        return bool(self.names) and {"adminlevel", "pcode", "parent"} <= self.by_field.keys()

    def missing(self) -> list[str]:
        """What a list of one's own must have and this lacks; the country may be said elsewhere."""
        return ([] if self.names else ["name"]) + [w for w in ("lat", "lon") if w not in self.by_field]

    def kind(self, cells: Mapping[str, str]) -> str | None:
        """The level of a row by what its columns say it is; None where they say nothing known."""
        known = _kinds()
        for column, what in self.kinds:
            value = (cells.get(column) or "").strip().lower()
            if value and (found := known.get((what, value)) or known.get((what, "*"))):
                return found
        return None


def level(number: int) -> str:
    """The level of divisions of OCHA's level `number`."""
    return _LEVELS[number]


def columns(header: Sequence[str]) -> Columns:
    """What each column of a header holds; columns of other kinds are left out."""
    out = Columns({}, [], [], [], {})
    plain = {given: headers.plain(given) for given in header}
    spoken = {given: lang for given in header if (lang := headers.tongue(given))}
    by_rank = sorted((_fields()[p][0], given) for given, p in plain.items() if p in _fields())
    for _, given in by_rank:
        what = _fields()[plain[given]][1]
        if what == "aliases":
            out.aliases.append(given)
        elif what == "name":
            out.names.append(given)
        else:
            out.by_field.setdefault(what, given)
    _names(out, spoken, plain)
    for given, name in plain.items():
        if name in _kind_columns() and given not in out.names:
            out.kinds.append((given, name))
        elif name not in _fields() and given not in spoken and (found := _DIVISION.fullmatch(name)):
            out.divisions.setdefault(int(found[1]), Division())
    for number, division in out.divisions.items():
        _division(number, division, plain)
    out.kinds.sort(key=lambda kind: _kind_columns().index(kind[1]))
    for what, end in _ENDS.items():
        ending = [given for given, name in plain.items() if name.endswith(end)]
        if what not in out.by_field and len(ending) == 1:
            out.by_field[what] = ending[0]
    return out


def _names(out: Columns, spoken: Mapping[str, str], plain: Mapping[str, str]) -> None:
    """The columns of names: English before the main one; those in other languages are aliases."""
    english = [g for g in out.names if plain[g] in _ENGLISH]
    main = next((g for g in out.names if g not in english and spoken.get(g, "en") == "en"), None)
    if not english and main is None and (main := out.by_field.get("facility")):
        out.level = "facility"
    if not english and main is None:
        main = out.by_field.get("vague") or out.by_field.get("location")
    out.names = [*english, *([main] if main else [])]
    out.aliases += [g for g in spoken if g not in out.names and g not in out.aliases]


def _division(number: int, division: Division, plain: Mapping[str, str]) -> None:
    """Order the names of a division: English, the main one, other languages, then what else it is called."""
    ranked: list[tuple[int, str]] = []
    for given, name in plain.items():
        found = _DIVISION.fullmatch(name)
        if not found or int(found[1]) != number or name in _fields():
            continue
        _, pcode, other, language, digit = found.groups()
        if pcode:
            division.pcode = division.pcode or given
        else:
            ranked.append((3 if other else 0 if language == "en" else 2 if language or digit else 1, given))
    division.names = [given for _, given in sorted(ranked, key=lambda r: r[0])]


@cache
def _fields() -> dict[str, tuple[int, str]]:
    rows = enumerate(data("columns.csv"))
    return {headers.plain(row["column"]): (rank, row["field"]) for rank, row in rows}


@cache
def _kinds() -> dict[tuple[str, str], str]:
    return {(row["column"], row["value"]): row["level"] for row in data("kinds.csv")}


@cache
def _kind_columns() -> list[str]:
    return list(dict.fromkeys(row["column"] for row in data("kinds.csv")))
