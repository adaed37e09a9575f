"""A signed container: files in a ZIP beside an envelope with their hashes, and one way to write it all.

It is sound where the signature is good, each file has the hash that was signed, and writing what was read
once more gives the same bytes. So no byte of it can differ, and nothing can be added where ZIP readers do not
look.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from witnessmark.errors import KeyRevokedError, PackageError, UsageError
from witnessmark.keys.instant import instant
from witnessmark.keys.keyring import Keyring, PublicKey
from witnessmark.keys.signing import Signed, Signer, read_envelope
from witnessmark.model.ids import bytes_id

ENVELOPE = "envelope.json"
FORMAT = 1  # of what containers hold
_WHEN = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can name: the time of signing is in the envelope

# What zipfile raises for bytes that are no ZIP, besides its own error.
_NO_ZIP = (zipfile.BadZipFile, EOFError, LookupError, OSError, RuntimeError, ValueError, OverflowError)


class Fault(StrEnum):
    """What is wrong with a container; NOTE where nothing is."""

    LAYOUT = "layout"
    CHANGED = "changed"
    SIGNATURE = "signature"
    UNKNOWN_KEY = "unknown_key"
    REVOKED_KEY = "revoked_key"
    CONTENT = "content"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verification found, in words that name no site and no position."""

    fault: Fault
    message: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A container as read: `statement` is what was signed, empty where the envelope cannot be read."""

    sha256: str
    statement: Mapping[str, Any]
    files: Mapping[str, bytes]
    key: PublicKey | None
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether every byte is what a trusted key signed."""
        return all(f.fault is Fault.NOTE for f in self.findings)

    def trusted(self, name: str) -> None:
        """Raises KeyRevokedError or PackageError with every finding where it is not sound."""
        if self.sound:
            return
        faults = [f for f in self.findings if f.fault is not Fault.NOTE]
        error = KeyRevokedError if all(f.fault is Fault.REVOKED_KEY for f in faults) else PackageError
        raise error(f"{name}: " + "; ".join(f.message for f in faults))


def texts(statement: Mapping[str, Any], names: Iterable[str], optional: str) -> dict[str, Any]:
    """Fields of a statement, all text but `optional`, which may be null; else raises PackageError."""
    found = {name: statement.get(name) for name in names}
    if all(isinstance(v, str) or (v is None and n == optional) for n, v in found.items()):
        return found
    raise PackageError("made by another version of the program: upgrade witnessmark")


def pack(kind: str, statement: Mapping[str, Any], files: Mapping[str, bytes], signer: Signer) -> bytes:
    """A container of this kind with these files; `statement` must say when it was `created`."""
    signed = {
        **statement,
        "format": FORMAT,
        "key": signer.id,
        "files": {name: bytes_id(data) for name, data in files.items()},
    }
    return _zipped({**files, ENVELOPE: signer.envelope(kind, signed)})


def claimed(data: bytes) -> Signed | None:
    """What the envelope of a container says and who claims to have signed it; None where none can be read.

    Nothing is checked.
    """
    try:
        return read_envelope(dict(_unzipped(data)).get(ENVELOPE, b""))
    except PackageError:
        return None


def unpack(kind: str, data: bytes, keyring: Keyring) -> Opened:
    """A container with everything that is wrong with it; it never raises for what the bytes hold."""
    sha256 = bytes_id(data)
    try:
        files = dict(_unzipped(data))
        signed = _envelope(kind, files)
    except PackageError as error:
        return Opened(sha256, {}, {}, None, (Finding(Fault.LAYOUT, str(error)),))
    key = keyring.keys.get(signed.signer)
    contents = {name: content for name, content in files.items() if name != ENVELOPE}
    findings = [*_signature(signed, key), *_contents(signed.value, contents), *_standing(signed, key)]
    if _zipped(files) != data:
        findings.append(Finding(Fault.LAYOUT, "bytes around the signed files were changed or added"))
    findings += (Finding(Fault.NOTE, note) for note in keyring.notes)
    return Opened(sha256, signed.value, contents, key, tuple(findings))


