"""From sentences to claims: each count and statement with the frame its clause, total or neighbour gives."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from witnessmark.extract.attribution import Spoken
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.concerned import concerned, notifier
from witnessmark.extract.conjuncts import conjunct
from witnessmark.extract.event import Event
from witnessmark.extract.kinds import (
    event_of_count,
    fact_of,
    is_measure,
    is_wide,
    kind_of_count,
    kind_of_statement,
)
from witnessmark.extract.parties_told import (
    accusations,
    objects_of,
    of_count,
    of_statement,
    things_of,
    victims_of,
    with_agents,
)
from witnessmark.extract.phrases import Draft
from witnessmark.extract.saying import voice_of
from witnessmark.extract.scope import Scope, lasts, timed
from witnessmark.extract.stance import modality_of_statement
from witnessmark.extract.statements import Statement
from witnessmark.extract.succumbed import died_later
from witnessmark.extract.told import goes_back, points_back
from witnessmark.extract.what import Frame, frame, is_umbrella
from witnessmark.extract.where_when import place_around, place_of, place_of_speaker, time_of, told_by
from witnessmark.extract.who import Agent
from witnessmark.model.actor import Actor
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.count import Count
from witnessmark.model.document import TITLES, Document
from witnessmark.model.ids import content_id
from witnessmark.model.place import Location
from witnessmark.model.when import When

# The kinds of claims that tell of acts, with who did them.
_ACTS = frozenset({ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED, ClaimKind.PATTERN})
# The group whose losses in a fight are the other side's doing; civilians die in fights by anybody's.
_FIGHTERS = "combatant"
_NO_VERB = -1  # the place of no chunk


class Assembler:
    """Builds the claims of one document; keeps what later sentences may inherit."""

    def __init__(self, document: Document, publisher: Sequence[str]) -> None:
        self.document = document
        self.publisher = tuple(publisher)
        self.built: dict[int, Claim] = {}  # id(draft) -> claim
        self.scope = Scope()

    def count(self, draft: Draft, spoken: Spoken, agents: Sequence[Agent]) -> Claim:
        """The claim of a count; a part takes from its total what its own clause does not say."""
        s, text = draft.sentence, self.document.text
        whole = self.built.get(id(draft.parent)) if draft.parent else None
        stretch = _stretch(draft)
        seen, told = frame(s, text, stretch), of_count(draft, stretch)
        acts = draft.head == "act" and draft.count.value != 1
        own = conjunct(s, draft.index, stretch)
        time = self._when_hurt(draft, whole) or self._time(s, own, draft.index, whole, acts=acts)
        place = self._place(s, own, whole, wide=lasts(time) or (acts and _is_event(draft)))
        kind = kind_of_count(draft, time, place, whole)
        if is_measure(draft.count.measure, "lasting"):
            time = None  # how many people live somewhere has no time in the text around it
        method, how = self._method(draft, kind, seen, time, whole)
        modality, names = voice_of(s, spoken, self.publisher, draft.index, draft.verb)
        count = replace(draft.count, verbatim=_words(text, s, draft.index, draft.last))
        actors = self._actors(draft, kind, time, agents, told, whole)
        claim = self._claim(
            s,
            _span(draft),
            seen,
            kind=kind,
            claimants=names,
            modality=modality,
            rule=f"count.{draft.rule}",
            count=count,
            event_type=method,
            event_type_how=how,
            target=tuple(draft.objects or seen.target),
            victim_group=(count.group,) if draft.head == "person" and count.group else (),
            actors=actors,
            location=place,
            date=time,
            target_verbatim=objects_of(s, text, seen.target_words, told),
            victim_verbatim=victims_of(s, text, told, draft),
        )
        self.built[id(draft)] = claim
        return claim

    def statement(self, s: Sentence, said: Statement, spoken: Spoken, agents: Sequence[Agent]) -> Claim:
        """The claim of a statement without a count."""
        text = self.document.text
        stretch = range(said.first, said.last)
        wide = s.clause(said.at)
        seen = frame(s, text, stretch)
        place, time = self._place(s, wide, None), self._time(s, wide, said.at, None)
        modality, names = voice_of(s, Spoken() if _glosses(s, said) else spoken, self.publisher, said.at)
        kind = kind_of_statement(said.kind, s, wide, time, place)
        if kind is ClaimKind.PATTERN and time is None and self._points_back(s, wide, said.at):
            kind = ClaimKind.INCIDENT_UNSPECIFIED
        told = of_statement(s, stretch, wide) if kind in _ACTS else []
        own = accusations(s, stretch) if kind is ClaimKind.ATTRIBUTION else told
        actors = with_agents(concerned(s, text, kind, wide, stretch, agents), own)
        if kind in _ACTS:
            self.scope.see_method(s, seen.method, time)
            self.scope.see_doers(s, actors, time)
        situation = s.chunks[said.at].code("situations") if kind is ClaimKind.SITUATION else None
        return self._claim(
            s,
            (said.first, said.last),
            seen,
            kind=kind,
            claimants=names,
            modality=modality_of_statement(s, said, kind, modality, names),
            rule=said.rule,
            event_type=(situation,) if situation else seen.method,
            event_type_how="stated" if situation else seen.method_how,
            target=things_of(s, seen.target, told),
            actors=actors,
            location=place,
            date=timed(kind, time),
            legal=seen.legal,
            target_verbatim=objects_of(s, text, seen.target_words, told),
            victim_verbatim=victims_of(s, text, told, None),
        )

    def _actors(
        self,
        draft: Draft,
        kind: ClaimKind,
        time: When | None,
        agents: Sequence[Agent],
        told: Sequence[Event],
        whole: Claim | None,
    ) -> tuple[Actor, ...]:
        """Who did what a count counts; where its sentence only goes back to an event, whoever did that."""
        s = draft.sentence
        if kind is ClaimKind.PROTECTIVE_MEASURE:
            return notifier(s, self.document.text, draft.index)
        own = _actors_of(draft, agents, told, whole, kind)
        if kind is not ClaimKind.INCIDENT:
            return own
        self.scope.see_doers(s, own, time)
        return own or (self.scope.doers_for(s, time) if not agents and goes_back(draft) else ())

    def _points_back(self, s: Sentence, clause: range, at: int) -> bool:
        """Whether an act is that of the event a sentence goes on about."""
        return points_back(s, clause, at) and self.scope.goes_on(s)

    def _claim(
        self,
        s: Sentence,
        span: tuple[int, int],
        seen: Frame,
        **known: Any,  # noqa: ANN401  (its fields)
    ) -> Claim:
        start, end = s.chunks[span[0]].start, s.chunks[span[1] - 1].end
        if known["kind"] is ClaimKind.INCIDENT:
            self.scope.event = s.paragraph
        count: Count | None = known.get("count")
        said = [count.measure, count.group, count.value] if count else None
        content = {"doc": self.document.id, "start": start, "end": end, "count": said}
        content |= {"kind": str(known["kind"]), "rule": known["rule"]}
        return Claim(
            id=content_id("claim", content),
            doc=self.document.id,
            start=start,
            end=end,
            quote=self.document.text[start:end],
            zone=s.zone,
            weapon=seen.weapon,
            weapon_verbatim=seen.weapon_words,
            target_near=seen.near,
            **known,
        )

    def _method(
        self, draft: Draft, kind: ClaimKind, seen: Frame, time: When | None, whole: Claim | None
    ) -> tuple[tuple[str, ...], str]:
        """How it was done, and whether that is stated, implied, or inherited from its total or the event."""
        about = event_of_count(draft, kind)
        if about:
            return about, "stated"
        method = whole.event_type if whole else self.scope.method_for(draft.sentence, time)
        one = kind is ClaimKind.INCIDENT and draft.head != "act"
        if seen.method and not (one and method and is_umbrella(seen.method, method)):
            if kind is ClaimKind.INCIDENT:
                self.scope.see_method(draft.sentence, seen.method, time)
            return seen.method, seen.method_how
        return (method, "inherited") if one and method else ((), "unknown")

    def hear(self, s: Sentence) -> None:
        """Begin the entry of a list it stands in; keep the place it names, be there a claim of it or not."""
        if s.entry is not None and not self.scope.inside(s.entry.of):
            self._hear_heads(s, s.entry.of.heads)
        begins = self.scope.begins(s)
        self.scope.enter(s)
        if begins:
            self._open_entry(s)
        if "l" in s.symbols or "P" in s.symbols:
            place = place_of(s, range(len(s.chunks)), self.document.text)
            if place is not None:
                self.scope.hear_place(s, place)

    def _hear_heads(self, s: Sentence, heads: Sequence[Sentence]) -> None:
        """Keep the time that the line above a list, or else the title, gives all its entries."""
        for head in reversed(heads):
            time = time_of(head, range(len(head.chunks)), 0)
            if time is not None and (head.zone not in TITLES or lasts(time) or head.symbols == "d"):
                self.scope.see_time(s, time)
                return

    def _open_entry(self, s: Sentence) -> None:
        """Keep the day and the place that the first sentence of an entry names, be there a claim or not."""
        if s.entry is None:
            return
        time = time_of(s, range(len(s.chunks)), 0) if s.entry.of.dated else None
        if time is not None:
            self.scope.see_time(s, time)
        place = place_of(s, range(len(s.chunks)), self.document.text) if s.entry.of.placed else None
        if place is not None:
            self.scope.see_place(s, place)

    def _place(
        self, s: Sentence, stretch: Sequence[int], whole: Claim | None, *, wide: bool = False
    ) -> Location | None:
        text = self.document.text
        own = place_of(s, stretch, text) or place_around(s, stretch, text)
        if own is not None:
            self.scope.see_place(s, own)
            return own
        if whole is not None and whole.location is not None:
            return replace(whole.location, inherited=True)
        known = self.scope.area_for(s) if wide else None
        known = known or self.scope.place_for(s) or place_of_speaker(s, text)
        return known or self.scope.heard_for(s)

    def _time(
        self, s: Sentence, stretch: Sequence[int], at: int, whole: Claim | None, *, acts: bool = False
    ) -> When | None:
        own = time_of(s, stretch, at)
        if own is not None:
            self.scope.see_time(s, own)
            return own
        if whole is not None and whole.date is not None:
            return whole.date.handed_on()
        return self.scope.time_for(s, acts=acts) or self._told_by(s)

    def _when_hurt(self, draft: Draft, whole: Claim | None) -> When | None:
        """The day of the event that those who died later had been hurt in; None for anybody else."""
        if not died_later(draft):
            return None
        if whole is not None and whole.date is not None:
            return whole.date.handed_on()
        return self.scope.time_for(draft.sentence, acts=False)

    def _told_by(self, s: Sentence) -> When | None:
        """When an opening was told, for what it tells without a day; nothing once a time has been named."""
        if self.scope.timed or is_wide(s):
            return None
        told = told_by(s)
        if told is not None:
            self.scope.see_time(s, told)
        return told


def _is_event(draft: Draft) -> bool:
    """Whether acts are counted, and not munitions or vehicles."""
    return fact_of(draft.count.measure, "unit") == "event"


def _stretch(draft: Draft) -> range:
    """The chunks that speak of a count: its clause, but for a part of a list only its own item."""
    if draft.item is not None:
        return draft.item
    clause = draft.sentence.clause(draft.index)
    if draft.parent is None or draft.cue is None:
        return clause
    stop = draft.sentence.find("NF,&w", draft.last, clause.stop)
    return range(draft.index, stop if stop is not None else clause.stop)


def _span(draft: Draft) -> tuple[int, int]:
    """The quoted chunks: the number with its noun, and its verb where no other number stands between."""
    first, last, verb = draft.index, draft.last, draft.verb
    symbols = draft.sentence.symbols
    if verb is not None and verb < first and not set(symbols[verb:first]) & set("NF"):
        first = verb
    if verb is not None and verb >= last and not set(symbols[last:verb]) & set("NF"):
        last = verb + 1
    return first, last


def _actors_of(
    draft: Draft, agents: Sequence[Agent], told: Sequence[Event], whole: Claim | None, kind: ClaimKind
) -> tuple[Actor, ...]:
    """Who did what a count counts: its own agents, else its total's, and those its verb names besides."""
    harmless = draft.head == "person" and not is_measure(draft.count.measure, "harm")
    known: tuple[Actor, ...] = ()  # nobody made people live somewhere
    if not (kind is ClaimKind.CONTEXT_FIGURE and harmless):
        known = _actors(draft, agents) or _of_total(draft, whole)
    return with_agents(known, told, _NO_VERB if draft.verb is None else draft.verb)


