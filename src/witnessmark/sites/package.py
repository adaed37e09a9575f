"""A notification package: what is sent to a party, signed, and verified by anyone with the public key.

A ZIP of a table, a map layer and a sheet to print, beside the envelope that signs them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from witnessmark.errors import PackageError, UsageError
from witnessmark.keys.instant import instant
from witnessmark.keys.keyring import Keyring
from witnessmark.keys.signing import Signer
from witnessmark.sites.container import Fault, Finding, Opened, pack, texts, unpack
from witnessmark.sites.sheet import sheet
from witnessmark.sites.tables import Row, as_csv, as_geojson, as_sent, from_csv

KIND = "notification"
CSV, GEOJSON, SHEET = "notification.csv", "notification.geojson", "notification.html"


class Request(StrEnum):
    """What a package asks: to note sites, to correct what was sent, or to take it back (never in one)."""

    NOTIFY = "notify"
    AMEND = "amend"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package is: `party` is the codebook's code of the recipient, `created` UTC.

    `earlier` is the SHA-256 of the package before it to this party, so that a missing one is noticed.
    """

    batch: str
    party: str
    channel: str
    created: str
    sender: str
    request: Request = Request.NOTIFY
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """A package as read: `manifest` and `rows` only where all of it is sound."""

    container: Opened
    manifest: Manifest | None = None
    rows: tuple[Row, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every byte is what a trusted key signed."""
        return self.container.sound


def build(manifest: Manifest, rows: Iterable[Row], signer: Signer) -> bytes:
    """The package of these sites; the same manifest, rows and key give the same bytes.

    Raises UsageError for no site, a site twice, a position off the globe and a time of no zone.
    """
    manifest = replace(manifest, created=instant(manifest.created))
    listed = tuple(sorted(map(as_sent, rows), key=lambda r: r.site))
    if not listed:
        raise UsageError("a package needs at least one site")
    if len({r.site for r in listed}) < len(listed):
        raise UsageError("a site is in the package twice: send one position of it")
    heading = _heading(manifest, listed)
    table = as_csv(listed)
    files = {
        CSV: table,
        GEOJSON: as_geojson(heading, listed),
        SHEET: sheet(heading, listed, signer.id, table),
    }
    return pack(KIND, heading, files, signer)


def verify(data: bytes, keyring: Keyring) -> Verified:
    """The package with everything that is wrong with it; `Verified.container.trusted` raises for that."""
    opened = unpack(KIND, data, keyring)
    if not opened.sound:
        return Verified(opened)
    try:
        manifest, rows = _read(opened)
    except (PackageError, UsageError) as error:
        return Verified(replace(opened, findings=(*opened.findings, Finding(Fault.CONTENT, str(error)))))
    return Verified(opened, manifest, rows)


def _read(opened: Opened) -> tuple[Manifest, tuple[Row, ...]]:
    manifest = _manifest(opened.statement)
    rows = from_csv(opened.files.get(CSV, b""))
    if as_geojson(_heading(manifest, rows), rows) != opened.files.get(GEOJSON):
        raise PackageError("the table and the map layer in it do not tell the same")
    return manifest, rows


def _heading(manifest: Manifest, rows: tuple[Row, ...]) -> dict[str, Any]:
    return {**asdict(manifest), "sites": len(rows)}


def _manifest(statement: Mapping[str, Any]) -> Manifest:
    found = Manifest(**texts(statement, (f.name for f in fields(Manifest)), optional="earlier"))
    try:
        return replace(found, request=Request(found.request))
    except ValueError as error:
        raise PackageError("it asks something this program does not know: upgrade witnessmark") from error
