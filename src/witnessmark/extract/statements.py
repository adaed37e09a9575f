"""Statements that count nothing: acts, denials, legal words, situations, demands, evidence, forecasts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from witnessmark import codebook
from witnessmark.extract.attribution import Attribution, Spoken
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.marks import cues, marks
from witnessmark.extract.segments import segments, trimmed
from witnessmark.extract.statement_rules import RULES, Rule, rules_for
from witnessmark.extract.told import act_kind, once, told_in
from witnessmark.extract.trace import ANY_STATEMENT, missed, watching
from witnessmark.extract.what import undone
from witnessmark.extract.who import Agent
from witnessmark.model.claim import ClaimKind, Modality

_ACT = re.compile(r"[AVW]")
_COUNTED = re.compile(r"[NF](?!O)")  # "landed on two clinics" goes on
_ON_PLACE = re.compile(r"Ve?l")  # "has been shelling Hama": of no known agent, yet told
# Why a segment gave no statement.
_NOTHING = "no rule for statements fits, and no act is told that no count has told already"
_SILENT = "it is known to state nothing"


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of chunks, `last` exclusive, that says something of a kind; `at` is its word of weight."""

    first: int
    last: int
    at: int
    kind: ClaimKind
    rule: str
    modality: Modality | None = None


def statements(sentence: Sentence, spoken: Spoken, agents: Sequence[Agent]) -> Iterator[Statement]:
    """The statements of a sentence that carry no count, in order of segment."""
    known = marks(sentence)
    for segment in segments(sentence):
        said = _after_attribution(sentence, segment, spoken.found)
        fitting = _fitting(sentence, known, segment, spoken)
        if fitting is None:
            one = _act(sentence, said, agents) if said else None
        else:
            one = _by_rule(*fitting, segment, said)
        if watching():
            _tell(sentence, segment, known, fitting[0] if fitting else None)
        if one is None:
            missed(sentence, segment.start, ANY_STATEMENT, _NOTHING if fitting is None else _SILENT)
        else:
            yield one


def _tell(sentence: Sentence, segment: range, known: str, taken: Rule | None) -> None:
    """Say which rules, tried before the one that fits, found their words but not their construction."""
    own = known[segment.start : segment.stop]
    for rule in takewhile(lambda r: r is not taken, RULES):
        words = cues(rule.pattern, own)
        if rule.pattern.search(own):
            missed(sentence, segment.start, rule.name, "no party to the conflict says it")
        elif words:
            there = ", ".join(words)
            missed(sentence, segment.start, rule.name, f"words of {there} are there, not its construction")


def _after_attribution(sentence: Sentence, segment: range, found: Sequence[Attribution]) -> range:
    """What a segment says: without "X said that"."""
    start = segment.start
    for a in found:
        if a.first == a.verb and a.verb in segment and not a.accusing:
            start = max(start, a.verb + 1)
    return trimmed(sentence, range(start, segment.stop))


def _fitting(
    sentence: Sentence, known: str, segment: range, spoken: Spoken
) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that fits a segment and is said by whom it asks for, with what it found there."""
    own = known[segment.start : segment.stop]
    for rule in rules_for(frozenset(own)):
        hit = rule.pattern.search(own)
        if hit is not None and (not rule.party or _by_party(sentence, segment, hit, spoken)):
            return rule, hit
    return None


def _by_party(sentence: Sentence, segment: range, hit: re.Match[str], spoken: Spoken) -> bool:
    """Whether a party to the conflict says what a rule found in a segment."""
    voice = spoken.over(segment.start + hit.start())
    voice = voice or next((a for a in spoken.found if a.verb in segment), None)
    if voice is None:
        return False
    party = any(name in codebook.load().parties for name in voice.names)
    return party or (voice in spoken.found and any(sentence.chunks[i].kind in "PK" for i in sentence.speech))


def _by_rule(rule: Rule, hit: re.Match[str], segment: range, said: range) -> Statement | None:
    if rule.kind is None:
        return None
    at = segment.start + (hit.start("at") if hit.groupdict().get("at") else hit.start())
    first = segment.start + hit.start() if rule.begins else min(said.start, at) if said else at
    return Statement(first, segment.stop, at, rule.kind, rule.name, rule.modality)


def _act(sentence: Sentence, said: range, agents: Sequence[Agent]) -> Statement | None:
    """An act told without a number: one that took place, or what somebody does in general."""
    told = told_in(sentence, said)
    if told:
        acting = [a for a in agents if a.first in said]
        first = min([told[0].at, *(a.first for a in acting), *(e.first for e in told)])
        own = trimmed(sentence, range(first, said.stop))
        return Statement(first, own.stop, told[0].at, act_kind(sentence, said, told), "act")
    symbols = sentence.symbols[said.start : said.stop]
    hit = next((m for m in _ACT.finditer(symbols) if not undone(sentence, said.start + m.start())), None)
    if hit is None:
        return missed(sentence, said.start, "act", "no word of attack")
    if "N" in symbols[max(0, hit.start() - 3) : hit.start()]:
        return missed(sentence, said.start, "act", "a number counts the word of attack")
    at = said.start + hit.start()
    acting = [a for a in agents if a.first in said or at in a.scope]
    if not (
        acting
        or "W" in symbols
        or "O" in symbols
        or ("d" in symbols and "l" in symbols)
        or _ON_PLACE.search(symbols)
    ):
        return missed(sentence, at, "act", "no agent, no weapon, no thing or place hit, no day with a place")
    first = min([at, *(a.first for a in acting if a.first in said)])
    numbers = [m.start() for m in _COUNTED.finditer(sentence.symbols, at + 1, said.stop)]
    own = trimmed(sentence, range(first, min([said.stop, *numbers])))
    kind = ClaimKind.INCIDENT_UNSPECIFIED if once(sentence, said, at) else ClaimKind.PATTERN
    return Statement(first, own.stop, at, kind, "act")
