"""Near copies among made-up texts, beside datasketch's MinHash LSH on the same documents."""

import re
from collections.abc import Callable, Iterable
from random import Random
from time import process_time

from wordfreq import top_n_list

from reading import document
from speed.clock import Figure, turns
from witnessmark.link.lineage.find import copies
from witnessmark.link.lineage.prints import BANDS, PERMUTATIONS, ROWS, forget, prints_of
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.document import Document
from witnessmark.model.reading import Reading

# Texts of 2 kB, as in the other figures of speed, with a number in every thirtieth place.
NUMBER, REPRINTS, WORDS, NUMBERS = 1000, 500, 350, 30
# A reprint has one word in so many swapped, by turns: from a corrected one to one that is just a near copy
# (0.86, 0.69 and 0.54 of all word triples in common).
SWAPPED = (40, 16, 9)
ROUNDS = 5
NAME = "near copies / datasketch MinHash LSH"
Couple = tuple[str, str]
WORD = re.compile(r"\w+")


def near_copies() -> list[Figure]:
    """Documents a second of processor time, from texts to tied pairs, over the yardstick's if installed."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print(f"  {NAME}: skipped, requirements-bench.lock is not installed")
        return []
    made = {d.id: Reading(d) for d in _made()}
    planted = _planted(made)

    def ours() -> set[Couple]:
        forget()  # the words of the round before
        prints = prints_of(made)
        return {(t.a, t.b) for t in copies(prints.values(), UnionFind(prints))}

    def yardstick() -> set[Couple]:
        index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
        signatures = {}
        for name, reading in made.items():
            signatures[name] = MinHash(PERMUTATIONS)
            signatures[name].update_batch([" ".join(t).encode() for t in _triples(reading.document.text)])
            index.insert(name, signatures[name])
        return {(a, b) for a, s in signatures.items() for b in index.query(s) if a < b}

    found, proposed = (len(planted & work()) for work in (ours, yardstick))
    if found < proposed:
        raise AssertionError(f"{proposed - found} reprints were missed: the speeds cannot be compared")
    pair = turns(_cpu(ours), _cpu(yardstick), ROUNDS)
    speeds = [
        f"{len(made) / seconds:,.0f} documents/s, {number} of {len(planted)} reprints"
        for seconds, number in ((pair.ours, found), (pair.yardstick, proposed))
    ]
    return [Figure(NAME, 1 / pair.ratio, 5.0, "above", *speeds)]


def _made() -> list[Document]:
    """Texts of English words as often as English has them, and reprints with words swapped."""
    random = Random(1)  # noqa: S311  (text, not a secret)
    words = top_n_list("en", 20_000)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    texts = [random.choices(words, weights, k=WORDS) for _ in range(NUMBER)]
    for text in texts:
        text[::NUMBERS] = [str(random.randint(100, 999)) for _ in text[::NUMBERS]]
    reprints = [list(text) for text in texts[:REPRINTS]]
    for n, text in enumerate(reprints):
        for at in random.sample(range(WORDS), WORDS // SWAPPED[n % len(SWAPPED)]):
            text[at] = text[at] if at % NUMBERS == 0 else random.choice(words)
    return [document(" ".join(text), f"made-{n:04}") for n, text in enumerate((*texts, *reprints))]


def _planted(made: Iterable[str]) -> set[Couple]:
    """Each text with its reprint."""
    names = sorted(made)
    return set(zip(names, names[NUMBER:], strict=False))


def _triples(text: str) -> set[tuple[str, str, str]]:
    words = WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _cpu(work: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        begin = process_time()
        work()
        return process_time() - begin

    return timed
