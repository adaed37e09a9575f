"""What ladders of the field would call it: a suggestion with its reason, from the codebook's rules."""

from witnessmark import codebook
from witnessmark.codebook.ladders import Ladder
from witnessmark.model.grade import Suggestion
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.sentence import sentence

# Ladders grade single events: neither a total over many nor a state of things.
_GRADED = frozenset({IncidentKind.INCIDENT, IncidentKind.ALLEGATION})


def suggest(incident: Incident, facts: frozenset[str]) -> tuple[Suggestion, ...]:
    """One suggestion for each ladder of the codebook, in its order; none for what is no single event."""
    if incident.kind not in _GRADED:
        return ()
    return tuple(_suggestion(ladder, incident, facts) for ladder in codebook.load().ladders.values())


def _suggestion(ladder: Ladder, incident: Incident, facts: frozenset[str]) -> Suggestion:
    if ladder.objects and not ladder.objects & set(incident.target):
        return Suggestion(ladder.name, None, sentence("nothing that this ladder is about is said to be hit"))
    rung = next((r for r in ladder.rungs if r.when <= facts), None)
    if rung is None:
        return Suggestion(ladder.name, None, ladder.otherwise)
    return Suggestion(ladder.name, rung.level, rung.because)
