"""Figures that cannot stand beside each other: groups certainly larger than the group they belong to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from witnessmark import codebook
from witnessmark.model.figure import Figure
from witnessmark.model.incident import AuditLine
from witnessmark.model.sentence import sentence


def impossible(figures: Sequence[Figure]) -> Iterator[AuditLine]:
    """One line, not holding, for each figure, or sum of figures, above that of a broader group."""
    for whole in figures:
        if whole.high is None:
            continue
        inside = [f for f in figures if f.measure == whole.measure and inside_group(f.group, whole.group)]
        yield from _single(whole, inside)
        yield from _together(whole, inside)


def _single(whole: Figure, inside: Sequence[Figure]) -> Iterator[AuditLine]:
    for part in inside:
        if part.low is not None and whole.high is not None and part.low > whole.high:
            statement = _of(sentence("{n} {group}", n=f"{part.low:,}", group=part.group), whole)
            note = sentence(
                "more {measure} in a part than in the whole; the figures disagree", measure=part.measure
            )
            yield AuditLine(statement, holds=False, claims=(*part.claims, *whole.claims), note=note)


def _together(whole: Figure, inside: Sequence[Figure]) -> Iterator[AuditLine]:
    """Groups that nobody can be in two of, added: as many people at least as their lower bounds say."""
    rows: dict[str, list[Figure]] = defaultdict(list)
    for part in inside:
        if part.low is not None and (word := apart(part.group)):
            rows[word].append(part)
    for parts in rows.values():
        least = sum(p.low or 0 for p in parts)
        if len(parts) > 1 and whole.high is not None and least > whole.high:
            added = " + ".join(sentence("{n} {group}", n=f"{p.low:,}", group=p.group) for p in parts)
            statement = _of(sentence("{added} = {n}", added=added, n=f"{least:,}"), whole)
            note = sentence(
                "more {measure} in groups that cannot overlap than in the whole; the figures disagree",
                measure=whole.measure,
            )
            claims = tuple(c for f in (*parts, whole) for c in f.claims)
            yield AuditLine(statement, holds=False, claims=claims, note=note)


def _of(part: str, whole: Figure) -> str:
    total = f"{whole.high or 0:,}"
    if whole.group is None:
        return sentence("{said} of {total} in all", said=part, total=total)
    return sentence("{said} of {total} {among}", said=part, total=total, among=whole.group)


@cache
def apart(group: str | None) -> str | None:
    """The codebook's word for groups that exclude each other."""
    entry = codebook.load().taxonomy("groups").get(group or "")
    word = entry.extra.get("apart") if entry is not None else None
    return word if isinstance(word, str) else None


@cache
def inside_group(part: str | None, whole: str | None) -> bool:
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
