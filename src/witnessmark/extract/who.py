"""Who did it: parties in the part their syntax gives them, neutral id and verbatim name.

No agent stays no agent. A party is an agent only as the subject of a verb of attack or doing, after "by" or
"of", after "from" behind an act, as the adjective of an act, or as the one accused; "X-backed Y" makes Y the
agent and X a supporter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from witnessmark.extract.acting import is_act
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.extract.doers import parted
from witnessmark.extract.nouns import is_person
from witnessmark.model.actor import Actor, Attribution, Role

_DOING = frozenset("VXTt")
_BETWEEN_SUBJECT_AND_VERB = frozenset("Bx?,dH&wn")
_REACH = 8
# A count with a verb of its own, and behind a comma the next: "one man was hurt, and five were shot by".
_TOLD_APART = re.compile(r".*B[xH]*t[^,]*,&(?=[em]?[NF][^,]*B[xH]*t)")
# Initials, the helpers of a passive, and its verb.
_IS_ACCUSED = re.compile(r"(?:\(P\))?(?:[BxH]{0,2}B)[xH]?[RH]")
# What stands before the subject of a sentence, and "by" with what it does by that, to the end of the phrase.
_OPENS = re.compile("[eqd,x]{0,3}")
_BRACKETED = re.compile(r"\([^)]*\)")
_ACTING = re.compile("P[Bx]{0,2}[RVXTtBIh]")  # another party with a verb of its own
_BY_DOING = re.compile("yx?(?P<done>[XV])[^,;:q&]*")
# The method of fights, in which each side's losses are the other's doing.
FIGHT = "ground_assault"


@dataclass(frozen=True, slots=True)
class Agent:
    """Parties acting together, chunks `first` to `last` (exclusive), and what they may act on.

    `scope` are the chunk indices whose acts and counts they are the agent of.
    """

    actors: tuple[Actor, ...]
    first: int
    last: int
    scope: range
    form: str  # by | subject | adjective | accused | of | from | against


def agents(
    sentence: Sentence, text: str, accusations: Sequence[int] = (), speaker: str | None = None
) -> list[Agent]:
    """The agents of a sentence, in order, each with its scope.

    `accusations` are the chunks of accusing verbs; `speaker` is the party that "it" and "they" mean, if any.
    """
    out: list[Agent] = _own_acts(sentence, text, speaker) if speaker else []
    if "P" not in sentence.symbols:
        return out
    for first, last in _groups(sentence):
        form = _form(sentence, first, last, accusations)
        if form is None:
            if by := _by_doing(sentence, first, last):
                out.append(Agent(_actors(sentence, text, first, last), by.start, by.stop, by, "by"))
            continue
        actors = _actors(sentence, text, first, last)
        if actors:
            for chunk in sentence.chunks[first:last]:
                chunk.acts = True
            out.append(Agent(actors, first, last, _scope(sentence, first, last, form, out), form))
    return out


def blaming(sentence: Sentence) -> list[int]:
    """Participles of accusing, whose clause was told before: "named the dead, blaming the army for it"."""
    if "R" not in sentence.symbols:
        return []
    return [
        i
        for i, c in enumerate(sentence.chunks)
        if c.kind == "R" and c.inflected("gerund") and c.attr("reporting", "addressee") == "true"
    ]


def _own_acts(sentence: Sentence, text: str, speaker: str) -> list[Agent]:
    """What a party says it did itself: "the army said it had shelled"."""
    out: list[Agent] = []
    for i, c in enumerate(sentence.chunks):
        speaks = sentence.symbols.startswith("R", i + 1)  # "they said the army had shelled"
        if c.kind == "n" and not speaks and _acts(sentence, i + 1):
            actor = Actor(speaker, text[c.start : c.end], Role.PERPETRATOR)
            out.append(Agent((actor,), i, i + 1, range(i, sentence.clause(i).stop), "subject"))
    return out


def _groups(sentence: Sentence) -> list[tuple[int, int]]:
    """Runs of parties joined by "and", "or", commas or "backed by"."""
    out: list[tuple[int, int]] = []
    chunks = sentence.chunks
    i = 0
    while (i := sentence.symbols.find("P", i)) >= 0:
        if not chunks[i].party:
            i += 1
            continue
        last = i + 1
        while (after := _joined(chunks, last)) is not None:
            last = after
        out.append((i, last))
        i = last
    return out


def _joined(chunks: Sequence[Chunk], at: int) -> int | None:
    """Index after the next party of the same group, when one follows."""
    i = at
    seen = False
    while i < len(chunks) and chunks[i].kind in "&|,eb-xK" and i - at < 4:
        if chunks[i].kind == "x" and chunks[i].code("grammar") != "both":
            break
        seen = seen or chunks[i].kind in "&|b-"
        i += 1
    if seen and i < len(chunks) and chunks[i].kind == "P" and chunks[i].party:
        return i + 1
    return None


def _form(sentence: Sentence, first: int, last: int, accusations: Sequence[int]) -> str | None:
    chunks = sentence.chunks
    # A country behind a preposition keeps its place behind what tells its parts: "in rebel-held northern X".
    before = _skip(chunks, first - 1, -1, "exHC&" if _is_country(chunks[first]) else "exH")
    after = _skip(chunks, last, 1, "'")
    left = chunks[before].kind if before is not None else ""
    if left == "y":
        return "by" if _after_an_act(chunks, before) else None
    if any(a < first <= a + _REACH for a in accusations) and left in "Rpe&,":
        return None if _located(chunks, first, before) else "accused"
    if _is_accused(sentence, last):
        return "accused"
    right = chunks[after].kind if after is not None else ""
    party = chunks[last - 1].party
    adjectival = _act_next(chunks, after) or (right in "DxJ" and _noun_soon(chunks, after))
    if adjectival and party and _where(party[1].use, chunks[last]):
        return None
    if adjectival and party and (party[1].use == "adjective" or right in "AWf"):
        return "adjective"
    if right == "-" and _leads(chunks, after):
        return "adjective"
    if before is not None and _placed(chunks, before):
        return _joined_form(chunks, first, before)
    if right == "N" and set(sentence.symbols[:first]) & set("XTtV"):
        return "subject"  # "the army carried out 42, its allies 40"
    if right == "x" and party and party[1].use == "adjective" and first and chunks[first - 1].kind == "'":
        return None  # "the group's Syrian affiliate attacked": of that country, not its state
    return "subject" if _acts(sentence, last) else None


def _by_doing(sentence: Sentence, first: int, last: int) -> range | None:
    """What a subject does by way of something else: "Alba supports them, also by carrying out strikes"."""
    if not _OPENS.fullmatch(sentence.symbols[:first]):
        return None
    found = _BY_DOING.search(sentence.symbols, last)
    if found is None or _ACTING.search(_BRACKETED.sub("", sentence.symbols[last : found.start()])):
        return None
    gerund = sentence.chunks[found.start("done")].word.split()[0].endswith("ing")
    return range(*found.span()) if gerund else None


def _is_accused(sentence: Sentence, at: int) -> bool:
    """Whether the passive of a verb of accusing follows: "the army and the militia were accused of"."""
    said = _IS_ACCUSED.match(sentence.symbols, at)
    if said is None or all(c.code("grammar") != "be" for c in sentence.chunks[at : said.end()]):
        return False
    verb = sentence.chunks[said.end() - 1]
    return "true" in (verb.attr("reporting", "addressee"), verb.attr("hedges", "accuses"))


def _where(use: str, after: Chunk) -> bool:
    """Whether a country or seat before an act only says where it was: "a Damascus blast"."""
    return use == HOST_COUNTRY or (use == "metonym" and after.kind != "'")


def _placed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a party stands behind a preposition, or behind the comma of "in the town, Country"."""
    comma = chunks[at].kind == "," and at > 0 and chunks[at - 1].kind == "l"
    return comma or chunks[at].kind in "przo"


