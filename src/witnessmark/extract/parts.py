"""Parts of totals: the word that makes a number a part, and the total it is a part of."""

import re
from collections.abc import Sequence

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.phrases import Draft, Phrase

# What a bracket holds before one of the parts it lists.
_BRACKETED = re.compile(r"\((?:[NeGxDm,&';]|p[lPx])*")
# How many chunks before a number its cue is looked for: the length of a long list.
_REACH = 64
# Lines between a paragraph and the next, an empty one between.
_NEXT = 2
# And where the words say which total is meant ("Of those killed"): across a line of headings or two.
_FAR = 8
# A sentence that opens with whose parts it counts: "Of these, 24 …", "Twelve of them …".
_OPENS = re.compile(r"q?N?[ik]")
# "Of the 64, 40 were killed in raids and 24 by shells": parts of a number that was told before.
_OF_TOLD = re.compile(r"oe(?P<told>N)[xGtD]{0,4},")
# "Among civilians: 40 men, 7 women": a label for parts of what was told above.
_AMONG_LABEL = re.compile(r"xG:$")
# How far before it a list may open that says of whom its numbers are a part.
_LIST = 16


def part_cue(sentence: Sentence, number: int) -> int | None:
    """Index of the "including", "of whom" or colon that makes this number a part, within its clause."""
    chunks = sentence.chunks
    after = chunks[number + 1] if number + 1 < len(chunks) else None
    if after is not None and after.kind == "k":
        return number + 1
    if (bracket := _bracket(sentence, number)) is not None:
        return bracket
    of_told = _OF_TOLD.match(sentence.symbols)
    if of_told and number >= of_told.end() and sentence.symbols[number - 1] in ",&;":
        return of_told.start("told")
    for j in range(number - 1, max(-1, number - _REACH), -1):
        opening = chunks[j].kind == "k" and (_OPENS.match(sentence.symbols[: j + 1]) or j == number - 1)
        if chunks[j].kind == "i" or opening or (chunks[j].kind == ":" and j > 1):
            return j
        if chunks[j].kind == "B" and _OPENS.match(sentence.symbols):
            continue  # "Of these, 24 were children and 36 were adults"
        if chunks[j].kind == "R" and j - 1 in sentence.speech and sentence.symbols.startswith(",&N", j + 1):
            continue  # "five of the dead were boys, she said, and one"
        if chunks[j].kind in "TVXRBw;:hy":
            return None
    return None


def _bracket(sentence: Sentence, number: int) -> int | None:
    """Index of the bracket right behind a count that opens a list of its parts: "5 (two women, a boy)"."""
    at = sentence.symbols.rfind("(", 0, number)
    listed = at > 0 and _BRACKETED.fullmatch(sentence.symbols[at:number])
    return at if listed and sentence.symbols[at - 1] in "NGMtD" else None


def total(
    sentence: Sentence, cue: int | None, here: list[Draft], earlier: list[Draft], head: str
) -> Draft | None:
    """The count that a part with this cue is a part of: the nearest of its kind before the cue."""
    if cue is None:
        return None
    if sentence.chunks[cue].kind == "N":
        return told_before(sentence, cue, [d for d in earlier if d.head == head])
    before = [d for d in here if d.head == head and (d.index < cue or sentence.chunks[cue].kind == "k")]
    before = [d for d in before if d.cue != cue or sentence.chunks[cue].kind == "k"]
    if before:
        whole = before[-1]
        if sentence.chunks[cue].kind == ":" and _larger(sentence, cue, whole):
            return None  # "counted one body twice: ten people were killed"
        return whole if sentence.chunks[cue].kind in "i:(" else (whole.parent or whole)
    if _AMONG_LABEL.match(sentence.symbols[: cue + 1]) and sentence.chunks[0].code("grammar") == "among":
        return _largest(sentence, earlier, head)
    opens = sentence.chunks[cue].kind == "k" and _OPENS.match(sentence.symbols[: cue + 1]) is not None
    if (
        sentence.chunks[cue].kind in "k:("
        and sentence.chunks[cue].code("grammar") != "of_those"
        and not opens
    ):
        return None  # "of them" looks further back only where it opens its sentence, a colon never
    near = [d for d in earlier if d.head == head and d.parent is None]
    if opens and (befell := sentence.chunks[cue].attr("grammar", "part_of")):
        near = [d for d in near if d.count.measure == befell]  # "Of those killed, 24 …"
        near = [d for d in near if sentence.paragraph - d.sentence.paragraph <= _FAR]
    elif opens:
        near = [d for d in near if sentence.paragraph - d.sentence.paragraph <= _NEXT]
    if not near or (opens and is_measure(near[-1].count.measure, "lasting")):
        return None
    return near[-1]


