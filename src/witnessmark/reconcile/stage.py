"""The stage: incidents without figures in, incidents with figures and audit out."""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.model.figure import Figure, SetAside
from witnessmark.model.incident import Incident
from witnessmark.model.reading import Linkage, Reading
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.bounds import impossible
from witnessmark.reconcile.concessions import deniers
from witnessmark.reconcile.figures import Row, denied_by_the_accused, figure, rows
from witnessmark.reconcile.ledger import Ledger, ledger
from witnessmark.reconcile.one_victim import one_victim
from witnessmark.reconcile.rules import DEFAULT, RuleSet, rule_set
from witnessmark.reconcile.series import audit_series
from witnessmark.reconcile.survivors import DEAD, HIT, HURT, survivors
from witnessmark.reconcile.tallies import audit, derived
from witnessmark.reconcile.together import in_all


def reconcile(linkage: Linkage, readings: Sequence[Reading], rule: str = DEFAULT) -> tuple[Incident, ...]:
    """The incidents of `linkage` with a figure for each measure and group, and the audit of their tallies.

    `rule` names the rule set that makes one figure of those of several voices (`rules.rule_sets`). Raises
    UsageError for an unknown one.
    """
    by, book = rule_set(rule), ledger(linkage, readings)
    return tuple(_reconciled(book, incident, by) for incident in linkage.incidents)


def _reconciled(book: Ledger, incident: Incident, by: RuleSet) -> Incident:
    inside = incident.claims
    claims = [book.claims[c] for c in inside]
    accused, denying = incident.attributed_to, deniers(claims, book.voices)
    found = {
        row: figure(book, row, counted, inside, by, accused, denying)
        for row, counted in rows(book, claims).items()
    }
    found = denied_by_the_accused(found)
    whole = [row for row, f in found.items() if f.rule != "part_only"]
    for f in derived(book, inside, whole):
        found[f.measure, f.group] = _in_place_of(found[f.measure, f.group], f)
    for f in in_all(book, inside, found, (DEAD, HURT, HIT)):
        _put(found, f)
    if (hurt := survivors(found)) is not None:
        _put(found, hurt)
    for f in list(one_victim(book, inside, found)):
        _put(found, f)
    figures = tuple(f for f in found.values() if _says_something(f))
    lines = (*audit(book, inside), *audit_series(figures), *impossible(figures))
    return replace(incident, figures=figures, audit=lines)


def _put(found: dict[Row, Figure], f: Figure) -> None:
    """A figure of our own among those found, in the place of the one it is larger than."""
    before = found.get((f.measure, f.group))
    found[f.measure, f.group] = _in_place_of(before, f) if before is not None else f


def _in_place_of(parts: Figure, summed: Figure) -> Figure:
    """A derived sum in the place of its parts; what it does not add stays set aside."""
    why = sentence("smaller than what was worked out from others")
    left = [SetAside(c, why) for c in parts.claims if c not in summed.claims]
    aside = [s for s in (*parts.set_aside, *left) if s.claim not in summed.claims]
    return replace(summed, set_aside=tuple(sorted(aside, key=lambda s: s.claim)))


def _says_something(f: Figure) -> bool:
    denied = any(c.high == 0 for c in f.conceded)
    return denied or (f.low, f.best, f.high) != (None, None, None)
