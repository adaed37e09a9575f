"""Values in plain words: dates, numbers with their bounds, places with their precision, who says what."""

from datetime import date
from functools import cache

from witnessmark.model.claim import Claim
from witnessmark.model.document import Document, PublishedHow
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.when import days_on

DASH = "\u2013"  # an en dash, for ranges and for what is not known
# Not strftime: its names follow the machine's locale, and the same input must give the same bytes.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PLACE_PRECISION = {
    PlacePrecision.EXACT: "known to the spot; shown to a tenth of a degree",
    PlacePrecision.FACILITY: "known to the building; shown to a tenth of a degree",
    PlacePrecision.NEIGHBOURHOOD: "known to the neighbourhood; shown to a tenth of a degree",
    PlacePrecision.TOWN: "known to the town",
    PlacePrecision.CITY: "known to the city",
    PlacePrecision.NEAR_SETTLEMENT: "somewhere near this settlement",
    PlacePrecision.DISTRICT: "somewhere in this district",
    PlacePrecision.ADMIN1: "somewhere in this province",
    PlacePrecision.ADMIN1_PART: "somewhere in this part of the province",
    PlacePrecision.ADMIN1_MULTI: "somewhere in these provinces",
    PlacePrecision.INFORMAL_REGION: "somewhere in this region, which has no fixed bounds",
    PlacePrecision.COUNTRY: "somewhere in this country",
    PlacePrecision.UNRESOLVED: "the name could not be tied to one place",
}

# Where a place is known no better than this, the reader is told so among what is not known.
WIDE = {
    PlacePrecision.DISTRICT: "place known only to the district",
    PlacePrecision.ADMIN1: "place known only to the province",
    PlacePrecision.ADMIN1_PART: "place known only to part of a province",
    PlacePrecision.ADMIN1_MULTI: "place known only to several provinces",
    PlacePrecision.INFORMAL_REGION: "place known only to a region",
    PlacePrecision.COUNTRY: "place known only to the country",
    PlacePrecision.UNRESOLVED: "place named but not found on the map",
}

PUBLISHED = {
    PublishedHow.GIVEN: "given by the person who added the file",
    PublishedHow.STATED: "stated in the text",
    PublishedHow.METADATA: "from the page's metadata",
    PublishedHow.INFERRED: "inferred from other dates in the text",
    PublishedHow.UNKNOWN: "publication date not known",
}


def day(value: date) -> str:
    """29 January 2020."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def span(start: date | None, end: date | None) -> str:
    """The days from `start` to `end` in words; an open end is said, not guessed."""
    if start is None and end is None:
        return "date not stated"
    if start is None or end is None:
        return (
            f"until {day(end)}, start not stated"
            if end
            else f"since {day(start or date.min)}, end not stated"
        )
    if start == end:
        return day(start)
    if start.day == 1 and end < date.max and days_on(end, 1).day == 1:
        return _whole_months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} {DASH} {day(end)}"
    return f"{day(start)} {DASH} {day(end)}"


def _whole_months(start: date, end: date) -> str:
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
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
    return "" if days == 1 else f"on one, several or all of these {days:,} days"


def number(value: int | None, unknown: str = DASH) -> str:
    """Grouped digits, or the word for what is not known."""
    return unknown if value is None else f"{value:,}"


def plural(count: int, thing: str) -> str:
    """`1 publication`, `2 publications`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def bounds(low: int | None, best: int | None, high: int | None) -> str:
    """`at least 108`, `20 to 35 (best 28)`, `not known`: what may be said of the true number."""
    if low is not None and high is not None:
        best_of = "" if best is None else f" (best {number(best)})"
        return number(low) if low == high else f"{number(low)} to {number(high)}{best_of}"
    if low is not None:
        return f"more than {number(best)}" if best == low - 1 else f"at least {number(low)}"
    if high is not None:
        said = f"fewer than {number(best)}" if best == high + 1 else f"at most {number(high)}"
        return said if best is None or best == high + 1 else f"{number(best)}, {said}"
    return "not known" if best is None else f"about {number(best)}"


def place(value: Place | None) -> str:
    """The place with its province and country, or that there is none."""
    if value is None:
        return "place not stated"
    parts = (value.admin1, country(value.country) if value.country else None)
    around = [part for part in parts if part and part != value.name]
    return ", ".join((value.name, *around))


@cache
def country(code: str) -> str:
    """The short name of an ISO 3166-1 alpha-3 code (pycountry), or the code where it has none."""
    import pycountry

    found = pycountry.countries.get(alpha_3=code)
    return str(getattr(found, "common_name", found.name)) if found else code


def title(document: Document) -> str:
    """The document's title, or the name of its file."""
    return document.title or document.path.rsplit("/", 1)[-1]


def published(document: Document) -> str:
    """The publication day and how it is known, or its bounds, or that it is not known."""
    p = document.published
    if p.day is not None:
        return f"{day(p.day)}, {PUBLISHED[p.how]}"
    ends = (("not before", p.low), ("not after", p.high))
    known = [f"{word} {day(end)}" for word, end in ends if end is not None]
    return f"{PUBLISHED[PublishedHow.UNKNOWN]}{'; ' if known else ''}{', '.join(known)}"


def voice(claim: Claim) -> str:
    """How the claimant stands behind it: `needs verification`."""
    return claim.modality.value.replace("_", " ")


def sure(claim: Claim) -> str:
    """How many of a hundred claims like it are read right; empty where that was never measured."""
    return "" if claim.confidence is None else f"{claim.confidence:.0%}"
