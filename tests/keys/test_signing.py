"""Envelopes: what was signed, by whom, and nothing else passes."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.errors import PackageError
from witnessmark.keys.signing import Signer, key_id, public_bytes, public_line, read_envelope

SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
MADE = SIGNER.envelope("key", {"name": "Ferry hospital", "of": ["مشفى", 1]})


def holds(data: bytes) -> bool:
    try:
        signed = read_envelope(data)
    except PackageError:
        return False
    return signed.kind == "key" and signed.by(SIGNER.line)


def test_what_was_signed_is_read_back():
    signed = read_envelope(MADE)
    assert signed.value == {"name": "Ferry hospital", "of": ["مشفى", 1]}
    assert (signed.kind, signed.signer) == ("key", SIGNER.id)
    assert signed.by(SIGNER.line)
    assert not signed.by(OTHER.line)


@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_is_found(bit):
    kept = [n for n in range(len(MADE)) if holds(MADE[:n] + bytes([MADE[n] ^ 1 << bit]) + MADE[n + 1 :])]
    assert kept == []


def changed(change) -> bytes:
    data = json.loads(MADE)
    change(data)
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def payload(text: str) -> bytes:
    return changed(lambda d: d.update(payload=base64.b64encode(text.encode()).decode()))


@pytest.mark.parametrize(
    "data",
    [
        MADE.strip(),
        MADE + b" ",
        MADE.replace(b",", b", "),
        changed(lambda d: d["signatures"].append({**d["signatures"][0], "keyid": OTHER.id})),
        changed(lambda d: d["signatures"].append(d["signatures"][0])),
        changed(lambda d: d["signatures"].clear()),
        changed(lambda d: d["signatures"][0].update(note="x")),
        changed(lambda d: d.update(note="x")),
        changed(lambda d: d["signatures"][0].update(keyid=OTHER.id)),
        changed(lambda d: d["signatures"][0].update(keyid=7)),
        changed(lambda d: d["signatures"][0].update(sig="AAAA")),
        changed(lambda d: d.update(payload="*")),
        changed(lambda d: d.update(signatures={})),
        payload("[1]"),
        payload('{"of": 1}'),
        b"[" * 100_000,
        b"\xff",
        b"null\n",
    ],
)
def test_any_other_way_to_write_it_is_refused(data):
    assert not holds(data)


def test_a_signature_of_one_kind_of_statement_is_none_of_another():
    assert not holds(changed(lambda d: d.update(payloadType=d["payloadType"].replace(".key+", ".receipt+"))))


@given(st.binary(min_size=32, max_size=32))
def test_a_public_key_line_is_read_back(raw):
    assert public_bytes(public_line(raw)) == raw
    assert public_bytes(f"{public_line(raw)}  R. Doe, ferry") == raw


@pytest.mark.parametrize(
    "line", ["", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-rsa AAAA", "ssh-ed25519 é", "x"]
)
def test_what_is_no_public_key_is_refused(line):
    with pytest.raises(PackageError, match="not an Ed25519 public key"):
        key_id(line)


def test_a_signer_does_not_print_its_secret():
    assert repr(SIGNER) == f"Signer({SIGNER.id})"
