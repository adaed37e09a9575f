"""Expressions: where the grammar finds time expressions in a row of marks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from witnessmark.date.language import Found, Language
from witnessmark.date.marks import Mark, find, row
from witnessmark.date.patterns import GRAMMAR, RULES

# No expression crosses this, and each has one of these letters: everything else is passed over.
_APART = "|"
_CORE = re.compile("[MmWwYDAHCKUqSPdRFx]")
_POINT_GROUPS = tuple(name for name in GRAMMAR.groupindex if name not in RULES)


@dataclass(frozen=True, slots=True)
class Expression:
    """A rule's match: `text[start:end]`, its marks and letters, and the points inside it by group name."""

    rule: str
    start: int
    end: int
    marks: Sequence[Mark]
    letters: str
    points: Mapping[str, tuple[str, Sequence[Mark]]]

    def point(self, *names: str) -> tuple[str, Sequence[Mark]] | None:
        """The letters and marks of the first of these points that is there."""
        return next((self.points[n] for n in names if n in self.points), None)


def expressions(text: str, lowered: str, language: Language) -> list[Expression]:
    """Every time expression of a folded text, in order; none overlap."""
    found = find(text, lowered, language)
    letters = row(lowered, found)
    out: list[Expression] = []
    end = 0
    for core in _CORE.finditer(letters):
        if core.start() < end:
            continue
        start, end = letters.rfind(_APART, end, core.start()) + 1 or end, letters.find(_APART, core.end())
        end = end if end >= 0 else len(letters)
        for m in GRAMMAR.finditer(letters, start, end):
            before = letters[m.start() - 2 : m.start()]
            shorter: re.Match[str] | None = m
            while shorter is not None:
                expression = _expression(shorter, found)
                if not _misread(expression, before, lowered, language):
                    out.append(expression)
                    break
                shorter = GRAMMAR.match(letters, m.start(), shorter.end() - 2)
    return out


def _expression(m: re.Match[str], found: Sequence[Found]) -> Expression:
    offset = m.start() // 2
    inner = [Mark(start, end, *word) for start, end, word in found[offset : m.end() // 2]]
    points = {
        name: (m[name], inner[m.start(name) // 2 - offset : m.end(name) // 2 - offset])
        for name in _POINT_GROUPS
        if m[name] is not None
    }
    return Expression(m.lastgroup or "", inner[0].start, inner[-1].end, inner, m.group(), points)


def _misread(e: Expression, before: str, lowered: str, language: Language) -> bool:
    """An age ("20 years old"), or a count that looks like a year or a day ("2000 people").

    `before` are the letters of the mark and gap before it.
    """
    after = lowered[e.end : e.end + 24]
    if e.rule == "duration":
        return after.lstrip(" -").startswith(language.ages)
    if e.rule == "month_of_days" and e.letters[0] == "i" and "_j_" in e.letters:
        return not (after == "" or after[0] in ".,;:)\n")
    if e.letters not in ("Y", "i_Y"):
        return False
    word = after.split(None, 1)[0].strip(".,;:)") if after[:1] == " " and after.strip() else ""
    if e.letters == "i_Y" or before in ("e_", "z_"):
        return word in language.counted or e.marks[0].code == "at"  # "at 2000" is a clock time
    return bool(word) or before == "c_"