def _of_total(draft: Draft, whole: Claim | None) -> tuple[Actor, ...]:
    """The actors a part has from its total, marked as inherited; a share ("half of them") has none."""
    if whole is None or draft.rule == "share":
        return ()
    return tuple(replace(a, inherited=True) for a in whole.actors)


def _actors(draft: Draft, agents: Sequence[Agent]) -> tuple[Actor, ...]:
    """The agents whose scope holds the count, the nearest form of agency deciding."""
    acting = [a for a in agents if draft.index in a.scope and (a.form != "against" or _fell_to(draft, a))]
    if not acting:
        return ()
    by = [a for a in acting if a.form == "by"]
    subject = [a for a in acting if a.first < draft.index]
    chosen = (by or subject or acting)[-1 if not by else 0]
    if draft.order and draft.order[1] == len(chosen.actors):
        return (replace(chosen.actors[draft.order[0]], attribution=None),)  # "8 and 3 respectively"
    return chosen.actors


def _glosses(s: Sentence, said: Statement) -> bool:
    """Whether a relative clause explains a word to the reader: that is the writer's, whoever speaks."""
    apart = said.first > 0 and s.chunks[said.first - 1].kind == "h"
    return said.kind is ClaimKind.DEFINITION and apart and not s.in_quotes(s.chunks[said.first].start)


def _fell_to(draft: Draft, side: Agent) -> bool:
    """Whether those counted are fighters that another side in a fight killed, not that side's own."""
    own = {c.party[0] for c in draft.sentence.chunks[draft.index : draft.last] if c.party}
    return draft.count.group == _FIGHTERS and not own & {a.norm for a in side.actors}


def _words(text: str, s: Sentence, first: int, last: int) -> str:
    return text[s.chunks[first].start : s.chunks[last - 1].end]
