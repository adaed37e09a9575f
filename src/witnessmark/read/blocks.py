"""Blocks: the lines of a text, or its paragraphs where the lines are hard-wrapped."""

import re
from dataclasses import dataclass
from itertools import pairwise

# Narrowest and widest text taken for a wrapped one: wire and plain-mail text is wrapped at 60 to 100 columns,
# and below that any list of short lines would pass.
WRAP_WIDTHS = (50, 110)
# A wrapped line may fall short of the width by this much: writers differ on what counts (quotes, hyphens).
WRAP_SLACK = 12
# Share of line ends that must look wrapped, and how many there must be, before lines are joined.
WRAP_SHARE = 0.8
WRAP_LINES = 3

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_BREAKS = re.compile(r"\r\n|\r|\n")
_TERMINAL = re.compile(r"[.!?…؟\u06d4。\uff01\uff1f][\"'”\u2019»)\]]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """`text[start:end]` without outer white space; `gap`: a blank line, or the text's start, before it."""

    start: int
    end: int
    text: str
    words: int
    gap: bool

    @property
    def terminal(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_TERMINAL.search(self.text))


def blocks(text: str) -> list[Block]:
    """Blocks in order; together they hold every character of `text` that is not white space."""
    lines: list[Block] = []
    end = -1  # where the last line ended; before the first, the text's start counts as a blank line
    for m in _LINE.finditer(text):
        part = m.group()
        bare = part.strip()
        start = m.start() + part.index(bare)
        gap = end < 0 or len(_BREAKS.findall(text, end, start)) > 1
        end = start + len(bare)
        lines.append(Block(start, end, bare, len(bare.split()), gap))
    return _paragraphs(text, lines) if _wrapped(lines) else lines


def _wrapped(lines: list[Block]) -> bool:
    """Greedy wrapping leaves a mark: the next line's first word would not have fitted."""
    width = max((len(b.text) for b in lines), default=0)
    if not WRAP_WIDTHS[0] <= width <= WRAP_WIDTHS[1]:
        return False
    joints = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if len(joints) < WRAP_LINES:
        return False
    full = sum(len(a.text) + 1 + len(b.text.split(None, 1)[0]) > width - WRAP_SLACK for a, b in joints)
    return full >= WRAP_SHARE * len(joints)


def _paragraphs(text: str, lines: list[Block]) -> list[Block]:
    starts = [i for i, b in enumerate(lines) if b.gap]
    ends = [*starts[1:], len(lines)]
    out = []
    for i, j in zip(starts, ends, strict=True):
        first, last = lines[i], lines[j - 1]
        words = sum(b.words for b in lines[i:j])
        out.append(Block(first.start, last.end, text[first.start : last.end], words, gap=True))
    return out
