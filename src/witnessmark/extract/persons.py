"""Counts of persons: the measure from the word that governs them, the group from the head noun."""

import re
from dataclasses import replace

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.governor import LACKS, NOT_DONE, combined, governor, wanting
from witnessmark.extract.kinds import fact_of
from witnessmark.extract.parts import is_age, named_part, part_cue, told_whole, total
from witnessmark.extract.patterns import Steps
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.extract.trace import missed, unmatched
from witnessmark.model.when import TimePrecision

# What parts "died" from a cause named later.
_PARTED = frozenset(",;:&wNtTIVR")
# Parts of those counted, between them and their verb, with or without commas ("11 people including two
# nurses were killed", "nine people most of them farmers died"), or an aside in brackets ("five people (two of
# them women) were killed").
_BRACKET = r"\([^w;:()BTtVRI]{1,24}\)"
_PARTS = rf"(?:,?(?:i|[NF]k|Fx)[^w;:BTtVRI]{{1,14}}?|{_BRACKET})?"
# "of the brigade", "of the brigade and the police", "on the same street", "from both sides": what a noun
# adds before its verb.
ADDED = r"(?:oe?P&e?P|[opr][^w;:BTtVRIN,&|ky]{1,7}?|p[exlPONr]{1,6})?"
# "A girl found a gun and was shot": what they did first, and "and" before what befell them.
_FIRST = r"(?:[xRVXU][^w;:,GNPnIDtTBMA&]{0,8}&(?=B))?"
# What follows a noun phrase whose persons suffered something, with an aside between commas allowed.
PASSIVE = Steps(
    (
        "auxiliary",
        rf"(?:oe?[NxP]?[GK]|oN)?(?:,?h)?{_FIRST}{ADDED}(?:,[^w;:BTtV]*?,|--?[^w;:BTtV]*?--?|{_PARTS})[xH]?(?:B[xH!qdm]{{0,3}}){{1,3}}",
    ),
    ("participle or state of harm", r"(?:[xV]{1,3}&)?(?P<verb>[tDI])(?:[&|](?P<second>[tD]))?"),
)
_SHARED_NOUN = re.compile(r"&Nx?G")
_COORDINATED = re.compile(
    r"(?:,&|,|&)[^w;:BTtVRI]{1,10}(?:(?:B[xH!]{0,2}){1,3}(?=[tD])|(?:B[xH!]{0,2}){0,3}(?=I))(?P<verb>[tDI])"
)
_REDUCED = Steps(
    (
        "participle or state of harm",
        # Behind a clause of "who" a bare verb is what they did: "four men, who posed as guards, kidnapped".
        rf"q?(?:,(?!h)[^w;:BTtV,]{{1,8}},|{_BRACKET})?(?:[xHR]|(?P<as>h))?(?P<verb>[tD])(?:[&|](?P<second>[tD]))?+",
    ),
    ("end of its clause", r"(?![eGPOn]|N(?![tD](?![eNGPOn])))"),  # "5 dead 27 hurt" is two
)
# "Two victims, a man of 25 and one of 26, died": who they are, between commas.
_WHO = r"(?:,[^w;:BTtVRI]{1,24},)?"
_STATE = Steps(
    ("verb like `died` or `fled`", rf"{ADDED}{_WHO}(?:[xH]{{0,2}}|B?(?P<to>p)|{_PARTS})(?P<verb>I)")
)
_AFTER = (("passive", PASSIVE), ("intransitive", _STATE), ("reduced_passive", _REDUCED))
# A clause about the noun between it and its verb: "people sheltering there were killed"; not one with a
# subject of its own ("a neighbour that they had been killed").
_OF_NOUN = re.compile(
    r"(?:(?!hn)[xhUDtI][^w;:,tTIMRN&]{0,9}?|h[xH]{0,2}t(?:n|e?G)[pdlexC]{0,5})(?=(?:B[xH!]{0,2}){1,3}[tDI])"
)
# "Nine children were among the 31 dead": the part first, then the total.
_AMONG = Steps(
    ("`among the` and a number", rf"(?:[,&]{{1,2}}[eN][xDUP]?G)*{_PARTS}[ix](?P<whole>e?N)"),
    ("noun or state of harm", r"[xJG]{0,2}(?P<verb>[tDM])"),
)
# "The ministry put the toll at 9 and medics at 14".
_AT = re.compile(r"[SGPK]p$")
_OF_WHOM = re.compile(r"o[exJ]{0,2}G")
# "Wiped out a family of nine": the number is of the family.
_FAMILY_OF = re.compile(r"Go$")
# "KILLED: 14", "Injured: 32", "Wounded (children): 3".
_LABEL = re.compile(r"(?:^|[^a-zA-Z]|[xGKPo])(?P<harm>[tTMD])(?:\((?P<of>G)\)|[pr]e?[lPx]{1,3})?:$")
# "Interviews with 62 people."
_INTERVIEWS = re.compile(r"Ap$")
# "Shelling killed 97 and air strikes 64."
_SUBJECT = re.compile(r"[&,w]e?[AWf]p?$")
# "26 killed by car bombs in Basra, 14 in Hilla": a place and nothing else after a bare number.
_ELSEWHERE = re.compile(r"N[pr][lPx]{1,3}(?=[,;&.)x]|$)")
# How many counts back the whole of a named part is looked for: two or three paragraphs of news.
_NEAR = 12


