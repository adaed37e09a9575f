"""Codes into words: from the codebook where it knows them, else the code made readable."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from witnessmark.codebook.book import Codebook, load

_IDS = re.compile(r"\b[A-Z][A-Z0-9_]+\b")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")


@dataclass(frozen=True)
class Labels:
    """Words for codes, with the taxonomies in the order of the codebook.

    `axes` taxonomy -> code -> label; `names` id of a party or speaker -> neutral name; `fields` taxonomy ->
    code -> what else the codebook says of it, such as its plural.
    """

    axes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, Mapping[str, object]]] = field(default_factory=dict)

    def of(self, axis: str, code: str) -> str:
        """The label of a code, in words even where the codebook has none."""
        return self.axes.get(axis, {}).get(code, code.replace("_", " "))

    def has(self, axis: str, code: str) -> bool:
        """Whether the taxonomy knows the code."""
        return code in self.axes.get(axis, {})

    def one(self, axis: str, code: str) -> str:
        """The code as a singular noun in the middle of a sentence."""
        return self.said(axis, code, "singular") or lowered(self.of(axis, code))

    def many(self, axis: str, code: str) -> str:
        """The code as a plural noun in the middle of a sentence; the singular where there is no plural."""
        return self.said(axis, code, "plural") or self.one(axis, code)

    def said(self, axis: str, code: str, name: str) -> str:
        """A field of the codebook's entry in words; empty where it has none."""
        value = self.fields.get(axis, {}).get(code, {}).get(name)
        return value if isinstance(value, str) else ""

    def rank(self, axis: str, code: str | None) -> int:
        """Where the code stands in its taxonomy; nothing first, the unknown last."""
        known = list(self.axes.get(axis, {}))
        return -1 if code is None else known.index(code) if code in known else len(known)

    def name(self, who: str) -> str:
        """The neutral name of a party or speaker id; other words stand as they are."""
        known = self.names.get(who)
        if known is None and _CODE.fullmatch(who):
            return who.replace("_", " ").capitalize()
        return known or who

    def told(self, text: str) -> str:
        """The text with ids of parties and speakers in it replaced by their neutral names."""
        return _IDS.sub(lambda found: self.names.get(found[0], found[0]), text)


def lowered(text: str) -> str:
    """The text as it stands in the middle of a sentence: its first letter small, acronyms as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


@cache
def codebook_labels() -> Labels:
    """The labels of the codebook that comes with the package."""
    return _from(load())


def _from(book: Codebook) -> Labels:
    axes = {axis: {c: e.label for c, e in book.taxonomy(axis).items()} for axis in book.taxonomies}
    fields = {
        axis: {c: {**e.extra, "parent": e.parent} for c, e in book.taxonomy(axis).items()}
        for axis in book.taxonomies
    }
    names = {s.id: s.name for s in book.claimants.values()}
    return Labels(axes, names | {p.id: p.display for p in book.parties.values()}, fields)
