"""Readings settled by their neighbours: noun or verb, party or persons; clauses counted off."""

import re

from witnessmark import codebook
from witnessmark.extract.acting import before_act
from witnessmark.extract.chunks import Chunk, Sentence, said_in
from witnessmark.extract.conjuncts import items
from witnessmark.extract.opponents import describe_opponents
from witnessmark.extract.party_names import party_names
from witnessmark.extract.readings import codes_of
from witnessmark.extract.tolls import as_toll, bear_harm
from witnessmark.extract.verbal import is_verb
from witnessmark.model.count import Bounds, Qualifier
from witnessmark.text.numbers import Number, NumberKind

# Kinds that neighbours may change, and of these what a number before it may make a noun that it counts.
_UNSETTLED = frozenset("KPVARTtDSI!mHG")
_COUNTABLE = frozenset("KPVD")
# How far after its verb a needed word stands: "left 23 civilians, including nine children, and 16 men dead".
_NEEDS = 14
# How far before "fell" its subject stands ("two of the movement's men had only now fallen").
_SUBJECT = 6
# A word for letting off munitions that may be a verb or a noun, and the verb of which it is the subject.
_FIRE = frozenset({"Xt", "XT", "XB"})
_ONE = Number(0, 0, Bounds(1, 1, 1, Qualifier.EXACTLY), 0, 0, NumberKind.CARDINAL)
_NONE = Number(0, 0, Bounds(0, 0, 0, Qualifier.EXACTLY), 0, 0, NumberKind.CARDINAL)
_QUALIFIES = frozenset("DtxmJ")
_PARTS_CLAUSES = frozenset("w;:")


def settle(sentence: Sentence) -> Sentence:
    """The sentence with every ambiguous chunk decided and `clause_of` filled in."""
    chunks = _said_once(party_names(sentence.chunks))
    for i, chunk in enumerate(chunks):
        if chunk.party and _qualifies_act(chunks, i):
            chunk.kind = "P"
        if chunk.kind == "p" and _targets(chunks, i):
            chunk.kind = "V"
        elif chunk.kind in _UNSETTLED or (chunk.kind == "x" and chunk.codes):
            _decide(chunks, i)
    bear_harm(chunks)
    describe_opponents(chunks)
    sentence.settled(chunks, _clauses(chunks))
    return sentence


def _targets(chunks: list[Chunk], at: int) -> bool:
    """Whether "targeting" is what a party does ("forces targeting hospitals"), not what raids are for."""
    if not chunks[at].code("triggers") or at + 1 == len(chunks) or chunks[at + 1].kind not in "eNGOPlK":
        return False
    left = at - 1 - (at > 1 and chunks[at - 1].kind == "q")
    if left < 0:
        return False
    return chunks[left].kind in "BP" or chunks[left].code("grammar") == "aspect"


def _qualifies_act(chunks: list[Chunk], at: int) -> bool:
    """Whether a bare word of a party qualifies an act; in "army fire killed six" fire is the act, no verb."""
    following = chunks[at + 1 : at + 3]
    if "".join(c.kind for c in following) in _FIRE and following[0].code("methods"):
        following[0].kind = "A"
    return before_act(chunks, at)


def _decide(chunks: list[Chunk], i: int) -> None:
    """Settle a chunk by those before it, which are settled, and those after it."""
    chunk = chunks[i]
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if chunk.kind == "H":
        chunk.kind = "?" if _to_come(chunk, after) else "H"  # "could be killed", not "could be dead"
        return
    if _of_persons(chunks, i) or chunk.kind in "xG":
        return
    if (
        chunk.kind in _COUNTABLE
        and _number_before(chunks, i)
        and _counted(chunk, near=chunks[i - 1].kind in "NF")
    ):
        return
    if chunk.kind == "I" and chunk.attr("triggers", "of") and not _fallen(chunks, i):
        chunk.kind = "V" if chunk.code("methods") else "x"
        return
    if chunk.kind in "Tt" and _wants(chunks, i):
        return
    if chunk.kind == "A":
        chunk.kind = "V" if is_verb(chunks, i) else "A"
    elif chunk.kind == "D" and chunk.code("objects") and (after is None or after.kind not in "NF"):
        chunk.kind = "O"  # "struck houses", not "houses 300 people"
    else:
        _settle_one(chunk, chunks[i - 1] if i else None, after)
    if chunk.kind == "K" and chunk.party and _acting(chunks, i):
        chunk.kind = "P"


def _hedging(chunk: Chunk, right: str) -> bool:
    """Whether a verb of saying only hedges here: its passive before a verb, or a hedge before a noun."""
    codes = chunk.codes or {}
    if codes.get("hedges") and right in set("AWJxNPf"):
        return True
    return chunk.word in {"reported", "believed", "feared", "thought"} and right in set("pBtDI")


