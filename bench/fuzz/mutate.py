"""Texts spoiled on purpose: each change is small and happens in real files, several together rarely do."""

import re
from collections.abc import Callable
from random import Random

LONGEST = 20_000  # characters: the size for which bench/fuzz/invariants.py sets its time

Change = Callable[[str, Random, str], str]

# What stands in real files and that few programs think of: spaces, controls, joiners, directions, letters
# whose lower case is longer, digits and words of other scripts, emoji of several code points, bare marks.
ODD = [
    "\u00a0", "\u202f", "\u2009", "\u3000", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2028", "\u2029",
    "\x0b", "\x0c", "\x85", "\x00", "\x1b", "\t", "\r", "\r\n", "\u200e", "\u200f", "\u202e", "\u2066",
    "\u0130", "\u1e9e", "\u0149", "\ufb01", "\u00df", "\u01c5", "\u0345", "\u0301", "\u0e33", "\ud7b0",
    "\u0661\u0662", "\u096a", "\uff11\uff12", "\u00bd", "\u2460", "\u216b", "\u5341\u4e8c", "\U0001d7d9",
    "\u0645\u0642\u062a\u0644", "\u0628\u064a\u0631\u0648\u062a", "\u05d9\u05e8\u05d9", "\u6b7b\u4ea1",
    "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1fa\U0001f1e6", "\U0001f3f4\ufe0f",
    "\ufffd", "\ufffe", "\U0010ffff",
]  # fmt: skip
MARKS = list(".,;:!?-\u2013\u2014\u2026'\"\u201c\u201d\u2018\u2019\u00ab\u00bb()[]{}/\\&%$*#@_|<>~^=+")
QUOTES = [
    ('"', '"'),
    ("'", "'"),
    ("\u201c", "\u201d"),
    ("\u2018", "\u2019"),
    ("\u00ab", "\u00bb"),
    ("(", ")"),
]
NUMBERS = [
    "0", "00", "-1", "1,000,000", "1.000.000", "1 000", "12,34,567", "3.5", "9" * 25, "2254", "122mm", "5-7",
    "1-0", "20\u201325", "1/2", "\u00bd", "seven hundred and", "a dozen", "half a", "third", "no", "12:30",
    "1e9", "31 February", "29 February 2023", "99/99/9999", "0000-00-00", "year 0", "10000 BC",
]  # fmt: skip
SPACES = ["\n", "\n\n", "\r\n", "", "  ", "\t", " \n ", "\u00a0", "\n\n\n\n"]


def mutated(text: str, other: str, random: Random) -> str:
    """`text` after one to six changes, some of which take from `other`; never longer than LONGEST."""
    for _ in range(random.choice((1, 1, 2, 2, 3, 4, 6))):
        text = random.choice(CHANGES)(text, random, other)[:LONGEST]
    return text


def _stretch(text: str, random: Random, longest: int = 400) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randrange(longest))


def splice(text: str, random: Random, other: str) -> str:
    start, end = _stretch(other, random, 1500)
    at = random.randrange(len(text) + 1)
    return text[:at] + other[start:end] + text[at:]


def delete(text: str, random: Random, _: str) -> str:
    start, end = _stretch(text, random)
    return text[:start] + text[end:]


def duplicate(text: str, random: Random, _: str) -> str:
    start, end = _stretch(text, random)
    return text[:end] + text[start:end] * random.choice((1, 2, 5, 20)) + text[end:]


def truncate(text: str, random: Random, _: str) -> str:
    at = random.randrange(len(text) + 1)
    return random.choice((text[:at], text[at:]))


def recase(text: str, random: Random, _: str) -> str:
    start, end = random.choice(((0, len(text)), _stretch(text, random)))
    how = random.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + how(text[start:end]) + text[end:]


def repunctuate(text: str, random: Random, _: str) -> str:
    share = random.choice((0.005, 0.03, 0.2))
    dropped = random.random() < 0.5
    return "".join(
        random.choice(MARKS) + (c if c != " " and not dropped else "") if random.random() < share else c
        for c in text
    )


def renumber(text: str, random: Random, _: str) -> str:
    return re.sub(r"\d+", lambda m: random.choice(NUMBERS) if random.random() < 0.5 else m[0], text)


def number_words(text: str, random: Random, _: str) -> str:
    return re.sub(r" ", lambda m: f" {random.choice(NUMBERS)} " if random.random() < 0.02 else m[0], text)


def odd_characters(text: str, random: Random, _: str) -> str:
    share = random.choice((0.002, 0.01, 0.1))
    return "".join(c + random.choice(ODD) if random.random() < share else c for c in text)


def respace(text: str, random: Random, _: str) -> str:
    share = random.choice((0.01, 0.2, 1.0))
    space = random.choice(SPACES)
    return re.sub(r"\s+", lambda m: space if random.random() < share else m[0], text)


def one_line(text: str, random: Random, _: str) -> str:
    return re.sub(r"[\s.]+", " ", text) * random.choice((1, 1, 4, 10))


def nested_quotes(text: str, random: Random, _: str) -> str:
    for _depth in range(random.choice((1, 3, 12, 60))):
        start, end = _stretch(text, random, 700)
        opening, closing = random.choice(QUOTES)
        text = (
            text[:start] + opening + text[start:end] + (closing if random.random() < 0.8 else "") + text[end:]
        )
    return text


def swap_words(text: str, random: Random, _: str) -> str:
    words = text.split(" ")
    for _time in range(random.choice((1, 3, 20))):
        a, b = random.randrange(len(words)), random.randrange(len(words))
        words[a], words[b] = words[b], words[a]
    return " ".join(words)


def one_word_many_times(text: str, random: Random, other: str) -> str:
    """Where a pattern tries every way to cut a row of equals, time explodes."""
    words = (text + " " + other).split() or ["a"]
    unit = " ".join(random.choices(words, k=random.choice((1, 1, 2, 3, 6))))
    glue = random.choice((" ", ", ", " and ", "\n", "", "; ", " of ", '" "', " - "))
    many = glue.join([unit] * (random.choice((50, 500, 20_000)) // (len(unit) + len(glue)) + 1))
    at = random.randrange(len(text) + 1)
    return text[:at] + many + text[at:]


CHANGES: list[Change] = [
    splice, delete, duplicate, truncate, recase, repunctuate, renumber, number_words, odd_characters, respace,
    one_line, nested_quotes, swap_words, one_word_many_times,
]  # fmt: skip
