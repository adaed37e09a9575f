"""What a document says of where it comes from: the agency it credits, and whether it is a press release."""

import re
from functools import cache
from pathlib import Path

from witnessmark import codebook
from witnessmark.model.document import Document, ZoneKind

_DATA = Path(__file__).parent / "data" / "credits.yaml"
# Characters at either end of a text in which an agency is credited: a dateline, a byline, a last line.
HEAD, FOOT = 240, 160
# "TOWN (Agency) -", the agencies' own dateline.
_DATELINE = re.compile(r"^[^\n(]{2,40}\(([^()\n]{2,40})\)\s*[-\u2013\u2014]", re.MULTILINE)


def agency_of(document: Document) -> str | None:
    """The news agency credited at the head, at the foot or on a credit line, if any."""
    told = _told(document)
    credits_ = [document.text[z.start : z.end] for z in document.zones if z.zone is ZoneKind.SOURCE_CREDIT]
    return _agency("\n".join((told[:HEAD], told[HEAD:][-FOOT:], *credits_)), document.publisher)


def release_of(document: Document) -> str | None:
    """The words by which a document calls itself, or what it quotes, a release."""
    found = _releases().search(_told(document))
    return found.group().casefold() if found else None


def _told(document: Document) -> str:
    body = [document.text[z.start : z.end] for z in document.zones if z.claims_allowed]
    return "\n".join(body) if document.zones else document.text


def _agency(edges: str, publisher: str | None) -> str | None:
    known = _agencies().search(edges)
    if known is not None:
        return _names()[known.group().casefold()]
    dateline = _DATELINE.search(edges)
    if dateline is not None:
        return dateline.group(1).strip()
    return _names().get((publisher or "").casefold())


@cache
def _names() -> dict[str, str]:
    """Every name of a news agency the codebook knows, folded, with the agency's code."""
    wires = {code: c for code, c in codebook.load().claimants.items() if c.kind == "wire"}
    return {name.casefold(): code for code, c in wires.items() for name in (code, c.name, *c.aliases)}


@cache
def _agencies() -> re.Pattern[str]:
    """Names of agencies where they are credited: in brackets, after a dash, or on a line of their own."""
    names = "|".join(re.escape(n) for n in sorted(_names(), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<=[(\u2014\u2013\n])(?:{names})(?=[)\n]|$)", re.IGNORECASE)


@cache
def _releases() -> re.Pattern[str]:
    import yaml

    data = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    terms = sorted((t for rows in data["releases"].values() for t in rows), key=lambda t: (-len(t), t))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})(?!\w)", re.IGNORECASE)
