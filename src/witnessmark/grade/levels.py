"""The level of one dimension, with its reason in words: the ladder V0 to V5 of domain 3.5."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from witnessmark import codebook
from witnessmark.grade.dimensions import (
    ADMITTABLE,
    ATTRIBUTION,
    INVESTIGABLE,
    NUMBERS,
    Answer,
    Dimension,
    blames,
    narrowest,
    worded,
)
from witnessmark.grade.independence import independent
from witnessmark.grade.sources import house, investigated, mandate, shown
from witnessmark.grade.testimony import Case, Told
from witnessmark.model.claim import Modality
from witnessmark.model.count import Count
from witnessmark.model.sentence import quantified, sentence

NOTHING, BARE, SINGLE = "V0", "V1", "V2_single_source"
INVESTIGATED, CORROBORATED, SUPPORTED, ESTABLISHED = (
    "V3_single_investigative", "V3_corroborated", "V4", "V5",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """A level with its reason, the claims it rests on, and the voices behind them.

    `how` is what set a V5 apart: `found` or `admitted`. `rival` tells that another origin says otherwise.
    """

    code: str
    reason: str
    told: tuple[Told, ...] = ()
    voices: tuple[str, ...] = ()
    how: str = ""
    rival: bool = False


def rank(code: str) -> int:
    """The height of a level; both ways to V3 are equally high."""
    found = codebook.load().taxonomy("grades")[code].extra["rank"]
    if not isinstance(found, int):
        raise TypeError(f"grades: the rank of {code} is no number")
    return found


def listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def level(case: Case, dimension: Dimension) -> Level:
    """The best founded answer to the dimension's question; which claims share it makes it so."""
    said = case.numbers if dimension is NUMBERS else case.said
    speaking: dict[Answer, list[Told]] = defaultdict(list)
    for one in said:
        for answer in dimension.says(one.claim):
            speaking[answer].append(one)
    answers = _asked(dimension, speaking)
    if not answers:
        return _by_context(case, dimension)
    found = [(answer, _level(case, dimension, answer, tuple(speaking[answer]))) for answer in answers]
    first, best = max(found, key=lambda pair: (rank(pair[1].code), len(pair[1].voices)))
    alike = [(a, one) for a, one in found if (one.code, one.reason) == (best.code, best.reason)]
    if dimension is NUMBERS:  # two numbers for the same people are two answers
        alike = [(first, best)]
    words = listed(worded(dimension, narrowest(dimension, [answer for answer, _ in alike])))
    resting = {t.claim.id for _, one in alike for t in one.told}
    told = tuple(t for t in case.said if t.claim.id in resting)
    return replace(best, told=told, reason=_answered(words, best.reason))


def _answered(answer: str, reason: str) -> str:
    return sentence("{answer}: {said}", answer=answer, said=reason) if answer else reason


def _asked(dimension: Dimension, answers: Iterable[Answer]) -> list[Answer]:
    """The answers to weigh: of numbers, those for whom the gravest measure counts most, largest first."""
    every = sorted(set(answers))
    if dimension is not NUMBERS or not every:
        return every
    order = list(codebook.load().taxonomy("measures"))
    first = min(every, key=lambda a: (_place(a, order), -_value(a), a))
    alike = [a for a in every if a.split("\t")[:2] == first.split("\t")[:2]]
    return sorted(alike, key=_value, reverse=True)


def _place(answer: Answer, order: Sequence[str]) -> int:
    measure = answer.split("\t")[0]
    return order.index(measure) if measure in order else len(order)


def _value(answer: Answer) -> int:
    value = answer.split("\t")[2]
    return int(value) if value.isdecimal() else -1


def _by_context(case: Case, dimension: Dimension) -> Level:
    context = tuple(t for t in case.said if dimension.context(t.claim))
    if not context:
        return Level(NOTHING, sentence("no claim says {asked}", asked=dimension.asks))
    if dimension is ATTRIBUTION:
        named = sentence(
            "no sentence about it says {asked}; only the context names anyone", asked=dimension.asks
        )
        return Level(NOTHING, named, context)
    gathered = sentence(
        "gathered from the context only: no sentence about it says {asked}", asked=dimension.asks
    )
    return Level(BARE, gathered, context)


def _level(case: Case, dimension: Dimension, answer: Answer, told: tuple[Told, ...]) -> Level:
    founded = tuple(t for t in told if case.founded(t))
    if not founded:
        taken = sorted({v for t in told if case.taken_back(t) for v in t.voices})
        words = sentence("said by {who} and taken back", who=listed(taken)) if taken else _BARE
        return Level(BARE, words, told)
    voices = tuple(sorted({v for t in founded for v in t.voices}))
    return (
        _found(case, dimension, founded)
        or _admitted(case, dimension, answer, founded)
        or _corroborated(case, dimension, founded)
        or _single(case, dimension, founded, voices)
    )


_BARE = sentence("said by nobody named, or said not to be verified yet")


