"""How many of what: from each number to its head noun, its measure, its group and the total it is part of.

The rules, in the order they are tried, are named in the claims they make; docs/method/extract.md has
their examples.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.count import Bounds, Count, Qualifier
from witnessmark.text.numbers import NumberKind

# A number, "of the", words that may qualify the head, and the head: one or more nouns in a row.
_PHRASE = re.compile(r"[NF](?P<of>oe?)?(?P<mod>[xPDtmleJS'K]{0,4}?)(?P<head>[GMAOWUCf]+)")
# What follows a noun phrase whose persons suffered something, with an aside between commas allowed.
_PASSIVE = re.compile(
    r"(?:p[exl]{1,4})?(?:,i[^w;:]*?,)?[xH]?(?:B[xH!]{0,2}){1,3}(?P<verb>[tDI])(?:[&|](?P<second>[tD]))?"
)
_REDUCED = re.compile(r"[xH]?(?P<verb>[tD])(?:[&|](?P<second>[tD]))?(?![eNGPOn])")
_STATE = re.compile(r"[xH]{0,2}(?P<verb>I)")
# A share speaks of a total: "most of the attacks", "half of whom were", "a third died".
_SHARE = re.compile(r"F(?:o?e[xJ]{0,2}A|k|x?[BtVI]|x[pd])")
_STRUCK = re.compile(r"[xH]?(?:B[xH!]{0,2}){1,3}V")
# "69 of them children", "11 of whom were women": what follows says who the part are.
_PREDICATE = re.compile(r"k(?:B|e|x){0,2}(?P<head>G)")
# "Three were ground attacks": what follows says what was counted.
_COPULA = re.compile(r"B[xe]{0,2}(?P<head>A)")
# Chunks a verb's reach goes across on its way to a number: the rest of a list, its places and times.
_LIST = frozenset("xmeH,&|NGAOWMlpdPDS'(F")
_REACH = 16


@dataclass
class Draft:
    """A count found in a sentence, before the frame of its claim is filled in."""

    sentence: Sentence
    index: int  # of the number's chunk
    first: int  # chunks of the claim's span, `last` exclusive
    last: int
    count: Count
    rule: str
    head: str  # "person", "act" or "object": only like parts of like
    parent: "Draft | None" = None
    relation: Literal["subset", "target"] | None = None
    objects: tuple[str, ...] = ()
    verb: int | None = None
    cue: int | None = None  # index of the word that makes it a part ("including")
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number's noun phrase: `last` is the chunk after it, `heads` its nouns."""

    number: int
    last: int
    heads: tuple[Chunk, ...]
    modifiers: tuple[Chunk, ...]

    def head(self, kinds: str) -> Chunk | None:
        return next((h for h in reversed(self.heads) if h.kind in kinds), None)


def phrase(sentence: Sentence, index: int) -> Phrase:
    """The noun phrase a number opens; without a head where the number stands alone ("71 were …")."""
    found = _PHRASE.match(sentence.symbols, index)
    chunks = sentence.chunks
    said = _PREDICATE.match(sentence.symbols, index + 1)
    if said:
        return Phrase(index, said.end(), (chunks[said.start("head")],), ())
    if found is None or (found["of"] and _singular(chunks[index])):
        last = index + 1
        while last < len(chunks) and chunks[last].kind in "mk":
            last += 1
        return Phrase(index, last, (), ())
    heads = tuple(chunks[found.start("head") : found.end("head")])
    return Phrase(index, found.end(), heads, tuple(chunks[found.start("mod") : found.end("mod")]))


def _singular(chunk: Chunk) -> bool:
    return chunk.number is not None and chunk.number.bounds.value == 1


def counts(sentence: Sentence, earlier: list[Draft]) -> list[Draft]:
    """The counts of a sentence, in order; `earlier` are those of the sentences before, latest last."""
    out: list[Draft] = []
    for i, chunk in enumerate(sentence.chunks):
        if chunk.kind not in "NF" or chunk.number is None or chunk.number.kind is NumberKind.ORDINAL:
            continue
        one = _count(sentence, i, out, earlier)
        if one is not None:
            out.append(one)
    return out


