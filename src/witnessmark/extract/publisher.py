"""Who publishes: the wire a report comes from and the outlet that prints it, as far as the document says."""

from witnessmark import codebook
from witnessmark.extract.readings import SpeakerName
from witnessmark.extract.words import Words
from witnessmark.model.document import Document, ZoneKind
from witnessmark.text.normalise import fold, lower

_CREDITS = frozenset({ZoneKind.PHOTO_CAPTION, ZoneKind.SOURCE_CREDIT, ZoneKind.DATELINE_METADATA})


def publishers(document: Document, known: Words) -> tuple[str, ...]:
    """Publisher-side claimants, the wire first; ids of the codebook where it knows them."""
    out: list[str] = []
    speakers = codebook.load().claimants
    for zone in document.zones:
        if zone.zone in _CREDITS:
            named = _named(document.text[zone.start : zone.end], known)
            out.extend(name for name in named if speakers[name].kind == "wire")
    if document.publisher:
        known_as = _named(document.publisher, known)
        out.append(known_as[-1] if known_as else document.publisher)
    return tuple(dict.fromkeys(out)) or (codebook.UNKNOWN_PUBLISHER,)


def _named(text: str, known: Words) -> list[str]:
    plain = fold(text)
    return [
        p.speaker
        for start, end, payloads in known.lexicon.find(lower(plain))
        for p in payloads
        if isinstance(p, SpeakerName) and p.fits(plain[start:end])
    ]
