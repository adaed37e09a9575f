"""Counts that lean on one told before: "the correct number is 21", "two died and a third was wounded"."""

import re
from dataclasses import replace

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.persons import persons
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.extract.trace import missed
from witnessmark.model.count import Bounds, Qualifier
from witnessmark.text.numbers import NumberKind

# What stands between "the figure" and the number it is said to be.
_LINK = re.compile(r"(?:[xH]|B|[pr](?=N)|o[nlPx]{1,3}|R){1,6}$")
_ENDS = re.compile(r"(?:[xd]{0,2}[,;.)RwhxpB-]|$|&)")
# How far back "the figure" may stand, and how many lines before the count it corrects.
_REACH = 8
_LINES = 6
_RULE = "restated"
# "A third": the share of it, and of how many it is one more.
_DENOMINATORS = (3, 4, 5, 10)


def restated(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """The count that a bare number gives as the figure of what was counted before: "it is now 302"."""
    if np.heads or np.last != np.number + 1:
        return None
    at = next(
        (i for i in range(np.number - 1, max(-1, np.number - _REACH), -1) if _figure(sentence, i)), None
    )
    if at is None:
        return None
    between = sentence.symbols[at + 1 : np.number]
    moved = any(c.code("relations") for c in sentence.chunks[at + 1 : np.number])
    if not moved and ("B" not in between or not _corrects(sentence, at)):
        return missed(sentence, np.number, _RULE, "nothing says that it is the figure of what was counted")
    if not _LINK.fullmatch(between) or not _ENDS.match(sentence.symbols, np.last):
        return missed(sentence, np.number, _RULE, "more than a verb around the number")
    told = [d for d in (*earlier, *here) if d.head == "person" and d.parent is None]
    told = [d for d in told if sentence.paragraph - d.sentence.paragraph <= _LINES]
    told = [d for d in told if is_measure(d.count.measure, "harm")]
    if not told:
        return missed(sentence, np.number, _RULE, "no harm counted before that it can be the figure of")
    # A bare figure is that of the dead where there were any.
    of = next((d for d in reversed(told) if d.count.measure == "killed"), told[-1])
    return drafted(sentence, np, of.count.measure, of.count.group, _RULE, "person")


def _figure(sentence: Sentence, at: int) -> bool:
    return sentence.chunks[at].code("grammar") == "figure"


def _corrects(sentence: Sentence, at: int) -> bool:
    """Whether "number" alone is meant as the figure of harm: "the correct number is 21"."""
    if sentence.chunks[at].attr("grammar", "weak") != "true":
        return True
    return at > 0 and sentence.chunks[at - 1].code("grammar") == "corrective"


def one_more(sentence: Sentence, at: int, here: list[Draft]) -> Draft | None:
    """One person besides those counted: "a third" after two, "a second" after one."""
    nth = _nth(sentence, at)
    before = [d for d in here if d.head == "person" and d.parent is None]
    if not nth or not before or before[-1].count.value != nth - 1:
        return None
    one = persons(sentence, Phrase(at, at + 1, (), ()), here, [])
    if one is None:
        return None
    bounds = Bounds(1, 1, 1, Qualifier.SINGULAR)
    one.count = replace(
        one.count,
        value=bounds.value,
        low=bounds.low,
        high=bounds.high,
        qualifier=bounds.qualifier,
        fraction=None,
    )
    one.parent = one.relation = None
    return one


def _nth(sentence: Sentence, at: int) -> int:
    """Of a row of persons the place that "a third" or "a second" is; 0 where it is none."""
    number = sentence.chunks[at].number
    if number is None:
        return 0
    if sentence.chunks[at].kind == "F" and number.fraction is not None:
        return next((n for n in _DENOMINATORS if abs(n * number.fraction - 1) < 1 / 100), 0)
    article = at > 0 and sentence.chunks[at - 1].code("grammar") == "article"
    return int(number.bounds.value or 0) if article and number.kind is NumberKind.ORDINAL else 0
