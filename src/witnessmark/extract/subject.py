"""Where the subject of a verb of saying stands: its noun phrase and what is set beside it between commas."""

from witnessmark.extract.chunks import Chunk, Sentence

# How far a subject with its appositions may reach, in chunks: "X, 38, who sits on the committee, told".
_REACH = 26
_PHRASE = 16
# What a noun phrase cannot hold: verbs, clause marks, times, quotation marks.
_STOPS = frozenset("RcTtVXIB?hwq:;,yid")
_AFTER_STOPS = _STOPS | {"-", "(", ")", "&"}
# What may follow a subject that stands after its verb ("..., said the ministry in a statement").
_CLOSES = frozenset(",.;:q-(dph&w")
# What a phrase ends on: a speaker right behind it begins the next one.
_ENDS_PHRASE = frozenset("OU)")
_ADVERBS = frozenset(
    {
        "also",
        "later",
        "then",
        "now",
        "still",
        "again",
        "thus",
        "too",
        "here",
        "there",
        "earlier",
        "further",
        "first",
        "so far",
    }
)


def before(sentence: Sentence, verb: int) -> list[range]:
    """The noun phrase before a verb, then its appositions; empty where there is none."""
    chunks = sentence.chunks
    at = verb
    floor = max(0, verb - _REACH)
    while at > floor and _between(chunks[at - 1]):
        at -= 1
    if at > floor and chunks[at - 1].code("grammar") == "anonymity":
        at -= 1  # "a resident who asked not to be named said"
        at -= at > floor and chunks[at - 1].kind == "h"
    elif at > floor + 1 and chunks[at - 1].word == "who" and chunks[at - 2].kind == ",":
        at -= 2  # "a shopkeeper, Amin Darwa, who said"
    elif at > floor + 1 and chunks[at - 1].word == "who" and chunks[at - 2].speaker:
        at -= 1  # "remarks by the envoy who called for"
    aside: list[range] = []
    while at > floor and chunks[at - 1].kind == ",":
        comma = sentence.find(",;:q", at - 2, floor - 1, -1)
        if comma is None or chunks[comma].kind != "," or comma == at - 2:
            return []
        aside.insert(0, range(comma + 1, at - 1))
        at = comma
        while (comma := sentence.find(",;:q", at - 1, floor - 1, -1)) is not None and _beside(
            sentence, comma + 1, at
        ):
            if chunks[comma].kind != ",":
                break
            aside.insert(0, range(comma + 1, at))
            at = comma
    phrase = _phrase(sentence, at, floor)
    return [phrase, *aside] if len(phrase) else []


def after(sentence: Sentence, at: int, *, closed: bool) -> list[range]:
    """The noun phrase from `at` on, then its appositions; empty if `closed` is asked and a verb follows."""
    chunks = sentence.chunks
    stop = min(len(chunks), at + _PHRASE)
    while at < stop and _between(chunks[at]):
        at += 1
    if "".join(c.kind for c in chunks[at : at + 2]) in {"ep", "np"}:
        return []  # "talking to her through a pipe"
    end = at
    while end < stop and not (chunks[end].kind in _AFTER_STOPS and not _inside(chunks, end)):
        if chunks[end].word in {".", "!", "?"} and not _abbreviates(chunks, end):
            break
        end += 1
    while end > at and chunks[end - 1].kind in "poe":
        end -= 1
    if (
        end == at
        or chunks[at].kind in "po"
        or (closed and end < len(chunks) and chunks[end].kind not in _CLOSES and chunks[end].word != ".")
    ):
        return []
    spans = [range(at, end)]
    while end < len(chunks) and chunks[end].kind == "," and len(spans) < 3:
        close = sentence.find(",;:qRBVTtXI", end + 1, min(len(chunks), end + _PHRASE))
        close = len(chunks) if close is None else close
        if close < len(chunks) and chunks[close].kind not in ",;:q":
            break
        spans.append(range(end + 1, close))
        end = close
    return spans


def shared(sentence: Sentence, verb: int) -> list[range]:
    """The subject that a verb behind a comma has in common with the first one: "Army storms hill, claims"."""
    if not sentence.chunks[verb].word.endswith(("s", "ing")):
        return []
    first = sentence.find("VTXIt", 1, verb)
    return [] if first is None else before(sentence, first)


