"""Signatures under records of the register: a signed envelope around the hash of the record."""

import hashlib

from witnessmark.errors import PackageError, UsageError
from witnessmark.keys.signing import Signer, public_bytes, public_line, read_envelope
from witnessmark.model.ids import canonical_json
from witnessmark.model.record import Record

_KIND = "register-record"  # so that nothing signed elsewhere can stand under a record
_FIELD = "signature"


def signed(record: Record, key: Signer) -> Record:
    """The record with the line of the key and its signature."""
    whole = {**record, "by": key.line}
    return {**whole, _FIELD: key.envelope(_KIND, {"sha256": _hash(whole)}).decode()}


def is_signed(record: Record) -> bool:
    """Whether the signature is that of the key it names, under exactly this record."""
    try:
        envelope = read_envelope(str(record[_FIELD]).encode())
        told = (envelope.kind, envelope.value) == (_KIND, {"sha256": _hash(record)})
        return told and envelope.by(str(record["by"]))
    except (KeyError, PackageError):
        return False


def plain(line: str) -> str:
    """A public key without the comment behind it; raises UsageError for what is none of OpenSSH's Ed25519."""
    try:
        return public_line(public_bytes(line))
    except PackageError as error:
        raise UsageError(str(error)) from error


def _hash(record: Record) -> str:
    content = {k: v for k, v in record.items() if k != _FIELD}
    return hashlib.sha256(canonical_json(content).encode()).hexdigest()
