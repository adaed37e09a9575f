"""A document as reviewers read it: its text with claims marked, one of them beside it, its copies."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.incident import Incident, Lineage, LineageKind
from witnessmark.model.reading import Reading
from witnessmark.publish import texts, words
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.publish.protect import protect
from witnessmark.publish.tongue import retold, say, tongue
from witnessmark.web.shown.claims import ClaimShown, claim_shown, state_words, states
from witnessmark.web.shown.decisions import DecisionShown, decisions_shown, seen
from witnessmark.web.shown.families import FAMILIES, OTHER, Family, family
from witnessmark.web.shown.labels import labels as labels_now
from witnessmark.web.shown.labels import language
from witnessmark.web.shown.marked import Block, blocks

_ID = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a document: its lineage and the other documents of it, incidents, decisions.

    `decisions` are those on the document and its claims; `recorded` the claims that were corrected, as they
    were read.
    """

    lineage: Lineage | None = None
    others: tuple[Document, ...] = ()
    incidents: tuple[Incident, ...] = ()
    decisions: tuple[Decision, ...] = ()
    recorded: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Another document of the lineage, and what ties it to this one."""

    id: str
    title: str
    publisher: str
    lang: str
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in the list of all."""

    id: str
    quote: str
    kind: str
    family: Family
    state: str

    @property
    def state_words(self) -> str:
        return state_words(self.state)


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """Everything shown of one document: `chosen` is the claim beside the text, `nearby` are others there."""

    id: str
    title: str
    lang: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    families: tuple[Family, ...]
    kinship: str
    copies: tuple[Copy, ...]
    evidence: tuple[str, ...]
    chosen: ClaimShown | None
    nearby: tuple[Line, ...]
    read: tuple[DecisionShown, ...]
    seen: str


def document_shown(reading: Reading, around: Around, chosen: str = "") -> DocumentShown:
    """The document with one of its claims beside it, or none."""
    labels = labels_now()
    index = Index(protect(Dossier("", (reading,))))
    document = index.documents[reading.document.id]
    claims = sorted(index.claims.values(), key=lambda c: (c.start, c.end, c.id))
    made = states(around.decisions)
    lines = tuple(
        Line(c.id, c.quote, labels.of("claim_kinds", c.kind.value), family(c.kind), made.get(c.id, ""))
        for c in claims
    )
    claim = index.claims.get(chosen)
    present = {line.family.code for line in lines}
    lineage = around.lineage
    over = _over(claim, claims) if claim else set()
    titles = _titled((document, *around.others))
    return DocumentShown(
        id=document.id,
        title=words.title(document),
        lang=words.language(document),
        facts=tuple(row for row in _facts(document) if row[1]),
        blocks=blocks(document, claims, made),
        lines=lines,
        families=tuple(f for f in (*FAMILIES, OTHER) if f.code in present),
        kinship=say(texts.LINEAGES[lineage.kind if lineage else LineageKind.SINGLE]),
        copies=tuple(_copy(d, document.id, lineage, titles) for d in around.others) if lineage else (),
        evidence=tuple(retold(e, titles) for e in lineage.evidence) if lineage else (),
        chosen=_chosen(claim, index, labels, around) if claim else None,
        nearby=tuple(line for line in lines if line.id in over),
        read=decisions_shown(_on(around.decisions, document.id)),
        seen=seen(_on(around.decisions, document.id)),
    )


def _chosen(claim: Claim, index: Index, labels: Labels, around: Around) -> ClaimShown:
    made = _on(around.decisions, claim.id)
    return claim_shown(claim, index, labels, made, around.incidents, around.recorded)


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    dated, quoted = words.published(document), document.published.evidence
    yield _("Published"), f"{dated} · {_own_words(quoted)}" if quoted else dated
    by = document.publisher
    yield _("Publisher"), tongue().apart(by) if by else _("not named in the document")
    yield _("Address"), document.url or ""
    yield _("Language"), _("not determined") if document.language == "und" else language(document.language)
    traces = say("; ").join(f"“{_own_words(trace)}”" for trace in document.translation_evidence)
    if document.machine_translated:
        yield _("Translation"), f"{_('there is evidence of machine translation')}: {traces}"
    elif document.machine_translated is None:
        yield _("Translation"), f"{_('weak evidence of translation; a person should look')}: {traces}"


def _own_words(evidence: str) -> str:
    """What speaks for a date or a translation: a sentence of ours, or the words of the text."""
    spoken = tongue()
    return spoken.retell(evidence) or spoken.apart(evidence)


def _on(decisions: Sequence[Decision], subject: str) -> list[Decision]:
    return [d for d in decisions if subject in d.subject]


def _over(claim: Claim, claims: Sequence[Claim]) -> set[str]:
    """Other claims that stand over some of the same words."""
    return {c.id for c in claims if c.id != claim.id and c.start < claim.end and c.end > claim.start}


def _titled(documents: Sequence[Document]) -> Callable[[str], str]:
    """Puts titles in place of the ids of documents."""
    names = {d.id: f"“{tongue().apart(words.title(d))}”" for d in documents}

    def titled(text: str) -> str:
        return _ID.sub(lambda found: names.get(found[0], found[0]), text)

    return titled


def _copy(document: Document, of: str, lineage: Lineage, titled: Callable[[str], str]) -> Copy:
    ties = (retold(t.evidence, titled) for t in lineage.ties if {t.a, t.b} == {document.id, of})
    return Copy(
        document.id,
        words.title(document),
        document.publisher or "",
        words.language(document),
        say("; ").join(ties),
    )
