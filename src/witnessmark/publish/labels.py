"""Codes into words: from the codebook where it knows them, else the code made readable."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from witnessmark.codebook.book import Codebook, load

_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")


@dataclass(frozen=True)
class Labels:
    """`axes` taxonomy -> code -> label; `names` id of a party or speaker -> neutral name."""

    axes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, axis: str, code: str) -> str:
        """The label of a code, in words even where the codebook has none."""
        return self.axes.get(axis, {}).get(code, code.replace("_", " "))

    def all(self, axis: str, codes: Iterable[str]) -> str:
        """Labels joined by commas; empty for no codes."""
        return ", ".join(self.of(axis, code) for code in codes)

    def name(self, who: str) -> str:
        """The neutral name of a party or speaker id; other words stand as they are."""
        known = self.names.get(who)
        if known is None and _CODE.fullmatch(who):
            return who.replace("_", " ").capitalize()
        return known or who


@cache
def codebook_labels() -> Labels:
    """The labels of the codebook that comes with the package."""
    return _from(load())


def _from(book: Codebook) -> Labels:
    axes = {axis: {c: e.label for c, e in book.taxonomy(axis).items()} for axis in book.taxonomies}
    names = {s.id: s.name for s in book.claimants.values()}
    return Labels(axes, names | {p.id: p.display for p in book.parties.values()})