def persons(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """The count of persons to whom something happened, if the number is one."""
    if is_age(sentence, np.number):
        return missed(sentence, np.number, "named_part", "an age between commas behind a name")
    part = _open_part(sentence, np, here)
    found, cue, parent = _befallen(sentence, np, here, earlier, within=part is None)
    if found is None:
        return None
    measure, rule, verb = found
    if why := _unlike(measure, np) or _of_things(sentence, np, verb):
        return missed(sentence, np.number, rule, why)
    group = _group(sentence, np, here, parent)
    if not np.heads and not group:
        return missed(sentence, np.number, rule, "no noun says who was counted")
    draft = drafted(sentence, np, measure, group or "person", rule, "person")
    draft.verb, draft.cue = verb, cue
    if part:
        part.parent, part.relation = draft, "subset"  # the part stands before its total
    elif parent is not None and parent.count.measure == measure:
        draft.parent, draft.relation = parent, "subset"
    return draft


def _open_part(sentence: Sentence, np: Phrase, here: list[Draft]) -> Draft | None:
    """The part that this number is the total of: "nine children were among the 31 dead"."""
    waiting = [d for d in here if d.rule == "among_total" and d.parent is None and d.verb is not None]
    if not waiting or waiting[-1].verb is None:
        return None
    last_number = sentence.find("N", np.number + 1, waiting[-1].verb) is None
    return waiting[-1] if last_number and sentence.chunks[np.number].kind == "N" else None


def _befallen(
    sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft], *, within: bool
) -> tuple[tuple[str, str, int | None] | None, int | None, Draft | None]:
    """What befell the persons a number counts, and the cue and the total of which they are a part."""
    found = measure_of(sentence, np)
    cue = part_cue(sentence, np.number)
    parent = total(sentence, cue, here, earlier, "person") if within else None
    named = named_part(sentence, np) if found is None else None
    if named:
        number = sentence.chunks[np.number].number
        part = number.bounds.value if number else 1
        whole = told_whole(named[0], part, (*earlier[-_NEAR:], *here))
        return (named[0], "named_part", None), named[1], whole
    # "including a baby, and two women were hurt", "including a baby were among the 31 dead"
    listed = found is not None and (
        found[1] == "shared_verb" or (found[1] == "among_total" and cue == np.number - 1)
    )
    if (found is None or listed) and parent is not None and cue is not None:
        found = (parent.count.measure, "part_of_total", None)
    elif found is None:
        missed(sentence, np.number, "part_of_total", _no_part(cue))
        found = _gapped(sentence, np, here)
        parent = here[-1].parent if found and here and found[1] == "gapped_verb" else parent
    return found, cue, parent


def _unlike(measure: str, np: Phrase) -> str:
    """Why what was found cannot befall these persons; empty where it can."""
    if is_of_objects(measure):
        return "the verb is of things, not of persons"
    dead = any(h.attr("groups", "harm") == "killed" for h in np.heads)
    # "Two of the 14 bodies were burned": what befalls the dead is no harm to the living.
    return "those it befell are dead already" if dead and measure != "killed" else ""


def _of_things(sentence: Sentence, np: Phrase, verb: int | None) -> str:
    """Why an unknown noun is no person's: its verb takes things as well ("dragged two benches out")."""
    either = verb is not None and sentence.chunks[verb].attr("triggers", "object") == "persons"
    unknown = sentence.symbols[np.last : np.last + 1] == "x" and not np.heads
    return "its verb may be of things, and no noun of persons follows" if either and unknown else ""


def _no_part(cue: int | None) -> str:
    return "no `including`, `of whom` or colon before it" if cue is None else "no total of persons before it"


