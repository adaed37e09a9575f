"""What programs get: they carry it out of the room, so that it is protected as what is published is."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.incident import Incident
from witnessmark.model.pair import Pair
from witnessmark.publish.protect import FINE, protect_claim, protect_document, protect_incident
from witnessmark.text.coordinates import withhold

if TYPE_CHECKING:
    from witnessmark.store.case import Case

T = TypeVar("T")


def outward(case: "Case", values: Iterable[T]) -> tuple[T, ...]:
    """Values of the model as the public may see them; those that have nothing to protect as they are."""
    values = list(values)
    docs = {value.doc for value in values if isinstance(value, Claim)}
    texts = {d.id: d.text for d in case.documents_of(docs)} if docs else {}

    def shown(value: Any) -> Any:  # noqa: ANN401  (any model value)
        if isinstance(value, Claim):
            return protect_claim(value, texts[value.doc])
        if isinstance(value, Incident):
            return protect_incident(value)
        if isinstance(value, Document):
            return protect_document(value)
        if isinstance(value, Pair):
            return replace(value, quotes=tuple(map(withhold, value.quotes)))
        if isinstance(value, Failure):
            told = placeless(value)
            return replace(told, item=withhold(told.item), message=withhold(told.message))
        return _decision(value) if isinstance(value, Decision) else value

    return tuple(shown(value) for value in values)


def placeless(failure: Failure) -> Failure:
    """The failure without the directories of whoever added the item."""
    name = failure.item.rsplit("/", 1)[-1]
    return replace(failure, item=name, message=failure.message.replace(failure.item, name))


def _decision(decision: Decision) -> Decision:
    content = None if decision.content is None else _content(decision.content)
    return replace(decision, content=content, reason=withhold(decision.reason))


def _content(value: Any) -> Any:  # noqa: ANN401  (JSON values)
    """What a decision puts into a claim, without what would lead to a door."""
    if isinstance(value, str):
        return withhold(value)
    if isinstance(value, list | tuple):
        return [_content(v) for v in value]
    if isinstance(value, Mapping):
        fine = value.get("precision") in FINE
        return {
            name: round(v, 1) if fine and name in {"lat", "lon"} and isinstance(v, float) else _content(v)
            for name, v in value.items()
            if not (fine and name == "geonameid")
        }
    return value
