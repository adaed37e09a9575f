"""Values in plain words: dates, numbers with their bounds, places with their precision, who says what."""

from datetime import date
from functools import cache

from witnessmark.model.claim import Claim
from witnessmark.model.document import Document, PublishedHow
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.when import days_on
from witnessmark.publish.tongue import N_, forms, say, tongue

DASH = "\u2013"  # an en dash, for ranges and for what is not known
# Not strftime: its names follow the machine's locale, and the same input must give the same bytes.
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip

PLACE_PRECISION = {
    PlacePrecision.EXACT: N_("known to the spot; shown to a tenth of a degree"),
    PlacePrecision.FACILITY: N_("known to the building; shown to a tenth of a degree"),
    PlacePrecision.NEIGHBOURHOOD: N_("known to the neighbourhood; shown to a tenth of a degree"),
    PlacePrecision.TOWN: N_("known to the town"),
    PlacePrecision.CITY: N_("known to the city"),
    PlacePrecision.NEAR_SETTLEMENT: N_("somewhere near this settlement"),
    PlacePrecision.DISTRICT: N_("somewhere in this district"),
    PlacePrecision.ADMIN1: N_("somewhere in this province"),
    PlacePrecision.ADMIN1_PART: N_("somewhere in this part of the province"),
    PlacePrecision.ADMIN1_MULTI: N_("somewhere in these provinces"),
    PlacePrecision.INFORMAL_REGION: N_("somewhere in this region, which has no fixed bounds"),
    PlacePrecision.COUNTRY: N_("somewhere in this country"),
    PlacePrecision.UNRESOLVED: N_("the name could not be tied to one place"),
}

# Where a place is known no better than this, the reader is told so among what is not known.
WIDE = {
    PlacePrecision.DISTRICT: N_("place known only to the district"),
    PlacePrecision.ADMIN1: N_("place known only to the province"),
    PlacePrecision.ADMIN1_PART: N_("place known only to part of a province"),
    PlacePrecision.ADMIN1_MULTI: N_("place known only to several provinces"),
    PlacePrecision.INFORMAL_REGION: N_("place known only to a region"),
    PlacePrecision.COUNTRY: N_("place known only to the country"),
    PlacePrecision.UNRESOLVED: N_("place named but not found on the map"),
}

PUBLISHED = {
    PublishedHow.GIVEN: N_("given by the person who added the file"),
    PublishedHow.STATED: N_("stated in the text"),
    PublishedHow.METADATA: N_("from the page's metadata"),
    PublishedHow.INFERRED: N_("inferred from other dates in the text"),
    PublishedHow.UNKNOWN: N_("publication date not known"),
}


def day(value: date) -> str:
    """29 January 2020."""
    return f"{value.day} {_month(value)} {value.year}"


def _month(value: date) -> str:
    return say(MONTHS[value.month - 1])


def span(start: date | None, end: date | None) -> str:
    """The days from `start` to `end` in words; an open end is said, not guessed."""
    if start is None and end is None:
        return say("date not stated")
    if start is None or end is None:
        if end:
            return say("until {day}, start not stated").format(day=day(end))
        return say("since {day}, end not stated").format(day=day(start or date.min))
    if start == end:
        return day(start)
    if start.day == 1 and end < date.max and days_on(end, 1).day == 1:
        return _whole_months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_month(start)} {DASH} {day(end)}"
    return f"{day(start)} {DASH} {day(end)}"


def _whole_months(start: date, end: date) -> str:
    first, last = _month(start), _month(end)
    if start.year != end.year:
        return f"{first} {start.year} {DASH} {last} {end.year}"
    if (start.month, end.month) == (1, 12):
        return str(start.year)
    return f"{first} {start.year}" if first == last else f"{first} {DASH} {last} {start.year}"


def span_precision(start: date | None, end: date | None) -> str:
    """How narrow the interval is, in words."""
    if start is None or end is None:
        return ""
    days = (end - start).days + 1
    if days == 1:
        return ""
    return forms(
        "on one, several or all of this day", "on one, several or all of these {n} days", days
    ).format(n=number(days))


def number(value: int | None, unknown: str = DASH) -> str:
    """Grouped digits, or the word for what is not known."""
    return unknown if value is None else f"{value:,}"


def plural(count: int, thing: str) -> str:
    """`1 publication`, `2 publications`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def bounds(low: int | None, best: int | None, high: int | None) -> str:
    """`at least 108`, `20 to 35 (best 28)`, `not known`: what may be said of the true number."""
    if low is not None and high is not None:
        if low == high:
            return number(low)
        told = say("{low} to {high}").format(low=number(low), high=number(high))
        return told if best is None else say("{range} (best {best})").format(range=told, best=number(best))
    if low is not None:
        if best == low - 1:
            return say("more than {n}").format(n=number(best))
        return say("at least {n}").format(n=number(low))
    if high is not None:
        return _below(best, high)
    return say("not known") if best is None else say("about {n}").format(n=number(best))


def _below(best: int | None, high: int) -> str:
    if best == high + 1:
        return say("fewer than {n}").format(n=number(best))
    said = say("at most {n}").format(n=number(high))
    return said if best is None else say("{best}, {bounds}").format(best=number(best), bounds=said)


def place(value: Place | None) -> str:
    """The place with its province and country, or that there is none."""
    if value is None:
        return say("place not stated")
    parts = (value.admin1, country(value.country) if value.country else None)
    around = [part for part in parts if part and part != value.name]
    return say(", ").join(map(tongue().apart, (value.name, *around)))


def country(code: str) -> str:
    """The short name of an ISO 3166-1 alpha-3 code (pycountry), or the code where it has none."""
    return tongue().country(*_country(code))


@cache
def _country(code: str) -> tuple[str, str]:
    import pycountry

    found = pycountry.countries.get(alpha_3=code)
    return (str(getattr(found, "common_name", found.name)), str(found.name)) if found else (code, code)


def title(document: Document) -> str:
    """The document's title, or the name of its file."""
    return document.title or document.path.rsplit("/", 1)[-1]


def language(document: Document) -> str:
    """Its language as a tag; empty where it is not determined."""
    return "" if document.language == "und" else document.language


def published(document: Document) -> str:
    """The publication day and how it is known, or its bounds, or that it is not known."""
    p = document.published
    if p.day is not None:
        return say("{day}, {how}").format(day=day(p.day), how=say(PUBLISHED[p.how]))
    ends = ((say("not before {day}"), p.low), (say("not after {day}"), p.high))
    known = [words.format(day=day(end)) for words, end in ends if end is not None]
    unknown = say(PUBLISHED[PublishedHow.UNKNOWN])
    return (
        say("{unknown}; {bounds}").format(unknown=unknown, bounds=say(", ").join(known)) if known else unknown
    )


def voice(claim: Claim) -> str:
    """How the claimant stands behind it: `needs verification`."""
    return claim.modality.value.replace("_", " ")


def sure(claim: Claim) -> str:
    """How many of a hundred claims like it are read right; empty where that was never measured."""
    return "" if claim.confidence is None else f"{claim.confidence:.0%}"
