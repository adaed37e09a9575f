"""A claim as a reader meets it: the quote in its surroundings, who says it, and where it stands."""

from dataclasses import dataclass

from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim
from witnessmark.model.revision import PERSON
from witnessmark.publish import phrases, words
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels, lowered
from witnessmark.publish.tongue import N_, say, tongue

AROUND = 220  # characters shown on each side of a quote: two or three lines of the page


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain; `how` says whether the text names them here."""

    name: str
    part: str  # origin | via | publisher
    how: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with its quote inside its paragraph."""

    anchor: str
    before: str
    quote: str
    after: str
    lang: str
    voices: tuple[Voice, ...]
    counted: str
    accused: str
    kind: str
    modality: str
    document: str
    published: str
    extracted: str
    reason: str = ""  # why a figure set it aside


REJECTED = N_("; rejected on review: counted nowhere")


def evidence(claim: Claim, index: Index, labels: Labels, reason: str = "") -> Evidence:
    """The claim with up to `AROUND` characters of its paragraph on each side."""
    document = index.documents[claim.doc]
    before, after = _around(document.text, claim.start, claim.end)
    return Evidence(
        anchor=anchor("c", claim.id),
        before=before,
        quote=claim.quote,
        after=after,
        lang=words.language(document),
        voices=voices(claim, labels),
        counted=phrases.count(claim.count, labels) if claim.count else "",
        accused=accused(claim, labels),
        kind=_code("claim_kinds", claim.kind.value, labels),
        modality=_code("modalities", claim.modality.value, labels),
        document=words.title(document),
        published=words.published(document),
        extracted=_extracted(claim) + (say(REJECTED) if claim.id in index.dossier.rejected else ""),
        reason=reason,
    )


def _code(axis: str, code: str, labels: Labels) -> str:
    return lowered(labels.of(axis, code)) if tongue().label_first else code.replace("_", " ")


def _extracted(claim: Claim) -> str:
    if claim.extractor == PERSON:
        return say("{act} by hand").format(act=claim.rule)
    sure = words.sure(claim)
    return tongue().apart(f"{claim.extractor} {claim.rule}".strip()) + (
        say("; {share} of such claims are read right").format(share=sure) if sure else ""
    )


def voices(claim: Claim, labels: Labels) -> tuple[Voice, ...]:
    """The chain from origin to publisher; the last of several is the publisher."""
    last = len(claim.claimants) - 1
    parts = [N_("origin") if n == 0 else N_("publisher") if n == last else N_("via") for n in range(last + 1)]
    return tuple(
        Voice(labels.name(who.name), part, say("named here") if who.explicit else say("from the context"))
        for who, part in zip(claim.claimants, parts, strict=True)
    )


def accused(claim: Claim, labels: Labels) -> str:
    """Whom the claim says did it, by neutral name; empty where it names no party of the codebook."""
    norms = (a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm)
    return say(", ").join(labels.name(norm) for norm in dict.fromkeys(norms))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before = text[first:start]
    after = text[end : len(text) if stop < 0 else stop]
    if len(before) > AROUND:
        cut = before.find(" ", len(before) - AROUND)
        before = "… " + before[cut + 1 if cut >= 0 else -AROUND :]
    if len(after) > AROUND:
        cut = after.rfind(" ", 0, AROUND)
        after = after[: cut if cut > 0 else AROUND] + " …"
    return before, after
