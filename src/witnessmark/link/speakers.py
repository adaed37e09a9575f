"""What kind of speaker stands in a chain of claimants: a person, a body, a publisher, or nobody named."""

from enum import StrEnum
from functools import cache

from witnessmark import codebook


class Standing(StrEnum):
    """What a name in a chain stands for when origins are counted."""

    UNNAMED = "unnamed"  # "reports", "activists": nobody a reader could ask
    WIRE = "wire"  # a news agency: its trade is to pass on
    MEDIUM = "medium"  # a newspaper or broadcaster: passes on what it prints, is a voice where others cite it
    BODY = "body"  # an organisation or office the codebook knows
    PERSON = "person"  # a name the codebook does not know: speaks for the body named after it


# What the codebook's kinds of speaker come to here; every other kind is a body that speaks for itself.
_KINDS = {"wire": Standing.WIRE, "media": Standing.MEDIUM}


@cache
def standing(name: str) -> Standing:
    """What `name` stands for, by the codebook, or by its form where the codebook has no entry."""
    if codebook.names_nobody(name):
        return Standing.UNNAMED
    known = codebook.load().claimants.get(name)
    if known is not None:
        return _KINDS.get(known.kind, Standing.BODY)
    return Standing.BODY if name == name.upper() else Standing.PERSON
