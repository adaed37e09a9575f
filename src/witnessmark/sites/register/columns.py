"""Which column of a list holds what: by the names and tags of `codebook/data/site_tables.yaml`."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from witnessmark.codebook import load
from witnessmark.sites.register.values import Ring, Row
from witnessmark.text import headers
from witnessmark.text.cells import Flagged
from witnessmark.text.names import MAX_NAME

LONGEST = 2_000  # characters of any other cell that is read
_NO_TEXT = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSEEN = re.compile(r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SEVERAL = re.compile(r"[;|]")
_NAMES = ("names", "aliases")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a list: of names, the main one first; by field; and OpenStreetMap's keys.

    `columns` is the list's own name of each field, `unread` has those that say nothing here, `twice` those
    that are read and stand in the list more than once.
    """

    names: tuple[str, ...]
    aliases: tuple[str, ...]
    by_field: Mapping[str, str]
    keys: tuple[tuple[str, str], ...]
    columns: Mapping[str, str]
    unread: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether the list says where its sites are."""
        f = self.by_field
        return bool(
            {"position", "mgrs"} & f.keys()
            or {"lat", "lon"} <= f.keys()
            or {"easting", "northing"} <= f.keys()
        )

    def row(self, number: int, cells: Mapping[str, str], rings: tuple[Ring, ...] = ()) -> Row | Flagged:
        """The row of these cells; flagged where a cell that is read is not text, or too long."""
        names = [*(cells.get(c, "") for c in self.names)]
        names += [part for c in self.aliases for part in _SEVERAL.split(cells.get(c, ""))]
        fields = {what: cells.get(column, "").strip() for what, column in self.by_field.items()}
        tags = tuple((key, v) for column, key in self.keys if (v := cells.get(column, "").strip().lower()))
        used = [*names, *fields.values()]
        if any(_NO_TEXT.search(text) for text in used):
            return Flagged(
                number, "a cell is not text of its encoding; save it as UTF-8, or name its --encoding"
            )
        if any(len(n) > MAX_NAME for n in names) or any(len(t) > LONGEST for t in used):
            return Flagged(
                number, "a cell is too long for what it should hold; check the quotes around cells"
            )
        said: Iterable[str] = (" ".join(_UNSEEN.sub("", n).split()) for n in names)
        kept = {what: text for what, text in fields.items() if text}
        said = tuple(dict.fromkeys(n for n in said if n))
        return Row(number, said, kept, self.columns, tags, rings, self.unread)


def layout(header: Sequence[str], tags: Iterable[str] = ()) -> Layout:
    """What each column holds, by its tag where the list has tags, else by its name; others are left out."""
    tables = load().site_tables
    found: dict[str, list[tuple[int, str]]] = {}
    tag_of = dict(zip(header, tags, strict=False))
    for given in header:
        hit = _tagged(tag_of.get(given, "")) or _named().get(headers.plain(given))
        if hit:
            found.setdefault(hit[0], []).append((hit[1], given))
    best = {what: [given for _, given in sorted(hits, key=lambda h: h[0])] for what, hits in found.items()}
    names = best.get("names", [])
    spoken = [g for g in header if headers.tongue(g) and g not in names]
    plain = {g: headers.plain(g) for g in header}
    aliases = tuple(dict.fromkeys((*spoken, *best.get("aliases", []))))
    by_field = {what: given[0] for what, given in best.items() if what not in _NAMES}
    keys = tuple((g, key) for key in tables.keys for g in header if plain[g] == headers.plain(key))
    read = {*names, *aliases, *by_field.values(), *(column for column, _ in keys)}
    return Layout(
        tuple(names), aliases, by_field, keys,
        {"names": next(iter((*names, *aliases)), ""), **by_field},
        tuple(dict.fromkeys(g for g in header if g and g not in read)),
        tuple(g for g, n in Counter(header).items() if n > 1 and g in read),
    )  # fmt: skip


def _tagged(tag: str) -> tuple[str, int] | None:
    """The field of a tag of the Humanitarian Exchange Language, and how good the fit is."""
    name, *attributes = re.split(r"\s*\+\s*", tag.strip().lower())
    if not name.startswith("#"):
        return None
    for what, known in load().site_tables.tags.items():
        for rank, one in enumerate(known):
            base, *wanted = re.split(r"\s*\+\s*", one)
            if base == name and set(wanted) <= set(attributes):
                return what, rank
    return None


@cache
def _named() -> dict[str, tuple[str, int]]:
    out: dict[str, tuple[str, int]] = {}
    for what, known in load().site_tables.columns.items():
        for rank, name in enumerate(known):
            out.setdefault(headers.plain(name), (what, rank))
    return out
