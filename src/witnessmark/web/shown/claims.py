"""A claim beside its text: what it says field by field, who says it, how it was read, what was decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, Judgement, in_force, rejected
from witnessmark.model.incident import Incident
from witnessmark.publish.cards import title_of
from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.web.shown.corrected import corrections, rows
from witnessmark.web.shown.decisions import DecisionShown, decisions_shown, seen
from witnessmark.web.shown.families import Family, family
from witnessmark.web.shown.fields import Field, fields

REJECTED, ADDED, CORRECTED = "rejected", "added", "corrected"
_STATES = {Judgement.ADD: ADDED, Judgement.CORRECT: CORRECTED}


@dataclass(frozen=True, slots=True)
class InIncident:
    """An incident that a claim went into."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """Everything shown of one claim; `rows` are label and words of what it says."""

    id: str
    said: Evidence
    family: Family
    kind: str
    state: str
    rows: tuple[tuple[str, str], ...]
    incidents: tuple[InIncident, ...]
    decisions: tuple[DecisionShown, ...]
    seen: str
    fields: tuple[Field, ...]

    @property
    def state_words(self) -> str:
        return state_words(self.state)


def state_words(state: str) -> str:
    """What people made of a claim, in a word."""
    return {REJECTED: _("rejected"), ADDED: _("added"), CORRECTED: _("corrected")}.get(state, "")


def states(decisions: Iterable[Decision]) -> dict[str, str]:
    """What people made of claims, by claim."""
    made = tuple(decisions)
    changed = {s: _STATES[d.judgement] for d in in_force(made) if d.judgement in _STATES for s in d.subject}
    return changed | dict.fromkeys(rejected(made), REJECTED)


def claim_shown(
    claim: Claim,
    index: Index,
    labels: Labels,
    decisions: Sequence[Decision],
    incidents: Iterable[Incident],
    recorded: Iterable[Claim] = (),
) -> ClaimShown:
    """The claim; `decisions` are those on it, `recorded` it as it was read, `incidents` some it may be in."""
    return ClaimShown(
        id=claim.id,
        said=evidence(claim, index, labels),
        family=family(claim.kind),
        kind=labels.of("claim_kinds", claim.kind.value),
        state=states(decisions).get(claim.id, ""),
        rows=tuple((label, said) for label, said in rows(claim, labels) if said),
        incidents=tuple(InIncident(i.id, title_of(i, labels)) for i in incidents if claim.id in i.claims),
        decisions=decisions_shown(decisions, corrections(decisions, recorded, labels)),
        seen=seen(decisions),
        fields=fields(claim),
    )
