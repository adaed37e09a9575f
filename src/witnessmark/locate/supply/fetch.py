"""Fetching GeoNames country files: resumed where they broke off, checked before they are used.

What has come stays in a `.part` file with the server's tag of the version beside it; the next request asks
for the rest of that version only (HTTP Range with If-Range), so two versions are never joined. Nothing is
sent but the request for the file.
"""

import http.client
import json
import os
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from witnessmark.errors import StorageError, UnreadableError, UsageError
from witnessmark.locate.supply.folder import PRIVATE, made

ADDRESS = "https://download.geonames.org/export/dump"
ENVIRONMENT = "WITNESSMARK_GEONAMES"
TIMEOUT = 30  # seconds without a byte
TRIES, PAUSE = 4, 1.0  # requests for one file, each after the last broke off; seconds before the second
_CHUNK = 1 << 16

Tell = Callable[[int, int | None], None]  # bytes there, bytes in all if known


@dataclass(slots=True)
class Part:
    """A download under way: the file, and which version of what it is the beginning of."""

    path: Path
    address: str
    etag: str = ""

    @property
    def note(self) -> Path:
        return self.path.with_suffix(".json")

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def remember(self) -> None:
        self.note.write_text(json.dumps({"address": self.address, "etag": self.etag}), "utf-8")

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)


def address(given: str | None = None) -> str:
    """Where the files are: as given, as WITNESSMARK_GEONAMES says, or at GeoNames. Raises UsageError."""
    found = (given or os.environ.get(ENVIRONMENT) or ADDRESS).rstrip("/")
    parts = urlsplit(found)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"--address {found}: give the folder of the country files, as {ADDRESS}")
    if parts.username is not None:  # it would stand in messages and notes
        raise UsageError("--address: a name and password in the address are not used; leave them out")
    return found


def fetch(directory: Path, url: str, known: str, tell: Tell) -> tuple[Path, str] | None:
    """The zip at `url`, whole and checked, and the server's tag of it; None where `known` is still the tag.

    Raises UnreadableError where it is not there, is no list of places or breaks off again and again (what has
    come is kept, the next call goes on from there), and StorageError where the disk refuses.
    """
    name = url.rsplit("/", 1)[1]
    part = _resumed(made(directory) / f"{name}.part", url)
    for left in reversed(range(TRIES)):
        try:
            if not _request(part, known, tell):
                return None
            break
        except HTTPError as error:
            raise _refused(url, error) from error
        except (URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            if not left:
                raise _broken_off(part, getattr(error, "reason", None) or error) from error
            time.sleep(PAUSE)
        except OSError as error:
            raise StorageError(f"{part.path}: {error.strerror or error}; check free space") from error
    _check(part)
    whole = part.path.with_suffix("")
    part.path.replace(whole)
    part.note.unlink(missing_ok=True)
    return whole, part.etag


def _resumed(path: Path, url: str) -> Part:
    part = Part(path, url)
    with suppress(OSError, ValueError, TypeError, KeyError):
        noted = json.loads(part.note.read_text("utf-8"))
        if noted["address"] == url:
            part.etag = str(noted["etag"])
    if not part.etag:  # nothing says which version this is the beginning of
        part.drop()
    return part


def _request(part: Part, known: str, tell: Tell) -> bool:
    """Ask for the file or the rest of it; False where it has not changed. Raises for what broke off."""
    have = part.size()
    request = Request(part.address, headers={"User-Agent": "witnessmark", "Accept-Encoding": "identity"})  # noqa: S310  (scheme checked in address())
    if have:
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", part.etag)
    elif known:
        request.add_header("If-None-Match" if known.startswith('"') else "If-Modified-Since", known)
    try:
        reply = urlopen(request, timeout=TIMEOUT)  # noqa: S310  (scheme checked in address())
    except HTTPError as error:
        if error.code == http.HTTPStatus.NOT_MODIFIED:
            return False
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and have:
            part.drop()
            raise ConnectionError("the part does not fit the file; begun anew") from error
        raise
    with reply:
        _receive(part, reply, have, tell)
    return True


def _receive(part: Part, reply: http.client.HTTPResponse, have: int, tell: Tell) -> None:
    tag = _tag(reply)
    total = _total(reply)
    going_on = reply.status == http.HTTPStatus.PARTIAL_CONTENT
    begins = (reply.headers.get("Content-Range") or "").startswith(f"bytes {have}-")
    if going_on and not (begins and tag in {part.etag, ""}):
        part.drop()  # another version than the one begun with
        raise ConnectionError("the file has changed; begun anew")
    if not going_on:
        have = 0
        part.etag = tag
        part.remember()
    with part.path.open("ab" if going_on else "wb") as out:
        part.path.chmod(PRIVATE)
        have = _copy(reply, out, have, total, tell)
        out.flush()
        os.fsync(out.fileno())
    if total is not None and have < total:
        raise ConnectionError(f"{have:,} of {total:,} bytes")
    if total is not None and have > total:
        part.drop()
        raise ConnectionError("more bytes than announced; begun anew")


def _copy(reply: http.client.HTTPResponse, out: IO[bytes], have: int, total: int | None, tell: Tell) -> int:
    while chunk := reply.read1(_CHUNK):
        out.write(chunk)
        have += len(chunk)
        tell(have, total)
    return have


def _tag(reply: http.client.HTTPResponse) -> str:
    """What tells this version from another; a weak tag may not be resumed by."""
    tag = reply.headers.get("ETag") or ""
    return reply.headers.get("Last-Modified") or "" if not tag or tag.startswith("W/") else tag


def _total(reply: http.client.HTTPResponse) -> int | None:
    """Bytes of the whole file, where the server says."""
    span = reply.headers.get("Content-Range") or ""
    length = reply.headers.get("Content-Length") or ""
    text = span.rpartition("/")[2] if reply.status == http.HTTPStatus.PARTIAL_CONTENT else length
    return int(text) if text.isdigit() else None


def _broken_off(part: Part, reason: object) -> UnreadableError:
    why = getattr(reason, "strerror", None) or reason
    if not part.size():
        return UnreadableError(f"{part.address}: nothing came ({why}); check the connection and --address")
    return UnreadableError(
        f"{part.address}: the connection broke off after {part.size():,} bytes ({why}); what came is kept: "
        "run the same command again to go on"
    )


def _refused(url: str, error: HTTPError) -> UnreadableError:
    if error.code == http.HTTPStatus.NOT_FOUND:
        return UnreadableError(f"{url}: no such file there; check the country and --address")
    if error.code < http.HTTPStatus.BAD_REQUEST:
        return UnreadableError(f"{url}: the server sends on to where nothing can be fetched; check --address")
    return UnreadableError(f"{url}: the server answers {error.code} {error.reason}; try again later")


def _check(part: Part) -> None:
    """Raise UnreadableError, and drop what came, unless it is a whole zip with its sums right."""
    try:
        with zipfile.ZipFile(part.path) as packed:
            broken = packed.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
        part.drop()  # RuntimeError: a zip with a password, or packed in a way not known
        raise UnreadableError(
            f"{part.address}: what came is not a whole zip ({error}); check --address, then run the command "
            "again"
        ) from error
    if broken:
        part.drop()
        raise UnreadableError(f"{part.address}: {broken} in it is damaged; run the command again")
