"""What a correction changed, field by field: what the claim said before, and what it says by it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, Judgement, in_force
from witnessmark.model.revision import corrected_claim
from witnessmark.publish import phrases, words
from witnessmark.publish.labels import Labels
from witnessmark.publish.tongue import say, tongue
from witnessmark.web.shown.labels import label


@dataclass(frozen=True, slots=True)
class Change:
    """A field with what it said and what it says; nothing is a dash."""

    label: str
    before: str
    after: str


def corrections(
    made: Sequence[Decision], recorded: Iterable[Claim], labels: Labels
) -> Mapping[str, tuple[Change, ...]]:
    """What each correction among these decisions changed, by its id.

    `recorded` are the claims as they were read or added; a correction that holds no more is told against what
    the claim said then.
    """
    now = {claim.id: claim for claim in recorded}
    holding = {d.id for d in in_force(made)}
    found: dict[str, tuple[Change, ...]] = {}
    for decision in made:
        before = now.get(decision.subject[0]) if decision.judgement is Judgement.CORRECT else None
        if before is not None:
            after = corrected_claim(before, decision.content or {})
            found[decision.id] = _changes(before, after, labels)
            if decision.id in holding:
                now[before.id] = after
    return found


def rows(claim: Claim, labels: Labels) -> tuple[tuple[str, str], ...]:
    """What the claim says, each as label and words; what it does not say is empty."""
    place, when = claim.location, claim.date
    return (
        (_("Kind"), labels.of("claim_kinds", claim.kind.value)),
        (_("Said as"), labels.of("modalities", claim.modality.value)),
        (_("Method"), _codes("methods", claim.event_type, labels)),
        (_("Weapon"), _codes("weapons", claim.weapon, labels)),
        (_("Object hit"), _codes("objects", claim.target, labels)),
        (_("Nearby"), _codes("objects", claim.target_near, labels)),
        (_("People"), _codes("groups", claim.victim_group, labels)),
        (_("Actors"), say("; ").join(_actors(claim, labels))),
        (_("Where"), f"{words.place(place.place)}: “{tongue().apart(place.verbatim)}”" if place else ""),
        (_("When"), words.span(when.start, when.end) if when else ""),
        (_("Law"), _codes("legal_terms", claim.legal, labels)),
    )


def _changes(before: Claim, after: Claim, labels: Labels) -> tuple[Change, ...]:
    old, new = (_every(claim, labels) for claim in (before, after))
    return tuple(
        Change(label, was or "\N{EN DASH}", now or "\N{EN DASH}")
        for (label, was), (_label, now) in zip(old, new, strict=True)
        if was != now
    )


def _every(claim: Claim, labels: Labels) -> tuple[tuple[str, str], ...]:
    told = phrases.count(claim.count, labels) if claim.count else ""
    voices = " → ".join(labels.name(c.name) for c in claim.claimants)
    return ((_("How many"), told), *rows(claim, labels), (_("Who says it"), voices))


def _codes(axis: str, codes: Iterable[str], labels: Labels) -> str:
    return say(", ").join(label(labels, axis, code) for code in codes)


def _actors(claim: Claim, labels: Labels) -> Iterable[str]:
    for actor in claim.actors:
        name = labels.name(actor.norm) if actor.norm else f"“{tongue().apart(actor.verbatim)}”"
        yield f"{name} ({labels.of('actor_roles', actor.role.value).lower()})"
