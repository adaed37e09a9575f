"""Names word by word: capitals in a row, the small words that join them, titles before them."""

from collections.abc import Sequence
from functools import cache, lru_cache

from witnessmark import codebook
from witnessmark.text.normalise import lower

# Small words that join the capitals of one name ("Centre for the Study of War", "Salwa al-Mikhlafi").
JOINS = frozenset({"of", "for", "and", "the", "to", "in", "on", "de", "del", "la", "du", "des", "von", "van"})
ARTICLES = frozenset(
    {"a", "an", "the", "this", "that", "its", "their", "his", "her", "our", "one", "another", "some"}
)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {lower(word): frozenset(classes) for word, classes in codebook.load().voices.items()}


def is_word_for(word: str, *classes: str) -> bool:
    """Whether a noun is of one of these classes; a possessive counts as its noun."""
    return not _classes_of(word).isdisjoint(classes)


@lru_cache(maxsize=1 << 14)  # the words of speakers' names: a text, and one like it, repeat most
def _classes_of(word: str) -> frozenset[str]:
    return _classes().get(lower(word).removesuffix("'s"), frozenset())


def untitled(words: Sequence[str]) -> list[str]:
    """The words of a name behind its titles."""
    rest = list(words)
    while rest and is_word_for(rest[0].rstrip("."), "title"):
        rest.pop(0)
    return rest


def runs(words: Sequence[str]) -> list[tuple[list[str], int]]:
    """The names among words: capitals in a row with small words between, and where each begins."""
    out: list[tuple[list[str], int]] = []
    i = 0
    while i < len(words):
        if not _capital(words[i]) or lower(words[i]) in ARTICLES:
            i += 1
            continue
        last = i + 1
        while last < len(words):
            step = last
            while step < len(words) and step - last < 2 and words[step] in JOINS:
                step += 1
            if step == len(words) or not _capital(words[step]):
                break
            last = step + 1
        out.append((list(words[i:last]), i))
        i = last
    return out


def _capital(word: str) -> bool:
    return word[0].isupper() or (
        word[:3].lower() in {"al-", "el-", "ad-", "an-", "as-"} and word[3:4].isupper()
    )
