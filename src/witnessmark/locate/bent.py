"""Cyrillic names in another case: "in <name>" bends the name itself."""

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from witnessmark.locate.tables import data
from witnessmark.text.names import STEM, fold

FORMS = 24  # forms of a name of several words tried; each word has a handful


def nominatives(folded: str) -> Iterator[str]:
    """The forms a bent name may have in the base, by `data/endings.csv`, without itself."""
    for words in islice(product(*(_word(word) for word in folded.split())), FORMS):
        if (form := " ".join(words)) != folded:
            yield form


def _word(word: str) -> tuple[str, ...]:
    forms = [word]
    for ending, nominative in _endings():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) + len(nominative) >= STEM:
            forms.append(stem + nominative)
    return tuple(dict.fromkeys(forms))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    rows = [(fold(row["ending"]), fold(row["nominative"])) for row in data("endings.csv")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