def _located(chunks: Sequence[Chunk], party: int, before: int | None) -> bool:
    """Whether a capital or a country only says where: "blamed the rebels for the blast in Aden, Yemen"."""
    if chunks[party].place is None or before is None:
        return False
    comma = chunks[before].kind == "," and before > 0 and chunks[before - 1].place is not None
    return comma or chunks[before].code("grammar") == "in"


def _joined_form(chunks: Sequence[Chunk], party: int, before: int) -> str | None:
    """The form of a party behind a preposition, where its syntax makes it an agent."""
    left, head = chunks[before].kind, chunks[max(0, before - 1)]
    if left == "o" and head.kind in "AfWCK":
        return None if _is_country(chunks[party]) or _held(head) or _aimed_at(chunks, party) else "of"
    if left == "p" and chunks[before].code("grammar") == "from" and is_act(head):
        return None if _is_country(chunks[party]) else "from"  # "mortar fire from the rebels"
    return "against" if left == "p" and _fought(chunks, before) else None


def _aimed_at(chunks: Sequence[Chunk], party: int) -> bool:
    """Whether an adjective of a party tells whose thing an act is of: "the bombing of Syrian buses"."""
    named = chunks[party].party
    after = chunks[party + 1].kind if party + 1 < len(chunks) else ""
    return named is not None and named[1].use == "adjective" and after not in "fWK&|,"


