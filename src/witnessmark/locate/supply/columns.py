"""Which column of a table holds what: by the names people and OCHA give them (`data/columns.csv`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from witnessmark.locate.tables import data

# Of OCHA's tables: ADM2_EN, ADM2_PCODE, admin2Name_ar, admin2Pcode; a language is two letters, or none.
_DIVISION = re.compile(r"adm(?:in)?([0-4])(?:(pcode)|(?:name)?(?:alt\d?|ref)?([a-z]{2})?\d?)")
_PLAIN = re.compile(r"[^a-z0-9]+")
_LEVELS = ("country", "admin1", "district", "subdistrict", "subdistrict")


@dataclass(slots=True)
class Division:
    """The columns of one level of divisions."""

    names: list[str] = field(default_factory=list)  # the English or first one first
    pcode: str | None = None


@dataclass(slots=True)
class Columns:
    """Columns by what they hold, and those of divisions by level, 0 the country."""

    by_field: dict[str, str]
    aliases: list[str]
    divisions: dict[int, Division]

    @property
    def is_divisions(self) -> bool:
        """Whether the table lists official divisions with P-codes."""
        return "name" not in self.by_field and any(
            d.pcode and d.names for n, d in self.divisions.items() if n
        )

    def missing(self) -> list[str]:
        """What a list of one's own must have and this lacks; the country may be said elsewhere."""
        return [what for what in ("name", "lat", "lon") if what not in self.by_field]


def level(number: int) -> str:
    """The level of divisions of OCHA's level `number`."""
    return _LEVELS[number]


def columns(header: Sequence[str]) -> Columns:
    """What each column of a header holds; columns of other kinds are left out."""
    out = Columns({}, [], {})
    for given in header:
        plain = _PLAIN.sub("", given.lower())
        what = _fields().get(plain)
        if what == "aliases":
            out.aliases.append(given)
        elif what:
            out.by_field.setdefault(what, given)
        elif found := _DIVISION.fullmatch(plain):
            _add(out.divisions.setdefault(int(found[1]), Division()), given, found[2], found[3])
    return out


def _add(division: Division, given: str, pcode: str | None, language: str | None) -> None:
    if pcode:
        division.pcode = division.pcode or given
    elif language in {"en", None}:
        division.names.insert(0, given)
    else:
        division.names.append(given)


@cache
def _fields() -> dict[str, str]:
    return {row["column"]: row["field"] for row in data("columns.csv")}
