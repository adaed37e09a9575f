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
from witnessmark.publish.tongue import N_, forms, retold, say, tongue

_ID = re.compile(r"\b[0-9a-f]{64}\b")
SHORT = 60  # letters of another claim's quote inside a reason: enough to find it
# The names `reconcile` gives its rules, in words; what follows a name stands as it is.
RULES = {
    "single_origin_exact": N_("one origin gives one exact number"),
    "single_origin_bounds": N_("one origin gives a number with a qualifier; only its strict bounds are kept"),
    "single_origin_vague": N_("one origin gives a vague word: a lower bound, no best value"),
    "restated_bounds": N_("one origin words its figure with different bounds; the wider ones are kept"),
    "prints_disagree": N_(
        "prints of one report give several numbers, and which it gave is not known: all their "
        "range, the smallest as best"
    ),
    "latest_of_origin": N_("one origin gave several figures over time; its latest counts"),
    "largest_of_report": N_("one report gives several figures at once; the largest is taken for its total"),
    "part_only": N_("only parts of the total are given; the largest is a lower bound"),
    "derived": N_("worked out by this program from other counts, said by nobody"),
    "conceded_only": N_("only the party to whom it is attributed gives a figure; nobody else does"),
    "range_over_origins": N_("several origins: the range of all their figures"),
    "range_over_reports": N_("several reports that name nobody who counted: the range of all their figures"),
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
        low=words.number(value.low, say("open")),
        best=words.number(value.best, say("unknown")),
        high=words.number(value.high, say("open")),
        rule=rule(value.rule),
        said=_often(publications, len(origins)),
        origins=joined(map(labels.name, origins)),
        used=tuple(evidence(index.claims[c], index, labels) for c in value.claims),
        set_aside=tuple(
            evidence(index.claims[s.claim], index, labels, why_aside(s.reason, index, labels))
            for s in value.set_aside
        ),
        conceded=tuple(_conceded(c, labels) for c in value.conceded),
        over_time=tuple(_revision(r, labels) for r in value.revisions),
    )


def _often(publications: int, origins: int) -> str:
    said = forms("said in {n} publication", "said in {n} publications", publications)
    apart = forms("{n} independent origin", "{n} independent origins", origins)
    return say(", ").join((said.format(n=words.number(publications)), apart.format(n=words.number(origins))))


def _conceded(value: Conceded, labels: Labels) -> str:
    who = labels.name(value.party)
    if value.high == 0:
        return say("{who} says that there were none: shown beside and not mixed in").format(who=who)
    return say(
        "conceded by {who}, shown beside and not mixed in: low {low}, best {best}, high {high}"
    ).format(
        who=who,
        low=words.number(value.low, say("open")),
        best=words.number(value.best, say("unknown")),
        high=words.number(value.high, say("open")),
    )


def _revision(value: Revision, labels: Labels) -> str:
    day = words.day(value.day) if value.day else say("day not known")
    said = words.bounds(value.low, value.value, value.high)
    corrected = say(", corrected since") if value.corrected_by else ""
    return f"{day}: {said} ({joined(map(labels.name, value.voices)) or say('nobody named')}){corrected}"


def rule(text: str) -> str:
    """A rule in words: the explanation of its name, then what it adds for this figure."""
    name = next((known for known in RULES if text.startswith(known)), "")
    if not name:
        return text.replace("_", " ")
    added = text.removeprefix(name)
    return say(RULES[name]) + (retold(added) if added else "")


def why_aside(text: str, index: Index, labels: Labels) -> str:
    """Why a claim was set aside, with parties by their names and other claims by their quote."""
    return retold(text, lambda told: labels.told(_ID.sub(lambda found: _named(found[0], index), told)))


def _named(claim: str, index: Index) -> str:
    known = index.claims.get(claim)
    if known is None:
        return say("another claim")
    quote = " ".join(known.quote.split())
    short = quote if len(quote) <= SHORT else f"{quote[: SHORT - 1].rstrip()}…"
    title = words.title(index.documents[known.doc])
    return f"“{tongue().apart(short)}” ({tongue().apart(title)})"
