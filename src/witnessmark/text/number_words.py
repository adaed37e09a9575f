"""The words numbers are made of: the caller's knowledge, and the small words between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_FILE = "number_glue.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class Glue:
    """The small words around numbers in one language; data/number_glue.yaml says what each list is for."""

    articles: tuple[str, ...]
    and_: tuple[str, ...]
    of: tuple[str, ...]
    halves: Mapping[str, float]
    range_openers: tuple[str, ...]
    range_joins: tuple[str, ...]
    change_openers: tuple[str, ...]
    percent: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: tuple[str, ...]
    scale_suffixes: Mapping[str, int]
    never: tuple[str, ...]


@cache
def glue(language: str) -> Glue:
    """The glue of a language; empty where the data has none, so that digits are still read."""
    import yaml

    text = (files("witnessmark.text") / "data" / _FILE).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text).get(language, {})

    def words(key: str) -> tuple[str, ...]:
        return tuple(data.get(key, ()))

    return Glue(
        articles=words("articles"),
        and_=words("and"),
        of=words("of"),
        halves=data.get("halves", {}),
        range_openers=words("range_openers"),
        range_joins=words("range_joins"),
        change_openers=words("change_openers"),
        percent=data.get("percent", {"%": 100}),
        ordinals=data.get("ordinals", {}),
        ordinal_suffixes=words("ordinal_suffixes"),
        scale_suffixes=data.get("scale_suffixes", {}),
        never=words("never"),
    )


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """Folded lower-case words and what they mean; compared by identity, so that grammars can be cached.

    `units` word -> value, tens included; `scales` word -> factor (hundred, dozen, million); `vague` phrase ->
    the least it can mean; `fractions` phrase -> share, None where only "more than half" is known;
    `qualifiers` and `post_qualifiers` phrase before or after a number -> value of model.count.Qualifier.
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    fractions: Mapping[str, float | None]
    qualifiers: Mapping[str, str]
    post_qualifiers: Mapping[str, str]
    glue: Glue = field(default_factory=lambda: glue("en"))
