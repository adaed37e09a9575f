"""Rows for terminals and spreadsheets: plain text in every cell, nothing invented for what is not known."""

from witnessmark.model.claim import Claim
from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.publish import phrases, words
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels, lowered, raised

Row = dict[str, str]

INCIDENT_COLUMNS = (
    "id", "kind", "date", "place", "what", "method", "weapon", "object", "near", "figures", "attributed_to",
    "origins", "publications", "origins_publications",
)  # fmt: skip
CLAIM_COLUMNS = (
    "id",
    "document",
    "kind",
    "modality",
    "said_by",
    "figure",
    "date",
    "place",
    "quote",
    "confidence",
    "judged",
)
FIGURE_COLUMNS = (
    "incident", "date", "place", "what", "measure", "group", "low", "best", "high", "rule", "claims",
    "origins", "publications",
)  # fmt: skip
SHORT = 10  # hex digits of an id shown: enough to tell a million apart, and to type


def incident_rows(index: Index, labels: Labels) -> list[Row]:
    """One row an incident, in the order of the dossier; keys are `INCIDENT_COLUMNS`."""
    return [incident_row(i, labels) for i in index.incidents.values()]


def incident_row(i: Incident, labels: Labels) -> Row:
    """The row of one incident."""
    many = i.kind is IncidentKind.AGGREGATE
    return {
        "id": i.id[:SHORT],
        "kind": i.kind.value.replace("_", " "),
        "date": words.span(*i.date),
        "place": words.place(i.place),
        "what": raised(phrases.what(i, labels)),
        "method": phrases.methods(i.method, labels, many=many) or "not stated",
        "weapon": phrases.joined(lowered(labels.of("weapons", w)) for w in i.weapon) or "not stated",
        "object": phrases.objects(i.target, labels, many=many) or "not stated",
        "near": phrases.objects(i.target_near, labels),
        "figures": "; ".join(phrases.figure(f, labels) for f in phrases.figures(i, labels)),
        "attributed_to": ", ".join(map(labels.name, i.attributed_to)) or "not stated",
        "origins": ", ".join(map(labels.name, i.origins)),
        "publications": str(i.publications),
        "origins_publications": f"{len(i.origins)}/{i.publications}",
    }


def claim_rows(index: Index, labels: Labels) -> list[Row]:
    """One row a claim, document by document in the order of the text; keys are `CLAIM_COLUMNS`."""
    order = {doc: n for n, doc in enumerate(index.documents)}
    claims = sorted(index.claims.values(), key=lambda c: (order[c.doc], c.start, c.end, c.id))
    return [claim_row(c, index, labels) for c in claims]


def claim_row(c: Claim, index: Index, labels: Labels) -> Row:
    """The row of one claim; how sure it is stays empty where that was never measured."""
    return {
        "id": c.id[:SHORT],
        "document": index.documents[c.doc].path,
        "kind": c.kind.value.replace("_", " "),
        "modality": words.voice(c),
        "said_by": " > ".join(labels.name(who.name) for who in c.claimants),
        "figure": phrases.count(c.count, labels) if c.count else "",
        "date": words.span(c.date.start, c.date.end) if c.date else "",
        "place": c.location.place.name if c.location else "",
        "quote": " ".join(c.quote.split()),
        "confidence": words.sure(c),
        "judged": "rejected" if c.id in index.dossier.rejected else "",
    }


def figure_rows(index: Index, labels: Labels) -> list[Row]:
    """One row a figure, incident by incident; keys are `FIGURE_COLUMNS`, an open end is empty.

    `what` says what was counted (`civilians killed`); `measure` and `group` are labels of the codebook.
    """
    return [
        _figure(i, f, index, labels) for i in index.incidents.values() for f in phrases.figures(i, labels)
    ]


def _figure(i: Incident, f: Figure, index: Index, labels: Labels) -> Row:
    axis = "groups" if f.group and labels.has("groups", f.group) else "objects"
    return {
        "incident": i.id[:SHORT],
        "date": words.span(*i.date),
        "place": words.place(i.place),
        "what": phrases.counted(f.measure, f.group, labels),
        "measure": labels.of("measures", f.measure),
        "group": labels.of(axis, f.group) if f.group else "",
        "low": _cell(f.low),
        "best": _cell(f.best),
        "high": _cell(f.high),
        "rule": f.rule,
        "claims": str(len(f.claims)),
        "origins": ", ".join(map(labels.name, index.origins(f.claims, i))),
        "publications": str(index.publications(index.saying(f))),
    }


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)
