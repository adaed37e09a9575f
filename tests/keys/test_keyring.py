"""Who is trusted, from when to when, by what the holders of keys have said."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.errors import PackageError, UsageError
from witnessmark.keys.instant import instant, now
from witnessmark.keys.keyring import card, read_keyring, revoked, rotated


def signer(seed: int):
    from witnessmark.keys.signing import Signer

    return Signer(Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


A, B, C, THIEF = map(signer, range(1, 5))
CARD = card(A, "Office of the ferry", made="2026-01-01T00:00:00Z")
SPRING, SUMMER, AUTUMN = "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-09-01T00:00:00Z"
TO_B = rotated(A, B.line, "Office, second", "yearly", SPRING)
TO_C = rotated(B, C.line, "Office, third", "yearly", SUMMER)


def ring(*statements: str, trusted: str = CARD):
    return read_keyring([("keys.pub", trusted)], [("statements", "".join(statements))])


def test_a_card_tells_whose_key_it_is():
    key = ring().keys[A.id]
    assert (key.name, key.use, key.made, key.revoked) == (
        "Office of the ferry", "signing", "2026-01-01T00:00:00Z", None,
    )  # fmt: skip


def test_a_bare_key_of_openssh_is_trusted_and_its_comment_is_its_name():
    key = ring(trusted=f"# ours\n\n{A.line} Office\n").keys[A.id]
    assert (key.name, key.made) == ("Office", "")


def test_a_card_among_statements_names_a_trusted_key_and_brings_no_other():
    found = ring(CARD, card(THIEF, "Office of the ferry"), trusted=A.line).keys
    assert {k.id: k.name for k in found.values()} == {A.id: "Office of the ferry"}


@pytest.mark.parametrize("said", [(TO_B, TO_C), (TO_C, TO_B)])
def test_trust_goes_along_the_chain_of_successors(said):
    found = ring(*said).keys
    assert set(found) == {A.id, B.id, C.id}
    assert (found[A.id].revoked, found[A.id].successor) == (SPRING, B.id)
    assert (found[B.id].revoked, found[B.id].successor) == (SUMMER, C.id)
    assert found[C.id].revoked is None


def test_a_chain_that_no_trusted_key_begins_brings_nobody():
    assert set(ring(TO_C).keys) == {A.id}


def test_of_two_successors_neither_is_trusted():
    found = ring(TO_B, rotated(A, THIEF.line, "Office, second", "yearly", SUMMER))
    assert set(found.keys) == {A.id}
    assert found.keys[A.id].revoked == SPRING
    assert "several successors" in found.notes[0]


@pytest.mark.parametrize("by", [A, B, C])
def test_a_key_and_its_successors_can_revoke_it(by):
    found = ring(TO_B, TO_C, revoked(by, A.line, "2026-02-01T00:00:00Z", "laptop stolen", AUTUMN))
    if by is A:  # then nobody knows who named the successor
        assert set(found.keys) == {A.id}
    else:
        assert set(found.keys) == {A.id, B.id, C.id}
    assert found.keys[A.id].revoked == "2026-02-01T00:00:00Z"


@pytest.mark.parametrize("by", [THIEF, B])
def test_nobody_else_can_and_it_is_said(by):
    found = ring(revoked(by, A.line, SPRING, "because"))
    assert found.keys[A.id].revoked is None
    assert "put aside" in found.notes[0]


def test_the_earliest_day_of_several_revocations_counts():
    found = ring(revoked(A, A.line, SUMMER, "lost"), revoked(A, A.line, SPRING, "earlier"))
    assert (found.keys[A.id].revoked, found.keys[A.id].why) == (SPRING, "earlier")


def test_a_predecessor_can_not_revoke_who_came_after():
    assert ring(TO_B, revoked(A, B.line, SPRING, "mine")).keys[B.id].revoked is None


def test_keys_that_name_each_other_in_a_ring_end():
    found = ring(TO_B, rotated(B, A.line, "Office", "back", SUMMER), revoked(THIEF, A.line, SPRING, "x"))
    assert {A.id, B.id} == set(found.keys)


@pytest.mark.parametrize(
    "line",
    [
        "hello",
        "ssh-ed25519 AAAA",
        CARD.replace('"sig":"', '"sig":"AAAA'),
        A.envelope("receipt", {"key": A.line}).decode(),
        A.envelope("key", {"key": A.line}).decode(),
        A.envelope("key", {"key": B.line, "name": "x", "use": "signing", "made": SPRING}).decode(),
        card(A, "x", made="yesterday"),
        revoked(A, A.line, "soon", "x"),
        A.envelope(
            "rotated", {"key": A.line, "successor": "x", "name": "", "made": SPRING, "reason": ""}
        ).decode(),
    ],
)
def test_a_line_that_is_no_key_and_no_statement_is_named(line):
    with pytest.raises(PackageError, match=r"^statements, line 2: "):
        ring("\n", line)


def test_times_are_utc_and_written_one_way():
    assert instant("2026-05-11") == "2026-05-11T00:00:00Z"
    assert instant("2026-05-11T02:30:00+03:00") == "2026-05-10T23:30:00Z"
    assert instant(said := now()) == said
    for text in ("2026-05-11T02:30:00", "May", "2026-13-01", "0001-01-01T00:00:00+03:00"):
        with pytest.raises(UsageError, match="no day or time"):
            instant(text)
