"""The register of protected sites in a case: the only reader and writer of its sealed segments.

Its ledger is one chain: grants and revocations, which say who holds a key, and segments, each sealed to the
register's own key R. A record is signed by a keeper over its case, its place, the hash of the row before it
and the run it was entered in, which has the time: no record can be put in earlier, moved, or taken to another
case by somebody without a keeper's key. What a segment says is no concern of this module.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from witnessmark.errors import CaseError, IntegrityError, LockedError, UsageError
from witnessmark.keys.signing import Signer
from witnessmark.model.holder import Access, Holder
from witnessmark.model.ids import canonical_json
from witnessmark.model.record import Record
from witnessmark.store import chain, holders, openings, queries, register_verify, sealing, signing
from witnessmark.store.faults import translated, writing
from witnessmark.store.keyfiles import OpeningKey
from witnessmark.store.models import RegisterRow, RunRow
from witnessmark.store.shape import entry, parse

_ENTRIES = 2_000  # of one segment: a megabyte or so is held open at a time


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was entered, and when (UTC, ISO 8601)."""

    content: str
    record: Record
    recorded: str


class Register:
    """The register, opened by a holder. The caller holds the writer's lock and an open run when it writes."""

    def __init__(self, using: str, case: str, holder: Holder, secrets: Sequence[str]) -> None:
        self._using = using
        self._case = case
        self._secrets = list(secrets)
        self.holder = holder

    @property
    def version(self) -> str:
        """The hash of the last record."""
        with translated(self._using):
            return chain.head(self._using, RegisterRow)[1]

    @property
    def secret(self) -> bytes:
        """What keys the ids of sites: always the same, and unknown to whom the register does not open."""
        return sealing.derived(self._secrets[0], "ids of sites")

    def entries(self, *contents: str) -> Iterator[Entry]:
        """What was entered of these contents, in order.

        Raises IntegrityError where a row is not what a keeper signed, and where it does not open.
        """
        times = run_times(self._using)
        for where, record in register_verify.sound(self._using, self._case, holders.Holders()):
            if record["kind"] == holders.SEGMENT and record["content"] in contents:
                recorded = times.get(record["run"], "")
                for found in self._opened(where, record):
                    yield Entry(record["content"], found, recorded)

    def keep(self, run: str, key: Signer, parts: Iterable[tuple[str, Sequence[Record]]]) -> int:
        """Enter these records by what they are, all of them or none; how many they were."""
        need(self.holder, Access.KEEPER, "entering something in the register of sites")
        kept = 0
        with writing(self._using):
            now = _now(self._using, self._case)
            _check_signer(now, key)
            for content, records in parts:
                for i in range(0, len(records), _ENTRIES):
                    some = records[i : i + _ENTRIES]
                    _append(self._using, self._case, run, key, self._segment(now, content, some))
                kept += len(records)
        return kept

    def grant(self, run: str, key: Signer, holder: Holder) -> None:
        """Let somebody open the register, or change what they may do. Raises UsageError, LockedError."""
        need(self.holder, Access.KEEPER, "granting")
        with writing(self._using):
            now = _now(self._using, self._case)
            _check_signer(now, key)
            told = _grant(holder, now.recipient, now.epoch, self._secrets)
            _check_keepers({**now.holders, holder.name: holder})
            _append(self._using, self._case, run, key, told)

    def revoke(self, run: str, key: Signer, name: str, reason: str) -> None:
        """Take a holder's key back: what is entered from here on is sealed to a new key R of the others."""
        need(self.holder, Access.KEEPER, "taking a key back")
        with writing(self._using):
            now = _now(self._using, self._case)
            _check_signer(now, key)
            if name not in now.holders:
                raise UsageError(f"{name}: holds no key here; witnessmark sites holders lists them")
            left = {n: h for n, h in now.holders.items() if n != name}
            _check_keepers(left)
            if not any(h.signs == key.line for h in left.values()):
                raise UsageError(f"{name}: another keeper has to take this key back, with their own")
            self._secrets.append(sealing.new_secret())
            epoch, recipient = now.epoch + 1, sealing.recipient(self._secrets[-1])
            told = {"holder": name, "reason": reason, "recipient": recipient, "epoch": epoch}
            _append(self._using, self._case, run, key, {"kind": holders.REVOCATION, **told})
            for other in left.values():
                _append(self._using, self._case, run, key, _grant(other, recipient, epoch, self._secrets))

    def problems(self) -> Iterator[str]:
        """What is wrong inside the segments, one line a problem; needs the key, as all here does."""
        for row in queries.rows(self._using, RegisterRow):
            record = parse(queries.where(row), row.record)
            if record["kind"] == holders.SEGMENT:
                try:
                    self._opened(queries.where(row), record)
                except IntegrityError as error:
                    yield str(error)

    def _segment(self, now: holders.Holders, content: str, records: Sequence[Record]) -> Record:
        text = canonical_json(list(records))
        return {
            "kind": holders.SEGMENT,
            "content": content,
            "epoch": now.epoch,
            "sum": sealing.keyed_sum(text, self._secrets[now.epoch - 1]),
            "sealed": base64.b64encode(sealing.seal(text, now.recipient)).decode(),
        }

    def _opened(self, where: str, record: Record) -> list[Record]:
        try:
            secret = self._secrets[record["epoch"] - 1]
            text = sealing.unseal(base64.b64decode(record["sealed"]), secret)
            found: list[Record] = json.loads(text)
        except (IndexError, KeyError, TypeError, ValueError, IntegrityError) as error:
            raise IntegrityError(
                f"{where}: it does not open with the register's key: run `witnessmark verify`"
            ) from error
        if sealing.keyed_sum(text, secret) != record["sum"]:
            raise IntegrityError(f"{where}: not what was entered: run `witnessmark verify`")
        return found


