"""What kind of speaker stands in a chain of claimants: a person, a body, a publisher, or nobody named."""

from enum import StrEnum
from functools import cache

from witnessmark import codebook


class Standing(StrEnum):
    """What a name in a chain stands for when origins are counted."""

    UNNAMED = "unnamed"  # "reports", "activists": nobody a reader could ask
    PUBLISHER = "publisher"  # a medium or agency: passes on, unless nobody else is named
    BODY = "body"  # an organisation or office the codebook knows
    PERSON = "person"  # a name the codebook does not know: speaks for the body named after it


# The contract's names for nobody in particular; the extractor makes them where a text says "reports say".
_UNNAMED = ("UNNAMED", "UNKNOWN")
# Kinds of speaker in the codebook's claimants whose trade is to pass on what others say.
_PASSING_ON = frozenset({"media", "agency", "wire", "aggregator", "news_agency", "media_photo"})
_NOBODY = frozenset({"unnamed", "generic", "unspecified"})


@cache
def standing(name: str) -> Standing:
    """What `name` stands for, by the codebook, or by its form where the codebook has no entry."""
    if name.startswith(_UNNAMED):
        return Standing.UNNAMED
    known = codebook.load().claimants.get(name)
    if known is not None and known.kind in _NOBODY:
        return Standing.UNNAMED
    if known is not None:
        return Standing.PUBLISHER if known.kind in _PASSING_ON else Standing.BODY
    return Standing.BODY if name == name.upper() else Standing.PERSON


@cache
def body(name: str) -> str:
    """The body a speaker is an organ of, by the codebook's parent; else the name itself."""
    return name
