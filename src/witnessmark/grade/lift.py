"""What would lift a dimension: the evidence or origin that the next level asks for."""

from witnessmark.grade.dimensions import ADMITTABLE, Dimension
from witnessmark.grade.levels import (
    BARE,
    CORROBORATED,
    INVESTIGATED,
    NOTHING,
    SINGLE,
    SUPPORTED,
    Level,
    listed,
)
from witnessmark.model.sentence import sentence

# What would show it, by what is asked (kinds of evidence of domain 5.6).
_SHOWS = {
    "occurrence": sentence("interviews, imagery or a visit to the place"),
    "place_time": sentence("imagery or records that fix place and time"),
    "method_weapon": sentence("remnants, traces of the impact or recordings"),
    "object": sentence("imagery of the place or a visit to it"),
    "attribution": sentence("records or recordings of who was operating there and then"),
    "numbers": sentence("a list of names, or records of hospitals and morgues"),
    "victim_status": sentence("a list that says who each person was and how that is known"),
}

# What a second origin has to say for the two to corroborate each other.
_AGREES = {
    "occurrence": sentence("says that it happened"),
    "place_time": sentence("gives the same place and time"),
    "method_weapon": sentence("names the same means"),
    "object": sentence("names the same object"),
    "attribution": sentence("names the same party"),
    "numbers": sentence("comes to the same number"),
    "victim_status": sentence("says the same of who they were"),
}


def lift(dimension: Dimension, found: Level) -> str:
    """What would raise it to the next level, in words; empty where there is none."""
    agreed = _AGREES[dimension.name]
    shows = _SHOWS[dimension.name]
    who = listed(found.voices)
    if found.code == NOTHING:
        return sentence("to V2: an identified origin that says {asked}", asked=dimension.asks)
    if found.code == BARE:
        return sentence(
            "to V2: an identified origin that says {asked} and stands by it, of this event itself",
            asked=dimension.asks,
        )
    if found.code == SINGLE:
        return sentence(
            "to V3: a report of its own by an origin independent of {who} that {said}; or an investigation "
            "by {party} that shows it ({more})",
            who=who,
            said=agreed,
            party=who,
            more=shows,
        )
    if found.code == INVESTIGATED:
        return sentence(
            "to V4: a report of its own by an origin independent of {who} that {said}", who=who, said=agreed
        )
    if found.code == CORROBORATED:
        if found.rival:
            return sentence("to V4: what the other origins say instead explained")
        return sentence("to V4: evidence that one of them shows ({more})", more=shows)
    if found.code == SUPPORTED:
        if dimension.name in ADMITTABLE:
            return sentence(
                "to V5: a finding by a body with a stated standard of proof, or the statement of the party "
                "itself"
            )
        return sentence("to V5: a finding by a body with a stated standard of proof")
    return ""
