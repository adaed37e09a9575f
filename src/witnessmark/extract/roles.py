"""Who did what to whom, from syntax alone: the noun phrases beside each verb or noun of attack and harm.

"Gunmen killed Judge Ewald Moor", "Judge Ewald Moor was killed by gunmen", "the murder of Judge Ewald Moor
by gunmen", "Judge Ewald Moor, who was killed by gunmen": one event, its agent, its victim. What names no
party of the codebook stays as it is written, without an id, and no agent stays no agent.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.doers import doers
from witnessmark.extract.event import Event, Span
from witnessmark.extract.nouns import Noun, after, before
from witnessmark.extract.patients import befallen, befalls, is_impact, planted, struck_at, suffered
from witnessmark.extract.verbal import is_munition

# Chunks between a verb and the "by" of its agent: places, times, means.
_REACH_OF_BY = 10
_ASIDE = 14  # a clause between commas after a name
_PAST_PLACE = 6
_OPEN = frozenset({"hypothetical", "forecast", "negated", "needs_verification"})
# "The attack was carried out by", "the attack staged tonight by": what joins an act to who did it.
_CARRIED = re.compile(r"(?:B[xH]{0,2}){0,3}y|X[xd]?y")
# "Attributed the murder of the judge to", "blamed it on".
_LAID_TO = re.compile(r"(?:n|e?[x]?[ATM][^,;:TtVXR]{0,8}?)p")
# An act or a weapon as subject: "a missile fired by the army", "shelling by rebels", "the raid that".
_MEANS = re.compile(r"[AWVfK](?:[xXt]?[yp]e?[HxKPGfl'-]{1,4})?(?:,?h)?$")
_HOW = ("methods", "weapons", "platforms")
# A comma, perhaps another gerund, before one.
_AFTER_COMMA = re.compile(r",[xH]?(?:[TV]&)?[xH]?$")
# An age and a home between commas behind a name ("Otto Brandis, 16, of Tulsa, died").
_WHO_IT_IS = re.compile(r"(?:,(?:N|[xN]-?U|[op]e?[lx]{1,3}))+,$")
# "The disappearance and kidnapping of": two nouns of harm, one of whom.
_AND_NOUN = re.compile(r"&e?[MTA]o")


def events(sentence: Sentence, text: str) -> list[Event]:
    """The events of a sentence that say more than their verb, in order."""
    found = (_event(sentence, text, i) for i in _triggers(sentence))
    return [e for e in found if e.agents or e.victims or e.names or e.targets]


def _triggers(sentence: Sentence) -> Iterator[int]:
    for i, c in enumerate(sentence.chunks):
        if c.kind in "tTVX":
            yield i
        elif codes := c.codes:  # most words have none
            tells = codes.get("reporting") == "admitted" or _accuses(c)
            noun = c.kind in "IMAi" and (befalls(c) or (c.kind == "A" and "methods" in codes))
            noun = noun or (c.kind == "D" and i > 0 and sentence.chunks[i - 1].kind == "B" and befalls(c))
            if tells or noun or (c.kind == "y" and _weapon_before(sentence, i) is not None):
                yield i


def _accuses(chunk: Chunk) -> bool:
    return chunk.kind == "R" and chunk.attr("reporting", "addressee") == "true"


def _weapon_before(s: Sentence, at: int) -> Span | None:
    """The weapon that is the subject of a passive with its "by" ("the bomb was planted by")."""
    start = _past_auxiliaries(s, at)
    if start == at or not start or s.chunks[at].code("reporting") != "agent_marker":
        return None
    return (start - 1, start) if s.chunks[start - 1].code("weapons") else None


def _event(s: Sentence, text: str, at: int) -> Event:
    c = s.chunks[at]
    if c.kind in "MA" or (c.kind in "TV" and _is_noun(s, at)):
        return _nominal(s, text, at)
    if c.kind == "i":
        return befallen(s, at, after(s, at + 1), (), told=True)
    if _only_thought_of(s, at):
        return Event(at)
    if c.kind == "y":
        return Event(at, doers(s, text, after(s, at + 1)), told=True, cause=_weapon_before(s, at))
    if c.kind == "R" and _accuses(c):
        return Event(at, doers(s, text, accused(s, at)))
    if c.kind == "R":
        return Event(at, doers(s, text, _antecedent(s, _past_auxiliaries(s, at)), body=True), told=True)
    if c.kind in "ID" or suffered(s, at):
        by = _by(s, at)
        agents = doers(s, text, after(s, by + 1)) if by is not None else ()
        return befallen(s, at, _antecedent(s, _past_auxiliaries(s, at)), agents, told=True)
    start = _past_auxiliaries(s, at)
    passive = start < at and any(x.code("grammar") == "be" for x in s.chunks[start:at])
    by = _by(s, at)
    reduced = not passive and (by == at + 1 or _bare_participle(s, at, start))
    if (passive and not c.inflected("gerund")) or reduced or _aside(s, at, start):
        agents = doers(s, text, after(s, by + 1)) if by is not None else ()
        return befallen(s, at, _antecedent(s, start), agents, told=True)
    gerund = c.inflected("gerund") and not passive
    subject = None if gerund else _antecedent(s, start)
    told = (not gerund or _went_on(s, at)) and (c.kind != "X" or planted(s, at))
    event = befallen(s, at, after(s, _past_times(s, at + 1)), doers(s, text, subject), told=told)
    cause = _cause(s, start)
    if c.kind == "V" and is_impact(c) and (cause is None or s.chunks[cause[0]].kind in "fK"):
        return event  # a plane that comes down on a house is no munition
    return replace(event, targets=event.targets or struck_at(s, at), cause=cause)


def _went_on(s: Sentence, at: int) -> bool:
    """Whether a gerund goes on with what was told ("opened fire, shooting and killing a guard")."""
    return _AFTER_COMMA.search(s.symbols[:at]) is not None


def _past_times(s: Sentence, at: int) -> int:
    """Where the object of a verb begins, past when it was done ("killed on Monday a judge")."""
    while s.symbols[at : at + 1] == "d":
        at += 1
    return at + 1 if s.symbols[at - 1 : at + 1] == "d," else at


def _cause(s: Sentence, start: int) -> Span | None:
    """A subject that is itself an act or a weapon, whoever it is by: how it was done."""
    found = _MEANS.search(s.symbols, 0, start)
    if found is None:
        return None
    head = s.chunks[found.start()]
    if head.kind == "V" and not is_munition(s.chunks, found.start()):
        return None
    return (found.start(), found.start() + 1) if any(map(head.code, _HOW)) else None


def accused(s: Sentence, at: int) -> Noun | None:
    """Who is accused: the passive's subject, the object, or who the act that is the object is laid to."""
    start = _past_auxiliaries(s, at)
    if any(c.code("grammar") == "be" for c in s.chunks[start:at]):
        return _antecedent(s, start)
    whom = after(s, at + 1)
    laid = _LAID_TO.match(s.symbols, at + 1)
    if laid is None or (whom is not None and not _is_act(s.chunks[whom.head])):
        return whom
    return after(s, laid.end())


