"""Sentences of records in the language of who reads, by the templates they were made from."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from django.utils.translation import npgettext

from witnessmark.web.catalogs import CONTEXT
from witnessmark.web.filling import Filling

_BLANK = re.compile(r"\{(\w+)\}")
_NUMBER, _NAME, _ANY = r"-?\d[\d,.]*", r"[^;]+?", r".+?"
# What may stand in a blank, where that is less than anything (the names of `model.sentence.BLANKS`).
_HOLDS = {
    **dict.fromkeys(("n", "m", "rest", "total"), _NUMBER),
    **dict.fromkeys(("claim", "doc", "other", "decision", "incident"), r"[0-9a-f]{12,64}"),
    **dict.fromkeys(("day", "until", "first", "last"), r"[\w -]+?"),
    **dict.fromkeys(("who", "party", "speaker"), _NAME),
}
_CLAUSE = "; "
_KEPT = 8192  # sentences kept told: a page of a large incident has some hundreds


class Template:
    """A template of English sentences with its translation."""

    def __init__(self, english: str, forms: Sequence[str]) -> None:
        self._english, self._forms = english, forms
        self.literal = len(_BLANK.sub("", english))
        self._blanks: list[str] = _BLANK.findall(english)
        parts = [re.escape(p) if n % 2 == 0 else _group(p) for n, p in enumerate(_BLANK.split(english))]
        self._form = re.compile("".join(parts), re.DOTALL)

    def told(self, filled: Mapping[str, str]) -> str:
        """The translation with its blanks filled in, in the form that goes with its number."""
        if len(self._forms) == 1:
            return self._forms[0].format(**filled)
        number = int(filled["n"].replace(",", ""))
        return npgettext(CONTEXT, self._english, self._english, number).format(**filled)

    def read(self, text: str) -> Mapping[str, str] | None:
        """What was filled in, where the text was made from this template."""
        found = self._form.fullmatch(text)
        return found.groupdict() if found else None


def _group(name: str) -> str:
    return f"(?P<{name}>{_HOLDS.get(name, _ANY)})"


class Teller:
    """Says sentences by their templates; those with most words of their own are tried first."""

    def __init__(self, templates: Mapping[str, Sequence[str]], filling: Filling, between: str) -> None:
        known = [Template(english, forms) for english, forms in templates.items()]
        self._templates = sorted(known, key=lambda t: -t.literal)
        self._filling, self._between = filling, between
        self.tell: Callable[[str], str | None] = lru_cache(_KEPT)(self._tell)

    def _tell(self, text: str) -> str | None:
        """The sentence, or its clauses one by one; None where any of it fits no template."""
        for template in self._templates:
            blanks = template.read(text)
            filled = None if blanks is None else self._filled(blanks)
            if filled is not None:
                return template.told(filled)
        return self._clauses(text)

    def _clauses(self, text: str) -> str | None:
        for cut in _cuts(text):
            first = self.tell(text[:cut])
            rest = self.tell(text[cut + len(_CLAUSE) :]) if first is not None else None
            if first is not None and rest is not None:
                return f"{first}{self._between}{rest}"
        return None

    def _filled(self, blanks: Mapping[str, str]) -> dict[str, str] | None:
        out: dict[str, str] = {}
        for name, value in blanks.items():
            told = self._in_blank(name, value)
            if told is None:
                return None
            out[name] = told
        return out

    def _in_blank(self, name: str, value: str) -> str | None:
        match name:
            case "said" | "asked" | "more":
                return self.tell(value)
            case "listed":
                return self._each(value.split(", "), self._filling.comma)
            case "added":
                return self._each(value.split(" + "), " + ")
            case _:
                return self._filling.say(name, value)

    def _each(self, parts: Sequence[str], between: str) -> str | None:
        told = [p if re.fullmatch(_NUMBER, p) else self.tell(p) for p in parts]
        return None if None in told else between.join(t for t in told if t is not None)


def _cuts(text: str) -> Iterator[int]:
    at = text.find(_CLAUSE)
    while at >= 0:
        yield at
        at = text.find(_CLAUSE, at + 1)
