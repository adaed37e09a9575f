"""Who did it, as worded: persons as they are described, bodies the codebook does not know, names."""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark import codebook
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.nouns import Noun, is_person, name_in
from witnessmark.model.actor import Actor, Role


def doers(s: Sentence, text: str, noun: Noun | None, *, body: bool = False) -> tuple[Actor, ...]:
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
        persons = parted(Actor(own, words, Role.PERPETRATOR, type="individual"))
        bodies = [
            b for b in _bodies(s, text, noun) if all(b.norm is None or b.norm != p.norm for p in persons[:-1])
        ]
        return (*persons, *bodies)
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
        size = _body_inside(text[c.start : c.end], party) if is_person(c) else c.end - c.start
        if size:
            out.append(Actor(party, text[c.start : c.start + size], Role.PERPETRATOR))
    return out or _unknown_body(s, text, noun)


def _unknown_body(s: Sentence, text: str, noun: Noun) -> list[Actor]:
    """The body that no codebook knows and that persons are said to be of: "members of the Valley Front"."""
    body = s.chunks[noun.last - 1]
    first = noun.head + 1
    while first < noun.last and s.chunks[first].kind in "oe":
        first += 1
    named = first < noun.last - 1 and s.chunks[first].capital and body.capital
    if not named or body.code("grammar") != "organisation":
        return []
    return [Actor(None, text[s.chunks[first].start : body.end], Role.PERPETRATOR)]


def parted(actor: Actor) -> tuple[Actor, ...]:
    """A party's persons as two actors, their body and they themselves: "FPR" and "fighters"."""
    words = actor.verbatim or ""
    size = _body_inside(words, actor.norm) if actor.norm and actor.type == "individual" else 0
    rest = words[size:].strip()
    if not size or not rest:
        return (actor,)
    return (replace(actor, verbatim=words[:size], type="organisation"), replace(actor, verbatim=rest))


def _body_inside(words: str, party: str) -> int:
    """How many characters of a party's name are the name of its body: "FPR" of "FPR fighters"."""
    body, _, _ = words.rpartition(" ")
    names = {a.text.lower() for a in codebook.load().parties[party].aliases if a.use == "name"}
    own, bracket, _ = body.partition("[")
    for said in (body, own.rstrip()) if bracket else (body,):
        if " ".join(said.lower().split()) in names:
            return len(body)
    return 0
