"""What must not leave: coordinates that would lead to a door.

The default audience is the public. A place known better than its town keeps only a tenth of a degree (about
11 km), and coordinates written out in a document are blacked out, sign by sign, so that every offset and
every quote still fits.
"""

from dataclasses import replace

from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.incident import Incident
from witnessmark.model.place import Location, Place, PlaceMention, PlacePrecision
from witnessmark.model.reading import Reading
from witnessmark.model.when import Timex
from witnessmark.publish.dossier import Dossier
from witnessmark.text.coordinates import withhold

FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.FACILITY, PlacePrecision.NEIGHBOURHOOD})


def protect(dossier: Dossier) -> Dossier:
    """The dossier as the public may see it."""
    return replace(
        dossier,
        readings=tuple(_reading(r) for r in dossier.readings),
        incidents=tuple(map(protect_incident, dossier.incidents)),
    )


def protect_document(document: Document) -> Document:
    """The document as the public may see it."""
    return _document(document)


def protect_claim(claim: Claim, text: str) -> Claim:
    """A claim of the document with that text, as the public may see it."""
    return _claim(claim, withhold(text))


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
    url = None if document.url is None else withhold(document.url)
    # The directories are those of whoever added it.
    path = withhold(document.path.rsplit("/", 1)[-1])
    return replace(document, text=withhold(document.text), title=title, url=url, path=path)


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


def protect_incident(incident: Incident) -> Incident:
    """The incident as the public may see it."""
    return replace(incident, place=incident.place and coarse(incident.place))
