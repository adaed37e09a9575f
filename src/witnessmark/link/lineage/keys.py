"""Pairs of telling things said, by which prints meet that may tell one report in other words.

A key is read off one print alone, so that prints meet whatever else there is. A number, a speaker, a word of
a quotation is common; two of them together are not, within some days of publication, or with a day the text
names, or at any time where both are odd numbers.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import combinations, product

from witnessmark.link.lineage.prints import Print
from witnessmark.link.lineage.stories import DAYS_APART, Stories

# How many of each sort are paired, the most telling first.
NUMBERS, DAYS, SPEAKERS, WORDS = 6, 4, 3, 4
# Words of a quotation this long are rare, and survive translation of what is around them.
LONG_WORD = 8
# Bits of a pair of numbers that is a key at any time: two odd numbers of three digits have 13 and more.
ANY_TIME = 12.0
# Two grids of days shifted by half: prints published within half a stretch of each other share one.
STRETCH = 2 * DAYS_APART + 2

_WORD = re.compile(r"\w+")


def near_in_time(stories: Stories, print_: Print) -> Iterator[bytes]:
    """Pairs that are telling within some days of publication; undated prints are one stretch."""
    for pair in _common_pairs(stories, print_):
        for stretch in _stretches(print_):
            yield _key(f"{stretch} {pair}")


def at_any_time(stories: Stories, print_: Print) -> Iterator[bytes]:
    """Pairs that are telling whenever they were printed."""
    days = [f.value for f in print_.facts if f.sort == "day"][:DAYS]
    numbers = _numbers(print_)
    speakers = sorted(stories.speakers(print_))[:SPEAKERS]
    told = [*(n for n, _ in numbers), *speakers]
    for a, b in (
        *product(days, told),
        *product(speakers, (n for n, _ in numbers)),
        *combinations(speakers, 2),
    ):
        yield _key(f"{a} {b}")
    for (a, x), (b, y) in combinations(sorted(numbers), 2):
        if x + y >= ANY_TIME:
            yield _key(f"{a} {b}")


def _common_pairs(stories: Stories, print_: Print) -> Iterator[str]:
    words = {w for q in print_.quotes for w in _WORD.findall(q) if len(w) >= LONG_WORD}
    longest = sorted(words, key=lambda w: (-len(w), w))[:WORDS]
    numbers = [n for n, _ in _numbers(print_)]
    speakers = sorted(stories.speakers(print_))[:SPEAKERS]
    for a, b in combinations(sorted((*longest, *numbers)), 2):
        yield f"{a} {b}"
    for a, b in product(speakers, longest):
        yield f"{a} {b}"


def _numbers(print_: Print) -> list[tuple[str, float]]:
    found = [(f.value, f.bits) for f in print_.facts if f.sort == "number"]
    return sorted(found, key=lambda n: (-n[1], n[0]))[:NUMBERS]


def _stretches(print_: Print) -> tuple[str, ...]:
    first, last = print_.published
    if first is None or first != last:
        return ("undated",)
    n = first.toordinal()
    return (f"a{n // STRETCH}", f"b{(n + STRETCH // 2) // STRETCH}")


def _key(name: str) -> bytes:
    return blake2b(name.encode(), digest_size=8).digest()