def _found(case: Case, dimension: Dimension, founded: tuple[Told, ...]) -> Level | None:
    bodies = {v: m for t in founded for v in t.voices if v in case.sure and (m := mandate(v)) is not None}
    able = {v: m for v, m in sorted(bodies.items()) if m.on(dimension.name)}
    if not able:
        return None
    told = tuple(t for t in founded if able.keys() & set(t.voices))
    by = listed(
        sentence("{who} (standard of proof: {said})", who=v, said=m.standard) for v, m in able.items()
    )
    words = sentence("found by {listed}", listed=by) + _held_likely(told)
    return Level(ESTABLISHED, words, told, tuple(able), "found")


def _admitted(case: Case, dimension: Dimension, answer: Answer, founded: tuple[Told, ...]) -> Level | None:
    """Whether the party that is said to have done it says so itself; an accusation of others is none."""
    if dimension.name not in ADMITTABLE:
        return None
    own = tuple(
        (t, v)
        for t in founded
        for v in t.voices
        if v in case.sure and t.claim.modality is not Modality.ALLEGED
        if house(v) in blames(t.claim) and answer in ("", house(v))
    )
    if not own:
        return None
    voices = tuple(sorted({v for _, v in own}))
    told = tuple(dict.fromkeys(t for t, _ in own))
    words = sentence("stated by {who}, to whom it is attributed", who=listed(voices))
    return Level(ESTABLISHED, words, told, voices, "admitted")


def _corroborated(case: Case, dimension: Dimension, founded: tuple[Told, ...]) -> Level | None:
    apart = independent(founded, case)
    if not apart:
        return None
    lines = len({t.line for t in founded if {*apart} & {*t.voices}})
    words = sentence(
        "{n} independent origins in {m} reports: {who}", n=len(apart), m=lines, who=listed(apart)
    )
    own = _investigating(founded, apart)
    rival = bool(rivals(case, dimension, founded))
    if own and not rival:
        shown_by = sentence("{who} by its own investigation", who=listed(own))
        return Level(SUPPORTED, f"{words}; {shown_by}", founded, apart)
    return Level(CORROBORATED, words, founded, apart, rival=rival and bool(own))


def _investigating(told: Iterable[Told], voices: Iterable[str]) -> tuple[str, ...]:
    likely = Modality.SUSPECTED
    own = (t for t in told if t.claim.modality is not likely and investigated(t.claim, t.voices))
    return tuple(sorted({v for t in own for v in t.voices} & set(voices)))


def rivals(case: Case, dimension: Dimension, founded: tuple[Told, ...]) -> tuple[Told, ...]:
    """What another origin says instead, on the dimensions where that is a contradiction."""
    if dimension is ATTRIBUTION:
        return case.rivals
    return _other_numbers(case, founded) if dimension is NUMBERS else ()


def _other_numbers(case: Case, founded: tuple[Told, ...]) -> tuple[Told, ...]:
    """Numbers of other voices for the same people that cannot be the same number."""
    rows = [(t.claim.count, t) for t in case.numbers if t.claim.count is not None and case.founded(t)]
    here = {v for t in founded for v in t.voices}
    return tuple(
        t
        for n, t in rows
        if n is not None and not here & set(t.voices)
        if any(
            (own := f.claim.count) is not None
            and (own.measure, own.group) == (n.measure, n.group)
            and _cannot_be_one(own, n)
            for f in founded
        )
    )


def _cannot_be_one(one: Count, other: Count) -> bool:
    pairs = ((one.low, other.high), (other.low, one.high))
    return any(low is not None and high is not None and low > high for low, high in pairs)


def _single(case: Case, dimension: Dimension, founded: tuple[Told, ...], voices: tuple[str, ...]) -> Level:
    prints = len({t.claim.doc for t in founded})
    words = _of_one(voices, len({t.line for t in founded}))
    if prints > 1:
        words = quantified("{said}, in {n} publications", said=words, n=prints)
    words += _held_likely(founded)
    if not case.sure & set(voices):
        words += "; " + sentence("who speaks is taken from the context")
    showing = tuple(t for t in founded if shown(t.claim))
    own = _investigating(founded if dimension.name in INVESTIGABLE else showing, voices)
    if own:
        return Level(INVESTIGATED, f"{words}; {sentence('by its own investigation')}", founded, voices)
    return Level(SINGLE, words, founded, voices)


def _of_one(voices: tuple[str, ...], lines: int) -> str:
    if len(voices) == 1:
        return sentence("one origin: {speaker}", speaker=voices[0])
    if lines > 1:
        return sentence("{who}, not independent of each other", who=listed(voices))
    return sentence("{who}, in one report", who=listed(voices))


def _held_likely(told: Iterable[Told]) -> str:
    every = all(t.claim.modality is Modality.SUSPECTED for t in told)
    return "; " + sentence("held likely, not stated as fact") if every else ""
