"""What `add` says of reports that the case held already and that were read otherwise now."""

from collections.abc import Iterator, Sequence

from witnessmark.cli.output import count
from witnessmark.model.document import Document, Published, PublishedHow

_LISTED = 10  # as many lines as one looks at; the rest are counted


def told_anew(changed: Sequence[tuple[Document, Document]]) -> Iterator[str]:
    """A line for each report whose date of publication is another now, and how many else were read anew."""
    dated = [(was, now) for was, now in changed if _day(was.published) != _day(now.published)]
    for was, now in dated[:_LISTED]:
        yield f"{now.path}: published {_day(now.published)} holds now, in place of {_day(was.published)}"
    if (left := len(dated) - _LISTED) > 0:
        yield f"{count(left, 'more document')} with another date of publication than before"
    if rest := len(changed) - len(dated):
        yield f"{count(rest, 'document')} held already and read otherwise than before; the last reading holds"


def _day(p: Published) -> str:
    """The date of publication in words, with how it is known where a person gave it."""
    if p.day is not None:
        return f"{p.day.isoformat()} (given)" if p.how is PublishedHow.GIVEN else p.day.isoformat()
    bounds = [f"from {p.low}" if p.low else "", f"to {p.high}" if p.high else ""]
    return " ".join(b for b in bounds if b) or "(no date known)"
