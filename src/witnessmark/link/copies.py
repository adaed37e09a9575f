"""Exact and near copies by wording: the same body text, or most of its word triples.

Word triples of the zones that may carry claims are hashed into MinHash signatures (Broder 1997); banded
locality-sensitive hashing proposes pairs, and the true overlap of their triples decides.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from witnessmark.model.document import Document
from witnessmark.model.incident import LineageKind

# Word triples: one changed word spoils three of them, so a house style that swaps a word in every second
# line leaves most in place; pairs of words would make any two stories on one subject look alike.
SHINGLE = 3
# 126 permutations in 42 bands of 3 rows propose pairs from a Jaccard of about 0.29 (1/42 to the 1/3).
PERMUTATIONS = 126
BANDS = 42
SEED = 42
# Own examples: reprints with house-style edits keep 0.55 or more of their triples, two desks writing up one
# press release stay under 0.25. An abridged reprint has few triples of its own: most of the shorter text's
# are in the longer one.
NEAR_JACCARD = 0.5
ABRIDGED = 0.8
# Shorter texts (a caption, a tweet) share triples by chance; they are compared as exact copies only.
LEAST_SHINGLES = 40

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of one wording, with the kind of copy and how we know, in words."""

    a: str
    b: str
    kind: LineageKind
    evidence: str


def words(document: Document) -> tuple[str, ...]:
    """The words of the zones that may carry claims, folded; of the whole text where no zones are known."""
    allowed = [document.text[z.start : z.end] for z in document.zones if z.claims_allowed]
    texts = allowed if document.zones else [document.text]
    return tuple(w for t in texts for w in _WORD.findall(t.casefold()))


def find_copies(documents: Mapping[str, Document]) -> list[Copy]:
    """Pairs of copies among `documents` (by id), each pair once, in order of ids."""
    tokens = {doc: words(documents[doc]) for doc in sorted(documents)}
    return [*_exact(tokens), *_near(tokens)]


def _exact(tokens: Mapping[str, tuple[str, ...]]) -> Iterator[Copy]:
    first: dict[str, str] = {}
    for doc, ws in tokens.items():
        if not ws:
            continue
        digest = hashlib.sha256(" ".join(ws).encode()).hexdigest()
        known = first.setdefault(digest, doc)
        if known != doc:
            yield Copy(known, doc, LineageKind.EXACT_COPY, "the same words from beginning to end")


def _near(tokens: Mapping[str, tuple[str, ...]]) -> Iterator[Copy]:
    shingles = {doc: _shingles(ws) for doc, ws in tokens.items()}
    shingles = {doc: s for doc, s in shingles.items() if len(s) >= LEAST_SHINGLES}
    for a, b in _candidates(shingles):
        one, other = shingles[a], shingles[b]
        if tokens[a] == tokens[b]:
            continue
        shared = len(one & other)
        jaccard = shared / len(one | other)
        contained = shared / min(len(one), len(other))
        if jaccard >= NEAR_JACCARD or contained >= ABRIDGED:
            share = round(100 * max(jaccard, contained))
            yield Copy(a, b, LineageKind.NEAR_COPY, f"{share} % of the word triples are the same")


def _shingles(ws: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(ws[i : i + SHINGLE]) for i in range(len(ws) - SHINGLE + 1))


def _candidates(shingles: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    from rensa import RMinHash, RMinHashLSH

    docs = list(shingles)
    lsh = RMinHashLSH(NEAR_JACCARD, PERMUTATIONS, BANDS)
    signatures = []
    for key, doc in enumerate(docs):
        signature = RMinHash(PERMUTATIONS, SEED)
        signature.update(sorted(shingles[doc]))
        lsh.insert(key, signature)
        signatures.append(signature)
    found: set[tuple[str, str]] = set()
    for key, signature in enumerate(signatures):
        found |= {(docs[key], docs[other]) for other in lsh.query(signature) if other > key}
    return sorted(found)