def _gapped(sentence: Sentence, np: Phrase, here: list[Draft]) -> tuple[str, str, int | None] | None:
    """The measure of a number whose verb is left out: "the army killed 42 and its allies 40"."""
    like = [d for d in here if d.head == "person"]
    if np.heads or not like or not np.number:
        why = "the number has a noun of its own" if np.heads else "no count of persons before it"
        return missed(sentence, np.number, "gapped_verb", why)
    before = sentence.symbols[: np.number]
    if like[-1].rule == "toll" and (_AT.search(before) or like[-1].last == np.number - 1):
        return like[-1].count.measure, "toll", None
    there = before[-1] in ",;&" and _ELSEWHERE.match(sentence.symbols, np.number)
    if not there and before[-1] not in "PKG" and not _SUBJECT.search(before):
        return missed(sentence, np.number, "gapped_verb", "no party or persons right before the number")
    return like[-1].count.measure, "gapped_verb", None


def measure_of(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """The measure of a count of persons, the rule that found it and the index of its verb."""
    counted = sentence.chunks[np.number].kind in "NF"
    for m in np.modifiers:
        code = m.code("triggers")
        if m.kind in "Dt" and code and np.heads and (counted or code == "killed"):
            return code, "participle_before_noun", None
    missed(sentence, np.number, "participle_before_noun", "no participle of harm between number and noun")
    after = _past_clause(sentence, np)
    for rule, pattern in _AFTER:
        begin = after if rule == "passive" else np.last
        hit = pattern.match(sentence.symbols, begin)
        if hit is None:
            unmatched(sentence, np.number, rule, pattern, begin)
            continue
        code = _harm(sentence, np, rule, hit)
        if code and not (is_of_objects(code) and np.head("G")):
            return code, rule, hit.start("verb")
    first = np.number - 2 if _FAMILY_OF.search(sentence.symbols[: np.number]) else np.number
    return _named(sentence, np) or governor(sentence, first) or _coordinated(sentence, np)


def _past_clause(sentence: Sentence, np: Phrase) -> int:
    """Where the verb of a noun begins: past a participle or relative clause that only describes it."""
    hit = _OF_NOUN.match(sentence.symbols, np.last) if np.heads else None
    if hit is None:
        return np.last
    first = sentence.chunks[np.last]
    describes = first.word.endswith("ing") or first.kind in "hUD" or first.inflected("participle")
    return hit.end() if describes else np.last


def _named(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """What befell persons that their noun says: "12 bodies", "14 wounded soldiers", "among the 31 dead"."""
    hit = _AMONG.match(sentence.symbols, np.last)
    at = hit.start("whole") - 1 if hit else 0
    if hit and (sentence.chunks[at].kind == "i" or sentence.chunks[at].code("grammar") == "among"):
        code = sentence.chunks[hit.start("verb")].code("triggers")
        return (code, "among_total", hit.start("verb")) if code else None
    unmatched(sentence, np.number, "among_total", _AMONG, np.last)
    chunks = sentence.chunks
    if np.number and chunks[np.number - 1].attr("triggers", "body"):
        return str(chunks[np.number - 1].code("triggers")), "bodies", np.number - 1
    missed(sentence, np.number, "bodies", "no `bodies of` right before it")
    if label := _LABEL.search(sentence.symbols[: np.number]):
        code = chunks[label.start("harm")].code("triggers")
        if code and not is_of_objects(code):
            return code, "label", label.start("harm")
    missed(sentence, np.number, "label", "no word of harm and a colon right before it")
    if _INTERVIEWS.search(sentence.symbols[: np.number]) and chunks[np.number - 2].code("act_nouns"):
        talks = str(chunks[np.number - 2].code("act_nouns"))
        if talks == "interviews" and np.head("G"):
            return talks, "interviews_with", None
    missed(sentence, np.number, "interviews_with", "no `interviews with` right before it")
    harm = next((h.attr("groups", "harm") for h in np.heads if h.attr("groups", "harm")), "")
    if not harm:
        return missed(sentence, np.number, "harmed_group", "its noun does not say what befell them")
    return harm, "harmed_group", None


def _harm(sentence: Sentence, np: Phrase, rule: str, hit: re.Match[str]) -> str | None:
    """The measure of the verb that a pattern found after a noun phrase, if it is one of harm done once."""
    if hit.groupdict().get("to") and _not_to(sentence, hit.start("to")):
        return missed(sentence, np.number, rule, "a preposition other than `to` before the verb")
    if hit.groupdict().get("as") and sentence.chunks[hit.start("as")].code("grammar") != "as":
        return missed(sentence, np.number, rule, "a relative clause: its persons did it")
    verb = sentence.chunks[hit.start("verb")]
    if why := _unreal(sentence, np.last, hit.start("verb")):
        return missed(sentence, np.number, rule, why)
    if wanting(verb, sentence.chunks[np.number : hit.end() + 4]):
        return missed(sentence, np.number, rule, LACKS)
    if _of_nature(sentence, hit.end()):
        return missed(sentence, np.number, rule, "died of an illness: nobody killed them")
    if _rate(sentence, hit.end()):
        return missed(sentence, np.number, rule, "so many a day or week: a rate")
    code = verb.code("triggers")
    second = hit.groupdict().get("second")
    if code and second:
        code = combined(code, sentence.chunks[hit.start("second")].code("triggers"))
    return code or missed(sentence, np.number, rule, "the verb names no measure of harm")


def _unreal(sentence: Sentence, first: int, verb: int) -> str:
    """Why the auxiliaries before a verb say that it did not happen; empty where they do not."""
    auxiliaries = [c for c in sentence.chunks[first:verb] if c.kind in "B!"]
    if auxiliaries and auxiliaries[0].word == "be":
        return "a bare `be`: asked for, not told"  # "demanded that three men be hanged"
    return NOT_DONE if len(auxiliaries) > 1 and "!" in {c.kind for c in auxiliaries} else ""


def _coordinated(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """The verb that several subjects share ("a woman and her three sons were killed")."""
    hit = _COORDINATED.match(sentence.symbols, np.last)
    code = sentence.chunks[hit.start("verb")].code("triggers") if hit else None
    if code is None:
        return missed(sentence, np.number, "shared_verb", "no other subject and passive of harm after it")
    return code, "shared_verb", None


def is_of_objects(measure: str) -> bool:
    """Whether a measure counts things hit, damaged or destroyed."""
    return fact_of(measure, "effect") is not None


def _of_nature(sentence: Sentence, at: int) -> bool:
    """Whether a natural cause follows a verb: "died the same day from illness"."""
    if "natural_cause" not in sentence.small_words:
        return False
    cause = next((i for i, c in enumerate(sentence.chunks) if c.code("grammar") == "natural_cause"), -1)
    return cause > at and not set(sentence.symbols[at:cause]) & _PARTED


def _rate(sentence: Sentence, at: int) -> bool:
    """Whether a count is one of every day or week ("30 people are killed a day")."""
    timex = sentence.chunks[at].timex if at < len(sentence.chunks) else None
    return timex is not None and timex.precision is TimePrecision.SET


def _not_to(sentence: Sentence, at: int) -> bool:
    """Whether the preposition before a verb is another than "to" ("forced thousands to flee")."""
    return sentence.chunks[at].code("grammar") != "to"


def _group(sentence: Sentence, np: Phrase, here: list[Draft], parent: Draft | None) -> str | None:
    """Whom the number counts: its head, else what the sentence last counted, else its total's group."""
    head = np.head("G") or _shared_head(sentence, np)
    if head:
        return head.code("groups")
    if parent:
        return parent.count.group
    if label := _LABEL.search(sentence.symbols[: np.number]):
        at = label.start("of") if label["of"] else label.start("harm") - 1
        of = sentence.chunks[at] if at >= 0 else None
        return (of.code("groups") if of else None) or "person"
    whole = [d for d in here if d.head == "person" and d.parent is None and d.rule != "among_total"]
    return whole[-1].count.group if whole else _victims(sentence, np.number)


def _shared_head(sentence: Sentence, np: Phrase) -> Chunk | None:
    """The noun two numbers share: "8 and 3 civilians respectively"."""
    shared = _SHARED_NOUN.match(sentence.symbols, np.last)
    return sentence.chunks[shared.end() - 1] if shared and not np.heads else None


def _victims(sentence: Sentence, number: int) -> str:
    """Whom the act before a bare number was against ("targeted civilians, leaving dozens dead")."""
    chunks = sentence.chunks
    for i in range(number - 1, sentence.clause(number).start, -1):
        if chunks[i].kind == "G" and chunks[i - 1].kind in "VXTtp":
            return chunks[i].code("groups") or "person"
    return "person"


def harm_noun(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """The count that a noun of harm gives: "94 deaths of civilians", "171 of them deaths"."""
    head = np.head("M")
    measure = head.code("triggers") if head else None
    if head is None or measure is None:
        return missed(sentence, np.number, "harm_noun", "the noun names no measure of harm")
    if head.attr("triggers", "bodily"):
        return missed(sentence, np.number, "harm_noun", "it counts wounds, not the wounded")
    of = _OF_WHOM.match(sentence.symbols, np.last)
    group = np.head("G") or (sentence.chunks[of.end() - 1] if of else None)
    draft = drafted(
        sentence, np, measure, (group.code("groups") if group else None) or "person", "harm_noun", "person"
    )
    draft.last = of.end() if of else np.last
    draft.cue = part_cue(sentence, np.number)
    whole = total(sentence, draft.cue, here, earlier, "person") if group is None else None
    if whole is None and np.definite:
        whole = told_whole(measure, draft.count.value, (*earlier, *here))
    draft.parent = whole
    if draft.parent is not None:
        draft.relation = "subset"
        draft.count = replace(draft.count, group=draft.parent.count.group)
    return draft
