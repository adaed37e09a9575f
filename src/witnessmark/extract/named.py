"""Victims named and not numbered: one person, or a list of names, whom something befell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.event import Event
from witnessmark.extract.governor import combined
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.parts import told_whole
from witnessmark.extract.patients import measure_of
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.model.actor import Actor
from witnessmark.model.count import Qualifier


def named(sentence: Sentence, counted: Sequence[Draft], earlier: Sequence[Draft] = ()) -> Iterator[Draft]:
    """The counts that names alone give: one for a person, as many as are named for a list.

    Where a number or "a teacher" already counts those of a verb, names only say who they are. Names of some
    "among the dead" are a part of the total told before.
    """
    for event in sentence.events:
        measure = _measure(sentence, event.at)
        if not event.told or not event.names or measure is None or not is_measure(measure, "harm"):
            continue
        if any(is_of(d, event) for d in counted):
            continue
        first, last = event.names[0][0], event.names[-1][1]
        group = sentence.chunks[first - 1].code("groups") if first else None
        draft = drafted(sentence, Phrase(first, last, (), ()), measure, group or "person", "named", "person")
        if (many := len(event.names)) > 1:
            draft.count = replace(
                draft.count, value=many, low=many, high=many, qualifier=Qualifier.EXACTLY, group="person"
            )
        draft.verb = event.at
        if sentence.chunks[event.at].kind == "i":
            draft.cue, draft.relation = event.at, "subset"
            draft.parent = told_whole(measure, len(event.names), (*earlier, *counted))
        yield draft


def _measure(sentence: Sentence, at: int) -> str | None:
    """What befell those named; of two verbs the one that says which: "was shot and killed"."""
    own, beyond = measure_of(sentence.chunks[at]), sentence.chunks[at + 1 : at + 3]
    second = len(beyond) > 1 and beyond[0].kind in "&|" and beyond[1].kind in "tD"
    if own and at and sentence.chunks[at - 1].kind == "D":  # "the fatal shooting of"
        return combined(own, sentence.chunks[at - 1].code("triggers"))
    return combined(own, beyond[1].code("triggers")) if own and second else own


def is_of(draft: Draft, event: Event) -> bool:
    """Whether a count is of an event: its verb, the act it counts, or the people it names."""
    named = any(draft.index < last and first < draft.last for first, last in event.names)
    return draft.verb == event.at or named or draft.index <= event.at < draft.last


def with_counts(events: Sequence[Event], drafts: Sequence[Draft], text: str) -> list[Event]:
    """The events with what the counts of their sentence make of them.

    People who are counted as those whom a verb befell did not do it: "19 people killed in shelling".
    """
    if not drafts:
        return list(events)
    return [
        replace(
            e,
            counted=any(is_of(d, e) for d in drafts),
            agents=tuple(a for a in e.agents if not any(_befell(d, e, a, text) for d in drafts)),
        )
        for e in events
    ]


def _befell(draft: Draft, event: Event, agent: Actor, text: str) -> bool:
    """Whether the count of an event's victims is within the words of its agent."""
    chunks = draft.sentence.chunks
    number = text[chunks[draft.index].start : chunks[draft.index].end]
    return draft.index < event.at and draft.verb == event.at and number in (agent.verbatim or "")
