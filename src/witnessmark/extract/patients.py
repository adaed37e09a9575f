"""Whom and what an act befell: names, persons and things beside its word, and those joined to them."""

import re
from collections.abc import Iterator

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.event import Event, Span
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.nouns import Noun, after, before, is_person, name_in
from witnessmark.model.actor import Actor

# Between two of a list: an age, commas and the like ("Otto Brandis, 53; Ana Moor, 24").
_AGES = re.compile(r"(?:,N(?=[,;&]|$))?[,;&:-]*")
# The same right before "and": "Otto Brandis, 53 and Ana Moor, 24, were killed".
_OWN_AGE = re.compile(r"[xlSG],N$")
_NAMES = 12  # in one list; a longer one is a roll of names, not a sentence


def measure_of(chunk: Chunk) -> str | None:
    """The measure of what befell persons: a verb's or noun's own, or of whom "among the wounded" tells."""
    return chunk.code("triggers") or chunk.attr("grammar", "part_of") or None


def befalls(chunk: Chunk) -> bool:
    """Whether a word says that something was done to persons."""
    measure, conduct = measure_of(chunk), chunk.code("conducts")
    if measure is not None and is_measure(measure, "harm"):
        return True
    return conduct is not None and codebook.load().taxonomy("conducts")[conduct].extra.get("befalls") is True


def suffered(s: Sentence, at: int) -> bool:
    """Whether the subject of a verb suffered the act: "came under fire", but not "for its prices"."""
    if s.chunks[at].attr("methods", "suffered") != "true":
        return False
    return at + 1 >= len(s.chunks) or s.chunks[at + 1].code("grammar") != "preposition"


def befallen(s: Sentence, at: int, noun: Noun | None, agents: tuple[Actor, ...], *, told: bool) -> Event:
    """The event with its patients sorted into names, persons and things."""
    if noun is None:
        return Event(at, agents, told=told)
    harms = befalls(s.chunks[at])
    names: list[tuple[int, int]] = []
    victims: list[tuple[int, int]] = []
    targets: list[tuple[int, int]] = []
    patients = _listed_back(s, noun, harms=harms) if noun.last <= at else _listed(s, noun, harms=harms)
    for one in patients:
        head = s.chunks[one.head]
        known = harms and s.chunks[at].code("situations") is None  # what is captured may be a town
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


def struck_at(s: Sentence, at: int) -> tuple[Span, ...]:
    """The thing at, in or against which a charge went off or was thrown; a settlement only says where."""
    c = s.chunks[at]
    if c.code("methods") != "explosion" and not planted(s, at) and not (c.kind == "V" and is_impact(c)):
        return ()
    thrown = after(s, at + 1) if c.kind == "X" else None
    i = thrown.last if thrown else at + 1
    while i < len(s.chunks) and _when(s, i):
        i += 1
    if i >= len(s.chunks) or s.chunks[i].code("grammar") not in {"in", "on"}:
        return ()
    struck = after(s, i + 1)
    if struck is None or not _is_thing(s, struck):
        return ()
    return tuple((one.first, one.last) for one in _listed(s, struck, harms=False) if _is_thing(s, one))


def is_impact(chunk: Chunk) -> bool:
    """Whether a verb tells of what a munition does ("landed on")."""
    method = codebook.load().taxonomy("methods").get(chunk.code("methods") or "")
    return method is not None and method.extra.get("of_munition") is True


def _when(s: Sentence, at: int) -> bool:
    """Whether a chunk says when ("today", "early" in "early this morning")."""
    c = s.chunks[at]
    if c.kind == "d" or c.code("grammar") == "adverb":
        return True
    return c.kind == "x" and s.symbols[at + 1 : at + 2] == "d" and not c.capital


def _is_thing(s: Sentence, noun: Noun) -> bool:
    """Whether a phrase is of a thing that can be struck; a settlement or an area only says where."""
    code = s.chunks[noun.head].code("objects")
    return code is not None and not codebook.load().taxonomy("objects")[code].extra.get("where")


def planted(s: Sentence, at: int) -> bool:
    """Whether a verb of planting or throwing has a weapon as its object ("threw two grenades at")."""
    if s.chunks[at].code("grammar") != "planting":
        return False
    noun = after(s, at + 1)
    # The last word too: "set off 5 kg of dynamite".
    return noun is not None and any(s.chunks[i].code("weapons") for i in (noun.head, noun.last - 1))


def _listed(s: Sentence, noun: Noun, *, harms: bool) -> Iterator[Noun]:
    """A phrase and those joined to it behind; a name behind a description is the same person."""
    yield noun
    chunks, at = s.chunks, noun.last
    for _ in range(_NAMES):
        joint = _joint(s, noun, at)
        following = after(s, joint) if joint > at else None
        if following is None:
            return
        closes = following.last >= len(chunks) or chunks[following.last].kind not in "BtTVRI"
        if not closes or not _alike(s, following, harms=harms):
            return
        yield following
        at = following.last


def _joint(s: Sentence, noun: Noun, at: int) -> int:
    """Where the next of a list begins: past an age, commas, "and", and its own preposition said again."""
    chunks = s.chunks
    between = _AGES.match(s.symbols, at)
    joint = between.end() if between else at
    if joint == at or joint >= len(chunks) or chunks[joint].kind != "p":
        return joint
    led = noun.first - 1
    while led > 0 and chunks[led].kind == "e":
        led -= 1
    again = (
        led >= 0 and chunks[led].kind == "p" and chunks[led].code("grammar") == chunks[joint].code("grammar")
    )
    return joint + 1 if again else joint


def _listed_back(s: Sentence, noun: Noun, *, harms: bool) -> list[Noun]:
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
        if _OWN_AGE.search(s.symbols[:begin]):
            begin -= 2
        earlier = before(s, begin) if begin < joint else None
        if earlier is None or earlier.last != begin or not _alike(s, earlier, harms=harms):
            break
        found.insert(0, earlier)
    return found


def _alike(s: Sentence, noun: Noun, *, harms: bool) -> bool:
    """Whether a joined phrase can be of the same list: a person for harm, a thing for an attack."""
    head = s.chunks[noun.head]
    if harms:
        return name_in(s, noun) is not None or is_person(head)
    return head.code("objects") is not None
