"""Stretches: the parts of a text that may hold a time expression; most of it is never looked at.

Every expression has a word or figure that says time (a month, "week", "2019") with nothing but words of the
grammar around it. Each is followed both ways for as long as the words are ones the grammar knows.
"""

import re
from collections.abc import Collection, Iterable

from witnessmark.text.number_atoms import any_of
from witnessmark.text.spotter import Spotter

_WORD = re.compile(r"\w+")
_REST_OF_WORD = re.compile(r"\w*")
# Characters behind "since" in which plain words may stand before its time: an article and marks.py's
# longest gap fit in.
_REACH = 48


class Stretches:
    """What is needed to find the stretches of texts in one language."""

    def __init__(self, forms: Collection[str], telling: Iterable[str], reaching: Iterable[str]) -> None:
        """`forms` are all words of the grammar, `telling` those an expression needs one of.

        Behind `reaching` ones, plain words may stand inside an expression.
        """
        known = {word for form in forms for word in _WORD.findall(form)}
        parts = [_WORD.findall(form) for form in telling]
        single = {words[0] for words in parts if len(words) == 1}
        # of a phrase that holds no telling word, its longest
        seeds = single | {max(words, key=len) for words in parts if not single.intersection(words)}
        self._reaching = frozenset(max(_WORD.findall(form), key=len) for form in reaching)
        self._telling = Spotter(seeds | self._reaching)
        self._onward = _run(known)
        self._back = _run({word[::-1] for word in known})

    def find(self, text: str, figures: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The stretches of a text in lower case, in order, around its telling words and these figures."""
        out: list[tuple[int, int]] = []
        size, reached = len(text), 0
        backwards = text[::-1]
        for start, end in sorted([*self._telling.find(text), *figures]):
            reaching = text[start:end] in self._reaching
            if end <= reached and not reaching:
                continue
            first = start
            if start > reached:
                first = size - _ended(self._back, backwards, size - start, size - reached)
            last = _ended(_REST_OF_WORD, text, min(size, end + _REACH), size) if reaching else end
            reached = max(reached, _ended(self._onward, text, last, size))
            if out and first <= out[-1][1]:
                first = out.pop()[0]
            out.append((first, reached))
        return out


def _run(known: Collection[str]) -> re.Pattern[str]:
    """A row of known words, figures and words too short to ask; whole words only."""
    word = rf"(?:{any_of(known)}(?!\w)|\w{{1,2}}(?!\w)|\w*\d\w*)"
    return re.compile(rf"(?:\W*+{word})*+")


def _ended(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    """Where a match that begins at a place ends; at the place itself where there is none."""
    found = pattern.match(text, at, end)
    return found.end() if found else at
