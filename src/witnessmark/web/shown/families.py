"""Kinds of claims in a few families, so that a reader tells them apart by colour and by line."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from witnessmark.model.claim import ClaimKind


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that are marked alike; `code` is the class that has their colour and line."""

    code: str
    label: str | Promise
    kinds: frozenset[ClaimKind]


_SETTING = (ClaimKind.PATTERN, ClaimKind.SITUATION, ClaimKind.PROTECTIVE_MEASURE, ClaimKind.EVIDENCE)
FAMILIES = (
    Family("event", _("what happened"), frozenset({ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED})),
    Family("total", _("totals and figures of the setting"),
           frozenset({ClaimKind.AGGREGATE_TALLY, ClaimKind.CONTEXT_FIGURE})),
    Family("blame", _("who is said to have done it"), frozenset({ClaimKind.ATTRIBUTION})),
    Family("denial", _("denials"), frozenset({ClaimKind.DENIAL})),
    Family("setting", _("the setting, and measures taken"), frozenset(_SETTING)),
)  # fmt: skip
# Law, opinion, what may come: kinds that tell of nothing that happened.
OTHER = Family("other", _("law, opinion, and what may come"), frozenset())
_OF = {kind: family for family in FAMILIES for kind in family.kinds}


def family(kind: ClaimKind) -> Family:
    """The family of a kind."""
    return _OF.get(kind, OTHER)
