"""The publisher's home: the place its name or internet address is made of.

"The Aleppo Herald" and aleppoherald.example write from Aleppo. That says where the other names are likely to
lie; it is no evidence for Aleppo itself, since the paper's name is as ambiguous as the text's.
"""

import re
from functools import lru_cache
from math import exp
from urllib.parse import urlparse

from witnessmark.locate.entry import Entry
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.words import words
from witnessmark.model.document import Document
from witnessmark.text.names import fold

SHORTEST = 4  # letters; shorter leftovers of an address are initials
PAPER = 5_000  # inhabitants; a smaller town seldom has a paper
READINGS = 8  # places of one name worth considering
WORDS = re.compile(r"[^\W_]+")


def homes(document: Document, gazetteer: Gazetteer) -> dict[str, tuple[tuple[Entry, float], ...]]:
    """The names in the document's publisher and address, each with its places and how likely each is."""
    found: dict[str, tuple[tuple[Entry, float], ...]] = {}
    for text in (document.publisher, document.url):
        name = _home(text, gazetteer) if text else ""
        if name:
            found[name] = _likely(gazetteer.named(name))
    return found


@lru_cache(maxsize=4096)
def _home(text: str, gazetteer: Gazetteer) -> str:
    """The folded name left of a publisher's name or address when the words of papers are taken off."""
    if "//" in text:
        text = urlparse(text).hostname or ""
    if "." in text and " " not in text.strip():
        labels = text.lower().removeprefix("www.").split(".")[:-1]
        return next((n for label in labels if (n := _stripped(label, gazetteer))), "")
    plain = [w for w in map(fold, WORDS.findall(text)) if w not in words().outlet]
    name = " ".join(plain)
    return name if len(name) >= SHORTEST and _known(name, gazetteer) else ""


def _stripped(label: str, gazetteer: Gazetteer) -> str:
    """The name in one label of an address: "aleppoherald", "the-aleppo-herald"."""
    outlet = sorted((w for w in words().outlet if w.isascii()), key=len, reverse=True)
    name = fold(label)
    while len(name) >= SHORTEST:
        if _known(name, gazetteer):
            return name
        shorter = next(
            (n for w in outlet for n in (name.removesuffix(w), name.removeprefix(w)) if n != name), name
        ).strip()
        if shorter == name:
            return ""
        name = shorter
    return ""


def _known(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a place is called so that may have a paper of its own, and nothing common is."""
    if name in words().common or name in words().given:
        return False
    return any(e.place.population >= PAPER for e in gazetteer.named(name))


def _likely(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, float], ...]:
    ranked = sorted(entries, key=lambda e: (-e.prior, e.id))[:READINGS]
    odds = [exp(e.prior - ranked[0].prior) for e in ranked]
    total = sum(odds)
    return tuple((e, o / total) for e, o in zip(ranked, odds, strict=True))
