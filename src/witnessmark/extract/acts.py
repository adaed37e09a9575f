"""Counts of acts, munitions and objects, and shares of totals said before."""

import re
from dataclasses import replace

from witnessmark import codebook
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.kinds import fact_of
from witnessmark.extract.parts import part_cue, total
from witnessmark.extract.patterns import Steps
from witnessmark.extract.persons import ADDED, PASSIVE, is_of_objects, measure_of
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.extract.readings import STRUCK_OBJECTS
from witnessmark.extract.trace import missed, unmatched
from witnessmark.model.count import Qualifier

# A share speaks of a total: "most of the attacks", "half of whom were", "a third died".
_SHARE = re.compile(r"F(?:o?e[xJ]{0,2}A|k|x?[BtVI]|x[pd])")
# "on schools and clinics", and the rest of such a list.
_ON_OBJECTS = re.compile(r"p[xem']{0,3}O(?:(?:,|&|,&)[xem']{0,2}O)*")
_MORE_OBJECTS = re.compile(r"(?:(?:,|&|,&)[xem]{0,2}O)*")
_STRUCK = Steps(
    ("auxiliary", rf"{ADDED}(?:(?:,&|,|&)[^w;:BTtVR]{{1,10}})?[xH]?(?:B[xH!]{{0,2}}){{1,3}}"),
    ("verb of attack", "V"),
)
# Words between an act and the weapon it was done with.
_BY_MEANS = frozenset({"in_which", "using", "with"})
# "Houses destroyed: 7", "schools damaged 2" in a row of such.
_LABEL = re.compile(r"(?:^|[,;:.(&-]|x)(?:(?P<thing>[ODf])(?P<harm>[tV])(?:[pr]e?[lPx]{1,3})?):?$")
# "Arrests: 9", in a row of such labels too, and what ends such an item.
_ACTS_LABEL = re.compile(r"(?:^|[,;(-]|Nx|[ex]\))(?P<act>[AT]):$")
_STOPS = re.compile(r"[,;)]|x?$")
# "Gunmen on 30 motorcycles", "bodies in two cars": what only carries.
_CARRIED = re.compile(r"(?:^|[^AMVTtW,&])pe?$")
# "Three were ground attacks": what follows says what was counted.
_COPULA = re.compile(r"B[xe]{0,2}(?P<head>A)")


