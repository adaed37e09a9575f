"""Figures of one incident: a row for each measure and group, with its rule and every claim weighed.

Never added: figures of different voices, of different windows, restatements, or a part and its total.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from witnessmark.model.claim import Claim, Modality, RelationType
from witnessmark.model.count import Qualifier
from witnessmark.model.figure import Conceded, Figure, SetAside
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.altered import unaltered
from witnessmark.reconcile.concessions import conceding, of_none
from witnessmark.reconcile.copies import Said, said_once
from witnessmark.reconcile.ledger import Ledger, classes
from witnessmark.reconcile.rules import RuleSet, Statement, rule_set
from witnessmark.reconcile.series import revisions
from witnessmark.reconcile.voices import closeness, nobody

Row = tuple[str, str | None]

# Figures nobody asserts as fact.
NOT_ASSERTED = frozenset(
    {Modality.DENIED, Modality.HYPOTHETICAL, Modality.THREATENED, Modality.FORECAST, Modality.DEMAND}
)


def row_of(claim: Claim) -> Row | None:
    return (claim.count.measure, claim.count.group) if claim.count is not None else None


def rows(ledger: Ledger, claims: Sequence[Claim]) -> dict[Row, list[Claim]]:
    """Counted claims under what they count, in order of measure and group.

    A print that leaves out of what it counted ("82 attacks") goes to the row of the one that says it, and
    one who was hurt and died to the row of the dead, where the death supersedes the wound.
    """
    counted = {c.id: c for c in claims if c.count is not None}
    later = {rel.b: rel.a[0] for rel in ledger.related(RelationType.SUPERSEDES, list(counted))}
    out: dict[Row, list[Claim]] = defaultdict(list)
    for group in classes(list(counted), ledger.same(counted)):
        own = [r for c in group if (r := row_of(counted[c])) is not None]
        said = sorted({r for r in own if r[1] is not None}, key=str)
        for claim, row in zip(group, own, strict=True):
            full = [r for r in said if r[0] == row[0]]
            became = row_of(counted[later[claim]]) if claim in later else None
            if became is not None and became[0] != row[0]:
                out[became].append(counted[claim])
            else:
                out[full[0] if row[1] is None and full else row].append(counted[claim])
    return {row: out[row] for row in sorted(out, key=lambda r: (r[0], r[1] or ""))}


def figure(
    ledger: Ledger,
    row: Row,
    claims: Sequence[Claim],
    inside: Sequence[str],
    by: RuleSet,
    accused: Collection[str] = (),
    denying: Collection[str] = (),
) -> Figure:
    """The figure of one row; `inside` are all claims of the incident, among which parts are known.

    What the `accused` parties concede stands beside it; only where nobody else gives a figure is it theirs.
    So does what those `denying` the attack say of nobody harmed.
    """
    beside = conceding(claims, ledger.voices, accused, denying)
    theirs = {c.id: who for who, told in beside.items() for c in told}
    own = [c for c in claims if c.id not in theirs]
    alone = not any(c.modality not in NOT_ASSERTED for c in own)
    found = _weighed(ledger, row, claims if alone else own, inside, by)
    if not theirs:
        return found
    conceded = tuple(_conceded(ledger, row, who, beside[who], inside) for who in sorted(beside))
    if alone:
        return replace(found, rule="conceded_only", conceded=conceded)
    aside = [SetAside(c.id, _why_beside(c, theirs[c.id])) for c in claims if c.id in theirs]
    return replace(found, set_aside=_ordered([*found.set_aside, *aside]), conceded=conceded)


def _why_beside(claim: Claim, who: str) -> str:
    if of_none([claim]):
        return sentence(
            "{party}, to whom it is attributed or who denies it, says that there were none; shown beside",
            party=who,
        )
    return sentence("conceded by {party}, to whom it is attributed; shown beside", party=who)


def denied_by_the_accused(found: Mapping[Row, Figure]) -> dict[Row, Figure]:
    """The figures; a zero that only the accused or a denier gives is none where others count any harm."""
    others = {f.measure for f in found.values() if max(f.best or 0, f.low or 0) > 0}
    return {
        row: replace(f, low=None, best=None, high=None)
        if f.rule == "conceded_only" and f.high == 0 and f.measure in others
        else f
        for row, f in found.items()
    }


def _conceded(ledger: Ledger, row: Row, who: str, claims: Sequence[Claim], inside: Sequence[str]) -> Conceded:
    if of_none(claims):  # be it said or worded as a denial
        return Conceded(who, 0, 0, 0, tuple(c.id for c in claims))
    own = _weighed(ledger, row, claims, inside, rule_set())
    return Conceded(who, own.low, own.best, own.high, tuple(c.id for c in claims))


def _weighed(ledger: Ledger, row: Row, claims: Sequence[Claim], inside: Sequence[str], by: RuleSet) -> Figure:
    aside, whole = _set_aside(ledger, row, claims, inside)
    only_parts = not whole
    if only_parts:
        unusable = {s.claim for s in aside if s.reason.startswith((_NO_NUMBER, _DENIED))}
        whole = [c for c in claims if c.id not in unusable]
        aside = [s for s in aside if s.claim in unusable]
    said = said_once(ledger, whole)
    aside += [s for one in said for s in one.copies]
    said, changed = unaltered(ledger, said)
    aside += changed
    if only_parts:
        return _part_only(row, said, aside)
    voices, later = _by_voice(ledger, said)
    found = _reconciled(ledger, row, voices, [*aside, *later], by)
    return replace(found, revisions=revisions(ledger, said, claims))


_DENIED = "not asserted"  # as the sentence of `_why_not` begins
_NO_NUMBER = sentence("a share or an unnamed number of another figure")


def _set_aside(
    ledger: Ledger, row: Row, claims: Sequence[Claim], inside: Sequence[str]
) -> tuple[list[SetAside], list[Claim]]:
    """Claims that cannot be a figure of the whole, with reasons; and the others."""
    wholes = ledger.wholes(inside)
    superseded = {rel.b: rel.a[0] for rel in ledger.related(RelationType.SUPERSEDES, inside) if rel.b}
    out, kept = [], []
    for claim in claims:
        reason = _why_not(ledger, row, claim, wholes)
        if reason is None and claim.id in superseded:
            reason = _superseded(ledger, claim.id, superseded[claim.id])
        if reason is None:
            kept.append(claim)
        else:
            out.append(SetAside(claim.id, reason))
    return out, kept


def _superseded(ledger: Ledger, old: str, new: str) -> str:
    if ledger.claims[old].doc == ledger.claims[new].doc:
        return sentence("superseded by {claim}, as the text says", claim=new)
    return sentence("superseded by {claim}, a later version of the report", claim=new)


def _why_not(ledger: Ledger, row: Row, claim: Claim, wholes: dict[str, list[str]]) -> str | None:
    count = claim.count
    if claim.modality in NOT_ASSERTED:
        return sentence("not asserted: {modality}", modality=str(claim.modality).replace("_", " "))
    if count is not None and count.qualifier in (Qualifier.FRACTION, Qualifier.UNSPECIFIED_PLURAL):
        return _NO_NUMBER
    for whole in wholes.get(claim.id, ()):
        if row_of(ledger.claims[whole]) == row:
            return sentence("part of {claim}, already in that total", claim=whole)
        if any(row_of(ledger.claims[w]) == row_of(ledger.claims[whole]) for w in wholes.get(whole, ())):
            return sentence("counted in {claim} only, which is itself a part of a larger total", claim=whole)
    return None


def _part_only(row: Row, said: list[Said], aside: list[SetAside]) -> Figure:
    """Only parts are known: none is the total, the largest is a lower bound."""
    lows = [one.low for one in said if one.low is not None]
    used = tuple(one.claim.id for one in said)
    return Figure(row[0], row[1], max(lows, default=None), None, None, "part_only", used, _ordered(aside))


def _by_voice(ledger: Ledger, said: list[Said]) -> tuple[list[tuple[Said, str]], list[SetAside]]:
    """For each voice the figure that counts with the rule that chose it, and its earlier or lesser ones.

    What nobody named says is one voice only within one report: in two, one does not take back the other.
    """
    by_voice: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    aside = []
    for one in said:
        named = _named_beside(ledger, one, said)
        if len(named) > 1:
            why = sentence("in the words of a report that names several who counted")
            aside.append(SetAside(one.claim.id, why))
        else:
            voice = next(iter(named), one.voices)
            by_voice[(*voice, ledger.line.get(one.claim.doc, "")) if nobody(voice) else voice].append(one)
    out = []
    for voice in sorted(by_voice):
        chosen, rule, others = _choose(ledger, by_voice[voice])
        out.append((chosen, rule))
        aside += others
    return out, aside


def _named_beside(ledger: Ledger, one: Said, said: Sequence[Said]) -> set[tuple[str, ...]]:
    """The voices a report names for this row where `one` is in its own words: those are none beside them."""
    if not ledger.passed_on(one.claim):
        return set()
    report = ledger.line.get(one.claim.doc)
    return {
        other.voices
        for other in said
        if ledger.line.get(other.claim.doc) == report and not ledger.passed_on(other.claim)
    }


def _choose(ledger: Ledger, said: list[Said]) -> tuple[Said, str, list[SetAside]]:
    if len(said) == 1:
        return said[0], _single_rule(said[0]), []
    days = [ledger.as_of(one.claim) for one in said]
    known = [d for d in days if d is not None]
    newest = max(known, default=None)
    latest = (
        [one for one, d in zip(said, days, strict=True) if d == newest] if len(known) == len(said) else said
    )
    chosen = max(latest, key=lambda one: (one.value or one.low or 0, one.claim.id))
    of_last_day = {one.claim.id for one in latest}
    aside = []
    for one in said:
        if one is chosen:
            continue
        old = one.claim.id not in of_last_day
        aside.append(SetAside(one.claim.id, _lesser(chosen.claim.id, older=old)))
    return chosen, "latest_of_origin" if len(latest) == 1 else "largest_of_report", aside


def _lesser(chosen: str, *, older: bool) -> str:
    if older:
        return sentence("superseded by {claim}, published later", claim=chosen)
    return sentence(
        "smaller than {claim}, the largest figure of the same voice and day; may be a part of it",
        claim=chosen,
    )


def _single_rule(one: Said) -> str:
    if one.disputed:
        return "prints_disagree"
    if one.reworded:
        return "restated_bounds"
    if one.value is None:
        return "single_origin_vague"
    exact = one.low == one.high == one.value
    return "single_origin_exact" if exact else "single_origin_bounds"


def _reconciled(
    ledger: Ledger, row: Row, voices: list[tuple[Said, str]], aside: list[SetAside], by: RuleSet
) -> Figure:
    told = [_statement(ledger, one) for one, _ in voices]
    used = by.among(told)
    kept = {s.claim for s in used}
    why = sentence("said by nobody named; `{rule}` counts who is named", rule=by.name)
    aside += [SetAside(s.claim, why) for s in told if s.claim not in kept]
    low, high = by.ends(used)
    single = len(used) == 1
    return Figure(
        measure=row[0],
        group=row[1],
        low=low,
        best=used[0].value if single else by.best(used),
        high=high,
        rule=next(rule for one, rule in voices if one.claim.id in kept) if single else by.rule(used),
        claims=tuple(s.claim for s in used),
        set_aside=_ordered(aside),
    )


def _statement(ledger: Ledger, one: Said) -> Statement:
    near = closeness(one.claim, one.voices, passed_on=ledger.passed_on(one.claim))
    day = ledger.as_of(one.claim)
    return Statement(" / ".join(one.voices), one.value, one.low, one.high, one.claim.id, near, day)


def _ordered(aside: Sequence[SetAside]) -> tuple[SetAside, ...]:
    return tuple(sorted(aside, key=lambda s: s.claim))
