"""What waits for a person, read from a case a page at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from witnessmark.pipeline.reviewing import pair_files
from witnessmark.web.outward import outward, placeless
from witnessmark.web.shown.inbox import claim_lines, document_lines, pair_lines, second_lines

if TYPE_CHECKING:
    from witnessmark.store.case import Case


@dataclass(frozen=True, slots=True)
class Waiting:
    """A part of a list; `after` is where the next part begins, None at its end."""

    lines: tuple[Any, ...]
    after: str | None = None


def waiting(case: "Case", name: str, person: str, after: str | None, limit: int) -> Waiting:
    """A part of one of the lists of `shown.inbox.LISTS`; UsageError where `after` came from no such part."""
    return _LISTS[name](case, person, after, limit)


def _documents(case: "Case", _: str, after: str | None, limit: int) -> Waiting:
    page = case.unread(after, limit)
    found = case.lineages_of(d.id for d in page.items)
    lineages = {doc: lineage.id for doc, lineage in found.items()}
    return Waiting(document_lines(page.items, lineages), page.after)


def _pairs(case: "Case", _: str, after: str | None, limit: int) -> Waiting:
    page = case.open_pairs(after, limit)
    return Waiting(pair_lines(pair_files(case, page.items)), page.after)


def _claims(case: "Case", _: str, after: str | None, limit: int) -> Waiting:
    page = case.unsure_claims(after, limit)
    documents = {d.id: d for d in case.documents_of({c.doc for c in page.items})}
    return Waiting(claim_lines(page.items, documents), page.after)


def _second(case: "Case", person: str, after: str | None, limit: int) -> Waiting:
    page = case.awaiting(after, limit)
    about = {s for d in page.items for s in d.subject}
    claims = outward(case, case.recorded_claims(about))
    return Waiting(second_lines(page.items, claims, case.documents_of(about), person), page.after)


def _failures(case: "Case", _: str, after: str | None, limit: int) -> Waiting:
    page = case.last_failures(after, limit)
    return Waiting(tuple(map(placeless, page.items)), page.after)


_LISTS: Mapping[str, "Callable[[Case, str, str | None, int], Waiting]"] = {
    "documents": _documents,
    "pairs": _pairs,
    "claims": _claims,
    "second": _second,
    "failures": _failures,
}
