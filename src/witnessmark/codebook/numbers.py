"""Number words of a language: what `numbers.yaml` of its lexicon says."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from witnessmark.codebook.files import items, read_yaml, section
from witnessmark.codebook.values import NumberWords
from witnessmark.errors import UsageError


def read_numbers(path: Path) -> NumberWords:
    """The number words of one file. Raises UsageError naming it when a value is no number."""
    data = read_yaml(path)
    return NumberWords(
        units=_whole(data, "units", path),
        scales=_whole(data, "scales", path),
        vague=_whole(data, "vague", path),
        fractions=_shares(data, path),
        qualifiers=_phrases(data, "qualifiers", path),
        post_qualifiers=_phrases(data, "post_qualifiers", path),
    )


def _whole(data: Mapping[str, Any], key: str, path: Path) -> Mapping[str, int]:
    """Word -> whole number, written number: words."""
    out: dict[str, int] = {}
    for value, words in section(data, key, path).items():
        if not isinstance(value, int):
            raise UsageError(f"codebook: {path}: `{value}` under `{key}` must be a whole number")
        out.update(dict.fromkeys(items(words, path, key), value))
    return MappingProxyType(out)


def _shares(data: Mapping[str, Any], path: Path) -> Mapping[str, float | None]:
    out: dict[str, float | None] = {}
    for value, words in section(data, "fractions", path).items():
        share = None if value == "majority" else value
        if share is not None and not isinstance(share, int | float):
            raise UsageError(f"codebook: {path}: `{value}` under `fractions` must be a share or `majority`")
        out.update(dict.fromkeys(items(words, path, "fractions"), share))
    return MappingProxyType(out)


def _phrases(data: Mapping[str, Any], key: str, path: Path) -> Mapping[str, str]:
    """Phrase -> qualifier code, written code: phrases; longest phrases first."""
    pairs = [(p, code) for code, ps in section(data, key, path).items() for p in items(ps, path, key)]
    return MappingProxyType(dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))))