def _to_come(hedge: Chunk, after: Chunk | None) -> bool:
    """Whether a hedge before a participle speaks of what has not happened yet."""
    measure = hedge.attr("hedges", "to_come")
    return bool(measure) and after is not None and after.kind == "t" and after.code("triggers") == measure


def _toll_after(chunk: Chunk, after: Chunk | None) -> bool:
    """Whether a verb that needs a toll as its object has the beginning of one ("puts the toll at")."""
    return after is not None and after.kind in "eM" and chunk.word != after.word


def _is_passive(helpers: list[Chunk]) -> bool:
    return any(c.code("grammar") == "be" for c in helpers)


# "The army is accused of": the helpers of a passive and its verb.
_IS_ACCUSED = re.compile(r"B[Bx]?[RH]")


def _acting(chunks: list[Chunk], at: int) -> bool:
    """Whether bare words of a state's force stand for it: after "by", or beside a named party."""
    before = [c.kind for c in chunks[max(0, at - 2) : at]]
    after = [c.kind for c in chunks[at + 1 : at + 3]]
    by = before[-1:] == ["y"] or before == ["y", "e"]
    joint = after in (["&", "P"], ["|", "P"]) or before in (["P", "&"], ["P", "|"])
    return by or joint or _accused(chunks, at)


def _accused(chunks: list[Chunk], at: int) -> bool:
    """Whether bare words of a state's force are the object or the passive subject of a verb of accusing."""
    i = at - 1
    while i > 0 and chunks[i].kind in "e&PK":
        i -= 1
    passive = "".join(c.kind for c in chunks[at + 1 : at + 4])
    verb = chunks[i] if i >= 0 and chunks[i].kind == "R" else None
    if (
        verb is None
        and (said := _IS_ACCUSED.match(passive))
        and _is_passive(chunks[at + 1 : at + said.end()])
    ):
        verb = chunks[at + said.end()]
    return verb is not None and "true" in (
        verb.attr("reporting", "addressee"),
        verb.attr("hedges", "accuses"),
    )


def _settle_one(chunk: Chunk, before: Chunk | None, after: Chunk | None) -> None:
    left = before.kind if before else ""
    right = after.kind if after else ""
    if chunk.kind == "V" or (chunk.kind in "Tt" and _is_charge(chunk)):
        chunk.kind = _act_or_weapon(chunk, left, right)
    elif chunk.kind in "!m" and (number := _number_word(chunk, right)):
        chunk.kind, chunk.number = "N", number
    elif chunk.kind == "R" and left in {"B", "e", "", "p", "y", "o", "&"} and _hedging(chunk, right):
        chunk.kind = "H"  # "were reported to have", "believed trapped", "a suspected gas attack"
    elif chunk.kind == "R" and chunk.attr("reporting", "needs") and not _toll_after(chunk, after):
        chunk.kind = "x"  # "put" says something only of a toll
    elif chunk.kind == "R" and right == "R" and left and left not in "nBxS":
        chunk.kind = "x"  # "a Myanmar monitor says"
    elif chunk.kind == "R" and left in {"e", "o"}:
        chunk.kind = "x"  # "the documented attacks", "a report": an adjective or a noun
    elif chunk.kind == "R" and left == "x" and right in {"d", "y", "p"} and _reduced(chunk, before):
        chunk.kind = "x"  # "an outbreak reported on Monday"
    elif chunk.kind == "S" and chunk.word.startswith("the ") and _longer(after):
        chunk.kind, chunk.speaker = "x", None  # the paper's name inside "the Independent Flood Commission"
    elif chunk.kind == "t" and left == "e" and right in set("GAOxt"):
        chunk.kind = "D" if chunk.code("triggers") else "x"  # "their destroyed home", "the wounded people"


def _of_persons(chunks: list[Chunk], at: int) -> bool:
    """Settle a state of harm or a title that stands for persons; whether that settled it."""
    if chunks[at].kind == "x" and _one_of_office(chunks, at):
        chunks[at].kind = "G"
        return True
    return chunks[at].kind in "GDt" and as_toll(chunks, at)


def _one_of_office(chunks: list[Chunk], at: int) -> bool:
    """Whether a title is a person here: after "a" and before no name ("killed a priest")."""
    if chunks[at].code("grammar") != "title" or not chunks[at].code("groups") or not at:
        return False
    named = at + 1 < len(chunks) and chunks[at + 1].capital
    return chunks[at - 1].code("grammar") == "article" and not named


