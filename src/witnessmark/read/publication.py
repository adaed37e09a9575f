"""When a document was published, by whom it says, and how that is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from witnessmark.model.document import Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.sentence import sentence
from witnessmark.read.credits import picture_credit
from witnessmark.read.cues import level
from witnessmark.read.knowledge import knowledge
from witnessmark.read.stamps import Stamp, stamps

# A wire dateline (city, date, agency, dash) is over by then.
DATELINE_CHARS = 100
_DATED = (ZoneKind.DATELINE_METADATA, ZoneKind.CRAWLER_METADATA)
_DATELINE = re.compile(r"\s*\(?[A-Z\u0400-\u042f\u0600-\u06ff][^\n]{2,90}?\s*(?:--|—|\u2013|\s-\s)")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing the document says about its publication date."""

    how: PublishedHow
    low: date
    high: date
    evidence: str


def published(
    text: str, zones: tuple[Zone, ...], metadata: str | None, given: date | None, today: date
) -> Published:
    """The publication date: given, else metadata, else stated in the text; a date after `today` is not used.

    Where day and month cannot be told apart, `day` is None and the two readings are the bounds. Where a later
    date was not used, `today` is the upper bound, by which other stages know not to use it either.
    """
    unused = []
    high = None
    for found in _candidates(text, zones, metadata, given):
        if isinstance(found, str):
            unused.append(found)
        elif found.low > today:
            late = sentence("{said}: later than {day}, not used", said=found.evidence, day=today.isoformat())
            unused.append(late)
            high = today
        else:
            evidence = "; ".join([found.evidence, *unused])
            if found.low == found.high:
                return Published(found.low, found.how, evidence=evidence)
            return Published(None, found.how, found.low, min(found.high, today), evidence)
    return Published(high=high, evidence="; ".join(unused))


def _candidates(
    text: str, zones: tuple[Zone, ...], metadata: str | None, given: date | None
) -> Iterator[Found | str]:
    """In order of trust; a string is something that looked like a date and is none."""
    if given:
        yield Found(PublishedHow.GIVEN, given, given, sentence("given as {day}", day=given.isoformat()))
    if metadata and metadata.strip():
        stamp = next(stamps(metadata), None)
        if stamp:
            words = sentence('metadata: "{words}"', words=metadata.strip())
            yield Found(PublishedHow.METADATA, stamp.low, stamp.high, words)
        else:
            yield sentence('metadata gives "{words}", which is no date', words=metadata.strip()[:60])
    for quote, stamp in sorted(_stated(text, zones), key=_unlabelled):
        words = sentence('stated: "{words}"', words=quote.strip())
        yield Found(PublishedHow.STATED, stamp.low, stamp.high, words)


def _unlabelled(item: tuple[str, Stamp]) -> bool:
    return not any(word in level(item[0]) for word in knowledge("publication")["published_label"])


def _labels() -> list[str]:
    known = knowledge("publication")
    return [*known["published_label"], *known["updated_label"]]


def _stated(text: str, zones: tuple[Zone, ...]) -> Iterator[tuple[str, Stamp]]:
    for z in zones:
        if z.zone in _DATED:
            for line in text[z.start : z.end].splitlines():
                found = list(stamps(line))
                if len(found) == 1 or any(
                    word in level(line) for word in _labels()
                ):  # a bare pair is a period
                    yield from ((line, s) for s in found)
    body = next((z for z in zones if z.zone is ZoneKind.BODY), None)
    if body:
        yield from dateline(text[body.start : body.start + DATELINE_CHARS])


def dateline(opening: str) -> Iterator[tuple[str, Stamp]]:
    """The date of a wire dateline ("CITY, 3 May 2020 (Agency) —") at the start of `opening`."""
    m = _DATELINE.match(opening)
    stamp = next(stamps(m.group()), None) if m else None
    if m and stamp and opening[: stamp.start].strip() and _all_names(opening[: stamp.start]):
        yield m.group(), stamp


def _all_names(place: str) -> bool:
    return not any(word[0].islower() for word in re.findall(r"[^\W\d_]+", place))


def publisher(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The publisher the text's own furniture names: its press office, subscription line or copyright line."""
    furniture = {kind: [text[z.start : z.end] for z in zones if z.zone is kind] for kind in ZoneKind}
    for credit in furniture[ZoneKind.SOURCE_CREDIT]:
        if picture_credit(credit):
            continue  # whoever took the picture
        if (m := _own_house().search(credit)) is not None:
            return m[1].strip()
    everything = " ".join(text[z.start : z.end] for z in zones if not z.claims_allowed)
    for block in furniture[ZoneKind.NEWSLETTER_SIGNUP]:
        for m in _subscribe().finditer(block):
            if everything.count(m[1]) > 1:  # a second mention tells a name from a slogan
                return m[1].strip()
    for credit in furniture[ZoneKind.SOURCE_CREDIT]:
        if (m := _copyright().search(credit)) is not None:
            return m[1].strip()
    return None


@cache
def _own_house() -> re.Pattern[str]:
    house = "|".join(map(re.escape, knowledge("publication")["own_house"]))
    return re.compile(rf":\s*([^()\[\]:\n]*(?:{house})[^()\[\]:\n]*)", re.IGNORECASE)


@cache
def _subscribe() -> re.Pattern[str]:
    lead = "|".join(map(re.escape, knowledge("publication")["subscribe"]))
    return re.compile(
        rf"^(?i:{lead})\s+([A-Z][\w.&'\u2019\-]*(?:\s+[A-Z][\w.&'\u2019\-]*){{0,4}})\s*$", re.MULTILINE
    )


@cache
def _copyright() -> re.Pattern[str]:
    lead = "|".join(map(re.escape, knowledge("publication")["copyright"]))
    word = r"[A-Z0-9][\w&'\u2019\-]*(?:\.\w+)*"
    name = rf"{word}(?:\s+(?:(?:of|the|for|&)\s+)?{word}){{0,5}}?"
    return re.compile(
        rf"(?i:{lead})\s*(?:©|\([cC]\))?\s*\d{{4}}(?:\s*[-\u2013]\s*\d{{4}})?,?\s+(?:by\s+)?({name})"
        r"(?=\s*(?:$|[.,;:(|)\n\u2013—]|-|[Aa]ll [Rr]ights))"
    )
