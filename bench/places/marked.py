"""Texts in which every place name is marked where it stands.

`[Kharkiv|UKR 50.0 36.2]`: a name, its country, and its point or level. `[Kharkiv]`: the same name again.
`[Bosna|-]`: a place whose meaning is not judged (a river crosses borders). `{Leeds City Council}`: neither
asked for nor held against a reader, because careful people differ there (bodies named after places).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reading import cases

_MARK = re.compile(r"\[(?P<name>[^\]|]+)(?:\|(?P<meant>[^\]]+))?\]|\{(?P<either>[^}]+)\}")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, the places asked for with their spans, and the spans that are left out."""

    number: int
    language: str
    text: str
    places: tuple[tuple[tuple[int, int], dict[str, Any]], ...]
    either: tuple[tuple[int, int], ...]


def texts(path: Path) -> Iterator[Marked]:
    """The marked texts of a file."""
    for row in cases(path):
        yield _read(row["number"], row["language"], row["text"])


def _read(number: int, language: str, marked: str) -> Marked:
    parts, length, after = [], 0, 0
    meanings: dict[str, dict[str, Any]] = {}
    places, either = [], []
    for mark in _MARK.finditer(marked):
        name = mark["name"] or mark["either"]
        parts += [marked[after : mark.start()], name]
        start = length + mark.start() - after
        length, after = start + len(name), mark.end()
        if mark["either"]:
            either.append((start, length))
            continue
        if mark["meant"]:
            meanings[name] = _meant(mark["meant"])
        places.append(((start, length), meanings[name]))
    text = "".join((*parts, marked[after:]))
    return Marked(number, language, text, tuple(places), tuple(either))


def _meant(words: str) -> dict[str, Any]:
    country, *rest = words.split()
    if country == "-":
        return {}
    if len(rest) == 2:
        return {"country": country, "near": [float(word) for word in rest]}
    return {"country": country, **({"level": rest[0]} if rest else {})}