def _said_once(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without a number that brackets only repeat in figures: "six (6) persons"."""
    if "(N)" not in "".join([c.kind for c in chunks]):
        return chunks
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        out.append(chunks[i])
        again = chunks[i + 1 : i + 4]
        i += 4 if "".join(c.kind for c in again) == "(N)" and _equal(chunks[i], again[1]) else 1
    return out


def _equal(one: Chunk, other: Chunk) -> bool:
    """Whether two chunks are the same number."""
    if one.number is None or other.number is None:
        return False
    return one.number.bounds.value == other.number.bounds.value


def _wants(chunks: list[Chunk], at: int) -> bool:
    """Settle a verb of harm that needs a word after it; whether that settled it.

    Of several readings the one whose word is there stands ("took 17 people captive", "took nine lives"); with
    none there it is the verb of saying it also is ("claimed that"), or says nothing of harm ("took part").
    """
    chunk = chunks[at]
    readings = [t for t in chunk.terms if t.axis == "triggers"]
    if not any(t.attrs.get("needs") for t in readings):
        return False
    following = chunks[at + 1 : at + 1 + _NEEDS]
    for term in readings:
        needs = term.attrs.get("needs")
        if not needs or said_in(following, needs):
            chunk.terms = (term, *(t for t in chunk.terms if t is not term))
            chunk.codes = codes_of(chunk.terms)
            for c in following:
                if needs and "_".join(c.word.split()) in needs.split() and " " in c.word:
                    c.kind = "x"  # what the verb needs is part of it: "forced 300 people from their homes"
            return False
    chunk.kind = "R" if chunk.code("reporting") else "x"
    return True


def _fallen(chunks: list[Chunk], at: int) -> bool:
    """Whether those who "fell" are fighters; anything else that falls only comes down."""
    before = [c for c in chunks[max(0, at - _SUBJECT) : at] if c.kind in "GKN"]
    return any(c.code("groups") in chunks[at].attr("triggers", "of").split() for c in before)


def _number_word(chunk: Chunk, right: str) -> Number | None:
    """The number that "no", "no one" or "another" is here, by what follows it."""
    if chunk.kind == "m":  # "one person was killed and another injured"
        return _ONE if chunk.attr("grammar", "one") and right in set("tDIB") else None
    if chunk.code("grammar") != "none":
        return None
    alone = chunk.attr("grammar", "pronoun") == "true"
    return _NONE if right in set("GMJDKBtIop" if alone else "GMJDK") else None


def _act_or_weapon(chunk: Chunk, left: str, right: str) -> str:
    if chunk.kind in "Tt":
        return "W" if left in {"p", "o", "N"} or _is_weapon(left, right) else chunk.kind
    return "W" if _is_charge(chunk) and _is_weapon(left, right) else "V"


def _is_charge(chunk: Chunk) -> bool:
    """Whether a word can be a charge that is set off ("bomb"); "shell" and "mine" have nouns of their own."""
    code = chunk.code("weapons")
    return code is not None and codebook.load().taxonomy("weapons")[code].extra.get("set_off") is not None


def _is_weapon(left: str, right: str) -> bool:
    """Whether a word that is a weapon and a verb ("bomb") is the weapon: after an article, or as subject."""
    return left in {"W", "X"} or (left in {"e", "x"} and right in {"B", "V", "t", "I", "X", "p", "d", ","})


def _longer(after: Chunk | None) -> bool:
    """Whether a capitalised word goes on with the name before it; a day, place or speaker is its own."""
    return after is not None and after.capital and after.kind not in "dlNPS"


def _reduced(chunk: Chunk, before: Chunk | None) -> bool:
    """Whether a verb of saying after a word is a participle; after a name, or of speech, it is the past."""
    named = before is not None and before.capital
    return chunk.inflected("participle") and not named and chunk.attr("reporting", "speech") != "true"


def _number_before(chunks: list[Chunk], at: int) -> bool:
    """Whether a number counts this word, at most two qualifying words between ("14 wounded soldiers")."""
    i = at - 1
    if i > 0 and chunks[i].kind == "e" and chunks[i - 1].kind == "o":
        i -= 2  # "two of its fighters"
    while i >= 0 and at - i < 3 and chunks[i].kind in _QUALIFIES:
        i -= 1
    return i >= 0 and chunks[i].kind in "NF"


def _counted(chunk: Chunk, *, near: bool) -> bool:
    """Settle a word after a number as what it counts: "14 soldiers", "85 houses", "200 shells"."""
    codes = chunk.codes or {}
    if chunk.kind in "KP" and "groups" in codes:
        chunk.kind = "G"
    elif chunk.kind == "D" and codes.get("triggers") == "population" and "objects" in codes:
        chunk.kind = "O"
    elif near and chunk.kind in "KV" and "act_nouns" in codes:
        chunk.kind = "A"
    else:
        return False
    return True


def _clauses(chunks: list[Chunk]) -> list[int]:
    """The clause number of each chunk: contrasts, semicolons, colons, dashes and items part clauses."""
    out: list[int] = []
    number = 0
    begins = items("".join(c.kind for c in chunks))
    for i, c in enumerate(chunks):
        if c.kind in _PARTS_CLAUSES or i in begins:
            number += 1
        out.append(number)
    return out