def _is_act(chunk: Chunk) -> bool:
    return chunk.kind in "ATM"


def _aside(s: Sentence, at: int, start: int) -> bool:
    """Whether a participle after a comma only adds what befell those before it ("X, kidnapped in May,")."""
    c = s.chunks[at]
    if start < at or at < 2 or s.chunks[at - 1].kind != ",":
        return False
    if not c.inflected("participle") or not befalls(c):
        return False
    return at + 1 < len(s.chunks) and s.chunks[at + 1].kind in "dp,y" and before(s, at - 1) is not None


def _bare_participle(s: Sentence, at: int, start: int) -> bool:
    """Whether a form that may be the past says what became of an object: "left one person injured"."""
    c = s.chunks[at]
    if start < at or not c.inflected("participle") or not befalls(c):
        return False
    subject = before(s, at)
    if subject is None or not (at + 1 >= len(s.chunks) or s.chunks[at + 1].kind in ",pdrh;:&x"):
        return False
    if at + 1 < len(s.chunks) and s.chunks[at + 1].kind == "x" and s.chunks[at + 1].capital:
        return False  # "say Otto Brandis shot Ana Moor"
    verb = subject.first - 1
    while verb >= 0 and s.chunks[verb].kind in "eNH":
        verb -= 1
    return verb >= 0 and (s.chunks[verb].kind in "TtVXR" or s.chunks[verb].code("grammar") == "with")


