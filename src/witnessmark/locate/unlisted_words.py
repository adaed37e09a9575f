# ruff: noqa: RUF001  (the typographic apostrophe is part of names, and so are Cyrillic letters)
"""What calls a name no list has a settlement, from `data/unlisted.yaml`, as patterns and sets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from witnessmark import codebook
from witnessmark.locate.words import demonyms, signs, words
from witnessmark.text.names import fold
from witnessmark.text.spotter import Spotter

_WORD = re.compile(r"\w+")
_LOWER = r"[^\W\d_A-ZА-ЯІЇЄҐ][\w'’-]*"
_THE = r"(?:(?:the|la|le|les|el|los|las)\s+|l['’])?"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns to be matched behind a name, or searched in what stands before it."""

    seen: Spotter  # a word of any of those that call a name a settlement
    one: re.Pattern[str]  # "the village of" before it
    many: re.Pattern[str]  # "the villages of"
    after: re.Pattern[str]  # "village" behind it; `many` is set for "villages"
    generic: frozenset[str]  # the words that `after` matches
    joined: frozenset[str]  # the last words of what `one` and `many` match
    before: frozenset[str]  # those of what `place` matches
    within: frozenset[str]  # the first words between a name and the place it lies in
    place: re.Pattern[str]  # "in" before it
    goes_on: re.Pattern[str]  # "of" behind the generic word: "the X village of Y"
    any_of: re.Pattern[str]  # "a village" before a word that then only says of which people
    inside: re.Pattern[str]  # all between a name and the place it lies in
    comma: re.Pattern[str]
    beside: re.Pattern[str]  # all between a name and the place it lies near
    join: re.Pattern[str]  # all between two names of a list
    arabic: re.Pattern[str]  # a generic word where capitals tell nothing; `many` is set for a list
    arabic_inside: re.Pattern[str]
    first: frozenset[str]
    stop: frozenset[str]
    never: frozenset[str]


@cache
def cues() -> Cues:
    """The cues, read and compiled once."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files("witnessmark.locate") / "data" / "unlisted.yaml").read_text("utf-8")
    table = yaml.load(text, Loader=loader)  # noqa: S506  (a safe loader)
    arabic, w = table["languages"]["ar"], words()
    kinds = ("one", "many", "bare", "joined", "place", "inside", "beside", "and", "after_one", "after_many")
    said = {kind: _all(table, kind) for kind in kinds}
    behind = said["after_one"] + said["after_many"]
    generic = (*said["one"], *said["many"], *behind, *arabic["one"], *arabic["many"])
    return Cues(
        seen=Spotter(word for phrase in generic for word in _WORD.findall(phrase)),
        generic=frozenset(behind),
        joined=_ends(said, "bare", "joined"),
        before=_ends(said, "place") | w.direction | {"nearby", "rural"},
        within=frozenset(x.partition(" ")[0] for k in ("inside", "beside") for x in said[k]) | w.part,
        arabic=re.compile(rf"(?<!\w)(?:(?P<many>{_any(arabic['many'])})|{_any(arabic['one'])})\s+"),
        arabic_inside=re.compile(r"(?:\s*[،,(]\s*|\s+)(?:\w+\s+){0,4}[بل]?"),
        first=frozenset(fold(str(x)) for x in table["first"]),
        stop=frozenset(f for x in table["stop"] for f in (str(x), fold(str(x)))),
        never=frozenset(fold(str(x)) for x in (*table["never"], *table["peoples"]))
        | demonyms().keys() | signs().keys() | w.not_place | w.organisation,
        **_around(said),
        **_between(said),
    )  # fmt: skip


def _around(said: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """The patterns of what stands right before or behind a name."""
    many, one = _any(said["after_many"]), _any(said["after_one"])
    side = _any(words().direction | {"nearby", "rural"})
    return {
        "one": _called(set(said["one"]), said),
        "many": _called(set(said["many"]), said),
        "after": _re(rf"\s+(?:(?P<many>{many})|{one})(?![\w-])"),
        "place": _re(rf"(?<!\w){_any(said['place'])}\s+(?:{side}\s+)?$"),
        "goes_on": _re(rf"\s+{_any(said['joined'])}(?!\w)"),
        "any_of": _re(
            r"(?<!\w)(?:an?|one|this|that|every|each|another|any|some|many|several|other|no|whose)\s+$"
        ),
    }


def _between(said: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """The patterns of all that stands between a name and another, or the place it lies in."""
    w = words()
    level = _any(w.admin1 | w.district | w.direction | w.part | {"rural", "the", "of", "in"})
    kind = rf"(?:\s+{_any(said['after_one'] + said['after_many'] + sorted(w.part))})?"
    both = _any(said["and"])
    return {
        "inside": re.compile(rf"{kind}\s*,?\s+{_any(said['inside'])}\s+{_THE}(?:{_LOWER}\s+){{0,4}}?"),
        "comma": re.compile(rf"{kind}\s*[,،(]\s*(?:{level}\s+){{0,4}}[بل]?"),
        "beside": re.compile(rf"{kind}\s*,?\s+{_any(said['beside'])}\s+{_THE}(?:{_LOWER}\s+){{0,3}}?"),
        "join": re.compile(rf"\s*,\s*(?:{both}\s+)?(?:the\s+)?|\s+{both}\s+(?:the\s+)?|\s*،\s*و?|\s+و"),
    }


@cache
def party_names() -> frozenset[str]:
    """Every name of a party or speaker of the codebook, folded: none of them is a village."""
    book = codebook.load()
    names = [a.text for p in book.parties.values() for a in p.aliases]
    names += [a for c in book.claimants.values() for a in c.aliases]
    return frozenset(map(fold, names))


def _called(generic: set[str], said: dict[str, list[str]]) -> re.Pattern[str]:
    """A generic word and what joins it to a name, or one that needs nothing to join it."""
    bare = generic & set(said["bare"])
    return _re(
        rf"(?<!\w)(?:{_any(generic)}\s+{_any(said['joined'])}(?:\s+|(?<=['’]))|{_any(bare)}(?:\s+|(?<=\.)))$"
    )


def _ends(said: dict[str, list[str]], *kinds: str) -> frozenset[str]:
    """The last words of phrases."""
    return frozenset(phrase.rpartition(" ")[2] for kind in kinds for phrase in said[kind])


def _all(table: dict[str, Any], kind: str) -> list[str]:
    return [str(word) for language in table["languages"].values() for word in language.get(kind, ())]


def _any(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))})"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
