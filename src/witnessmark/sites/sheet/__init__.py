"""The sheet of a package: A4 pages to print, for whoever receives notifications on paper."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from witnessmark.codebook import load
from witnessmark.model.ids import bytes_id
from witnessmark.sites.tables import Row
from witnessmark.sites.written import decimal, written

_FOLDER = Path(__file__).parent

_TITLES = {
    "notify": "Notification of protected sites",
    "amend": "Correction of positions notified before",
    "withdraw": "Withdrawal of notifications",
}
_ASKS = {
    "notify": "The sites below are made known with the positions as they are sent here.",
    "amend": "For the sites below the positions sent here take the place of those sent before.",
    "withdraw": "The notifications of the sites below are taken back. The positions are those sent before.",
}


def sheet(heading: Mapping[str, Any], rows: Sequence[Row], key: str, table: bytes) -> bytes:
    """One HTML page without script that asks for nothing from elsewhere; `key` is the signer's fingerprint.

    The hash of `table`, the CSV beside it, ties a printed sheet to its package.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,  # names come from tables of others: none is markup
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["decimal"] = decimal
    style = (_FOLDER / "sheet.css").read_text(encoding="utf-8")
    book = load()
    party = book.parties.get(heading["party"])
    kinds = book.taxonomy("objects")
    page = environment.get_template("sheet.html.j2").render(
        heading=heading,
        title=_TITLES[heading["request"]],
        asks=_ASKS[heading["request"]],
        party=party.display if party else heading["party"],
        rows=[(row, written(row.transmitted.lat, row.transmitted.lon, "mgrs")) for row in rows],
        kinds={row.kind: kinds[row.kind].label if row.kind in kinds else row.kind for row in rows},
        key=key,
        table=bytes_id(table),
        law=book.statements["notification_and_law"],
        style=Markup(style),  # noqa: S704  (our own file, the only text put in unescaped)
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return page.encode()
