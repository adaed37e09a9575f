"""Segments: the predicates of a sentence, each of which may make a statement of its own.

A clause parts further where a second verb joins the first ("denied the strike and said …"), where a relative
clause about something named begins, and at a spaced dash.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from witnessmark.extract.chunks import Sentence

# "and" before a verb with its pronoun and helping verbs; ", calling on the council"; "… and it amounts to";
# ", especially by shelling"; the verb after a relative clause (", has held"); ", after months of".
# "… and that"; ", not to mention"; ", rebels deny it".
_JOINED = re.compile(
    r"[,q]{0,2}&(?=[qn]?[qeS]{0,2}[B?!H]{0,3}x?[RVXTt?])"
    r"|,(?=R[^,q])"
    r"|,&(?=[enPSK][^,;]{0,4}[RVXB])"
    r"|q?&(?=n[B?!xRVXTtJ]|eq?[JR])"
    r"|,(?=[xi]?yx?[XVTt])"
    r"|,?&(?=h)"
    r"|,(?=x{0,2}!)"
    r"|,(?=[eGKSPn]{1,2}R)"
    r"|,(?=B)"
    r"|,(?=h)"
)
_RELATIVE = re.compile(r"(?<=[,xlGPOWASKCd])h(?=[^,])")
_RELATIVES = frozenset({"which", "who", "where"})
_TRIMMED = frozenset(",;:-&wqh")


def segments(sentence: Sentence) -> Iterator[range]:
    """The segments of a sentence in order, without the words that join them."""
    cuts = sorted({*_joints(sentence), *_clause_starts(sentence), len(sentence.chunks)})
    for first, last in pairwise(cuts):
        own = trimmed(sentence, range(first, last))
        if own:
            yield own


def trimmed(sentence: Sentence, stretch: range) -> range:
    """A stretch without the marks and joining words at its ends."""
    first, last = stretch.start, stretch.stop
    chunks = sentence.chunks
    while last > first and (chunks[last - 1].kind in _TRIMMED or chunks[last - 1].word in {".", "!", "?"}):
        last -= 1
    while first < last and chunks[first].kind in _TRIMMED:
        first += 1
    return range(first, last)


def _clause_starts(sentence: Sentence) -> Iterator[int]:
    known = sentence.clause_of
    if known[:1] == known[-1:]:
        return iter(range(len(known[:1])))
    return (i for i in range(len(known)) if i == 0 or known[i] != known[i - 1])


def _joints(sentence: Sentence) -> Iterator[int]:
    chunks = sentence.chunks
    for m in _JOINED.finditer(sentence.symbols):
        yield m.end()
    for m in _RELATIVE.finditer(sentence.symbols):
        if chunks[m.start()].word in _RELATIVES:
            yield m.start()
    for i in range(1, len(chunks) - 1) if "-" in sentence.symbols else ():
        c = chunks[i]
        if c.kind == "-" and chunks[i - 1].end < c.start and c.end < chunks[i + 1].start:
            yield i