def _envelope(kind: str, files: Mapping[str, bytes]) -> Signed:
    if ENVELOPE not in files:
        raise PackageError(f"it holds no {ENVELOPE}, so nothing in it is signed")
    signed = read_envelope(files[ENVELOPE])
    if signed.kind != kind:
        raise PackageError(f"it is signed as a {signed.kind[:40]}, not as a {kind}")
    return signed


def _signature(signed: Signed, key: PublicKey | None) -> Iterator[Finding]:
    if key is None:
        yield Finding(
            Fault.UNKNOWN_KEY,
            f"signed by a key you have not said you trust ({signed.signer[:60]}): get the sender's public "
            "key by a way you trust, compare the fingerprint, and give it with --public",
        )
    elif not signed.by(key.line):
        yield Finding(Fault.SIGNATURE, f"the signature is not by {key.id}: the envelope was changed")
    elif signed.value.get("key") != key.id:
        yield Finding(Fault.SIGNATURE, "the envelope names another key than the one that signed it")


def _contents(statement: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[Finding]:
    hashes = statement.get("files")
    if statement.get("format") != FORMAT or not isinstance(hashes, dict):
        yield Finding(Fault.CONTENT, "made by another version of the program: upgrade witnessmark")
        return
    for name in sorted(hashes.keys() - files.keys()):
        yield Finding(Fault.CHANGED, f"{name} is missing")
    for name in sorted(files.keys() - hashes.keys()):
        yield Finding(Fault.CHANGED, f"{name[:60]!r} was added after signing")
    for name in sorted(hashes.keys() & files.keys()):
        if bytes_id(files[name]) != hashes[name]:
            yield Finding(Fault.CHANGED, f"{name} was changed after signing")


def _standing(signed: Signed, key: PublicKey | None) -> Iterator[Finding]:
    """Whether the key counted at the time that its holder says the container was made."""
    if key is None:
        return
    created = signed.value.get("created")
    if not isinstance(created, str) or not _is_instant(created):
        yield Finding(Fault.CONTENT, "it does not say when it was made")
        return
    if key.use != "signing":
        yield Finding(Fault.SIGNATURE, f"the key {key.id} was made for {key.use}, not for signing")
    if created < key.made:
        yield Finding(Fault.SIGNATURE, f"dated {created}, before its key was made ({key.made})")
    if key.revoked and created >= key.revoked:
        yield Finding(
            Fault.REVOKED_KEY,
            f"signed {created} with a key that counts for nothing since {key.revoked} ({key.why}): ask the "
            "sender for one signed with the key in use",
        )
    elif key.revoked:
        yield Finding(
            Fault.NOTE,
            f"the key was revoked from {key.revoked} on ({key.why}); this is dated {created}, before that, "
            "by the word of the signer alone: look for a receipt or another dated trace of it",
        )


def _is_instant(text: str) -> bool:
    try:
        return instant(text) == text
    except UsageError:
        return False


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The one ZIP of these files: stored, sorted by name, with one date and one mode."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, _WHEN)
            info.create_system = 3  # Unix on every machine
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return out.getvalue()


def _unzipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each file once, read as it lies there; raises PackageError for anything but a plain, whole ZIP."""
    seen: set[str] = set()
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                total += info.file_size  # entries that overlap would be more than all there is
                if info.compress_type != zipfile.ZIP_STORED or total > len(data) or info.flag_bits & 1:
                    raise PackageError("it is compressed or encrypted, as no package is: it was packed again")
                if info.filename in seen:
                    raise PackageError("it holds two files of one name")
                seen.add(info.filename)
                yield info.filename, archive.read(info)
    except _NO_ZIP as error:
        raise PackageError(f"it is cut off, damaged, or no package ({error})") from error