def _is_country(chunk: Chunk) -> bool:
    return chunk.party is not None and chunk.party[1].use in {"country", HOST_COUNTRY}


def _held(chunk: Chunk) -> bool:
    """Whether a noun is ground somebody holds: "an area of Syria's second city" is nobody's act."""
    return chunk.code("situations") == "territorial_control"


def _fought(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "with" joins a party to a fight: "killed in clashes with the army"."""
    joined = chunks[at].code("grammar") == "with"
    return joined and is_act(chunks[at - 1]) and chunks[at - 1].code("methods") == FIGHT


def _after_an_act(chunks: Sequence[Chunk], by: int | None) -> bool:
    """Whether what stands before "by" is an act: "raids by", "killed in the town by", not "silence by"."""
    if by is None:
        return False
    if any(c.kind == "W" for c in chunks[max(0, by - 4) : by]):
        return True  # "mines left behind by"
    if chunks[by - 1].code("grammar") == "making_use":
        return False  # "a building used by the army"
    before = _skip(chunks, by - 1, -1, "dlpeHOG&,")
    return chunks[by].code("reporting") == "agent_marker" or (
        before is not None and chunks[before].kind in "AtTVXWCfJMDmN"
    )


def _act_next(chunks: Sequence[Chunk], at: int | None) -> bool:
    return at is not None and (chunks[at].kind in "Wf" or is_act(chunks[at]))


def _noun_soon(chunks: Sequence[Chunk], at: int | None) -> bool:
    return at is not None and any(_act_next(chunks, i) for i in range(at, min(at + 3, len(chunks))))


def _leads(chunks: Sequence[Chunk], at: int | None) -> bool:
    """Whether "-led" and an act follow: "X-led raids" are raids of X."""
    if at is None or at + 2 >= len(chunks) or chunks[at + 1].kind != "b":
        return False
    leads = chunks[at + 1].attr("relations", "leads") == "true"
    return leads and (is_act(chunks[at + 2]) or chunks[at + 2].kind == "V")


def _skip(chunks: Sequence[Chunk], at: int, step: int, kinds: str) -> int | None:
    while 0 <= at < len(chunks) and chunks[at].kind in kinds:
        at += step
    return at if 0 <= at < len(chunks) else None


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether an active verb of attack or doing follows, with this party as its subject."""
    chunks = sentence.chunks
    passive = False
    if [c.kind for c in chunks[at : at + 3]] == ["(", "P", ")"]:
        at += 3  # its initials
    for i in range(at, min(len(chunks), at + _REACH)):
        kind = chunks[i].kind
        if kind == "B" and chunks[i].code("grammar") == "be":
            passive = True
        if kind == "R" and chunks[i].code("reporting") == "admitted":
            return True  # who claims responsibility for an act is its agent
        if chunks[i].attr("triggers", "agent") == "false":
            return False  # who lost its fighters did not do it
        if kind in _DOING:
            if passive and chunks[i].inflected("gerund"):
                return True
            return not (passive and kind in "tV") or chunks[i].code("grammar") == "responsible"
        # "have, since April, waged"; a headline's "Army 'shelled market'"
        dated = sentence.symbols[i : i + 2] in {"pd", "qV", "qX"}
        if kind not in _BETWEEN_SUBJECT_AND_VERB and not dated:
            return False
    return False


def _scope(sentence: Sentence, first: int, last: int, form: str, earlier: Sequence[Agent]) -> range:
    """The chunks an agent acts on: back to its counts after "by", else forward in its clause."""
    clause = sentence.clause(first)
    if form == "by":
        begin = max([clause.start, *(a.last for a in earlier if a.first >= clause.start and a.form == "by")])
        begin = _counted_by(sentence, first, begin)
        if any(c.kind in "NFtV" for c in sentence.chunks[begin:first]):
            rest = sentence.symbols[last : clause.stop]
            forward = "t" in rest or "T" in rest
            counted = "N" in sentence.symbols[begin:first] or "F" in sentence.symbols[begin:first]
            return range(begin, clause.stop if forward and not counted else last)
        return range(begin, clause.stop)
    if form == "against":
        return clause
    if form in ("adjective", "from"):
        if first and sentence.chunks[first - 1].kind == "h":
            return clause  # "eight dead as Russian shells hit"
        rest = sentence.symbols[last : clause.stop]
        return range(first, clause.stop) if set(rest) & set("TtNV") else range(clause.start, clause.stop)
    in_which = _skip(sentence.chunks, first - 1, -1, "e")
    if in_which is not None and sentence.chunks[in_which].kind == "w":  # "one attack in which the army used"
        act = sentence.find("A", in_which, max(0, in_which - 2), -1)
        first = act - 1 if act else first
    if in_which is not None and sentence.chunks[in_which].kind == "h":
        return clause  # "eight were killed when the army fired"
    return range(max(first, 0), clause.stop)


def _counted_by(sentence: Sentence, first: int, begin: int) -> int:
    """Where the counts of a "by" begin: "49 of which … by", "572 by", and after a comma the nearest alone."""
    whom = sentence.find("k", first, begin, -1)
    if whom is not None and sentence.chunks[whom - 1].kind in "NF":
        return whom - 1
    apart = _TOLD_APART.match(sentence.symbols[begin:first])
    begin += apart.end() if apart else 0
    by = sentence.find("y", first, begin, -1)
    if by is None:
        return begin
    if sentence.chunks[by - 1].kind in "Nm,":
        number = sentence.find("N", by - 1, begin - 1, -1)
        return begin if number is None else number
    return begin


def _actors(sentence: Sentence, text: str, first: int, last: int) -> tuple[Actor, ...]:
    chunks = sentence.chunks
    parties = [(i, c) for i, c in enumerate(chunks[first:last], first) if c.kind == "P" and c.party]
    words = {c.code("grammar") for c in chunks[max(0, first - 3) : last]}
    several = len({c.party[0] for _, c in parties if c.party}) > 1
    either = "either" in words or any(c.kind == "|" for c in chunks[first:last])
    shared = None
    if several:
        both = either and "both" in words
        shared = Attribution.JOINT_OR_EITHER if both else Attribution.EITHER if either else Attribution.JOINT
    out: dict[str, Actor] = {}
    for i, c in parties:
        if c.party is None:
            continue
        role = Role.SUPPORTER if _supports(chunks, i) else Role.PERPETRATOR
        kind = "individual" if is_person(c) else "organisation"
        actor = Actor(c.party[0], text[c.start : c.end], role, kind, shared)
        out.setdefault(c.party[0], actor)
    return tuple(one for actor in out.values() for one in parted(actor))


def _supports(chunks: Sequence[Chunk], at: int) -> bool:
    """X in "X-backed Y" and in "Y, backed by X"."""
    after = chunks[at + 1 : at + 3]
    if after and (_backed(after[0]) or (after[0].kind == "-" and len(after) > 1 and _backed(after[1]))):
        return True
    before = chunks[max(0, at - 2) : at]
    return any(c.kind == "b" and not _backed(c) for c in before)


def _backed(chunk: Chunk) -> bool:
    return chunk.code("grammar") == "backed"
