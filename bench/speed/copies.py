"""Near copies among made-up texts, beside datasketch's MinHash LSH on the same documents."""

import re
from collections.abc import Callable
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

# Texts of 2 kB, as in the other figures of speed.
NUMBER, REPRINTS, WORDS = 1000, 500, 350
ROUNDS = 3
NAME = "near copies / datasketch MinHash LSH"
WORD = re.compile(r"\w+")


def near_copies() -> list[Figure]:
    """Documents a second of processor time, from texts to tied pairs, over the yardstick's if installed."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print(f"  {NAME}: skipped, requirements-bench.lock is not installed")
        return []
    made = {d.id: Reading(d) for d in _made()}

    def ours() -> int:
        forget()  # the words of the round before
        prints = prints_of(made)
        return len(copies(prints.values(), UnionFind(prints)))

    def yardstick() -> int:
        index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
        signatures = {}
        for name, reading in made.items():
            signatures[name] = MinHash(PERMUTATIONS)
            signatures[name].update_batch([" ".join(t).encode() for t in _triples(reading.document.text)])
            index.insert(name, signatures[name])
        return sum(len(index.query(s)) - 1 for s in signatures.values()) // 2

    if min(ours(), yardstick()) < 0.9 * REPRINTS:
        raise AssertionError("reprints were missed: the speeds cannot be compared")
    pair = turns(_cpu(ours), _cpu(yardstick), ROUNDS)
    speeds = [f"{len(made) / seconds:,.0f} documents/s" for seconds in (pair.ours, pair.yardstick)]
    return [Figure(NAME, 1 / pair.ratio, 5.0, "above", *speeds)]


def _made() -> list[Document]:
    """Texts of English words as often as English has them, and reprints with one word in forty swapped."""
    random = Random(1)  # noqa: S311  (text, not a secret)
    words = top_n_list("en", 20_000)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    texts = [random.choices(words, weights, k=WORDS) for _ in range(NUMBER)]
    reprints = [list(text) for text in texts[:REPRINTS]]
    for text in reprints:
        for at in random.sample(range(WORDS), WORDS // 40):
            text[at] = random.choice(words)
    return [document(" ".join(text), f"made-{n}") for n, text in enumerate((*texts, *reprints))]


def _triples(text: str) -> set[tuple[str, str, str]]:
    words = WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _cpu(work: Callable[[], int]) -> Callable[[], float]:
    def timed() -> float:
        begin = process_time()
        work()
        return process_time() - begin

    return timed
