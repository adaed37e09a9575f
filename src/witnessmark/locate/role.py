# ruff: noqa: RUF001  (the typographic apostrophe is part of names)
"""Roles: what part a named place plays, by the words around it (`data/roles.yaml`).

"Displaced from Homs", "treated in Gaziantep", "said in Geneva", "the Damascus-based group" and "fired from
Lebanon" name places where nothing happened. A hint from a few words: what it does not
know is an event's place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from witnessmark.locate.words import words
from witnessmark.model.place import PlaceMention, PlaceRole

REACH = 110  # characters before a place in which its cue stands
AFTER = 60  # and after it
_STOP = re.compile(r"[.!?;:\n“”\"](?:(?<=[\n“”\"])|(?=\s))")
_WORD = re.compile(r"[a-z]+")
# "KYIV (Agency) -", "Geneva, 12 June (Agency) -": with an agency's name, where it was written; "Homs - two
# people" without one heads a list.
_DATELINE = re.compile(r"(?:,[^.\n(]{1,40})?\s*\([^)\n]{2,40}\)\s*(?:[\u2014\u2013]|--?)\s")
_JOINED = re.compile(
    r"(?:'s)?(?:\s+[a-z]+)?(?:\s*,\s*(?:and\s+|or\s+|in\s+)?|\s+(?:and|or|in)\s+|\s*[/&]\s*)"
    r"(?:(?:the|in|from|northern|southern|eastern|western|central)\s+){0,3}"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of words around a place and the role it gives."""

    role: PlaceRole
    needs: tuple[frozenset[str], ...]  # before the place is a word of each: a cheap look before the pattern
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    def fits(self, lead: str, here: frozenset[str], tail: str) -> bool:
        """Whether the words before and after a place are this cue's."""
        if self.before is not None:
            for words_of_part in self.needs:
                if here.isdisjoint(words_of_part):
                    return False
            if not self.before.search(lead):
                return False
        if self.after is not None and not self.after.match(tail):
            return False
        return self.not_after is None or not self.not_after.match(tail)


def with_roles(text: str, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions of `text`, in order, each with its role."""
    out: list[PlaceMention] = []
    for mention in mentions:
        role = role_of(text, mention)
        if role is PlaceRole.EVENT and out:
            role = _shared(text, out[-1], mention)
        out.append(mention if role is PlaceRole.EVENT else replace(mention, role=role))
    return tuple(out)


def role_of(text: str, mention: PlaceMention) -> PlaceRole:
    """The role that the words right around a place give it, `event` where none does."""
    start, end = mention.start, mention.end
    opens = start == 0 or text[start - 1] == "\n"
    if opens and _DATELINE.match(text, end):
        return PlaceRole.STATEMENT
    lead, tail = around(text, mention)
    here = frozenset(_WORD.findall(lead.lower()))
    leading, others = _by_word()
    asked = others.union(*(leading[word] for word in here & leading.keys()))
    known = cues()
    return next((known[i].role for i in sorted(asked) if known[i].fits(lead, here, tail)), PlaceRole.EVENT)


def around(text: str, mention: PlaceMention) -> tuple[str, str]:
    """The words before and after a place that may say what part it plays: of its own clause, and near."""
    lead, cut = text[max(0, mention.start - REACH) : mention.start], 0
    for stop in _STOP.finditer(lead):
        cut = stop.end()
    lead = lead[cut:]
    tail = text[mention.end : mention.end + AFTER]
    if ends := _STOP.search(tail):
        tail = tail[: ends.start()]
    return lead, tail


@cache
def _by_word() -> tuple[dict[str, set[int]], frozenset[int]]:
    """The cues, by number, that each word before a place makes worth asking; and those asked at any place."""
    leading: dict[str, set[int]] = {}
    for i, cue in enumerate(cues()):
        for word in cue.needs[0] if cue.before else ():
            leading.setdefault(word, set()).add(i)
    return leading, frozenset(i for i, cue in enumerate(cues()) if cue.before is None)


def _shared(text: str, before: PlaceMention, mention: PlaceMention) -> PlaceRole:
    """The role of the place before, where this one is joined to it or is what it lies in."""
    gap = text[before.end : mention.start]
    if before.role is PlaceRole.EVENT or not _JOINED.fullmatch(gap):
        return PlaceRole.EVENT
    if " in " in f" {gap} " and not _holds(mention, before):
        return PlaceRole.EVENT
    return before.role


def _holds(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Whether the one is a country or division that the other lies in, as far as is known."""
    if outer.place is None or outer.place.level in {"town", "city"}:
        return False
    return inner.place is None or inner.place.country == outer.place.country


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of `data/roles.yaml`, in the order they are asked."""
    table = _table()
    return tuple(_cue(row, table["lists"]) for row in table["cues"])


@cache
def cue(name: str) -> Cue:
    """The cue of `data/roles.yaml` that stands there under a name of its own."""
    table = _table()
    return _cue(table[name], table["lists"])


@cache
def _table() -> dict[str, Any]:
    import yaml

    text = (files("witnessmark.locate") / "data" / "roles.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  (a safe loader)
    return table


def _cue(row: dict[str, str], lists: dict[str, list[str]]) -> Cue:
    before, after, never = (row.get(k) for k in ("before", "after", "not_after"))
    return Cue(
        PlaceRole(row["role"]),
        tuple(
            frozenset(_WORD.findall(phrase.lower())[0] for phrase in _alternatives(part, lists))
            for part in (before or "").split()
            if part not in _WILD
        ),
        re.compile(rf"(?<![\w’'-]){_pattern(before, lists)}$") if before else None,
        re.compile(rf"\s?{_pattern(after, lists).removesuffix(_GAP)}(?!\w)") if after else None,
        re.compile(rf"\s?{_pattern(never, lists).removesuffix(_GAP)}(?!\w)") if never else None,
    )


_GAP = r"\s+"
_WILD = frozenset({"..", "~", "="})
_ANY = r"(?:[\w’',-]+\s+){0,4}?"


def _pattern(cue: str, lists: dict[str, list[str]]) -> str:
    """The regular expression of a cue; every word of it is followed by a gap."""
    parts = []
    for part in cue.split():
        if part == "..":
            parts.append(_ANY)
        elif part in {"~", "="}:
            parts.append(_place_words(buildings=part == "~"))
        else:
            ways = sorted(_alternatives(part, lists), key=len, reverse=True)
            parts.append(f"(?i:{'|'.join(re.escape(w).replace(chr(92) + ' ', _GAP) for w in ways)}){_GAP}")
    return "".join(parts)


def _alternatives(part: str, lists: dict[str, list[str]]) -> list[str]:
    """The words one part of a cue may be; "'s <office>" is written as one part's words after another."""
    return [
        w
        for way in part.split("|")
        for w in (lists[way[1:-1]] if way.startswith("<") and way.endswith(">") else [way])
    ]


@cache
def _place_words(*, buildings: bool) -> str:
    """Up to six words that lead to a name: capitals, levels, sides and what joins them; and buildings."""
    w = words()
    kinds = w.admin1 | w.district | w.settlement | w.part | w.neighbourhood | w.direction
    kinds |= {"the", "a", "an", "its", "their", "of", "nearby", "besieged"}
    if buildings:
        kinds |= w.facility | {"his", "her", "in", "at", "main"}
    plain = sorted((k for k in kinds if k.isascii()), key=len, reverse=True)
    return rf"(?:(?:[A-Z][\w'’-]*|(?:{'|'.join(map(re.escape, plain))})),?\s+){{0,6}}?"
