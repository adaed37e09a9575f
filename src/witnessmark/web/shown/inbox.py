"""What waits for a person, as lines of lists: documents, pairs, claims, decisions, failures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, may_confirm
from witnessmark.model.document import Document
from witnessmark.pipeline.reviewing import PairFile
from witnessmark.publish import words
from witnessmark.text.coordinates import withhold
from witnessmark.web.shown.corrected import corrections
from witnessmark.web.shown.decisions import DecisionShown, decisions_shown
from witnessmark.web.shown.labels import labels as labels_now
from witnessmark.web.shown.pairs import STANDINGS

# The lists in the order of the page, by the name they have in addresses and the one the case counts them by.
LISTS: Mapping[str, tuple[str, str | Promise]] = {
    "documents": ("unread", _("New documents")),
    "pairs": ("open_pairs", _("Pairs to judge, the most valuable first")),
    "claims": ("unsure", _("Claims read with little certainty")),
    "second": ("awaiting", _("Decisions that wait for a second person")),
    "failures": ("failures", _("What could not be read")),
}


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document nobody read yet; `copies` are others of its lineage that wait too, folded under it."""

    id: str
    title: str
    publisher: str
    published: str
    lang: str
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair of reports nobody judged."""

    a: str
    b: str
    quotes: tuple[str, ...]
    chance: str
    standing: str | Promise


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim that a person should look at."""

    id: str
    doc: str
    quote: str
    lang: str
    kind: str
    sure: str


@dataclass(frozen=True, slots=True)
class About:
    """What a decision is about: a claim by its quote, or, where `claim` is empty, a document by its title."""

    doc: str
    claim: str
    words: str


@dataclass(frozen=True, slots=True)
class SecondLine:
    """A decision that counts once another person confirms it; `own` is of who looks, who may not."""

    made: DecisionShown
    about: tuple[About, ...]
    own: bool


def document_lines(documents: Iterable[Document], lineages: Mapping[str, str]) -> tuple[DocumentLine, ...]:
    """The documents, those of one lineage as one line; `lineages` has the lineage of each by id."""
    firsts: dict[str, Document] = {}
    copies: dict[str, list[str]] = {}
    for document in documents:
        of = lineages.get(document.id, document.id)
        if of in firsts:
            copies[of].append(document.id)
        else:
            firsts[of], copies[of] = document, []
    return tuple(
        DocumentLine(
            d.id, withhold(words.title(d)), d.publisher or "", words.published(d), _lang(d), tuple(copies[of])
        )
        for of, d in firsts.items()
    )


def pair_lines(files: Iterable[PairFile]) -> tuple[PairLine, ...]:
    """The pairs with the most telling quote of each report."""
    return tuple(
        PairLine(
            f.pair.a,
            f.pair.b,
            tuple(map(withhold, f.pair.quotes)),
            "" if f.pair.probability is None else f"{f.pair.probability:.0%}",
            STANDINGS[f.pair.standing],
        )
        for f in files
    )


def claim_lines(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[ClaimLine, ...]:
    """The claims with how sure they are."""
    labels = labels_now()
    return tuple(
        ClaimLine(
            c.id,
            c.doc,
            withhold(c.quote),
            _lang(documents[c.doc]),
            labels.of("claim_kinds", c.kind.value),
            words.sure(c),
        )
        for c in claims
    )


def second_lines(
    made: Sequence[Decision], claims: Sequence[Claim], documents: Iterable[Document], person: str
) -> tuple[SecondLine, ...]:
    """The decisions with the claims and documents they are about, and what they correct."""
    about = {d.id: About(d.id, "", withhold(words.title(d))) for d in documents}
    about.update((c.id, About(c.doc, c.id, withhold(c.quote))) for c in claims)
    changes = corrections(made, claims, labels_now())
    return tuple(
        SecondLine(
            decisions_shown([d], changes)[0],
            tuple(about[s] for s in d.subject if s in about),
            not may_confirm(person, human=True, decision=d),
        )
        for d in made
    )


def _lang(document: Document) -> str:
    return "" if document.language == "und" else document.language
