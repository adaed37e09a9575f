"""Figures that cannot stand beside each other: a group certainly larger than the group it belongs to."""

from collections.abc import Iterator, Sequence
from functools import cache

from witnessmark import codebook
from witnessmark.model.figure import Figure
from witnessmark.model.incident import AuditLine


def impossible(figures: Sequence[Figure]) -> Iterator[AuditLine]:
    """One line, not holding, for each figure above that of a broader group of the same measure."""
    for part in figures:
        for whole in figures:
            if (
                part.measure == whole.measure
                and part.group != whole.group
                and _inside(part.group, whole.group)
                and part.low is not None
                and whole.high is not None
                and part.low > whole.high
            ):
                statement = f"{part.low:,} {part.group} of {whole.high:,} {whole.group or 'in all'}"
                note = f"more {part.measure} in a part than in the whole; the figures disagree"
                yield AuditLine(statement, holds=False, claims=(*part.claims, *whole.claims), note=note)


@cache
def _inside(part: str | None, whole: str | None) -> bool:
    """Whether everyone in group `part` is in group `whole`, by the codebook's groups."""
    if part is None:
        return False
    if whole is None:
        return True
    entries = codebook.load().taxonomy("groups")
    code: str | None = part
    while code is not None and code in entries:
        code = entries[code].parent
        if code == whole:
            return True
    return False
