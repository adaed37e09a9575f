"""What stands in the blanks of sentences, in the language of who reads: names, codes, figures, days."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from witnessmark.publish import words
from witnessmark.publish.labels import Labels, lowered
from witnessmark.publish.tongue import say, tongue
from witnessmark.web.shown.decisions import JUDGEMENTS

_CODE = re.compile(r"[A-Z][A-Z0-9_]*")
_FIGURE = re.compile(r"(?P<n>\d[\d,]*)(?: (?P<of>.+))?")
_LATIN = re.compile(r"[A-Za-z]")
# The taxonomies whose codes or labels stand in a blank.
_AXES = {
    "measure": ("measures",),
    "group": ("groups", "objects"),
    "among": ("groups", "objects"),
    "object": ("objects",),
    "modality": ("modalities",),
    "kind": ("likelihood", "distance_bands", "site_results"),
}
_ANSWERS = ("methods", "weapons", "objects", "groups")


class Filling:
    """Words for blanks: `own` are the labels of the codebook, `labels` those in the language of who reads."""

    def __init__(self, own: Labels, labels: Labels) -> None:
        self._own, self._labels = own, labels
        self._ids = {name: who for who, name in own.names.items()}
        self._known = {blank: _words(axes, own, labels) for blank, axes in _AXES.items()}
        self._known["judgement"] = {str(code): str(words) for code, words in JUDGEMENTS.items()}
        self._answers = _words(_ANSWERS, own, labels)
        self._measures = dict(_measures(own, labels))

    @property
    def comma(self) -> str:
        """What stands between the members of a row."""
        return say(", ")

    def say(self, blank: str, value: str) -> str | None:
        """What stands in a blank; None where it is none of what may stand there."""
        if blank in self._known:
            return self._known[blank].get(value)
        if blank in ("who", "party", "speaker"):
            return self._row(value, self._name)
        if blank == "answer":
            return self._figure(value) or self._row(value, self._answer)
        if blank in ("day", "until", "first", "last"):
            return _day(value)
        return _apart(value) if blank not in _IDS else value

    def _name(self, value: str) -> str:
        who = self._ids.get(value, value)
        return self._labels.name(who)

    def _answer(self, value: str) -> str | None:
        if value in self._answers:
            return self._answers[value]
        return self._name(value) if value in self._own.names or _CODE.fullmatch(value) else None

    def _row(self, value: str, one: Callable[[str], str | None]) -> str | None:
        told = [one(part) for part in self._members(value)]
        return None if None in told else self.comma.join(t for t in told if t is not None)

    def _members(self, value: str) -> Iterator[str]:
        """The members of a row with commas between; a name that has a comma of its own is one."""
        parts = value.split(", ")
        while parts:
            known = (n for n in range(len(parts), 1, -1) if self._is_known(", ".join(parts[:n])))
            n = next(known, 1)
            yield ", ".join(parts[:n])
            del parts[:n]

    def _is_known(self, words_: str) -> bool:
        return words_ in self._ids or words_ in self._answers

    def _figure(self, value: str) -> str | None:
        """A figure as `grade` words it: what is counted, the number, and of whom or what."""
        ends = [n for n, letter in enumerate(value) if letter == " "]
        for at in reversed(ends):
            what, rest = self._measures.get(value[:at]), value[at + 1 :]
            found = _FIGURE.fullmatch(rest) if what else None
            if what and found is None:
                return f"{what}: “{_apart(rest)}”"
            if what and found and (of := found["of"]) is None:
                return f"{what}: {found['n']}"
            if what and found and of in self._answers:
                return f"{what} ({self._answers[of]}): {found['n']}"
        return None


_IDS = frozenset({"n", "m", "rest", "total", "claim", "doc", "other", "decision", "incident"})


def _words(axes: Iterable[str], own: Labels, labels: Labels) -> Mapping[str, str]:
    """Codes and labels of taxonomies as sentences have them -> the label in the language of who reads."""
    out: dict[str, str] = {}
    for axis in axes:
        for code, label in own.axes.get(axis, {}).items():
            told = labels.many(axis, code) if axis == "groups" else lowered(labels.of(axis, code))
            for form in (label.lower(), code, code.replace("_", " "), own.one(axis, code)):
                out.setdefault(form, told)
    return out


def _measures(own: Labels, labels: Labels) -> Iterator[tuple[str, str]]:
    for code, label in own.axes.get("measures", {}).items():
        yield label.lower(), labels.of("measures", code)


def _day(value: str) -> str | None:
    """A day as ISO 8601 or as `publish.words` has it in English."""
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        pass
    day, month, year, *more = (*value.split(), "", "", "")
    if not (day.isdecimal() and year.isdecimal() and month in words.MONTHS) or any(more):
        return None
    return words.day(date(int(year), words.MONTHS.index(month) + 1, int(day)))


def _apart(value: str) -> str:
    return tongue().apart(value) if _LATIN.search(value) else value
