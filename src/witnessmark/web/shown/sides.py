"""Who is said to have done it, and who denies it: side by side, party by party."""

from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.incident import Incident
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.web.shown.quotes import Told, told


@dataclass(frozen=True, slots=True)
class Side:
    """What is said of one party; `party` is empty for denials that name none."""

    party: str
    attributed: tuple[Told, ...]
    denied: tuple[Told, ...]


def sides(incident: Incident, index: Index, labels: Labels) -> tuple[Side, ...]:
    """The parties in the order of the incident, then others that a claim names, then none."""
    claims = [index.claims[c] for c in incident.claims]
    denials = [c for c in claims if _denies(c)]
    blamed = [c for c in claims if not _denies(c)]
    named = [p for c in claims for p in _accused(c)]
    parties = tuple(dict.fromkeys((*incident.attributed_to, *named)))
    rows = [
        Side(
            labels.name(party),
            _told((c for c in blamed if party in _accused(c)), index, labels),
            _told((c for c in denials if party in _denying(c, parties)), index, labels),
        )
        for party in parties
    ]
    rest = _told((c for c in denials if not _denying(c, parties)), index, labels)
    return (*rows, Side("", (), rest)) if rest else tuple(rows)


def _denies(claim: Claim) -> bool:
    return claim.kind is ClaimKind.DENIAL or claim.modality is Modality.DENIED


def _accused(claim: Claim) -> tuple[str, ...]:
    return tuple(a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm)


def _denying(claim: Claim, parties: tuple[str, ...]) -> frozenset[str]:
    """The parties a denial speaks for: those it names as not having done it, else whoever says so."""
    named = frozenset(_accused(claim))
    return named or frozenset(who.name for who in claim.claimants if who.name in parties)


def _told(claims: Iterable[Claim], index: Index, labels: Labels) -> tuple[Told, ...]:
    return told((c.id for c in claims), index, labels)
