"""The stage: incidents without figures in, incidents with figures and audit out."""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident
from witnessmark.model.reading import Linkage, Reading
from witnessmark.reconcile.bounds import impossible
from witnessmark.reconcile.figures import figure, rows
from witnessmark.reconcile.ledger import Ledger, ledger
from witnessmark.reconcile.rules import Policy, policy
from witnessmark.reconcile.tallies import audit, derived


def reconcile(linkage: Linkage, readings: Sequence[Reading], rule: str = "default") -> tuple[Incident, ...]:
    """The incidents of `linkage` with a figure for each measure and group, and the audit of their tallies.

    `rule` names the policy that chooses a best value among independent voices (`rules.POLICIES`). Raises
    UsageError for an unknown one.
    """
    by, book = policy(rule), ledger(linkage, readings)
    return tuple(_reconciled(book, incident, by) for incident in linkage.incidents)


def _reconciled(book: Ledger, incident: Incident, by: Policy) -> Incident:
    inside = incident.claims
    claims = [book.claims[c] for c in inside]
    found = {row: figure(book, row, counted, inside, by) for row, counted in rows(book, claims).items()}
    whole = [row for row, f in found.items() if f.rule != "part_only"]
    for f in derived(book, inside, whole):
        found[f.measure, f.group] = f
    figures = tuple(f for f in found.values() if _says_something(f))
    return replace(incident, figures=figures, audit=(*audit(book, inside), *impossible(figures)))


def _says_something(f: Figure) -> bool:
    return (f.low, f.best, f.high) != (None, None, None)
