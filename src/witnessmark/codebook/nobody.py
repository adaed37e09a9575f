"""Names that stand for nobody a reader could ask: unnamed reports, a publisher that nobody names."""

from functools import cache

from witnessmark.codebook.book import load

# What claims name where a text names nobody: the speaker of reports, and who prints the text.
UNNAMED, UNKNOWN_PUBLISHER = "UNNAMED_REPORTS", "UNKNOWN_PUBLISHER"
_PUBLISHER_OF = "publisher of "
_FORMS = ("UNNAMED", "UNKNOWN", _PUBLISHER_OF)
_KIND = "unnamed"  # of speakers in the codebook: "sources", "activists"


def publisher_of(doc: str) -> str:
    """The voice of a document's publisher where the document does not name it: of this document alone."""
    return f"{_PUBLISHER_OF}{doc}"


def is_publisher_of(voice: str) -> bool:
    """Whether a voice was made by `publisher_of`."""
    return voice.startswith(_PUBLISHER_OF)


@cache
def names_nobody(name: str) -> bool:
    """Whether a name in a chain, or a voice, is nobody's: by its form, or by its kind in the codebook."""
    if name.startswith(_FORMS):
        return True
    known = load().claimants.get(name)
    return known is not None and known.kind == _KIND
