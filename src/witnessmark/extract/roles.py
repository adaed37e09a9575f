"""Who did what to whom, from syntax alone: the noun phrases beside each verb or noun of attack and harm.

"Gunmen killed Judge Ewald Moor", "Judge Ewald Moor was killed by gunmen", "the murder of Judge Ewald Moor
by gunmen", "Judge Ewald Moor, who was killed by gunmen": one event, its agent, its victim. What names no
party of the codebook stays as it is written, without an id, and no agent stays no agent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.event import Event, Span
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.nouns import Noun, after, before, is_person, name_in
from witnessmark.model.actor import Actor, Role

# Chunks between a verb and the "by" of its agent: places, times, means.
_REACH_OF_BY = 10
_ASIDE = 14  # a clause between commas after a name
_PAST_PLACE = 6
_OPEN = frozenset({"hypothetical", "forecast", "negated", "needs_verification"})
_NAMES = 12  # in one list; a longer one is a roll of names, not a sentence


def events(sentence: Sentence, text: str) -> list[Event]:
    """The events of a sentence that say more than their verb, in order."""
    found = (_event(sentence, text, i) for i in _triggers(sentence))
    return [e for e in found if e.agents or e.victims or e.names or e.targets]


def _triggers(sentence: Sentence) -> Iterator[int]:
    for i, c in enumerate(sentence.chunks):
        acts = c.kind in "tTVX" or c.code("reporting") == "admitted"
        if acts or (c.kind in "IMA" and _befalls(c)) or (c.kind == "A" and c.code("methods")):
            yield i


def _befalls(chunk: Chunk) -> bool:
    """Whether a word says that something was done to persons."""
    measure, conduct = chunk.code("triggers"), chunk.code("conducts")
    if measure is not None and is_measure(measure, "harm"):
        return True
    return conduct is not None and codebook.load().taxonomy("conducts")[conduct].extra.get("befalls") is True


def _event(s: Sentence, text: str, at: int) -> Event:
    c = s.chunks[at]
    if c.kind in "MA" or (c.kind in "TV" and _is_noun(s, at)):
        return _nominal(s, text, at)
    if _only_thought_of(s, at):
        return Event(at)
    if c.kind == "R":
        return Event(at, _agents(s, text, _antecedent(s, _past_auxiliaries(s, at)), body=True), told=True)
    if c.kind == "I":
        by = _by(s, at)
        agents = _agents(s, text, after(s, by + 1)) if by is not None else ()
        return _befallen(s, at, _antecedent(s, _past_auxiliaries(s, at)), agents, told=True)
    start = _past_auxiliaries(s, at)
    passive = start < at and any(x.code("grammar") == "be" for x in s.chunks[start:at])
    by = _by(s, at)
    reduced = not passive and (by == at + 1 or _bare_participle(s, at, start))
    if (passive and not c.inflected("gerund")) or reduced or _aside(s, at, start):
        agents = _agents(s, text, after(s, by + 1)) if by is not None else ()
        return _befallen(s, at, _antecedent(s, start), agents, told=True)
    gerund = c.inflected("gerund") and not passive
    subject = None if gerund else _antecedent(s, start)
    told = not gerund and (c.kind != "X" or _planted(s, at))
    event = _befallen(s, at, after(s, at + 1), _agents(s, text, subject), told=told)
    return replace(event, targets=event.targets or _struck_at(s, at), cause=_cause(s, start))


def _cause(s: Sentence, start: int) -> Span | None:
    """A subject that is itself an act or a weapon: how it was done."""
    head = s.chunks[start - 1] if start else None
    if head is None or head.kind not in "AW" or not (head.code("methods") or head.code("weapons")):
        return None
    return start - 1, start


def _struck_at(s: Sentence, at: int) -> tuple[Span, ...]:
    """The thing at, in or against which a charge went off or was thrown; a settlement only says where."""
    c = s.chunks[at]
    if c.code("methods") != "explosion" and not _planted(s, at):
        return ()
    thrown = after(s, at + 1) if c.kind == "X" else None
    i = thrown.last if thrown else at + 1
    while i < len(s.chunks) and (s.chunks[i].kind == "d" or s.chunks[i].code("grammar") == "adverb"):
        i += 1
    if i >= len(s.chunks) or s.chunks[i].code("grammar") not in {"in", "on"}:
        return ()
    struck = after(s, i + 1)
    code = s.chunks[struck.head].code("objects") if struck else None
    if struck is None or code is None or codebook.load().taxonomy("objects")[code].extra.get("where"):
        return ()
    return ((struck.first, struck.last),)


def _planted(s: Sentence, at: int) -> bool:
    """Whether a verb of planting or throwing has a weapon as its object ("threw two grenades at")."""
    if s.chunks[at].code("grammar") != "planting":
        return False
    noun = after(s, at + 1)
    return noun is not None and s.chunks[noun.head].code("weapons") is not None


def _aside(s: Sentence, at: int, start: int) -> bool:
    """Whether a participle after a comma only adds what befell those before it ("X, kidnapped in May,")."""
    c = s.chunks[at]
    if start < at or at < 2 or s.chunks[at - 1].kind != ",":
        return False
    if not c.inflected("participle") or not _befalls(c):
        return False
    return at + 1 < len(s.chunks) and s.chunks[at + 1].kind in "dp,y" and before(s, at - 1) is not None


def _bare_participle(s: Sentence, at: int, start: int) -> bool:
    """Whether a form that may be the past says what became of an object: "left one person injured"."""
    c = s.chunks[at]
    if start < at or not c.inflected("participle") or not _befalls(c):
        return False
    subject = before(s, at)
    if subject is None or not (at + 1 >= len(s.chunks) or s.chunks[at + 1].kind in ",pdrh;:&x"):
        return False
    verb = subject.first - 1
    while verb >= 0 and s.chunks[verb].kind in "eNH":
        verb -= 1
    return verb >= 0 and (s.chunks[verb].kind in "TtVXR" or s.chunks[verb].code("grammar") == "with")


def _antecedent(s: Sentence, start: int) -> Noun | None:
    """The subject before a verb, past a clause between commas; of a relative clause what it is about."""
    i = start
    if i and s.chunks[i - 1].kind == ",":
        opening = s.find("h", i - 1, max(0, i - _ASIDE), -1)
        if opening is not None and s.chunks[opening - 1].kind == ",":
            i = opening - 1
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
    return bool(near) and near[-1].code("grammar") == "to"


def _is_noun(s: Sentence, at: int) -> bool:
    """Whether a form that may be verb or noun is the noun ("the murder of")."""
    return s.symbols[at + 1 : at + 2] == "o" and at > 0 and s.chunks[at - 1].kind in "ex"


def _nominal(s: Sentence, text: str, at: int) -> Event:
    chunks = s.chunks
    link = _of(s, at)
    patient = after(s, link + 1) if link is not None else None
    by = _by(s, at)
    agents = _agents(s, text, after(s, by + 1)) if by is not None else ()
    definite = any(c.kind in "e'" for c in chunks[max(0, at - 4) : at])
    event = _befallen(s, at, patient, agents, told=definite)
    return replace(event, targets=event.targets or _struck_at(s, at))


def _of(s: Sentence, at: int) -> int | None:
    """The "of" or "on" that says whom a noun of harm is about, past a place ("murder in the town of …")."""
    chunks = s.chunks
    i = at + 1
    if i < len(chunks) and (chunks[i].kind == "o" or chunks[i].code("grammar") == "on"):
        return i
    while i < len(chunks) and i - at < _PAST_PLACE and chunks[i].kind in "pldPe,":
        i += 1
    return i if at + 1 < i < len(chunks) and chunks[i].kind == "o" else None


def _by(s: Sentence, at: int) -> int | None:
    """The "by" that opens the agent of a verb or noun, if nothing else that acts comes first."""
    for i in range(at + 1, min(len(s.chunks), at + _REACH_OF_BY)):
        kind = s.chunks[i].kind
        if kind == "y":
            return i
        if kind in "TtVXBRwh;:(IA":
            return None
    return None


def _befallen(s: Sentence, at: int, noun: Noun | None, agents: tuple[Actor, ...], *, told: bool) -> Event:
    """The event with its patients sorted into names, persons and things."""
    if noun is None:
        return Event(at, agents, told=told)
    befalls = _befalls(s.chunks[at])
    names: list[tuple[int, int]] = []
    victims: list[tuple[int, int]] = []
    targets: list[tuple[int, int]] = []
    patients = (
        _listed_back(s, noun, befalls=befalls) if noun.last <= at else _listed(s, noun, befalls=befalls)
    )
    for one in patients:
        head = s.chunks[one.head]
        known = befalls and s.chunks[at].code("situations") is None  # what is captured may be a town
        name = name_in(s, one) if known or _titled(s, one) else None
        if name is not None:
            names.append(name)
        elif head.code("objects") and not head.code("groups"):
            targets.append((one.first, one.last))
        elif is_person(head):
            victims.append((one.first, one.last))
    return Event(at, agents, tuple(names), tuple(victims), tuple(targets), told)


def _titled(s: Sentence, noun: Noun) -> bool:
    return any(
        c.kind == "G" or c.code("grammar") in {"title", "office"} for c in s.chunks[noun.first : noun.head]
    )


def _listed(s: Sentence, noun: Noun, *, befalls: bool) -> Iterator[Noun]:
    """A phrase and those joined to it behind; a name behind a description is the same person."""
    yield noun
    chunks, at = s.chunks, noun.last
    for _ in range(_NAMES):
        joint = at
        while joint < len(chunks) and chunks[joint].kind in ",&:-":
            joint += 1
        following = after(s, joint) if joint > at else None
        if following is None:
            return
        closes = following.last >= len(chunks) or chunks[following.last].kind not in "BtTVRI"
        if not closes or not _alike(s, following, befalls=befalls):
            return
        yield following
        at = following.last


def _listed_back(s: Sentence, noun: Noun, *, befalls: bool) -> list[Noun]:
    """A phrase and those joined to it before: "A, B and C were killed", "A, a mayor, was killed"."""
    found = [noun]
    chunks = s.chunks
    while len(found) < _NAMES:
        joint = found[0].first
        while joint and chunks[joint - 1].kind in "eN":
            joint -= 1
        begin = joint
        while begin and chunks[begin - 1].kind in ",&":
            begin -= 1
        earlier = before(s, begin) if begin < joint else None
        if earlier is None or earlier.last != begin or not _alike(s, earlier, befalls=befalls):
            break
        found.insert(0, earlier)
    return found


def _alike(s: Sentence, noun: Noun, *, befalls: bool) -> bool:
    """Whether a joined phrase can be of the same list: a person for harm, a thing for an attack."""
    head = s.chunks[noun.head]
    if befalls:
        return name_in(s, noun) is not None or is_person(head)
    return head.code("objects") is not None


def _agents(s: Sentence, text: str, noun: Noun | None, *, body: bool = False) -> tuple[Actor, ...]:
    """A phrase as agent: persons as they are described, bodies the codebook does not know, a name.

    Parties of the codebook are the matter of `who`, but for the one that persons are said to be of.
    """
    if noun is None:
        return ()
    head = s.chunks[noun.head]
    if head.kind == "P" and head.party and not is_person(head):
        return ()
    words = text[s.chunks[noun.first].start : s.chunks[noun.head].end]
    if head.code("grammar") == "organisation":
        whole = text[s.chunks[noun.first].start : s.chunks[noun.last - 1].end]
        return (Actor(None, whole, Role.PERPETRATOR),)
    if is_person(head):
        own = head.party[0] if head.kind == "P" and head.party else None
        return (Actor(own, words, Role.PERPETRATOR, type="individual"), *_bodies(s, text, noun))
    name = name_in(s, noun)
    if name is None:
        return ()
    if body:
        return (Actor(None, text[s.chunks[noun.first].start : s.chunks[noun.head].end], Role.PERPETRATOR),)
    words = text[s.chunks[name[0]].start : s.chunks[name[1] - 1].end]
    return (Actor(None, words, Role.PERPETRATOR, type="individual"),)


def _bodies(s: Sentence, text: str, noun: Noun) -> Sequence[Actor]:
    """The parties that persons are said to be of ("members of the Front")."""
    own = [c for c in s.chunks[noun.first : noun.last] if c.kind == "P" and c.party]
    out = []
    for c in own:
        party = c.party[0] if c.party else ""
        size = _body_inside(c, party)
        if size:
            out.append(Actor(party, text[c.start : c.start + size], Role.PERPETRATOR))
    return out


def _body_inside(chunk: Chunk, party: str) -> int:
    """How many characters of a party's name are the name of its body: "FPR" of "FPR fighters"."""
    if not is_person(chunk):
        return chunk.end - chunk.start
    body, _, _ = chunk.word.rpartition(" ")
    names = {a.text.lower() for a in codebook.load().parties[party].aliases if a.use == "name"}
    return len(body) if body in names else 0
