"""Ladders of the field: how others would grade what our evidence shows, as rules over facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from witnessmark.codebook.files import read_yaml, section, text
from witnessmark.errors import UsageError


@dataclass(frozen=True, slots=True)
class Rung:
    """A level of a ladder, given where all facts of `when` hold, because of what `because` says."""

    level: str
    when: frozenset[str]
    because: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """A ladder of the field: its levels are the taxonomy of the same name, its first rung that holds counts.

    `objects` are those it is about, empty for any; `otherwise` says why no level is suggested.
    """

    name: str
    label: str
    source: str
    verified: bool
    caution: str
    otherwise: str
    rungs: tuple[Rung, ...]
    objects: frozenset[str] = frozenset()


def read_ladders(path: Path) -> Mapping[str, Ladder]:
    """The ladders of a data file, in its order. Raises UsageError naming the file when one is malformed."""
    found = section(read_yaml(path), "ladders", path)
    return MappingProxyType({name: _ladder(name, item, path) for name, item in found.items()})


def _ladder(name: str, item: Any, path: Path) -> Ladder:  # noqa: ANN401  (raw YAML)
    if not isinstance(item, dict) or not isinstance(item.get("rules"), list):
        raise UsageError(f"codebook: {path}: `{name}` must be a mapping with a list of `rules`")
    words = {key: text(item, key, path, name) for key in ("label", "source", "caution", "otherwise")}
    return Ladder(
        name=name,
        verified=bool(item.get("verified")),
        objects=frozenset(item.get("objects", ())),
        rungs=tuple(_rung(name, rule, path) for rule in item["rules"]),
        **words,
    )


def _rung(name: str, rule: Any, path: Path) -> Rung:  # noqa: ANN401  (raw YAML)
    if not isinstance(rule, dict) or not isinstance(rule.get("when"), list) or not rule["when"]:
        raise UsageError(f"codebook: {path}: a rule of `{name}` needs a list of facts under `when`")
    return Rung(text(rule, "level", path, name), frozenset(rule["when"]), text(rule, "because", path, name))