def told_before(sentence: Sentence, number: int, earlier: Sequence[Draft]) -> Draft | None:
    """The count told before that a number in "Of the 64, …" points back to, if it is one of these."""
    opening = _OF_TOLD.match(sentence.symbols)
    if opening is None or opening.start("told") != number or (told := sentence.chunks[number].number) is None:
        return None
    near = (d for d in reversed(earlier) if sentence.paragraph - d.sentence.paragraph <= _FAR)
    return next((d for d in near if d.count.value is not None and d.count.value == told.bounds.value), None)


def _larger(sentence: Sentence, cue: int, whole: Draft) -> bool:
    """Whether the first number behind a colon exceeds what stands before it, so that it is no part."""
    numbers = (c.number for c in sentence.chunks[cue + 1 :] if c.number is not None)
    least = next((n.bounds.low for n in numbers), None)
    return least is not None and whole.count.value is not None and least > whole.count.value


def _largest(sentence: Sentence, earlier: list[Draft], head: str) -> Draft | None:
    """The total that "Among civilians: …" divides: the largest harm told in the lines above."""
    near = [d for d in earlier if d.head == head and d.parent is None and d.count.value is not None]
    near = [d for d in near if sentence.paragraph - d.sentence.paragraph <= _FAR]
    near = [d for d in near if is_measure(d.count.measure, "harm")]
    return max(near, key=lambda d: d.count.value or 0, default=None)


def told_whole(measure: str, part: int | None, drafts: Sequence[Draft]) -> Draft | None:
    """The count told before that "163 of the deaths" is part of: the last of its measure, no smaller."""
    for d in reversed(drafts):
        whole = d.count.measure == measure and d.parent is None and d.rule != "named_part"
        if whole and (part is None or d.count.value is None or d.count.value >= part):
            return d
    return None


_AGE = re.compile(r",N(?:[,;&)]|x?$)")
_CENTURY = 3  # digits
# "61 women and 44 children were among the dead", "four elderly people among them."
_STAND_AMONG = re.compile(r"[^w;:TtVRIik]{0,12}?(?:B[xH]{0,2})?(?P<cue>i)")


def is_age(sentence: Sentence, number: int) -> bool:
    """Whether a number between commas right behind a name is an age: "Otto Brandis, 53; Ana Moor, 24"."""
    named = number > 1 and sentence.chunks[number - 2].kind == "x" and sentence.chunks[number - 2].capital
    return (
        named
        and len(sentence.chunks[number].word) < _CENTURY
        and _AGE.match(sentence.symbols, number - 1) is not None
    )


def named_part(sentence: Sentence, np: Phrase) -> tuple[str, int] | None:
    """What befell those a number is a part of, by their name, and the index of that name.

    "Five of the dead", "among the wounded were three girls", "a cook was among those killed".
    """
    chunks = sentence.chunks
    stand = _STAND_AMONG.match(sentence.symbols, np.last)
    before = [i for i in range(max(0, np.number - _LIST), np.number) if chunks[i].kind == "i"]
    places = [np.number + 1, *([stand.start("cue")] if stand else []), *reversed(before)]
    for i in places:
        befell = chunks[i].attr("grammar", "part_of") if i < len(chunks) else ""
        if befell:
            return befell, i
    return None
