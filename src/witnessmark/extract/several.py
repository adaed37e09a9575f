"""Harm of several events counted together: "in three separate shootings", "in shootings across the city".

Such a figure is a total, even of one day: no single event had so many.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.phrases import Draft
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.count import Qualifier
from witnessmark.model.document import TITLES

# From those counted on to the acts: past parts of them ("including a girl,"), and past a second count beside
# the first ("four were killed and nine hurt").
_PART = r"(?:,i[^w;:BTtVRIhk]{1,14}?,)?"
_BESIDE = r"(?:,?&?[Nm][xmGUe]{0,3}B{0,2}[xd]?[tD](?=[pd]))?"
_ACTS = re.compile(rf"{_PART}{_BESIDE}[^;:BTtVRIwhk&]{{0,7}}?A(?P<after>p[ex]?)?")
_WIDE = frozenset({"across", "throughout", "around"})
_TWO = 2


def of_several(draft: Draft) -> bool:
    """Whether the people of a count were harmed in several acts that are told apart from each other."""
    s = draft.sentence
    first = max(draft.last, draft.verb + 1 if draft.verb is not None else 0)
    found = _ACTS.match(s.symbols, first)
    if found is None or draft.count.qualifier is Qualifier.SINGULAR:
        return False
    at = found.start("after") - 1 if found["after"] else found.end() - 1
    if not s.chunks[at].word.endswith("s"):
        return False
    if any(c.code("relations") == "distinct" for c in s.chunks[first:at]):
        return True
    return s.chunks[at].attr("act_nouns", "each") == "event" and _spread(s, first, at)


def spread_titles(made: Sequence[tuple[Draft, Claim]], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a title's figure as a total where its article gives the same one for several acts.

    "15 wounded" above "15 people were wounded in shootings across the city" is of no single event either.
    """
    totals = {_figure(c) for d, c in made if c.zone not in TITLES and of_several(d)}
    return [
        replace(c, kind=ClaimKind.AGGREGATE_TALLY)
        if c.zone in TITLES and c.kind is ClaimKind.INCIDENT and c.count and _figure(c) in totals
        else c
        for c in claims
    ]


def _figure(c: Claim) -> tuple[str, int | None] | None:
    return (c.count.measure, c.count.value) if c.count is not None else None


def _spread(sentence: Sentence, first: int, at: int) -> bool:
    """Whether acts that are an event each are numbered, or spread over an area or a time."""
    own = max(first, sentence.symbols.rfind("p", first, at))  # what stands before the acts themselves
    before, after = sentence.chunks[own:at], sentence.chunks[at + 1 : at + 2]
    numbered = any(c.number is not None and (c.number.bounds.low or 0) >= _TWO for c in before)
    lasting = any(c.code("units") == "duration" or c.kind == "d" for c in before)
    return numbered or lasting or any(c.word in _WIDE for c in after)
