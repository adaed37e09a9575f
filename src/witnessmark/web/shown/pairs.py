"""Two reports side by side: what each says, what agrees, what differs, what an answer would change."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.pair import Standing
from witnessmark.pipeline.reviewing import Compared, PairFile
from witnessmark.publish import words
from witnessmark.publish.cards import title_of
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.index import Index
from witnessmark.publish.protect import protect
from witnessmark.text.coordinates import withhold
from witnessmark.web.shown.claims import InIncident
from witnessmark.web.shown.decisions import DecisionShown, decisions_shown, seen
from witnessmark.web.shown.labels import labels as labels_now

STANDINGS: dict[Standing, str | Promise] = {
    Standing.TOGETHER: _("counted as one event"),
    Standing.APART: _("counted as two events"),
    Standing.REFUSED: _("one event was asked for and refused: something stated stands against it"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports; `opening` is how its document begins, where it has no claims."""

    doc: str
    title: str
    publisher: str
    published: str
    lang: str
    claims: tuple[Evidence, ...]
    opening: str
    incidents: tuple[InIncident, ...]


@dataclass(frozen=True, slots=True)
class PairShown:
    """A pair as somebody judges it; `chance` is in words, or empty where the two were never compared."""

    a: str
    b: str
    sides: tuple[Side, ...]
    agrees: tuple[Compared, ...]
    differs: tuple[Compared, ...]
    standing: str | Promise
    refusal: str
    chance: str
    changes: tuple[str, ...]
    decisions: tuple[DecisionShown, ...]
    seen: str

    @property
    def reason(self) -> str:
        """What is kept as the reason where somebody gives none: what they had before them."""
        if not self.chance:
            return "read side by side; linking does not compare the two"
        agrees, differs = (", ".join(c.about for c in of) or "nothing" for of in (self.agrees, self.differs))
        return f"read side by side; agrees: {agrees}; differs: {differs}"


def pair_shown(file: PairFile, known: Sequence[Decision]) -> PairShown:
    """The pair with what speaks most first; `known` are all decisions on either of the two."""
    pair = file.pair
    refused = pair.standing is Standing.REFUSED
    return PairShown(
        a=pair.a,
        b=pair.b,
        sides=tuple(_side(n, file) for n in (0, 1)),
        agrees=tuple(c for c in file.compared if c.bits > 0),
        differs=tuple(c for c in file.compared if c.bits < 0),
        standing=STANDINGS[pair.standing],
        refusal=pair.reasons[0] if refused and pair.reasons else "",
        chance="" if pair.probability is None else f"{pair.probability:.0%}",
        changes=pair.changes,
        decisions=decisions_shown(file.decisions),
        seen=seen(known),
    )


def _side(n: int, file: PairFile) -> Side:
    labels = labels_now()
    index = Index(protect(Dossier("", file.readings)))
    name = (file.pair.a, file.pair.b)[n]
    doc = index.claims[name].doc if name in index.claims else name
    document: Document = index.documents[doc]
    claims = file.claims[n]
    home = next((i for i in file.incidents if name in i.claims), None) or next(
        (i for i in file.incidents if name in i.documents), None
    )
    return Side(
        doc=doc,
        title=words.title(document),
        publisher=document.publisher or "",
        published=words.published(document),
        lang="" if document.language == "und" else document.language,
        claims=tuple(evidence(index.claims[c], index, labels) for c in claims),
        opening="" if claims else withhold(file.pair.quotes[n]),
        incidents=(InIncident(home.id, title_of(home, labels)),) if home is not None else (),
    )
