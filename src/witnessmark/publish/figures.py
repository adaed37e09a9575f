"""A figure as a reader meets it: its bounds, how often it was said and by whom, and every claim weighed."""

import re
from dataclasses import dataclass

from witnessmark.model.figure import Conceded, Figure, Revision
from witnessmark.model.incident import Incident
from witnessmark.publish import phrases, words
from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.publish.phrases import joined

_ID = re.compile(r"\b[0-9a-f]{64}\b")
SHORT = 60  # letters of another claim's quote inside a reason: enough to find it
# The names `reconcile` gives its rules, in words; what follows a name stands as it is.
RULES = {
    "single_origin_exact": "one origin gives one exact number",
    "single_origin_bounds": "one origin gives a number with a qualifier; only its strict bounds are kept",
    "single_origin_vague": "one origin gives a vague word: a lower bound, no best value",
    "restated_bounds": "one origin words its figure with different bounds; the wider ones are kept",
    "prints_disagree": "prints of one report give several numbers, and which it gave is not known: all their "
    "range, the smallest as best",
    "latest_of_origin": "one origin gave several figures over time; its latest counts",
    "largest_of_report": "one report gives several figures at once; the largest is taken for its total",
    "part_only": "only parts of the total are given; the largest is a lower bound",
    "derived": "worked out by this program from other counts, said by nobody",
    "conceded_only": "only the party to whom it is attributed gives a figure; nobody else does",
    "range_over_origins": "several origins: the range of all their figures",
    "range_over_reports": "several reports that name nobody who counted: the range of all their figures",
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the claims it weighed."""

    what: str
    low: str
    best: str
    high: str
    rule: str
    said: str
    origins: str
    used: tuple[Evidence, ...]
    set_aside: tuple[Evidence, ...]
    conceded: tuple[str, ...] = ()
    over_time: tuple[str, ...] = ()


def figure_row(value: Figure, incident: Incident, index: Index, labels: Labels) -> FigureRow:
    """The figure in words, with its evidence."""
    origins = index.origins(value.claims, incident)
    publications = index.publications(index.saying(value))
    return FigureRow(
        what=phrases.figure(value, labels),
        low=words.number(value.low, "open"),
        best=words.number(value.best, "unknown"),
        high=words.number(value.high, "open"),
        rule=rule(value.rule),
        said=f"said in {words.plural(publications, 'publication')}, "
        + words.plural(len(origins), "independent origin"),
        origins=joined(map(labels.name, origins)),
        used=tuple(evidence(index.claims[c], index, labels) for c in value.claims),
        set_aside=tuple(
            evidence(index.claims[s.claim], index, labels, labels.told(reason(s.reason, index)))
            for s in value.set_aside
        ),
        conceded=tuple(_conceded(c, labels) for c in value.conceded),
        over_time=tuple(_revision(r, labels) for r in value.revisions),
    )


def _conceded(value: Conceded, labels: Labels) -> str:
    who = labels.name(value.party)
    if value.high == 0:
        return f"{who} says that there were none: shown beside and not mixed in"
    low, best = words.number(value.low, "open"), words.number(value.best, "unknown")
    high = words.number(value.high, "open")
    return f"conceded by {who}, shown beside and not mixed in: low {low}, best {best}, high {high}"


def _revision(value: Revision, labels: Labels) -> str:
    day = words.day(value.day) if value.day else "day not known"
    said = words.number(value.value) if value.value is not None else words.bounds(value.low, None, value.high)
    corrected = ", corrected since" if value.corrected_by else ""
    return f"{day}: {said} ({joined(map(labels.name, value.voices)) or 'nobody named'}){corrected}"


def rule(text: str) -> str:
    """A rule in words: the explanation of its name, then what it adds for this figure."""
    name = next((known for known in RULES if text.startswith(known)), "")
    return RULES[name] + text.removeprefix(name) if name else text.replace("_", " ")


def reason(text: str, index: Index) -> str:
    """Why a claim was set aside, with other claims named by their quote instead of their id."""
    return _ID.sub(lambda found: _named(found[0], index), text)


def _named(claim: str, index: Index) -> str:
    known = index.claims.get(claim)
    if known is None:
        return "another claim"
    quote = " ".join(known.quote.split())
    short = quote if len(quote) <= SHORT else f"{quote[: SHORT - 1].rstrip()}…"
    return f"“{short}” ({words.title(index.documents[known.doc])})"
