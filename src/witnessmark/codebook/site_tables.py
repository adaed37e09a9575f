"""What lists of sites call their columns and kinds, and how people write directions and datums."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from witnessmark.codebook.files import items, read_yaml, section
from witnessmark.errors import UsageError


@dataclass(frozen=True, slots=True)
class SiteTables:
    """Columns and tags by field, best first; kinds by key and value, and by word; letters; datums.

    `directions` give N, S, E or W for a word, `datums` the code of the library for a name.
    """

    columns: Mapping[str, tuple[str, ...]]
    tags: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    directions: Mapping[str, str]
    datums: Mapping[str, str]


def read_site_tables(path: Path, objects: Mapping[str, object]) -> SiteTables:
    """The tables of one file. Raises UsageError naming it where it is malformed.

    Every kind must be among `objects`.
    """
    data = read_yaml(path)

    def lists(key: str) -> Mapping[str, tuple[str, ...]]:
        found = {name: items(v, path, f"{key}.{name}") for name, v in section(data, key, path).items()}
        return MappingProxyType(found)

    def turned(key: str) -> Mapping[str, str]:
        out: dict[str, str] = {}
        for meaning, words in lists(key).items():
            for word in words:
                if out.setdefault(word.strip('"'), meaning) != meaning:
                    raise UsageError(f"codebook: {path}: `{word}` stands twice under `{key}`")
        return MappingProxyType(out)

    keys = {key: MappingProxyType(dict(values)) for key, values in section(data, "keys", path).items()}
    words = turned("words")
    for code in {*words.values(), *(code for values in keys.values() for code in values.values())}:
        if code not in objects:
            raise UsageError(f"codebook: {path}: `{code}` is no kind of object")
    columns = MappingProxyType({f: tuple(c.strip('"') for c in cs) for f, cs in lists("columns").items()})
    return SiteTables(
        columns, lists("tags"), MappingProxyType(keys), words, turned("directions"), turned("datums")
    )
