"""Whom a statement is about: a demand's addressee, who notified, holds ground, supports or is blamed."""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.who import Agent
from witnessmark.model.actor import Actor, Role
from witnessmark.model.claim import ClaimKind

# What the subject of a statement is to it, where nobody in it acts.
_SUBJECT_OF = {
    ClaimKind.SITUATION: Role.CONTROLLER,
    ClaimKind.ATTRIBUTION: Role.FACILITATOR,
    ClaimKind.LEGAL_CHARACTERISATION: Role.RESPONSIBLE,
}
# An act's adjective names no party to a ceasefire or a siege ("the regime offensive ended in a truce").
_OF_SITUATION = frozenset({"subject", "by"})
_FACILITATION = "facilitation"
# What may stand before a subject, and between two of them.
_BEFORE = frozenset("exHdqR,")
_JOINS = frozenset("&,e")


def concerned(
    s: Sentence, text: str, kind: ClaimKind, clause: Sequence[int], said: range, agents: Sequence[Agent]
) -> tuple[Actor, ...]:
    """The actors of a statement, the chunks `said` of a clause; empty where it names nobody."""
    if kind is ClaimKind.DEMAND:
        return _addressee(s, text, clause)
    if kind is ClaimKind.LEGAL_RULE_STATEMENT:
        return ()  # a rule is of nobody
    forms = _OF_SITUATION if kind is ClaimKind.SITUATION else None
    own_agents = [g for g in agents if g.first in clause and g.form != "against"]
    own_agents = [g for g in own_agents if not set(g.scope).isdisjoint(said)] or own_agents
    acting = tuple(a for g in own_agents if forms is None or g.form in forms for a in g.actors)
    role = _SUBJECT_OF.get(kind)
    own = [i for i in clause if i >= said.start]
    subjects = (_subjects(s, text, own, role) or _subjects(s, text, clause, role)) if role else ()
    if kind is not ClaimKind.ATTRIBUTION:
        charged = {a.norm for g in own_agents if g.form == "accused" for a in g.actors}
        found = subjects if charged and charged == {a.norm for a in subjects} else acting or subjects
        return found + _facilitators(s, text, said, found)
    # "The rebels blamed the militia": the one blamed, not the one who blames.
    blamed = tuple(a for g in agents if g.first in clause and g.form == "accused" for a in g.actors)
    accuses = any(s.chunks[i].attr("reporting", "addressee") == "true" for i in own)
    if _of_no_act(s, own):
        blamed = tuple(replace(a, role=Role.RESPONSIBLE) for a in blamed)
    return blamed or (acting if accuses else subjects or acting)


def _facilitators(s: Sentence, text: str, said: range, known: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who makes others' acts possible: "it" of "Alba arms them, although it facilitates crimes by them"."""
    start, end = s.chunks[said.start].start, s.chunks[said.stop - 1].end
    if all(term.code != _FACILITATION or not start <= at < end for at, _, term in s.legal):
        return ()
    named = {a.norm for a in known}
    opening = _subjects(s, text, range(len(s.chunks)), Role.FACILITATOR)
    return tuple(a for a in opening if a.norm not in named)


def _of_no_act(s: Sentence, said: Sequence[int]) -> bool:
    """Whether what somebody is accused of is no act of war: "accused Alba of funding the rebels"."""
    of = next((i for i in said if s.chunks[i].kind == "o" and i + 1 < len(s.chunks)), None)
    return of is not None and s.chunks[of + 1].kind in "xbC" and s.chunks[of + 1].word.endswith("ing")


def notifier(s: Sentence, text: str, before: int) -> tuple[Actor, ...]:
    """Who shared the positions that the number at `before` counts: the subject of its clause."""
    for i in s.clause(before):
        chunk = s.chunks[i]
        named = _norm(chunk)
        if named and i < before:
            return (Actor(named, text[chunk.start : chunk.end], Role.NOTIFIER),)
        if chunk.kind not in _BEFORE:
            return ()
    return ()


def _addressee(s: Sentence, text: str, clause: Sequence[int]) -> tuple[Actor, ...]:
    """Of whom it is demanded: the object of the verb ("called on the council to"), else who "must"."""
    verb = next((i for i in clause if s.chunks[i].code("reporting") == "demand"), None)
    after = clause if verb is None else range(verb + 1, clause[-1] + 1)
    for i in after:
        chunk = s.chunks[i]
        named = _norm(chunk)
        if named:
            return (Actor(named, text[chunk.start : chunk.end], Role.ADDRESSEE),)
        if chunk.kind not in ("e" if verb is not None else "exp"):
            return ()
    return ()


def _subjects(s: Sentence, text: str, clause: Sequence[int], role: Role) -> tuple[Actor, ...]:
    """The parties that open a clause, before its verb."""
    out: dict[str, Actor] = {}
    for i in clause:
        chunk = s.chunks[i]
        if chunk.kind == "P" and chunk.party:
            out.setdefault(chunk.party[0], Actor(chunk.party[0], text[chunk.start : chunk.end], role))
        elif chunk.kind not in (_JOINS if out else _BEFORE):
            break
    return tuple(out.values())


def _norm(chunk: Chunk) -> str | None:
    """The neutral id of a party or body that a chunk names."""
    return chunk.party[0] if chunk.party else chunk.speaker
