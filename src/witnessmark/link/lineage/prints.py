"""A print: what one document is compared by when it is asked whether two go back to one report."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import islice
from zlib import crc32

from witnessmark.link.lineage.credits import agency_of, release_of
from witnessmark.link.lineage.facts import Fact, facts_of
from witnessmark.model.document import Document
from witnessmark.model.reading import Reading

# Word triples: one changed word spoils three of them, so a house style that swaps a word in every second
# line leaves most in place; pairs of words would make any two stories on one subject look alike.
SHINGLE = 3
# 126 permutations in 42 bands of 3 rows propose pairs from a Jaccard of about 0.29 (1/42 to the 1/3).
BANDS, ROWS = 42, 3
PERMUTATIONS = BANDS * ROWS
SEED = 42
# Shorter texts (a caption, a tweet) share triples by chance; they are compared as exact copies only.
LEAST_SHINGLES = 40
# Words a quotation must have to be told from a stock phrase.
QUOTE_WORDS = 6

# Bytes of a band: two texts that share the same one of these pieces of their signatures are compared.
WIDTH = ROWS * array("I").itemsize
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"\u201c\u201f\u00ab]([^\"\u201c\u201d\u00bb]{20,600})[\"\u201d\u00bb]")
# Documents whose signatures are made in one call, and whose words are kept while their pairs are weighed.
_BATCH, _KEPT = 256, 4096


@dataclass(frozen=True)
class Print:
    """One document as lineages see it.

    Its words are cut anew when a pair is weighed, to hold few at once; the rest is read off when first asked.
    """

    reading: Reading
    digest: bytes  # of all its words; empty where it has none
    signature: bytes  # MinHash of its word triples; empty for short texts

    @property
    def document(self) -> Document:
        return self.reading.document

    @property
    def doc(self) -> str:
        return self.reading.document.id

    @cached_property
    def published(self) -> tuple[date | None, date | None]:
        """The first and last day on which it may have been published."""
        pub = self.document.published
        return (pub.day or pub.low, pub.day or pub.high)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        return tuple(_quotes(self.document))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return facts_of(self.reading)

    @cached_property
    def agency(self) -> str | None:
        """The news agency it credits."""
        return agency_of(self.document)

    @cached_property
    def release(self) -> str | None:
        """The words that call it, or what it quotes, a statement handed out."""
        return release_of(self.document)

    @property
    def words(self) -> tuple[str, ...]:
        return words(self.document)

    @property
    def shingles(self) -> frozenset[int]:
        return _shingles_of(self.document)

    def estimate(self, other: "Print") -> float:
        """The share of word triples in common, as the signatures give it: within 0.09 in 19 of 20 pairs."""
        ours, theirs = (memoryview(p.signature).cast("I") for p in (self, other))
        return sum(x == y for x, y in zip(ours, theirs, strict=True)) / PERMUTATIONS


def prints_of(readings: Mapping[str, Reading]) -> dict[str, Print]:
    """The print of every reading, in order of ids."""
    out: dict[str, Print] = {}
    ids = iter(sorted(readings))
    while batch := list(islice(ids, _BATCH)):
        documents = [readings[doc].document for doc in batch]
        for document, signature in zip(documents, signatures(documents), strict=True):
            out[document.id] = Print(readings[document.id], _digest(words(document)), signature)
    return out


def signatures(documents: Iterable[Document]) -> list[bytes]:
    """MinHash signatures (Broder 1997) of the documents' word triples; empty for short texts."""
    from rensa import RMinHash

    triples = [_shingles_of(d) for d in documents]
    long = [t for t in triples if len(t) >= LEAST_SHINGLES]
    rows = iter(RMinHash.digest_matrix_from_token_hash_sets(long, PERMUTATIONS, SEED).to_rows())
    return [array("I", next(rows)).tobytes() if len(t) >= LEAST_SHINGLES else b"" for t in triples]


@lru_cache(maxsize=_KEPT)
def words(document: Document) -> tuple[str, ...]:
    """The words of the zones that may carry claims, folded; of the whole text where no zones are known."""
    allowed = [document.text[z.start : z.end] for z in document.zones if z.claims_allowed]
    texts = allowed if document.zones else [document.text]
    return tuple(w for t in texts for w in _WORD.findall(t.casefold()))


@lru_cache(maxsize=_KEPT)
def _shingles_of(document: Document) -> frozenset[int]:
    return shingles(words(document))


def shingles(ws: tuple[str, ...]) -> frozenset[int]:
    """The word triples of a text, each as one number of 63 bits: 21 of each word's checksum."""
    codes = list(map(_code, ws))
    return frozenset(a << 42 | b << 21 | c for a, b, c in zip(codes, codes[1:], codes[2:], strict=False))


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return crc32(word.encode()) >> 11


def forget() -> None:
    """Drop the words that are kept between calls."""
    for kept in (words, _shingles_of, _code):
        kept.cache_clear()


def _digest(ws: tuple[str, ...]) -> bytes:
    return blake2b(" ".join(ws).encode(), digest_size=16).digest() if ws else b""


def _quotes(document: Document) -> Iterator[str]:
    for zone in document.zones:
        if zone.claims_allowed:
            for m in _QUOTED.finditer(document.text[zone.start : zone.end]):
                if len(_WORD.findall(m.group(1))) >= QUOTE_WORDS:
                    yield m.group(1).casefold()
