"""Expressions: where the grammar finds time expressions in a row of marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from witnessmark.date.language import IN_WORDS, Found, Language
from witnessmark.date.marks import Mark, find, row
from witnessmark.date.shapes import Shape, shapes, shorter

# No expression crosses this.
_APART = "|"
# A figure this far before "a year", in characters, may be a rate's.
_RATE = 40


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
        for name in names:
            if name in self.points:
                return self.points[name]
        return None


def expressions(text: str, lowered: str, language: Language) -> list[Expression]:
    """Every time expression of a folded text, in order; none overlap."""
    found = find(text, lowered, language)
    out: list[Expression] = []
    place = 0  # of the region in the row
    for region in row(lowered, found).split(_APART):
        for shape in shapes(region):
            before = region[shape.start - 2 : shape.start]
            fitting: Shape | None = shape
            while fitting is not None:
                expression = _expression(fitting, region, place, found)
                if not _misread(expression, before, lowered, language):
                    out.append(expression)
                    break
                fitting = shorter(region, fitting)
        place += len(region) + 1
    return out


def _expression(shape: Shape, region: str, place: int, found: Sequence[Found]) -> Expression:
    """What a shape in the region at this place of the row is in the text."""
    first = (place + shape.start) // 2
    inner = [Mark(start, end, *word) for start, end, word in found[first : (place + shape.end) // 2]]
    points = {
        name: (region[start:end], inner[(place + start) // 2 - first : (place + end) // 2 - first])
        for name, start, end in shape.points
    }
    letters = region[shape.start : shape.end]
    return Expression(shape.rule, inner[0].start, inner[-1].end, inner, letters, points)


def _misread(e: Expression, before: str, lowered: str, language: Language) -> bool:
    """An age ("20 years old"), or a count that looks like a year or a day ("2000 people").

    `before` are the letters of the mark and gap before it.
    """
    after = lowered[e.end : e.end + 24]
    if e.rule == "duration":
        return after.lstrip(" -").startswith(language.ages)
    if e.rule == "month_of_days" and e.letters[0] == "i" and "_j_" in e.letters:
        return not (after == "" or after[0] in ".,;:)\n")
    if e.rule == "rate":
        return not language.rate.search(
            lowered, max(0, e.start - _RATE), e.start
        ) or after.lstrip().startswith(("'", *language.not_a_rate))
    if "K" in e.letters and "e_" not in e.letters:
        return any(m.code == IN_WORDS for m in e.marks)  # "in his sixties" is an age
    if e.letters not in ("Y", "i_Y"):
        return False
    word = after.split(None, 1)[0].strip(".,;:)") if after[:1] == " " and after.strip() else ""
    if e.letters == "i_Y" or before in ("e_", "z_", "a_", "g_"):
        return word in language.counted or e.marks[0].code == "at"  # "at 2000" is a clock time
    return bool(word) or before == "c_"