def acts(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """The count of acts or munitions, if the number is one."""
    head = np.heads[-1]
    measure = head.code("act_nouns") or ("attacks" if head.kind == "A" and head.code("methods") else None)
    if measure is None:
        return missed(sentence, np.number, "counted_act", "the noun names no act or munition that is counted")
    if fact_of(measure, "unit") == "object" and _CARRIED.search(sentence.symbols[: np.number]):
        return missed(sentence, np.number, "counted_act", "they only carry or hold, and nothing befell them")
    if _is_munition(measure) and not _released(sentence, np.number):
        return missed(sentence, np.number, "counted_act", "nothing in the clause lets the munitions go")
    measure = _by_weapon(sentence, np, measure)
    struck = _struck(sentence, np.last)
    group = struck[0] if len(struck) == 1 else None
    draft = drafted(sentence, np, measure, group, "counted_act", "act")
    draft.objects = tuple(struck)
    _as_part(sentence, draft, here, earlier)
    _share_bound(sentence, draft, here)
    if draft.parent is not None and draft.parent.count.measure == "attacks":
        draft.count = replace(draft.count, measure="attacks")  # a part is counted as its total is
    return draft


def _is_munition(measure: str) -> bool:
    return fact_of(measure, "unit") == "munition"


def _released(sentence: Sentence, number: int) -> bool:
    """Whether munitions were let go here; "scores of bomblets in each bomb" describes, it does not count."""
    return any(sentence.chunks[i].kind in "XVTty" for i in sentence.clause(number))


def _by_weapon(sentence: Sentence, np: Phrase, measure: str) -> str:
    """The measure of attacks with a weapon, where there is one ("one attack in which … mines")."""
    chunks = sentence.chunks
    if np.last >= len(chunks) or chunks[np.last].code("grammar") not in _BY_MEANS:
        return measure
    clause = sentence.clause(np.last)
    weapon = next((chunks[i].code("weapons") for i in clause if i >= np.last and chunks[i].kind == "W"), None)
    narrower = (m for m in codebook.load().taxonomy("measures").values() if m.parent == measure)
    return next((m.code for m in narrower if weapon and m.extra.get("weapon") == weapon), measure)


def _share_bound(sentence: Sentence, draft: Draft, here: list[Draft]) -> None:
    """Open the high end where a bound may reach over the "and": "no fewer than 30 raids and one attack"."""
    before = here[-1] if here else None
    joined = before is not None and sentence.symbols[before.last : draft.index] in {"&", ",&"}
    if joined and before and before.head == "act" and before.count.qualifier is Qualifier.AT_LEAST:
        draft.count = replace(draft.count, high=None, qualifier=Qualifier.AT_LEAST)


def _struck(sentence: Sentence, at: int) -> list[str]:
    """Kinds of object right after an act: "on schools and clinics", not those with a number of their own."""
    hit = _ON_OBJECTS.match(sentence.symbols, at)
    if hit is None or sentence.chunks[at].code("grammar") != "on":
        return []
    codes = [c.code("objects") for c in sentence.chunks[hit.start() : hit.end()] if c.kind == "O"]
    return list(dict.fromkeys(str(c) for c in codes if c))


def _as_part(sentence: Sentence, draft: Draft, here: list[Draft], earlier: list[Draft]) -> None:
    draft.cue = part_cue(sentence, draft.index)
    parent = total(sentence, draft.cue, here, earlier, draft.head)
    if parent is not None:
        draft.parent, draft.relation = parent, "subset"


def elliptic_acts(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """A number alone in a list of acts: "11 on mosques", "496 of which …", "572 others by …"."""
    said = _COPULA.match(sentence.symbols, np.last)
    counted = [d for d in (here or earlier[-1:]) if d.head == "act"]
    happened = np.last < len(sentence.chunks) and sentence.chunks[np.last].code("grammar") == "occurring"
    if np.heads or not counted:
        why = "the number has a noun of its own" if np.heads else "no acts counted before it"
        return missed(sentence, np.number, "elliptic_act", why)
    if not (here or said or happened) or _of_harm(sentence, np):
        why = "what is said of it is harm" if here or said or happened else "no acts counted in its sentence"
        return missed(sentence, np.number, "elliptic_act", why)
    if _split_of_persons(sentence, np, here):
        return missed(sentence, np.number, "elliptic_act", "the colon before it splits a count of persons")
    last = counted[-1]
    if said:
        return _predicated(sentence, np, said.end(), last)
    if PASSIVE.match(sentence.symbols, np.last):
        return missed(sentence, np.number, "elliptic_act", "a passive of harm follows: persons")
    struck = _struck(sentence, np.last)
    group = struck[0] if len(struck) == 1 else (None if struck else last.count.group)
    draft = drafted(sentence, np, last.count.measure, group, "elliptic_act", "act")
    draft.objects = tuple(struck) or last.objects
    _as_part(sentence, draft, here, earlier)
    if draft.parent is None and last.parent is not None:
        draft.parent, draft.relation, draft.cue = last.parent, "subset", last.cue
    return draft


def _of_harm(sentence: Sentence, np: Phrase) -> bool:
    """Whether a bare number is of persons harmed ("wounding 43 others"), or counts none."""
    before = sentence.chunks[np.number - 1] if np.number else None
    number = sentence.chunks[np.number].number
    none = number is not None and number.bounds.high == 0
    return none or (before is not None and before.kind in "Tt" and before.code("triggers") is not None)


def _split_of_persons(sentence: Sentence, np: Phrase, here: list[Draft]) -> bool:
    """Whether a colon before a number splits persons counted: "two raids killed 21: 13 in …"."""
    cue = part_cue(sentence, np.number)
    if cue is None or sentence.chunks[cue].kind != ":":
        return False
    before = [d for d in here if d.index < cue]
    return bool(before) and before[-1].head == "person"


def _predicated(sentence: Sentence, np: Phrase, last: int, before: Draft) -> Draft:
    """A part of the acts counted before ("three were ground attacks")."""
    whole = before.parent or before
    draft = drafted(
        sentence, Phrase(np.number, last, (), ()), whole.count.measure, None, "predicate_act", "act"
    )
    draft.parent, draft.relation = whole, "subset"
    return draft


def share(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """A share of a total said before: "half of whom", "most of the attacks", "the majority occurred"."""
    chunk = sentence.chunks[np.number]
    act = np.head("A")
    if not _SHARE.match(sentence.symbols, np.number) or (not np.heads and " " not in chunk.word):
        return missed(sentence, np.number, "share", "no `of whom`, acts or verb after the share")
    pool = [d for d in (*earlier, *here) if d.parent is None and d.count.fraction is None]
    if act:
        pool = [d for d in pool if d.head == "act"]
    whole = pool[-1] if pool else None
    if whole is None or chunk.number is None:
        return missed(sentence, np.number, "share", "no total said before")
    found = measure_of(sentence, np) if whole.head == "person" else None
    measure = found[0] if found else whole.count.measure
    draft = drafted(sentence, np, measure, whole.count.group, "share", whole.head)
    value = whole.count.value if whole.count.qualifier is Qualifier.EXACTLY else None
    if chunk.number.fraction is None and value:  # a majority: more than half of a known number
        draft.count = replace(draft.count, low=value // 2 + 1, high=value)
    draft.verb, draft.parent, draft.relation = (found[2] if found else None), whole, "subset"
    return draft


def objects(sentence: Sentence, np: Phrase, here: list[Draft]) -> Draft | None:
    """The count of objects hit, damaged or notified, if the number is one."""
    code = next((h.code("objects") for h in np.heads if h.code("objects")), None)
    told = notified(sentence, np)
    if told:
        return told
    found = _by_conduct(sentence, measure_of(sentence, np))
    found = found or _struck_passive(sentence, np) or _struck_active(sentence, np)
    if found and is_of_objects(found[0]):
        measure = object_measure(found[0], np, code)
        return _with(drafted(sentence, np, measure, code, found[1], "object"), verb=found[2], objects=(code,))
    before = sentence.chunks[np.number - 1] if np.number else None
    if before is not None and before.code("grammar") == "on" and here and here[-1].head == "act":
        draft = drafted(sentence, np, STRUCK_OBJECTS, code, "distinct_targets", "object")
        draft.parent, draft.relation, draft.objects = here[-1], "target", (str(code),)
        return draft
    return missed(
        sentence, np.number, "distinct_targets", "no acts counted before it that are said to be on them"
    )


def _by_conduct(
    sentence: Sentence, found: tuple[str, str, int | None] | None
) -> tuple[str, str, int | None] | None:
    """What a verb does to things, where it does something else to persons ("the burning of 312 homes")."""
    if found is None or found[2] is None or is_of_objects(found[0]):
        return found
    conduct = codebook.load().taxonomy("conducts").get(sentence.chunks[found[2]].code("conducts") or "")
    effect = conduct.extra.get("effect_on_objects") if conduct else None
    return (str(effect), found[1], found[2]) if effect else None


def labelled(sentence: Sentence, np: Phrase) -> Draft | None:
    """The count of things that a label names with what befell them ("Houses destroyed: 7")."""
    label = None if np.heads else _LABEL.search(sentence.symbols[: np.number])
    if label is None:
        return None
    thing, harm = (sentence.chunks[label.start(name)] for name in ("thing", "harm"))
    code = harm.code("triggers")
    if code is None or not is_of_objects(code) or thing.code("objects") is None:
        return None
    whole = Phrase(np.number, np.last, (thing,), ())
    measure = object_measure(code, whole, thing.code("objects"))
    draft = drafted(sentence, whole, measure, thing.code("objects"), "label", "object")
    return _with(draft, verb=label.start("harm"), objects=(thing.code("objects"),))


def acts_labelled(sentence: Sentence, np: Phrase) -> Draft | None:
    """The count of acts that a label names and nothing follows ("Massacres: 8", "Arrests: 9 cases")."""
    label = _ACTS_LABEL.search(sentence.symbols[: np.number])
    if label is None or any(h.kind != "U" for h in np.heads) or not _STOPS.match(sentence.symbols, np.last):
        return None
    measure = sentence.chunks[label.start("act")].code("act_nouns")
    if measure is None or fact_of(measure, "unit") == "munition":
        return None
    return drafted(sentence, np, measure, None, "acts_label", "act")


def object_measure(measure: str, np: Phrase, code: str | None) -> str:
    """The measure of a thing hit: vehicles are counted as such, what is no building as a facility."""
    if any(h.code("act_nouns") == "vehicles" or h.kind == "f" for h in np.heads):
        return "vehicles"
    thing = codebook.load().taxonomy("objects").get(code or "")
    if thing is None or thing.extra.get("building"):
        return measure
    return str(fact_of(measure, "of_facilities") or measure)


def _struck_passive(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """Objects as the subject of an attack verb ("two clinics were hit")."""
    hit = _STRUCK.match(sentence.symbols, np.last)
    if hit is None:
        unmatched(sentence, np.number, "passive", _STRUCK, np.last)
        return None
    return STRUCK_OBJECTS, "passive", hit.end() - 1


def _struck_active(sentence: Sentence, np: Phrase) -> tuple[str, str, int | None] | None:
    """Objects as what an attack verb acts on ("drones struck three schools")."""
    verb = np.number - 1
    while verb >= 0 and sentence.chunks[verb].kind in "xem":
        verb -= 1
    if verb < 0 or sentence.chunks[verb].kind != "V":
        return missed(sentence, np.number, "active_verb", "no verb of attack right before it")
    return STRUCK_OBJECTS, "active_verb", verb


def notified(sentence: Sentence, np: Phrase) -> Draft | None:
    """Count sites notified, of one kind or of several ("the coordinates of 60 clinics and schools")."""
    chunks = sentence.chunks
    named = chunks[max(0, np.number - 3) : np.number]
    known = any(
        c.code("act_nouns") == "sites_notified" or c.code("situations") == "deconfliction_notification"
        for c in named
    )
    if not named or named[-1].kind != "o" or not known:
        return missed(sentence, np.number, "notified_sites", "no `coordinates of` or the like before it")
    listed = _MORE_OBJECTS.match(sentence.symbols, np.last)
    last = listed.end() if listed else np.last
    codes = [c.code("objects") for c in chunks[np.number : last] if c.kind == "O"]
    kinds = tuple(dict.fromkeys(str(c) for c in codes if c))
    group = kinds[0] if len(kinds) == 1 else "civilian_object"
    whole = Phrase(np.number, last, np.heads, np.modifiers)
    return _with(
        drafted(sentence, whole, "sites_notified", group, "notified_sites", "object"),
        verb=None,
        objects=kinds,
    )


def _with(draft: Draft, *, verb: int | None, objects: tuple[str | None, ...]) -> Draft:
    draft.verb = verb
    draft.objects = tuple(str(o) for o in objects if o)
    return draft
