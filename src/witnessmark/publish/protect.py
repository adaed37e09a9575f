"""What must not leave: coordinates that would lead to a door.

The default audience is the public. A place known better than its town keeps only a tenth of a degree (about
11 km), and coordinates written out in a document are blacked out, sign by sign, so that every offset and
every quote still fits.
"""

import re
from dataclasses import replace

from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.incident import Incident
from witnessmark.model.place import Location, Place, PlaceMention, PlacePrecision
from witnessmark.model.reading import Reading
from witnessmark.model.when import Timex
from witnessmark.publish.dossier import Dossier

FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.FACILITY, PlacePrecision.NEIGHBOURHOOD})
MASK = "█"
_SIDE = r"(?:\b[NSEW]|(?i:north|south|east|west))"
_FINE = r"[-+\u2212]?\d{1,3}(?:[.\u066b]\d{3,}|,\d{4,})"  # a comma before three digits groups thousands
_MINUTES = r"['\u2019\u2032\u00b4]"
_SECONDS = r"(?:[\"\u201d\u2033]|'')"
# As people and maps write them; three decimals of a degree are about 100 m, two 1 km. \d is of any script.
_COORDINATES = re.compile(
    rf"""
    # decimal degrees: a pair, one with its sign or side, one with its name
    (?<![\d.]){_SIDE}?\s?{_FINE}\s{{0,2}}[°º]?\s{{0,2}}{_SIDE}?
      (?:[\s,;/|&\u060c]|%2C|![34]d|\band\b){{1,5}}(?:[a-z]{{1,9}}\s{{0,2}}[:=]?\s{{0,2}})?
      {_SIDE}?\s?{_FINE}(?!\d)(?:\s{{0,2}}[°º])?(?:\s{{0,2}}{_SIDE}\b)?
    | (?<![\d.])\d{{1,3}}[.,\u066b]\d{{2,}}\s{{0,2}}(?:[°º](?:\s{{0,2}}{_SIDE}\b)?|[NSEW]\b)
    | (?i:\b(?:lat|lon|lng)\w*)\s{{0,2}}[:=]?\s{{0,2}}{_FINE}
    # degrees, minutes and seconds
    | (?<!\d){_SIDE}?\s?\d{{1,3}}\s{{0,2}}[°º]\s{{0,2}}\d{{1,2}}(?:[.,]\d+)?\s{{0,2}}{_MINUTES}
      (?:\s{{0,2}}\d{{1,2}}(?:[.,]\d+)?\s{{0,2}}{_SECONDS})?(?:\s{{0,2}}{_SIDE}\b)?
    | \b\d{{1,3}}[\s:]\d{{1,2}}[\s:]\d{{1,2}}(?:\.\d+)?\s?[NSEW]\b
    | \b\d{{4,6}}[NS]\s?\d{{5,7}}[EW]\b
    # MGRS, UTM, Open Location Code, three words
    | \b\d{{1,2}}[C-X]\s?[A-HJ-NP-Z]{{2}}\s?(?:\d{{3}}\s?\d{{3}}|\d{{4}}\s?\d{{4}}|\d{{5}}\s?\d{{5}})\b
    | \b\d{{1,2}}\s?[C-X]\s{{1,3}}\d{{6}}\s{{0,2}}(?:m?E)?[\s,]{{1,3}}\d{{6,7}}\b
    | \b(?:[2-9CFGHJMPQRVWX]{{4}}\s?)?[2-9CFGHJMPQRVWX]{{4}}\+[2-9CFGHJMPQRVWX]{{2,3}}\b
    | ///\w+\.\w+\.\w+
    """,
    re.VERBOSE,
)


def protect(dossier: Dossier) -> Dossier:
    """The dossier as the public may see it."""
    return replace(
        dossier,
        readings=tuple(_reading(r) for r in dossier.readings),
        incidents=tuple(_incident(i) for i in dossier.incidents),
    )


def withhold(text: str) -> str:
    """The text, of the same length, with coordinates blacked out."""
    return _COORDINATES.sub(lambda found: re.sub(r"\S", MASK, found.group()), text)


def coarse(place: Place) -> Place:
    """The place with its point no finer than a tenth of a degree where it is known better than its town."""
    if place.precision not in FINE or place.lat is None or place.lon is None:
        return place
    return replace(place, lat=round(place.lat, 1), lon=round(place.lon, 1), geonameid=None)


def _reading(reading: Reading) -> Reading:
    document = _document(reading.document)
    text = document.text
    return replace(
        reading,
        document=document,
        claims=tuple(_claim(c, text) for c in reading.claims),
        places=tuple(_mention(m, text) for m in reading.places),
        timexes=tuple(_timex(t, text) for t in reading.timexes),
    )


def _timex(timex: Timex, text: str) -> Timex:
    parts = tuple(_timex(part, text) for part in timex.parts)
    return replace(timex, quote=text[timex.start : timex.end], parts=parts)


def _document(document: Document) -> Document:
    title = None if document.title is None else withhold(document.title)
    return replace(document, text=withhold(document.text), title=title)


def _claim(claim: Claim, text: str) -> Claim:
    where = claim.location
    return replace(claim, quote=text[claim.start : claim.end], location=where and _location(where))


def _location(location: Location) -> Location:
    return replace(location, verbatim=withhold(location.verbatim), place=coarse(location.place))


def _mention(mention: PlaceMention, text: str) -> PlaceMention:
    place, other, spot = mention.place, mention.runner_up, mention.spot
    return replace(
        mention,
        quote=text[mention.start : mention.end],
        place=place and coarse(place),
        runner_up=other and coarse(other),
        spot=spot and coarse(spot),
    )


def _incident(incident: Incident) -> Incident:
    return replace(incident, place=incident.place and coarse(incident.place))
