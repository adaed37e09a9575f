"""Attributions: who stands behind which stretch of a sentence, with what modality."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from witnessmark import codebook
from witnessmark.extract.chunks import Sentence
from witnessmark.model.claim import Claimant, Modality

# How codes of reporting verbs and hedges stand as modality; any other code is a plain statement.
_MODALITY = {m.value: m for m in Modality}
# What follows a verb of saying up to the next comma and holds a clause of its own: something is said there.
_CLAUSE = re.compile(r"[^,;:q(]*?(?:[hBVTtXIDMN?]|n[^,.;q])")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`names` from origin outwards (publisher not included), over the chunks `first` to `last`, exclusive.

    `speech` are the chunks that name the speaker. `post` tells that it stands after or in what it covers;
    `local` that it presents a person, whose place ("an elder of the village") is the place of what is told.
    """

    names: tuple[str, ...]
    modality: Modality
    first: int
    last: int
    verb: int
    accusing: bool = False
    explicit: bool = True
    post: bool = False
    speech: range = range(0)
    local: bool = False
    aside: bool = False  # "according to": named as a source, not as who goes on speaking
    within: bool = False  # "the envoy who called for": only that clause, and nobody goes on from there
    back: bool = False  # "the figure came from": it says who said what stands before


@dataclass(frozen=True, slots=True)
class Spoken:
    """The attributions of one sentence, and who speaks where none of them covers a chunk."""

    found: tuple[Attribution, ...] = ()
    carried: Attribution | None = None
    party: str | None = None  # the party that spoke last: what "it" did, the speaker did

    def over(self, index: int) -> Attribution | None:
        """The attribution that covers a chunk: the sentence's own, or the one the text goes on with."""
        covering = [a for a in self.found if a.first <= index < a.last or index in a.speech]
        return covering[-1] if covering else self.carried


def modality_of(code: str | None) -> Modality:
    """The modality a reporting verb or a hedge of this code gives to what is said."""
    return _MODALITY.get(code or "", Modality.ASSERTED)


def is_unnamed(speaker: str | None) -> bool:
    """Whether a speaker is a kind of person ("witnesses"), not a body with a name."""
    named = codebook.load().claimants.get(speaker) if speaker else None
    return named is not None and named.kind in {"unnamed", "official"}


def chain(names: Sequence[str], *, explicit: bool, publishers: Sequence[str]) -> tuple[Claimant, ...]:
    """Claimants from origin to publisher."""
    out = [Claimant(n, explicit) for n in names]
    out.extend(Claimant(p, explicit=False) for p in publishers if p not in names)
    return tuple(out)


def says_more(sentence: Sentence, verb: int) -> bool:
    """Whether a clause follows a verb of saying before the next comma: what is said comes after."""
    hearer = sentence.chunks[verb].attr("reporting", "hearer") == "true"
    told = hearer and sentence.symbols.startswith("n", verb + 1)  # "the office tells us."
    return _CLAUSE.match(sentence.symbols, verb + 1 + told) is not None


def scoped(found: Sequence[Attribution]) -> list[Attribution]:
    """Scopes cut against each other; a relay over a whole sentence becomes a link of the inner chains."""
    out: list[Attribution] = []
    reached = 0
    for i, one in enumerate(found):
        first, last = one.first, one.last
        after = found[i + 1] if i + 1 < len(found) else None
        if one.post:
            first = max(first, reached)
            inner = [k for k, a in enumerate(out) if not a.post and a.last > one.verb and a.first < one.verb]
            if inner and one.names[-1] not in out[inner[-1]].names:
                told = out[inner[-1]]
                out[inner[-1]] = replace(told, names=(*told.names, *one.names), last=one.speech.start)
                last, first = one.verb + 1, one.verb
        if after is not None and after.names != one.names and not after.within:
            if after.post and one.post:
                last = min(last, one.verb + 1)
            elif not after.post:
                last = min(last, after.speech.start if after.speech else after.verb)
        reached = max(reached, min(last, max(one.verb + 1, one.speech.stop)))
        last = max(last, first)
        cut = (first, last) != (one.first, one.last)
        out.append(replace(one, first=first, last=last) if cut else one)
    return out