def _count(sentence: Sentence, i: int, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    np = phrase(sentence, i)
    if _said_before(sentence, np, earlier):
        return None
    if sentence.chunks[i].kind == "F" and not np.head("G"):
        return _share(sentence, np, here, earlier)
    if np.head("U") or (
        i and sentence.chunks[i - 1].kind == "U" and sentence.chunks[i - 1].code("designations")
    ):
        return None
    if np.head("A") or (np.head("W") and not np.head("G")):
        return _acts(sentence, np, here, earlier)
    if np.head("M"):
        return _harm_noun(sentence, np)
    if np.head("O") and not np.head("G"):
        return _objects(sentence, np, here)
    return _elliptic_acts(sentence, np, here, earlier) or _persons(sentence, np, here, earlier)


def _said_before(sentence: Sentence, np: Phrase, earlier: list[Draft]) -> bool:
    """Whether "the 18 attacks" only points back to a figure the document gave."""
    before = sentence.chunks[np.number - 1] if np.number else None
    number = sentence.chunks[np.number].number
    if before is None or before.word not in {"the", "these", "those"} or number is None or not np.heads:
        return False
    heads = {h.code("act_nouns") or h.code("groups") for h in np.heads}
    same = [d for d in earlier if d.count.value == number.bounds.value and d.count.value is not None]
    return any(d.count.measure in heads or d.count.group in heads for d in same)


# --- persons


def _persons(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    found = _measure(sentence, np)
    cue = _part_cue(sentence, np.number)
    parent = _parent(sentence, cue, np, here, earlier, "person")
    if found is None and parent is not None and cue is not None:
        found = (parent.count.measure, "part_of_total", None)
    if found is None:
        return None
    measure, rule, verb = found
    group = _group(sentence, np, here, parent)
    if not np.heads and not group:
        return None
    draft = _draft(sentence, np, measure, group or "person", rule, "person")
    draft.verb, draft.cue = verb, cue
    if parent is not None and parent.count.measure == measure:
        draft.parent, draft.relation = parent, "subset"
    return draft


def _measure(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """The measure of a count of persons, the rule that found it and the index of its verb."""
    for m in np.modifiers:
        code = m.code("triggers")
        if m.kind in "Dt" and code and np.heads:
            return code, "participle_before_noun", None
    for rule, pattern in (("passive", _PASSIVE), ("intransitive", _STATE), ("reduced_passive", _REDUCED)):
        hit = pattern.match(sentence.symbols, np.last)
        if hit:
            code = sentence.chunks[hit.start("verb")].code("triggers")
            second = hit.groupdict().get("second")
            if code and second:
                code = _combined(code, sentence.chunks[hit.start("second")].code("triggers"))
            if code:
                return code, rule, hit.start("verb")
    return _governor(sentence, np.number)


def _combined(one: str, other: str | None) -> str:
    """One number for two measures ("hundreds dead and injured") is their union, not either."""
    return "killed_or_injured" if {one, other} == {"killed", "injured"} else one


def _governor(sentence: Sentence, number: int) -> tuple[str, str, int | None] | None:
    """The verb or noun before a number that it is the object of."""
    chunks = sentence.chunks
    for j in range(number - 1, max(-1, number - _REACH), -1):
        chunk = chunks[j]
        code = chunk.code("triggers")
        if chunk.kind in "Tt" and code:
            if chunk.kind == "t" and (_passive(chunks, j) or chunks[j + 1].kind == "y"):
                return None
            needs = chunk.attr("triggers", "needs")
            if needs and needs not in {c.word for c in chunks[number + 1 : number + 4]}:
                return None
            other = chunks[j - 2].code("triggers") if j > 1 and chunks[j - 1].kind in "|&" else None
            return _combined(code, other), "active_verb", j
        if chunk.kind == "z":
            return "population", "home_to", j
        if chunk.kind == "o" and j and chunks[j - 1].code("triggers"):
            return str(chunks[j - 1].code("triggers")), "noun_of", j - 1
        if chunk.kind == "M" and code and _toll(chunks[j + 1 : number]):
            return code, "toll", j
        if chunk.kind not in _LIST and not (chunk.kind in "oR" and chunks[number - 1].kind == "p"):
            return None
    return None


def _toll(between: list[Chunk]) -> bool:
    """Whether what stands between a noun of harm and a number makes it a toll ("the toll … rose to 41")."""
    if all(c.kind in "xBpd" for c in between):
        return True
    return between[-1].kind == "p" and not any(c.kind in "NTtI" for c in between)


def _passive(chunks: list[Chunk], verb: int) -> bool:
    j = verb - 1
    while j >= 0 and chunks[j].kind in "xH!":
        j -= 1
    return j >= 0 and chunks[j].kind == "B" and chunks[j].word not in {"have", "has", "had", "having"}


def _group(sentence: Sentence, np: Phrase, here: list[Draft], parent: Draft | None) -> str | None:
    """Whom the number counts: its head, else what the sentence last counted, else its total's group."""
    head = np.head("G")
    if head:
        return head.code("groups")
    if parent:
        return parent.count.group
    whole = [d for d in here if d.head == "person" and d.parent is None]
    return whole[-1].count.group if whole else _victims(sentence, np.number)


def _victims(sentence: Sentence, number: int) -> str:
    """Whom the act before a bare number was against ("targeted civilians, leaving dozens dead")."""
    chunks = sentence.chunks
    for i in range(number - 1, sentence.clause(number).start, -1):
        if chunks[i].kind == "G" and chunks[i - 1].kind in "VXTtp":
            return chunks[i].code("groups") or "person"
    return "person"


# --- parts of totals


def _part_cue(sentence: Sentence, number: int) -> int | None:
    """Index of "including", "of whom", "of those" that makes this number a part, within its clause."""
    chunks = sentence.chunks
    after = chunks[number + 1] if number + 1 < len(chunks) else None
    if after is not None and after.kind == "k":
        return number + 1
    for j in range(number - 1, max(-1, number - 4 * _REACH), -1):
        if chunks[j].kind == "i":
            return j
        if chunks[j].kind in "TVXRBw;:hy":
            return None
    return None


def _parent(
    sentence: Sentence, cue: int | None, np: Phrase, here: list[Draft], earlier: list[Draft], head: str
) -> Draft | None:
    if cue is None:
        return None
    before = [d for d in here if d.head == head and (d.index < cue or sentence.chunks[cue].kind == "k")]
    before = [d for d in before if d.cue != cue or sentence.chunks[cue].kind == "k"]
    if before:
        whole = before[-1]
        return whole if sentence.chunks[cue].kind == "i" else (whole.parent or whole)
    return next((d for d in reversed(earlier) if d.head == head and d.parent is None), None)


# --- acts, objects, harm nouns


def _acts(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    head = np.heads[-1]
    measure = head.code("act_nouns") or ("attacks" if head.kind == "A" and head.code("methods") else None)
    if measure is None or (_is_munition(measure) and not _released(sentence, np.number)):
        return None
    measure = _by_weapon(sentence, np, measure)
    objects = _struck(sentence, np.last)
    group = objects[0] if len(objects) == 1 else None
    draft = _draft(sentence, np, measure, group, "counted_act", "act")
    draft.objects = tuple(objects)
    _as_part(sentence, draft, np, here, earlier)
    _share_bound(sentence, draft, here)
    if draft.parent is not None and draft.parent.count.measure == "attacks":
        draft.count = replace(draft.count, measure="attacks")  # a part is counted as its total is
    return draft


def _is_munition(measure: str) -> bool:
    entry = codebook.load().taxonomy("measures").get(measure)
    return entry is not None and entry.extra.get("unit") == "munition"


def _released(sentence: Sentence, number: int) -> bool:
    """Whether munitions were let go here; "scores of bomblets in each bomb" describes, it does not count."""
    return any(sentence.chunks[i].kind in "XVTt" for i in sentence.clause(number))


def _by_weapon(sentence: Sentence, np: Phrase, measure: str) -> str:
    """The measure of attacks with a weapon, where there is one ("one attack in which … mines")."""
    chunks = sentence.chunks
    if np.last >= len(chunks) or chunks[np.last].word not in {"in which", "using", "with"}:
        return measure
    clause = sentence.clause(np.last)
    weapon = next((chunks[i].code("weapons") for i in clause if i >= np.last and chunks[i].kind == "W"), None)
    named = f"{weapon}_{measure}"
    return named if named in codebook.load().taxonomy("measures") else measure


def _share_bound(sentence: Sentence, draft: Draft, here: list[Draft]) -> None:
    """Open the high end where a bound may reach over the "and": "no fewer than 30 raids and one attack"."""
    before = here[-1] if here else None
    joined = before is not None and sentence.symbols[before.last : draft.index] in {"&", ",&"}
    if joined and before and before.head == "act" and before.count.qualifier is Qualifier.AT_LEAST:
        draft.count = replace(draft.count, high=None, qualifier=Qualifier.AT_LEAST)


def _struck(sentence: Sentence, at: int) -> list[str]:
    """Kinds of object right after an act: "on schools and clinics", not those with a number of their own."""
    hit = re.compile(r"p[xem']{0,3}O(?:(?:,|&|,&)[xem']{0,2}O)*").match(sentence.symbols, at)
    if hit is None or sentence.chunks[at].code("grammar") != "on":
        return []
    codes = [c.code("objects") for c in sentence.chunks[hit.start() : hit.end()] if c.kind == "O"]
    return list(dict.fromkeys(str(c) for c in codes if c))


def _as_part(sentence: Sentence, draft: Draft, np: Phrase, here: list[Draft], earlier: list[Draft]) -> None:
    draft.cue = _part_cue(sentence, np.number)
    parent = _parent(sentence, draft.cue, np, here, earlier, draft.head)
    if parent is not None:
        draft.parent, draft.relation = parent, "subset"


def _elliptic_acts(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """A number alone in a list of acts: "11 on mosques", "496 of which …", "572 others by …"."""
    said = _COPULA.match(sentence.symbols, np.last)
    acts = [d for d in (here or earlier[-1:]) if d.head == "act"]
    if np.heads or not acts or (not here and not said):
        return None
    last = acts[-1]
    if said:
        return _predicated(sentence, np, said.end(), last)
    if _PASSIVE.match(sentence.symbols, np.last):
        return None
    objects = _struck(sentence, np.last)
    group = objects[0] if len(objects) == 1 else (None if objects else last.count.group)
    draft = _draft(sentence, np, last.count.measure, group, "elliptic_act", "act")
    draft.objects = tuple(objects) or last.objects
    _as_part(sentence, draft, np, here, earlier)
    if draft.parent is None and last.parent is not None:
        draft.parent, draft.relation, draft.cue = last.parent, "subset", last.cue
    return draft


def _share(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """A share of a total said before: "half of whom", "most of the attacks", "the majority occurred"."""
    chunk = sentence.chunks[np.number]
    act = np.head("A")
    if not _SHARE.match(sentence.symbols, np.number) or (not np.heads and " " not in chunk.word):
        return None
    pool = [d for d in (*earlier, *here) if d.parent is None and d.count.fraction is None]
    if act:
        pool = [d for d in pool if d.head == "act"]
    whole = pool[-1] if pool else None
    if whole is None or chunk.number is None:
        return None
    found = _measure(sentence, np) if whole.head == "person" else None
    measure = found[0] if found else whole.count.measure
    draft = _draft(sentence, np, measure, whole.count.group, "share", whole.head)
    value = whole.count.value if whole.count.qualifier is Qualifier.EXACTLY else None
    if chunk.number.fraction is None and value:  # a majority: more than half of a known number
        draft.count = replace(draft.count, low=value // 2 + 1, high=value)
    draft.verb, draft.parent, draft.relation = (found[2] if found else None), whole, "subset"
    return draft


def _predicated(sentence: Sentence, np: Phrase, last: int, total: Draft) -> Draft:
    """A part of the acts counted before ("three were ground attacks")."""
    whole = total.parent or total
    draft = _draft(
        sentence, Phrase(np.number, last, (), ()), whole.count.measure, None, "predicate_act", "act"
    )
    draft.parent, draft.relation = whole, "subset"
    return draft


def _objects(sentence: Sentence, np: Phrase, here: list[Draft]) -> Draft | None:
    code = next((h.code("objects") for h in np.heads if h.code("objects")), None)
    notified = _notified(sentence, np)
    if notified:
        return notified
    found = _measure(sentence, np) or _struck_passive(sentence, np)
    if found and found[0].startswith(("buildings", "facilities")):
        return _with(_draft(sentence, np, found[0], code, found[1], "object"), verb=found[2], objects=(code,))
    before = sentence.chunks[np.number - 1] if np.number else None
    if before is not None and before.code("grammar") == "on" and here and here[-1].head == "act":
        draft = _draft(sentence, np, "facilities_hit", code, "distinct_targets", "object")
        draft.parent, draft.relation, draft.objects = here[-1], "target", (str(code),)
        return draft
    return None


def _struck_passive(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """Objects as the subject of an attack verb ("two clinics were hit")."""
    hit = _STRUCK.match(sentence.symbols, np.last)
    return ("facilities_hit", "passive", hit.end() - 1) if hit else None


def _notified(sentence: Sentence, np: Phrase) -> Draft | None:
    """Count sites notified, of one kind or of several ("the coordinates of 60 clinics and schools")."""
    chunks = sentence.chunks
    named = chunks[max(0, np.number - 3) : np.number]
    if not named or named[-1].kind != "o" or not any(c.code("act_nouns") == "sites_notified" for c in named):
        return None
    listed = re.compile(r"(?:(?:,|&|,&)[xem]{0,2}O)*").match(sentence.symbols, np.last)
    last = listed.end() if listed else np.last
    codes = [c.code("objects") for c in chunks[np.number : last] if c.kind == "O"]
    kinds = tuple(dict.fromkeys(str(c) for c in codes if c))
    group = kinds[0] if len(kinds) == 1 else "civilian_object"
    whole = Phrase(np.number, last, np.heads, np.modifiers)
    return _with(
        _draft(sentence, whole, "sites_notified", group, "notified_sites", "object"), verb=None, objects=kinds
    )


def _with(draft: Draft, *, verb: int | None, objects: tuple[str | None, ...]) -> Draft:
    draft.verb = verb
    draft.objects = tuple(str(o) for o in objects if o)
    return draft


def _harm_noun(sentence: Sentence, np: Phrase) -> Draft | None:
    head = np.head("M")
    measure = head.code("triggers") if head else None
    if measure is None:
        return None
    group = np.head("G")
    return _draft(
        sentence, np, measure, (group.code("groups") if group else None) or "person", "harm_noun", "person"
    )


def _draft(sentence: Sentence, np: Phrase, measure: str, group: str | None, rule: str, head: str) -> Draft:
    chunk = sentence.chunks[np.number]
    number = chunk.number
    if number is None:
        raise ValueError("a count needs a number")
    b: Bounds = number.bounds
    count = Count(measure, group, b.value, b.low, b.high, Qualifier(b.qualifier), "", number.fraction)
    return Draft(sentence, np.number, np.number, np.last, count, rule, head)
