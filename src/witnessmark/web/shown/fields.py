"""The fields of a claim as a form has them: what they say now, and what they could say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.count import Qualifier
from witnessmark.model.when import When
from witnessmark.web.shown.labels import label
from witnessmark.web.shown.labels import labels as labels_now

# Fields in the order of the form, with the taxonomy their values are of; "" for words that a person writes.
_FIELDS: tuple[tuple[str, str | Promise, str, bool], ...] = (
    ("kind", _("Kind"), "claim_kinds", False),
    ("measure", _("What is counted"), "measures", False),
    ("value", _("Number"), "", False),
    ("low", _("At least"), "", False),
    ("high", _("At most"), "", False),
    ("qualifier", _("How exact"), "qualifiers", False),
    ("group", _("Of whom"), "groups", False),
    ("event_type", _("Method"), "methods", True),
    ("weapon", _("Weapon"), "weapons", True),
    ("target", _("Object hit"), "objects", True),
    ("place", _("Place, by its name"), "", False),
    ("date", _("Day (2031-03-04), month, year, or two days with / between"), "", False),
    ("claimants", _("Who says it, from the origin to the publisher, with > between"), "", False),
    ("attributed_to", _("Who is said to have done it; several with ; between"), "", False),
    ("modality", _("Said as"), "modalities", False),
)
NAMES = tuple(name for name, *_rest in _FIELDS)
_NUMBERS = frozenset({"value", "low", "high"})
# Taxonomies that the model has as a list of its own: no other value is kept.
_OWN: Mapping[str, Iterable[str]] = {"kind": ClaimKind, "modality": Modality, "qualifier": Qualifier}


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose, with its words."""

    code: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field; without `options` it is written, else chosen from them, `several` of them or one."""

    name: str
    label: str | Promise
    value: str
    options: tuple[Option, ...]
    several: bool
    number: bool


def fields(claim: Claim | None = None) -> tuple[Field, ...]:
    """The fields as a claim has them; as a new claim of an event has them where none is given."""
    known = values(claim) if claim is not None else {"kind": ClaimKind.INCIDENT.value}
    return tuple(
        Field(
            name,
            label,
            known.get(name, ""),
            tuple(_options(name, axis, known.get(name, ""))) if axis else (),
            several,
            name in _NUMBERS,
        )
        for name, label, axis, several in _FIELDS
    )


def _options(name: str, axis: str, value: str) -> Iterable[Option]:
    labels, chosen = labels_now(), value.split(",")
    codes = [str(v) for v in _OWN[name]] if name in _OWN else list(labels.axes.get(axis, {}))
    codes += [code for code in chosen if code and code not in codes]
    if name not in ("kind", "modality"):
        yield Option("", "\u2013", not value)
    yield from (Option(code, label(labels, axis, code), code in chosen) for code in codes)


def values(claim: Claim) -> dict[str, str]:
    """What the fields of a claim say, as a form has it."""
    count, place, labels = claim.count, claim.location, labels_now()
    return {
        "kind": claim.kind.value,
        "modality": claim.modality.value,
        "event_type": ",".join(claim.event_type),
        "weapon": ",".join(claim.weapon),
        "target": ",".join(claim.target),
        "attributed_to": "; ".join(_plain(labels.name(who)) for who in _accused(claim)),
        "claimants": " > ".join(_plain(labels.name(c.name)) for c in claim.claimants),
        "date": _date(claim.date),
        "place": place.place.name if place else "",
        "measure": count.measure if count else "",
        "group": (count.group or "") if count else "",
        "value": _number(count.value) if count else "",
        "low": _number(count.low) if count else "",
        "high": _number(count.high) if count else "",
        "qualifier": count.qualifier.value if count else "",
    }


def _accused(claim: Claim) -> list[str]:
    return list(dict.fromkeys(a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm))


def _plain(name: str) -> str:
    """A name as it is typed: without the signs that keep it apart from words in another script."""
    return name.strip("\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}")


def _coded(given: str, between: str, codes: Iterable[str]) -> str:
    """Names of the claim's own in a row as their codes; other names as they are, for the codebook to know."""
    labels = labels_now()
    own = {_plain(labels.name(code)): code for code in codes}
    return between.join(own.get(name.strip(), name.strip()) for name in given.split(between.strip()))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _date(when: When | None) -> str:
    if when is None or when.start is None or when.end is None:
        return ""
    return f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"


def changed(given: Mapping[str, str], claim: Claim | None) -> dict[str, str]:
    """The fields of a form that say otherwise than the claim; of a new claim those that say anything.

    A number goes with the words of how exact it is, and takes its bounds from them unless they are given.
    """
    known = values(claim) if claim is not None else {}
    told = {n: " ".join(given[n].split()) for n in NAMES if n in given}
    found = {n: v for n, v in told.items() if v != known.get(n, "")}
    if found.keys() & {"value", "low", "high", "qualifier"}:
        found |= {n: told[n] for n in ("value", "qualifier") if told.get(n)}
    if claim is not None and "attributed_to" in found:
        found["attributed_to"] = _coded(found["attributed_to"], "; ", _accused(claim))
    if claim is not None and "claimants" in found:
        found["claimants"] = _coded(found["claimants"], " > ", (c.name for c in claim.claimants))
    return found
