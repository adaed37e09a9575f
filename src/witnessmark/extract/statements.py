"""Statements that count nothing: acts, legal words, situations, demands, evidence, forecasts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.speakers import Attribution
from witnessmark.extract.trace import ANY_STATEMENT, missed
from witnessmark.extract.who import Agent
from witnessmark.model.claim import ClaimKind, Modality

_RULE = re.compile(r"B[xH]{0,2}J[^w;:]{0,8}p|J[xe]{0,2}[yp][xe]{0,3}J?")
# "It has yet to be verified", "this could not be confirmed": a clause that only hedges what was said.
_QUALIFIER = re.compile(r"(?:e?[nx]){1,2}[xB?!,]{0,4}(?P<hedge>H)[^NAWV]*$")
# "Attacking hospitals is a war crime": an act in general is the subject.
_GENERIC = re.compile(r"[xH]?V[^,w]*B[xe]{0,3}[AJ]")
_ACT = re.compile(r"[AVW]")
_FUTURE = re.compile(r"\?[xB!H]{0,3}[TtVXI]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of chunks, `last` exclusive, that says something of a kind; `at` is its word of weight."""

    first: int
    last: int
    at: int
    kind: ClaimKind
    rule: str
    modality: Modality | None = None


def statements(
    sentence: Sentence, found: Sequence[Attribution], agents: Sequence[Agent]
) -> Iterator[Statement]:
    """The statements of a sentence that carry no count, in order of clause."""
    for clause in _clauses(sentence):
        start = _after_attribution(sentence, clause, found)
        if start >= clause.stop:
            continue
        one = _statement(sentence, range(start, clause.stop), found, agents)
        if one is None:
            missed(
                sentence,
                start,
                ANY_STATEMENT,
                "no word of weight in the clause, or an act that a count has told or nothing places",
            )
        else:
            yield one


def _clauses(sentence: Sentence) -> Iterator[range]:
    at = 0
    while at < len(sentence.chunks):
        clause = sentence.clause(at)
        yield clause
        at = clause.stop


def _after_attribution(sentence: Sentence, clause: range, found: Sequence[Attribution]) -> int:
    """Where what is said begins: after "X said that"."""
    start = clause.start
    for a in found:
        if a.first == a.verb and clause.start <= a.verb < clause.stop and not a.accusing:
            start = max(start, a.verb + 1)
    while start < clause.stop and sentence.chunks[start].kind in "hw,:q&":
        start += 1
    return start


def _statement(
    sentence: Sentence, clause: range, found: Sequence[Attribution], agents: Sequence[Agent]
) -> Statement | None:
    symbols = sentence.symbols[clause.start : clause.stop]
    last = _trim(sentence, clause)
    demanded = any(a.modality is Modality.DEMAND and a.first <= clause.start < a.last for a in found)
    if demanded:
        return Statement(clause.start, last, clause.start, ClaimKind.DEMAND, "demand", Modality.DEMAND)
    if any(a.modality is Modality.DENIED and a.first <= clause.start < a.last for a in found):
        return Statement(clause.start, last, clause.start, ClaimKind.DENIAL, "denial", Modality.DENIED)
    shown = [i for i in clause if sentence.chunks[i].kind == "E" and _physical(sentence.chunks[i])]
    if shown and "J" not in symbols:
        at = shown[0]
        return Statement(clause.start, last, at, ClaimKind.EVIDENCE, "evidence")
    hedge = _QUALIFIER.match(symbols)
    if hedge:
        at = clause.start + hedge.start("hedge")
        code = sentence.chunks[at].code("hedges")
        if code == Modality.NEEDS_VERIFICATION:
            return Statement(
                clause.start, last, at, ClaimKind.MODALITY_QUALIFIER, "qualifier", Modality(code)
            )
    if "J" in symbols and not _banned_weapon_only(symbols):
        at = clause.start + symbols.rindex("J")
        general = _RULE.search(symbols) and not any(a.first in clause for a in agents) and "A" not in symbols
        kind = ClaimKind.LEGAL_RULE_STATEMENT if general else ClaimKind.LEGAL_CHARACTERISATION
        return Statement(clause.start, max(at + 1, last), at, kind, "legal_term")
    future = _FUTURE.search(symbols)
    if future and "N" not in symbols:
        return Statement(
            clause.start, last, clause.start + future.start(), ClaimKind.FORECAST, "future", Modality.FORECAST
        )
    told = [i for i in clause if _told(sentence.chunks[i]) and not _of_persons(sentence, i)]
    if told:
        at = told[0]
        return Statement(clause.start, last, at, ClaimKind.SITUATION, "situation")
    return _act(sentence, clause, symbols, agents)


def _banned_weapon_only(symbols: str) -> bool:
    """Whether legal words only qualify a weapon in an act ("used banned mines"): the act is what is said."""
    return symbols.count("J") == symbols.count("JW") and not set("XVt").isdisjoint(symbols)


def _told(chunk: Chunk) -> bool:
    """Whether a word names a situation that a sentence with it reports."""
    code = chunk.code("situations")
    return code is not None and codebook.load().taxonomy("situations")[code].extra.get("told") is True


def _of_persons(sentence: Sentence, at: int) -> bool:
    """Whether persons are taken, not ground ("captured 12")."""
    return sentence.symbols[at + 1 : at + 2] in {"N", "G"}


def _physical(chunk: Chunk) -> bool:
    """Evidence of a kind one can show; the bare word "evidence" is none."""
    return chunk.code("evidence_kinds") not in {None, "evidence_unspecified"}


def _act(sentence: Sentence, clause: range, symbols: str, agents: Sequence[Agent]) -> Statement | None:
    """An act told without a number: an incident where it has a day, else a pattern."""
    acting = [a for a in agents if a.first in clause]
    hit = _ACT.search(symbols)
    if hit is None or "N" in symbols[max(0, hit.start() - 3) : hit.start()]:
        return None
    at = clause.start + hit.start()
    dated = any(sentence.chunks[i].kind == "d" for i in clause)
    if not (acting or "W" in symbols or "O" in symbols or (dated and "l" in symbols)):
        return None
    first = min([at, *(a.first for a in acting)])
    numbers = [i for i in clause if sentence.chunks[i].kind in "NF" and i > at]
    last = min([_trim(sentence, clause), *numbers])
    return Statement(first, last, at, ClaimKind.PATTERN, "act")


def _trim(sentence: Sentence, clause: range) -> int:
    last = clause.stop
    while last > clause.start + 1 and sentence.chunks[last - 1].kind in ",;:-&wqh":
        last -= 1
    if sentence.chunks[last - 1].word in {".", "!", "?"}:
        last -= 1
    return max(last, clause.start + 1)
