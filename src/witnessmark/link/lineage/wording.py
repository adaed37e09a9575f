"""Copies by wording: the same words, most of the same word triples, or most words in the same order."""

from collections.abc import Iterator

from witnessmark.link.lineage.house import swaps, takes_side
from witnessmark.link.lineage.prints import Print
from witnessmark.model.incident import LineageKind, Tie
from witnessmark.model.sentence import sentence

# Own examples: reprints with house-style edits keep 0.55 or more of their triples, two desks writing up one
# press release stay under 0.25. An abridged reprint has few triples of its own: most of the shorter text's
# are in the longer one.
NEAR_JACCARD = 0.5
ABRIDGED = 0.8
# A word swapped in every line leaves few triples and most words in their order: own examples of six houses'
# edits of one wire story keep 0.75 and more, reports of one event by two desks 0.45 and less.
IN_ORDER = 0.72
# Pages of one site share menus and notices longer than a short item of news. What is told in two prints of a
# report is the same: half of the facts of the poorer one at least; where no fact was read, most words are.
FRAMED, SILENT_JACCARD = 0.5, 0.8
# Below this share of triples, as the signatures estimate it, words are not even looked at.
LEAST_JACCARD = 0.2


def weigh_wording(a: Print, b: Print) -> Tie | None:
    """How two documents are copies of one wording, or None."""
    if a.key and a.key == b.key and a.words == b.words:
        return Tie(a.doc, b.doc, LineageKind.EXACT_COPY, sentence("the same words from beginning to end"))
    if not (a.signature and b.signature):
        return None
    if a.estimate(b) < LEAST_JACCARD:
        return None
    jaccard, contained = a.jaccard(b)
    if jaccard >= NEAR_JACCARD or contained >= ABRIDGED:
        how = sentence("{n} % of the word triples are the same", n=round(100 * max(jaccard, contained)))
    elif (in_order := _in_order(a.words, b.words)) >= IN_ORDER:
        how = sentence("{n} % of the words are the same in the same order", n=round(100 * in_order))
    else:
        return None
    return None if _one_frame(a, b, jaccard) else _tie(a, b, how)


def _one_frame(a: Print, b: Print, jaccard: float) -> bool:
    """Whether two pages share a frame of menus and notices, and not what is told in it."""
    if jaccard >= SILENT_JACCARD:
        return False
    poorer = min(sum(f.bits for f in p.facts) for p in (a, b))
    if poorer == 0:
        return True
    shared = set(a.facts) & set(b.facts)
    return sum(f.bits for f in shared) < FRAMED * poorer


def _tie(a: Print, b: Print, share: str) -> Tie:
    """A near copy; an edited wire where an agency is credited or the houses call the parties otherwise."""
    reasons = [share, *_wire(a, b)]
    kind = LineageKind.EDITED_WIRE if len(reasons) > 1 else LineageKind.NEAR_COPY
    return Tie(a.doc, b.doc, kind, "; ".join(reasons))


def _wire(a: Print, b: Print) -> Iterator[str]:
    agencies = sorted({p.agency for p in (a, b) if p.agency})
    if agencies:
        yield sentence("{names} credited", names=" and ".join(agencies))
    swapped = swaps(a.words, b.words) if takes_side(a.told) or takes_side(b.told) else ()
    if swapped:
        yield sentence("house style: {words}", words=", ".join(f"{x!r} for {y!r}" for x, y in swapped))


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Words in one order in both, as a share of the words of both."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=IN_ORDER)