def need(holder: Holder, access: Access, what: str) -> None:
    """Raise LockedError where the holder's right is not enough for that."""
    if not holder.access.allows(access):
        raise LockedError(
            f"{what} needs the right of {_article(access)}; this key was granted that of "
            f"{_article(holder.access)}: a keeper can grant more (witnessmark sites grant)"
        )


def exists(using: str) -> bool:
    """Whether the case has a register."""
    with translated(using):
        return RegisterRow.objects.using(using).exists()


def make(using: str, case: str, run: str, key: Signer, keeper: Holder) -> None:
    """Begin the register with its first keeper; raises CaseError where there is one."""
    secret = sealing.new_secret()
    with writing(using):
        if RegisterRow.objects.using(using).exists():
            raise CaseError("the case has a register of sites already: its keepers can grant others a key")
        if key.line != keeper.signs:
            raise UsageError("the signing key given is not the one the keeper is to sign with")
        _append(using, case, run, key, _grant(keeper, sealing.recipient(secret), 1, [secret]))


def holder_of(using: str, case: str, key: OpeningKey) -> Holder:
    """Whose key it is; raises LockedError where it opens nothing here. Nothing is opened by this."""
    return _now(using, case).of_key(key.line)


def unlock(using: str, case: str, key: OpeningKey) -> Register:
    """The register; the opening was noted before."""
    now = _now(using, case)
    holder = now.of_key(key.line)
    return Register(using, case, holder, sealing.shared(base64.b64decode(now.sealed[holder.name]), key))


def all_holders(using: str, case: str) -> list[Holder]:
    """Those who hold a key now, by name."""
    return [holder for _, holder in sorted(_now(using, case).holders.items())]


def run_times(using: str) -> dict[str, str]:
    """When each run began, by its id."""
    notes = ((row.record_id, parse(queries.where(row), row.record)) for row in queries.rows(using, RunRow))
    return {name: note["at"] for name, note in notes if note["event"] == "begin"}


def _now(using: str, case: str) -> holders.Holders:
    """Those who hold a key by what keepers signed. Raises IntegrityError where somebody else wrote."""
    now = holders.Holders()
    for _ in register_verify.sound(using, case, now, segments=False):
        pass
    return now


def _grant(holder: Holder, recipient: str, epoch: int, secrets: Sequence[str]) -> Record:
    return {
        "kind": holders.GRANT,
        "holder": holder.name,
        "access": str(holder.access),
        "opens": holder.opens,
        "signs": holder.signs,
        "recipient": recipient,
        "epoch": epoch,
        "sealed": base64.b64encode(sealing.share(secrets, holder.opens)).decode(),
    }


def _append(using: str, case: str, run: str, key: Signer, body: Record) -> None:
    seq, after = chain.head(using, RegisterRow)
    openings.now_after_all(using)
    place = {"record": "register", "case": case, "place": seq + 1, "after": after, "run": run}
    chain.append_next(using, RegisterRow, entry(RegisterRow, signing.signed({**place, **body}, key)))


def _check_signer(now: holders.Holders, key: Signer) -> None:
    if not now.may_sign(key.line):
        raise LockedError(
            "the signing key given is not that of a keeper of this register: give yours, or have one grant it"
        )


def _check_keepers(left: dict[str, Holder]) -> None:
    if not any(h.access is Access.KEEPER for h in left.values()):
        raise UsageError("the register would be left without a keeper: grant another one first")
    for holder in left.values():
        if holder.access is Access.KEEPER and holder.signs is None:
            raise UsageError(f"{holder.name}: a keeper signs: give the public signing key as well")


def _article(access: Access) -> str:
    return f"an {access}" if access is Access.ANALYST else f"a {access}"
