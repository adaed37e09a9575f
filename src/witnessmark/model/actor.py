"""Actors: neutral id out, verbatim name kept, and the part a claim gives them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a claim says an actor did."""

    PERPETRATOR = "attributed_perpetrator"
    SUPPORTER = "supporter_of"
    SUPPORTED = "supported"
    FACILITATOR = "alleged_facilitator"
    RESPONSIBLE = "alleged_responsible"
    CONTROLLER = "controller"
    AGREEMENT_PARTY = "agreement_party"
    NOTIFIER = "notifier"
    NOTIFIED = "notified_party"
    EVIDENCE_PROVIDER = "evidence_provider"
    ADDRESSEE = "addressee"
    SPEAKER = "speaker"


class Attribution(StrEnum):
    """How several actors share one attribution."""

    JOINT = "joint"
    EITHER = "either"
    JOINT_OR_EITHER = "joint_or_either"


@dataclass(frozen=True, slots=True)
class Actor:
    """`norm` is the codebook's neutral id, or None where the words match no known party."""

    norm: str | None
    verbatim: str
    role: Role
    type: str = "organisation"  # individual | organisation
    attribution: Attribution | None = None
    inherited: bool = False
