"""Public keys, and what their holders have said about them: made, replaced, revoked.

A text of keys has one a line: a public key as OpenSSH writes it, or a signed statement. Trust comes from the
reader, who names the texts it is given to, and from there goes to the successor that a trusted key named. A
statement on its own earns no trust, and only the key itself or a successor of it can revoke it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from witnessmark.errors import PackageError, UsageError
from witnessmark.keys.instant import instant, now
from witnessmark.keys.signing import (
    ALGORITHM,
    Signed,
    Signer,
    key_id,
    public_bytes,
    public_line,
    read_envelope,
)

Text = tuple[str, str]  # its name for messages, and its lines

# Fields of each kind of statement; the first is the public key that signs it.
FIELDS = {
    "key": ("key", "name", "use", "made"),
    "rotated": ("key", "successor", "name", "made", "reason"),
    "revoked": ("by", "key", "since", "made", "reason"),
}


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key and what is known of it.

    `use` is signing or register; `made` UTC, empty where only the bare key is known. From `revoked` (UTC) on
    its signatures count for nothing, because of `why`; `successor` is the id of the key that took its place.
    """

    line: str
    name: str = ""
    use: str = "signing"
    made: str = ""
    revoked: str | None = None
    why: str = ""
    successor: str | None = None

    @property
    def id(self) -> str:
        """The fingerprint, as `ssh-keygen -l` prints it."""
        return key_id(self.line)


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys that are trusted, by id; `notes` says which statements were put aside, and why."""

    keys: Mapping[str, PublicKey] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def card(signer: Signer, name: str, use: str = "signing", made: str | None = None) -> str:
    """The line with which a key introduces itself."""
    return _line(signer, "key", key=signer.line, name=name, use=use, made=made or now())


def rotated(old: Signer, successor: str, name: str, reason: str, made: str | None = None) -> str:
    """The line with which a key names the one that takes its place from now on."""
    line = public_line(public_bytes(successor))
    return _line(old, "rotated", key=old.line, successor=line, name=name, made=made or now(), reason=reason)


def revoked(by: Signer, key: str, since: str, reason: str, made: str | None = None) -> str:
    """The line that takes trust from a key for what it signed from `since` on; `by` is it or a successor."""
    line = public_line(public_bytes(key))
    return _line(by, "revoked", by=by.line, key=line, since=since, made=made or now(), reason=reason)


def read_keyring(trusted: Iterable[Text], statements: Iterable[Text] = ()) -> Keyring:
    """The keyring of texts that the reader trusts and of others that may change what they say.

    Raises PackageError naming text and line for one that is neither a key nor a statement with a good
    signature.
    """
    keys: dict[str, PublicKey] = {}
    said: list[Signed] = []
    for named, giving in [*((t, True) for t in trusted), *((t, False) for t in statements)]:
        for entry in _entries(named):
            if isinstance(entry, PublicKey):
                if giving:
                    keys.setdefault(entry.id, entry)
                continue
            if entry.kind != "key":
                said.append(entry)
            elif giving or key_id(entry.value["key"]) in keys:
                made = PublicKey(*(entry.value[f] for f in FIELDS["key"]))
                keys[made.id] = made
    return _folded(keys, said)


def _line(signer: Signer, kind: str, **value: str) -> str:
    return signer.envelope(kind, value).decode()


def _entries(named: Text) -> Iterable[PublicKey | Signed]:
    name, text = named
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield _bare(line) if line.startswith(ALGORITHM) else _statement(line)
        except PackageError as error:
            raise PackageError(f"{name}, line {number}: {error}") from error


def _bare(line: str) -> PublicKey:
    comment = line.split(None, 2)[2:]
    return PublicKey(public_line(public_bytes(line)), *comment)


def _statement(line: str) -> Signed:
    signed = read_envelope(f"{line}\n".encode())
    names = FIELDS.get(signed.kind)
    if names is None or signed.value.keys() != set(names) or not all(map(_is_text, signed.value.values())):
        raise PackageError("neither a public key nor a statement about one that this program knows")
    if not all(_canonical(name, text) for name, text in signed.value.items()):
        raise PackageError("it holds a public key or a time that is not written as this program writes it")
    if not signed.by(signed.value[names[0]]):
        raise PackageError("its signature does not fit: the line was changed after it was signed")
    return signed


def _canonical(field: str, text: str) -> bool:
    """Whether keys and times are written the one way, so that they can be compared as they stand."""
    try:
        if field in {"key", "successor", "by"}:
            return public_line(public_bytes(text)) == text
        return field not in {"made", "since"} or instant(text) == text
    except UsageError:
        return False


def _is_text(value: Any) -> bool:  # noqa: ANN401  (JSON)
    return isinstance(value, str)


def _folded(keys: dict[str, PublicKey], said: list[Signed]) -> Keyring:
    """Successors first, then what revokes: a revocation by a successor counts only once that is trusted."""
    notes: list[str] = []
    own: dict[str, str] = {}  # key -> since when it says itself that it is not to be trusted
    for s in (s.value for s in said if s.kind == "revoked" and s.value["by"] == s.value["key"]):
        own[key_id(s["key"])] = min(s["since"], own.get(key_id(s["key"]), s["since"]))
    open_ = [s.value for s in said if s.kind == "rotated"]
    while ready := [s for s in open_ if key_id(s["key"]) in keys]:
        old = key_id(ready[0]["key"])
        mine = [s for s in ready if key_id(s["key"]) == old]
        open_ = [s for s in open_ if s not in mine]
        notes += _succeed(keys, old, mine, own.get(old))
    for s in (s.value for s in said if s.kind == "revoked"):
        notes += _revoke(keys, s)
    return Keyring(keys, tuple(notes))


def _succeed(
    keys: dict[str, PublicKey], old: str, mine: list[Mapping[str, str]], untrusted: str | None
) -> Iterable[str]:
    """The one successor that a key named becomes trusted; of two, neither does."""
    first = min(mine, key=lambda s: s["made"])
    if untrusted and untrusted <= first["made"]:
        yield f"{old}: its successor is not trusted: named {first['made']}, after its revocation"
        return
    if len({s["successor"] for s in mine}) > 1:
        yield f"{old}: has named several successors: none is trusted; ask its holder which is theirs"
        keys[old] = replace(keys[old], revoked=first["made"], why="it named several successors")
        return
    new = PublicKey(first["successor"], first["name"], made=first["made"])
    keys.setdefault(new.id, new)
    keys[old] = replace(
        keys[old], revoked=first["made"], why=f"replaced: {first['reason']}", successor=new.id
    )


def _revoke(keys: dict[str, PublicKey], said: Mapping[str, str]) -> Iterable[str]:
    """The key counts for nothing from the earliest day that it or a successor named."""
    key, by = key_id(said["key"]), key_id(said["by"])
    if key not in keys:
        return
    heir, seen = keys.get(key), {key}
    while heir and heir.id != by and heir.successor not in seen:
        seen.add(heir.successor or "")
        heir = keys.get(heir.successor or "")
    if heir is None or heir.id != by:
        yield f"{key}: its revocation by {by} is put aside: only the key itself or a successor can revoke it"
        return
    known = keys[key]
    if known.revoked is None or said["since"] <= known.revoked:
        keys[key] = replace(known, revoked=said["since"], why=said["reason"])
