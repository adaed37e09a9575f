"""Figures that two prints of a report give in one sentence with another number, in digits or spelled out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from witnessmark import codebook
from witnessmark.link import dates
from witnessmark.link.corpus import Corpus
from witnessmark.link.dates import TimeRelation
from witnessmark.link.lineage.prints import Print
from witnessmark.link.vocabulary import groups_compatible
from witnessmark.model.claim import Claim

_WORD = re.compile(r"\w+")


def one_sentence(corpus: Corpus, a: Print, b: Print) -> Iterator[tuple[Claim, Claim]]:
    """Figures that the two prints give in the same words but for the number, in digits or spelled out."""
    ours, theirs = (_by_words(corpus.of(p.doc), p.document.language) for p in (a, b))
    for words, told in ours.items():
        again = theirs.get(words, [])
        if len(told) == len(again):
            pairs = zip(told, again, strict=True)
            yield from ((x, y) for x, y in pairs if value(x) != value(y) and one_measure(x, y))


def _by_words(claims: list[Claim], language: str) -> dict[tuple[str, str], list[Claim]]:
    """Figures by what is counted and the words around the number."""
    numbers = _number_words(language)
    out: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for c in claims:
        if c.count is not None and c.count.value is not None:
            words = ["#" if w.isdecimal() or w in numbers else w for w in _WORD.findall(c.quote.casefold())]
            if len(set(words)) > 1:
                out[c.count.measure, " ".join(w for w, _ in groupby(words))].append(c)
    return out


@cache
def _number_words(language: str) -> frozenset[str]:
    """The words numbers are spelled with, where the codebook has those of the language."""
    book = codebook.load()
    if language not in book.languages:
        return frozenset()
    known = book.numbers(language)
    return frozenset(w.casefold() for table in (known.units, known.scales) for w in table)


def one_measure(a: Claim, b: Claim) -> bool:
    """Whether two figures count the same thing; of other days they are two, as in monthly bulletins."""
    if a.count is None or b.count is None or dates.relate(a.date, b.date) is TimeRelation.DISJOINT:
        return False
    return a.count.measure == b.count.measure and groups_compatible(a.count.group, b.count.group)


def value(claim: Claim) -> int | None:
    return claim.count.value if claim.count is not None else None