def run_on(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a speaker without commas stands after what is said ("... on Sunday a monitor said and ...")."""
    chunks = sentence.chunks
    if not start or chunks[start - 1].kind in "&wh" or sentence.find(",q", start, verb) is not None:
        return False
    after = verb + 1
    while after < len(chunks) and chunks[after].kind in "dp":
        after += 1
    return after == len(chunks) or chunks[after].kind in "&w" or not chunks[after].word[0].isalnum()


def _phrase(sentence: Sentence, end: int, floor: int) -> range:
    """The noun phrase that ends before `end`."""
    chunks = sentence.chunks
    start = end
    while start > max(floor, end - _PHRASE):
        c = chunks[start - 1]
        if c.kind == ")" and (opened := sentence.find("(", start - 2, floor - 1, -1)) is not None:
            start = opened
            continue
        if c.kind == "&" and _joins(chunks, start - 1):
            start -= 1
            continue
        if (c.kind in _AFTER_STOPS and not _inside(chunks, start - 1)) or _ends(chunks, start - 1):
            break
        if c.kind == "l" and start < end and _placed(chunks, start - 1):
            break  # "killed in Homs activists said"
        start -= 1
        if (c.speaker or c.kind == "P") and start and chunks[start - 1].kind in _ENDS_PHRASE:
            break
        if c.kind == "n":
            return range(start, start + 1) if start + 1 == end else range(start + 1, end)
        if c.kind == "e" and not (start and (chunks[start - 1].kind in "po'" or _joins(chunks, start - 1))):
            break
    while start < end and chunks[start].kind in "po":
        start += 1
    return range(start, end)


def _joins(chunks: list[Chunk], at: int) -> bool:
    """Whether "and" joins two speakers ("medics and residents", "Bread and Shelter"), not two clauses."""
    left, right = chunks[at - 1] if at else None, chunks[at + 1] if at + 1 < len(chunks) else None
    if left is None or right is None or chunks[at].kind != "&":
        return False
    speaks = left.kind in "GS" or left.capital or left.speaker is not None  # "police and hospital officials"
    return speaks and (right.kind in "GSPe" or right.capital) and left.kind != "l"


def _placed(chunks: list[Chunk], at: int) -> bool:
    """Whether a place says where something happened before a speaker begins, no comma between."""
    right = chunks[at + 1]
    return at > 0 and chunks[at - 1].kind in "por" and (right.speaker is not None or right.kind in "PS")


def _inside(chunks: list[Chunk], at: int) -> bool:
    """Whether a mark or a verb's form stands within a name or a compound: a hyphen, a name's own word."""
    c = chunks[at]
    if not 0 < at < len(chunks) - 1:
        return False
    left, right = chunks[at - 1], chunks[at + 1]
    if c.kind == "-":
        return left.end == c.start and c.end == right.start
    if c.kind == "&":
        return left.capital and right.capital
    if c.kind in "tRx" and left.kind == "-" and left.end == c.start:
        return True  # "London-based", "Houthi-held"
    return c.capital and c.kind in "RVTtXI" and left.capital  # "Civil Aid Watch"


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether a full stop ends what came before; after a title it does not ("Lt. Kabange")."""
    return chunks[at].word in {".", "!", "?"} and not _abbreviates(chunks, at)


def _abbreviates(chunks: list[Chunk], at: int) -> bool:
    return 0 < at < len(chunks) - 1 and chunks[at - 1].capital and len(chunks[at - 1].word) <= 4


def _between(chunk: Chunk) -> bool:
    """Whether a chunk may stand between a subject and its verb: auxiliary, adverb, day."""
    if chunk.kind in "Bd" or chunk.word in _ADVERBS:
        return True
    return chunk.kind == "x" and chunk.word.endswith("ly") and not chunk.capital


def _beside(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch between commas only describes what stands before it: an age, "who ..."."""
    chunks = sentence.chunks[first:last]
    if not chunks:
        return False
    return (
        (len(chunks) == 1 and chunks[0].kind in "Nd") or chunks[0].kind in "ho" or chunks[0].word == "whose"
    )
