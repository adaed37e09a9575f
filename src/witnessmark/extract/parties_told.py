"""What a claim takes from the events its clause tells: agents, victims and things struck, as worded."""

from collections.abc import Sequence

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.event import Event, Span
from witnessmark.extract.phrases import Draft
from witnessmark.model.actor import Actor


def of_count(draft: Draft, stretch: Sequence[int]) -> list[Event]:
    """The events that bear on a count: that of its own verb first, then those of its clause."""
    told = [e for e in draft.sentence.events if e.at in stretch or e.at == draft.verb]
    own = [e for e in told if e.at == draft.verb]
    return own + [e for e in told if e not in own]


def of_statement(s: Sentence, said: range, clause: range) -> list[Event]:
    """The events inside a statement, and who claims in its clause to have done it."""
    return [e for e in s.events if e.at in said or (e.at in clause and s.chunks[e.at].kind == "R")]


def accusations(s: Sentence, said: range) -> list[Event]:
    """Whom the verbs of accusing in a statement accuse."""
    return [e for e in s.events if e.at in said and s.chunks[e.at].kind == "R"]


def with_agents(
    known: tuple[Actor, ...], told: Sequence[Event], verb: int | None = None
) -> tuple[Actor, ...]:
    """The agents a clause names, those of the codebook first; one wording is one agent.

    A count takes agents from its own `verb` alone.
    """
    out = list(known)
    own = [e for e in told if verb is None or e.at == verb]
    for actor in (a for e in own for a in e.agents):
        if not any(_same(actor, other) for other in out):
            out.append(actor)
    return tuple(out)


def _same(one: Actor, other: Actor) -> bool:
    return one.verbatim == other.verbatim or (
        one.norm is not None and one.norm == other.norm and one.type == other.type
    )


def victims_of(s: Sentence, text: str, told: Sequence[Event], draft: Draft | None) -> tuple[str, ...]:
    """Whom it befell, in words: names, and persons that no count counts."""
    own = [e for e in told if draft is None or e.at == draft.verb]
    return _words(s, text, [x for e in own for x in (*e.names, *(() if e.counted or draft else e.victims))])


def objects_of(s: Sentence, text: str, seen: Sequence[str], told: Sequence[Event]) -> tuple[str, ...]:
    """What was struck, in words: whole phrases instead of the single words inside them."""
    spans = [x for e in told for x in e.targets]
    whole = _words(s, text, [(a + (s.chunks[a].kind in "NF" and b - a > 1), b) for a, b in spans])
    return (*whole, *(w for w in seen if not any(w in phrase for phrase in whole)))


def things_of(s: Sentence, seen: tuple[str, ...], told: Sequence[Event]) -> tuple[str, ...]:
    """The codes of what was struck: those seen, else those of the things that verbs tell of."""
    if seen:
        return seen
    inside = (s.chunks[i] for e in told if e.told for a, b in e.targets for i in range(a, b))
    return tuple(
        dict.fromkeys(
            str(c.code("objects")) for c in inside if c.code("objects") and not c.attr("objects", "weak")
        )
    )


def _words(s: Sentence, text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[s.chunks[a].start : s.chunks[b - 1].end] for a, b in spans))
