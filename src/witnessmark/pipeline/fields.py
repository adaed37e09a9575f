"""Fields of a claim as a person gives them, in words and codes, and as the record of a claim has them.

Every code is one of the codebook, or one that the claim has; every number a whole one in order, every day one
of the calendar. Anything else is refused with what it could be.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from witnessmark import codebook
from witnessmark.codebook.called import parties_like, party_called, speaker_called
from witnessmark.errors import UsageError
from witnessmark.model.actor import Actor, Role
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.place import Location
from witnessmark.model.record import to_record
from witnessmark.model.when import TimePrecision, When

# How a person gave the day of a claim.
GIVEN = "given by a person"
_DIGITS = 9  # of a number of people: both databases count so far, and no more people live
_OF_COUNT = ("measure", "group", "value", "low", "high", "qualifier")


def content(fields: Mapping[str, str], claim: Claim) -> dict[str, Any]:
    """What these fields change in a claim, as its record has it.

    Raises as `stated`, and where nothing would be changed.
    """
    before, after = to_record(claim), to_record(stated(fields, claim))
    told = {name: value for name, value in after.items() if value != before[name]}
    if not told:
        raise UsageError(f"{', '.join(sorted(fields)) or 'nothing'}: the claim says so already")
    return told


def stated(fields: Mapping[str, str], claim: Claim) -> Claim:
    """The claim with these fields; an empty value takes away what was known.

    Raises UsageError for a field or value there is none of.
    """
    strange = sorted(fields.keys() - FIELDS)
    if strange:
        raise UsageError(f"{', '.join(strange)}: a claim has {', '.join(sorted(FIELDS))}")
    given = {name: " ".join(value.split()) for name, value in fields.items()}
    changed = claim
    for name in (n for n in given if n in _PARTS):
        changed = _PARTS[name](changed, given[name])
    counted = {name: given[name] for name in _OF_COUNT if name in given}
    return replace(changed, count=_count(claim.count, counted)) if counted else changed


def _codes(field: str, taxonomy: str, claim: Claim, value: str) -> Claim:
    codes = _listed(value)
    _known(field, codes, (*codebook.load().taxonomy(taxonomy), *getattr(claim, field)))
    told: dict[str, Any] = {field: codes}
    if field == "event_type":
        told["event_type_how"] = "stated" if codes else "unknown"
    return replace(claim, **told)


def _kind(claim: Claim, value: str) -> Claim:
    _known("kind", (value,), tuple(ClaimKind))
    return replace(claim, kind=ClaimKind(value))


def _modality(claim: Claim, value: str) -> Claim:
    _known("modality", (value,), tuple(Modality))
    return replace(claim, modality=Modality(value))


def _attributed(claim: Claim, value: str) -> Claim:
    """Who did it, by codes or names of parties; others who have a part in the claim stay."""
    accused = {a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm}
    parties = dict.fromkeys(_party(name, accused) for name in _rows(value) if name)
    others = tuple(a for a in claim.actors if a.role is not Role.PERPETRATOR)
    return replace(claim, actors=(*(Actor(p, p, Role.PERPETRATOR) for p in parties), *others))


def _rows(value: str) -> Iterator[str]:
    """Names with ; between, in either script; what is no name is several codes with commas between."""
    for piece in (part.strip() for part in re.split("[;\u061b]", value)):
        yield from [piece] if party_called(piece) else _listed(piece)


def _party(name: str, known: Container[str]) -> str:
    party = name if name in known else party_called(name)
    if party is None:
        near = parties_like(name)
        told = f"; close to it is {near}" if near else ""
        raise UsageError(f"attributed_to: {name} is none of the parties, or of several{told}")
    return party


def _claimants(claim: Claim, value: str) -> Claim:
    """Who says it, from the origin to the publisher: `A > B`, each by a code or by a name."""
    names = [name.strip() for name in value.split(">") if name.strip()]
    if not names:
        raise UsageError("claimants: somebody says it: name who, from origin to publisher, as A > B")
    told = (name if name in _voices(claim) else speaker_called(name) or name for name in names)
    return replace(claim, claimants=tuple(Claimant(name, explicit=True) for name in told))


def _voices(claim: Claim) -> frozenset[str]:
    return frozenset(c.name for c in claim.claimants)


def _date(claim: Claim, value: str) -> Claim:
    """A day, month or year, or two days with a slash between."""
    if not value:
        return replace(claim, date=None)
    first, _, last = value.partition("/")
    start, end, precision = _span(first)
    if last:
        end, precision = _span(last)[1], TimePrecision.RANGE_DAYS
    if start > end:
        raise UsageError(f"date: {value} ends before it begins")
    return replace(claim, date=When(None, start, end, precision, GIVEN))


def _span(text: str) -> tuple[date, date, TimePrecision]:
    year, month, day = ([*text.split("-", 2), "", ""])[:3]
    try:
        start = date(int(year), int(month or 1), int(day or 1))
    except (ValueError, OverflowError) as error:
        told = "give 2031-03-04, 2031-03, 2031, or two days as A/B"
        raise UsageError(f"date: {text} is no day: {told}") from error
    if day:
        return start, start, TimePrecision.DAY
    if month:
        last = monthrange(start.year, start.month)[1]
        return start, start.replace(day=last), TimePrecision.MONTH
    return start, start.replace(month=12, day=31), TimePrecision.YEAR


def _place(claim: Claim, value: str) -> Claim:
    """A place of the gazetteer by a name; `NAME#NUMBER` says which of several, by its number there."""
    if not value:
        return replace(claim, location=None)
    from witnessmark.locate.lookup import lookup

    name, _, number = value.partition("#")
    found = [m for m in lookup(name) if not number or str(m.place.geonameid) == number.strip()]
    chosen = [m.place for m in found if m.chosen or len(found) == 1]
    if not chosen:
        several = ", ".join(
            f"{name}#{m.place.geonameid} ({m.place.admin1 or m.place.name}, {m.place.country})"
            for m in found[:_SHOWN]
        )
        raise UsageError(f"place: {value} is {f'one of {several}' if several else 'in no list of places'}")
    return replace(claim, location=Location(name, chosen[0]))


_SHOWN = 5  # places of one name that are told


def _count(known: Count | None, given: Mapping[str, str]) -> Count | None:
    """The number with these parts of it; none where its measure is taken away."""
    measure = given.get("measure", known.measure if known else "")
    if not measure:
        if any(given.values()):
            raise UsageError("measure: say what is counted, such as killed or injured")
        return None
    if known is None or measure != known.measure:
        _known("measure", (measure,), codebook.load().taxonomy("measures"))
    group = (given["group"] or None) if "group" in given else (known.group if known else None)
    if group is not None and (known is None or group != known.group):
        book = codebook.load()
        _known("group", (group,), {**book.taxonomy("groups"), **book.taxonomy("objects")})
    verbatim = known.verbatim if known else given.get("value", "")
    if known and not given.keys() & {"value", "low", "high", "qualifier"}:
        return replace(known, measure=measure, group=group)
    value = _number("value", given["value"]) if "value" in given else (known.value if known else None)
    qualifier = given.get("qualifier") or ("exactly" if value is not None else "vague")
    _known("qualifier", (qualifier,), tuple(Qualifier))
    low, high = _bounds(value, Qualifier(qualifier), given)
    return Count(measure, group, value, low, high, Qualifier(qualifier), verbatim)


def _bounds(value: int | None, how: Qualifier, given: Mapping[str, str]) -> tuple[int | None, int | None]:
    """What the words make certain, unless it is said."""
    from witnessmark.text.number_qualifiers import bounds

    certain = bounds(value, how) if value is not None else None
    low, high = (certain.low, certain.high) if certain else (None, None)
    low = _number("low", given["low"]) if "low" in given else low
    high = _number("high", given["high"]) if "high" in given else high
    if low is not None and high is not None and low > high:
        raise UsageError(f"low: {low} is above high, {high}")
    return low, high


def _number(field: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise UsageError(f"{field}: {text[:20]} is no whole number of people")
    return int(text)


def _listed(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.strip() for code in value.split(",") if code.strip()))


def _known(field: str, codes: Iterable[str], known: Iterable[str]) -> None:
    strange = [code for code in codes if code not in set(known)]
    if strange:
        raise UsageError(f"{field}: {', '.join(strange)} is none of {', '.join(known)}")


_PARTS: Mapping[str, Callable[[Claim, str], Claim]] = {
    "kind": _kind,
    "modality": _modality,
    "event_type": partial(_codes, "event_type", "methods"),
    "weapon": partial(_codes, "weapon", "weapons"),
    "target": partial(_codes, "target", "objects"),
    "target_near": partial(_codes, "target_near", "objects"),
    "victim_group": partial(_codes, "victim_group", "groups"),
    "attributed_to": _attributed,
    "claimants": _claimants,
    "date": _date,
    "place": _place,
}
FIELDS = frozenset({*_PARTS, *_OF_COUNT})