def _antecedent(s: Sentence, start: int) -> Noun | None:
    """The subject before a verb, past a clause between commas; of a relative clause what it is about."""
    i = start
    if i and s.chunks[i - 1].kind == ",":
        opening = s.symbols.rfind(",h", max(0, i - _ASIDE), i - 1)
        who = _WHO_IT_IS.search(s.symbols[:i]) if opening <= 0 else None
        i = who.start() if who is not None else opening if opening > 0 else i
    while i and (s.chunks[i - 1].kind in "h,d" or s.chunks[i - 1].code("grammar") == "adverb"):
        i -= 1
    return before(s, i)


def _past_auxiliaries(s: Sentence, at: int) -> int:
    """Where the verb begins with its helpers ("had been", "was then")."""
    i = at
    while i and (
        s.chunks[i - 1].kind == "B"
        or (i >= 2 and s.chunks[i - 1].kind in "xHd" and s.chunks[i - 2].kind == "B")
    ):
        i -= 1
    return i


def _only_thought_of(s: Sentence, at: int) -> bool:
    """Whether a verb is possible, denied, or an infinitive of purpose: nobody says that it took place."""
    near = s.chunks[max(0, at - 3) : at]
    if any(c.kind in "?!" or c.code("hedges") in _OPEN for c in near):
        return True
    if s.chunks[at].kind == "V" and near and near[-1].attr("grammar", "short_of"):
        return True  # "nearly hit"; what is nearly destroyed is damaged
    return bool(near) and near[-1].code("grammar") == "to"


def _is_noun(s: Sentence, at: int) -> bool:
    """Whether a form that may be verb or noun is the noun ("the murder of")."""
    joined = at > 1 and s.chunks[at - 1].kind == "&" and s.chunks[at - 2].kind in "MA"
    if at and s.chunks[at - 1].kind == "e" and s.symbols[at + 1 : at + 2] == "B":
        return True  # "the killing was attributed to"
    return s.symbols[at + 1 : at + 2] == "o" and at > 0 and (joined or s.chunks[at - 1].kind in "exD")


def _nominal(s: Sentence, text: str, at: int) -> Event:
    chunks = s.chunks
    link = _of(s, at)
    patient = after(s, link + 1) if link is not None else None
    by = _by(s, at)
    agents = doers(s, text, after(s, by + 1)) if by is not None else ()
    definite = any(c.kind in "e'" for c in chunks[max(0, at - 4) : at])
    event = befallen(s, at, patient, agents, told=definite)
    return replace(event, targets=event.targets or struck_at(s, at))


def _of(s: Sentence, at: int) -> int | None:
    """The "of" or "on" that says whom a noun of harm is about, past a place ("murder in the town of …")."""
    chunks = s.chunks
    i = at + 1
    if i < len(chunks) and (chunks[i].kind == "o" or chunks[i].code("grammar") == "on"):
        return i
    if shared := _AND_NOUN.match(s.symbols, i):
        return shared.end() - 1
    while i < len(chunks) and i - at < _PAST_PLACE and chunks[i].kind in "pldPe,":
        i += 1
    return i if at + 1 < i < len(chunks) and chunks[i].kind == "o" else None


def _by(s: Sentence, at: int) -> int | None:
    """The "by" that opens the agent of a verb or noun, if nothing else that acts comes first."""
    noun = s.chunks[at].kind in "AMT"
    for i in range(at + 1, min(len(s.chunks), at + _REACH_OF_BY)):
        kind = s.chunks[i].kind
        if kind == "y":
            return i
        if noun and (carried := _CARRIED.match(s.symbols, i)):
            return carried.end() - 1
        if kind in "TtVXBRwh;:(IA":
            return None
    return None
