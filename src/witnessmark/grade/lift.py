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

# What would show it, by what is asked (kinds of evidence of domain 5.6).
_SHOWS = {
    "occurrence": "interviews, imagery or a visit to the place",
    "place_time": "imagery or records that fix place and time",
    "method_weapon": "remnants, traces of the impact or recordings",
    "object": "imagery of the place or a visit to it",
    "attribution": "records or recordings of who was operating there and then",
    "numbers": "a list of names, or records of hospitals and morgues",
    "victim_status": "a list that says who each person was and how that is known",
}

# What a second origin has to say for the two to corroborate each other.
_AGREES = {
    "occurrence": "says that it happened",
    "place_time": "gives the same place and time",
    "method_weapon": "names the same means",
    "object": "names the same object",
    "attribution": "names the same party",
    "numbers": "comes to the same number",
    "victim_status": "says the same of who they were",
}


def lift(dimension: Dimension, found: Level) -> str:
    """What would raise it to the next level, in words; empty where there is none."""
    agreed = _AGREES[dimension.name]
    shows = _SHOWS[dimension.name]
    who = listed(found.voices)
    if found.code == NOTHING:
        return f"to V2: an identified origin that says {dimension.asks}"
    if found.code == BARE:
        return (
            f"to V2: an identified origin that says {dimension.asks} and stands by it, of this event itself"
        )
    if found.code == SINGLE:
        second = f"a report of its own by an origin independent of {who} that {agreed}"
        return f"to V3: {second}; or an investigation by {who} that shows it ({shows})"
    if found.code == INVESTIGATED:
        return f"to V4: a report of its own by an origin independent of {who} that {agreed}"
    if found.code == CORROBORATED:
        settled = (
            "what the other origins say instead explained"
            if found.rival
            else f"evidence that one of them shows ({shows})"
        )
        return f"to V4: {settled}"
    if found.code == SUPPORTED:
        admitted = ", or the statement of the party itself" if dimension.name in ADMITTABLE else ""
        return f"to V5: a finding by a body with a stated standard of proof{admitted}"
    return ""
