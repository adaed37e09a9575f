"""What tells a text from others: its rare words and rare words told together, by weights that never change.

A word weighs by how rare it is in its language at large (wordfreq's Zipf scale), not in the texts at hand:
two reports must compare alike whether they stand in a case of five or of a million, and whichever came first.
Words and pairs are kept as numbers whose last four bits are the weight, so that a database adds up what two
texts have in common without a table beside.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise

from witnessmark import codebook
from witnessmark.text import arabic
from witnessmark.text.normalise import fold, lower

# Zipf frequency: 3 is once in a million words, 6 once in a thousand. Words from COMMON on tell nothing apart;
# a pair tells something when both of its words are below PAIR and their sum below PAIR_SUM: of
# several bounds tried on two public development sets those that told events apart best.
COMMON, PAIR, PAIR_SUM = 5.9, 5.2, 8.0
# Links may sum up to more: they are looked for in a stretch of time (decision 16), and compared by nothing.
LINK_SUM = 9.0
# What an unlisted word counts as, and a number by its length: long numbers recur by chance far less often.
UNLISTED, LONG_NUMBER, SHORT_NUMBER = 0.5, 3.2, 4.5
# A language without a list: every word alike, in the middle of the scale.
NO_LIST = 3.5
MOST_WORDS, MOST_PAIRS, MOST_LINKS, MOST_NAMES = 60, 80, 60, 40
# Axes of the codebook whose words are compared as codes.
_OF_KIND = frozenset(
    {"methods", "weapons", "objects", "groups", "act_nouns", "triggers", "platforms", "reporting", "units"}
)
WEIGHT_BITS = 4
MOST_WEIGHT = (1 << WEIGHT_BITS) - 1
# Characters read of a text: the event stands at the head of a report (inverted pyramid).
READ = 6000

_TOKEN = re.compile(r"\w[\w'-]*|[.!?;\n]")
_STOPS = frozenset(".!?;\n")
# The article and the particles that Arabic writes onto a word.
_ONTO = re.compile(r"^[وف]?(?:ال|بال|كال|لل|ب|ل)(?=\w{3})")
_BARE = arabic.MARKS | arabic.LETTERS
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Telling:
    """Codes of what tells a text apart, heaviest first.

    `pairs` are two rare words beside each other, `links` two of a sentence with none but common ones between,
    `names` are words with a capital, `title` those of the title.
    """

    words: tuple[int, ...] = ()
    pairs: tuple[int, ...] = ()
    links: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    title: tuple[int, ...] = ()


NOTHING = Telling()


def telling(text: str, language: str | None, title: str = "") -> Telling:
    """What tells `text`, written in `language` (ISO 639-1), and its `title`."""
    told = fold(text[:READ])
    words = _words(told)
    times = Counter(words)
    rare = _rare(times, language)
    weights, heads = _weights(rare), _weights(_rare(_words(fold(title)), language))
    named = {w: weights[w] for w in _named(told) if w in weights}
    return Telling(
        _heaviest(weights, times, MOST_WORDS),
        _heaviest(_pairs(words, rare), Counter(), MOST_PAIRS),
        _heaviest(_links(words, rare), Counter(), MOST_LINKS),
        _heaviest(named, times, MOST_NAMES),
        _heaviest(heads, Counter(), MOST_NAMES),
    )


def _words(text: str) -> list[str]:
    """The words of folded text, with the marks that end a sentence."""
    return [_form(w) for w in _TOKEN.findall(lower(text))]


def _rare(words: Iterable[str], language: str | None) -> dict[str, float]:
    """How common the words are that are neither very common nor of a kind of event."""
    kinds = _words_of_kind(language or "")
    known = {w: rarity(w, language) for w in words if len(w) > 1 and w not in kinds}
    return {w: z for w, z in known.items() if z < COMMON}


def _weights(rare: Mapping[str, float]) -> dict[str, int]:
    return {w: _weight((COMMON + 0.3 - z) * 3) for w, z in rare.items()}


def _pairs(words: Iterable[str], rare: Mapping[str, float]) -> dict[str, int]:
    pairs: dict[str, int] = {}
    for a, b in pairwise(words):
        one, other = rare.get(a, COMMON), rare.get(b, COMMON)
        if max(one, other) < PAIR and one + other < PAIR_SUM and not (a.isdigit() or b.isdigit()):
            pairs[f"{a} {b}"] = _weight((PAIR_SUM + 2.5 - one - other) * 1.7)
    return pairs


def _links(words: Iterable[str], rare: Mapping[str, float]) -> dict[str, int]:
    """Rare words that follow one another within a sentence, common ones left out."""
    links: dict[str, int] = {}
    last = ""
    for word in words:
        if word in _STOPS:
            last = ""
        elif rare.get(word, COMMON) < PAIR and not word.isdigit():
            both = rare[word] + rare.get(last, COMMON)
            if last and both < LINK_SUM and last != word:
                links[f"{last} {word}"] = _weight((LINK_SUM + 1.5 - both) * 1.7)
            last = word
    return links


def _named(text: str) -> set[str]:
    """Words with a capital that no beginning of a sentence asks for: names, in scripts that have capitals."""
    found: set[str] = set()
    for line in text.split("\n"):
        tokens = _TOKEN.findall(line)
        words = [t for t in tokens if t[0].isalpha()]
        if sum(t[0].isupper() for t in words) * 2 > len(words):  # a headline in capitals
            continue
        found.update(_form(lower(b)) for a, b in pairwise(tokens) if b[0].isupper() and a not in _STOPS)
    return found


def rarity(word: str, language: str | None) -> float:
    """How common a word is on the Zipf scale, 0 to 8; numbers by their length."""
    if word.isdigit():
        return LONG_NUMBER if len(word) > 2 else SHORT_NUMBER
    known = _listed(language or "")
    return known.get(word, UNLISTED) if known else NO_LIST


def weight_of(code: int) -> int:
    """The weight of a word or pair in its code: 1 to MOST_WEIGHT."""
    return code & MOST_WEIGHT


def _form(word: str) -> str:
    """A word without what is written onto it: "'s", Arabic articles, particles, marks and letter forms."""
    if _ARABIC.match(word):
        return _ONTO.sub("", word.translate(_BARE))
    return word.removesuffix("'s").rstrip("'-")


def _weight(value: float) -> int:
    return max(1, min(MOST_WEIGHT, int(value)))


def _heaviest(weights: dict[str, int], times: Counter[str], most: int) -> tuple[int, ...]:
    """The codes of the `most` heaviest, a word said often before one said once."""
    ordered = sorted(weights, key=lambda w: (-weights[w] * (1 + times[w].bit_length()), w))
    return tuple(_code(w) | weights[w] for w in ordered[:most])


def _code(word: str) -> int:
    """59 bits of a hash, shifted: positive in a signed 64-bit column, the last four bits free."""
    digest = blake2b(word.encode(), digest_size=8).digest()
    return (int.from_bytes(digest) >> 5) << WEIGHT_BITS


@cache
def _words_of_kind(language: str) -> frozenset[str]:
    """Words by which the codebook knows what sort of event it is: all reports of its sort use them."""
    book = codebook.load()
    if language not in book.languages:
        return frozenset()
    return frozenset(
        _form(t.form) for t in book.lexicon(language) if t.axis in _OF_KIND and " " not in t.form
    )


@cache
def _listed(language: str) -> dict[str, float]:
    """Words of a language with their Zipf frequency (wordfreq's small list: down to once in a million)."""
    from wordfreq import available_languages, get_frequency_list

    if language not in available_languages("small"):
        return {}
    bins = get_frequency_list(language, "small")
    return {_form(w): 9 - i / 100 for i, words in reversed(list(enumerate(bins))) for w in words}
