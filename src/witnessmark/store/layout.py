"""What lies where in a case directory, and the card that says what the case is."""

import fcntl
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from witnessmark.errors import IntegrityError, NewerCaseError, NotACaseError
from witnessmark.model.ids import canonical_json
from witnessmark.store.faults import refused
from witnessmark.store.files import put

FORMAT = 1  # of the directory; the tables have their migrations

Heads = dict[str, tuple[int, str]]  # chain -> how many rows it has and the hash of the last


@dataclass(frozen=True, slots=True)
class Card:
    """`case.json`: `database` is sqlite or postgresql, `created` UTC in ISO 8601."""

    format: int
    id: str
    created: str
    made_by: str
    database: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths inside the case at `root`."""

    root: Path

    @property
    def card(self) -> Path:
        return self.root / "case.json"

    @property
    def draft(self) -> Path:
        """The card of a case whose `init` has not ended."""
        return self.root / "case.json.new"

    @property
    def database(self) -> Path:
        return self.root / "case.db"

    @property
    def vault(self) -> Path:
        return self.root / "vault"

    @property
    def lock(self) -> Path:
        return self.root / "case.lock"

    @property
    def heads(self) -> Path:
        return self.root / "heads.json"

    @property
    def heads_lock(self) -> Path:
        return self.root / "heads.lock"

    def strangers(self) -> list[str]:
        """Names in the directory that no interrupted `init` leaves behind."""
        own = {self.database.name, f"{self.database.name}-wal", f"{self.database.name}-shm"}
        own |= {self.draft.name, self.vault.name, self.lock.name, self.heads.name, self.heads_lock.name}
        return sorted(
            p.name for p in self.root.iterdir() if p.name not in own and not p.name.endswith(".part")
        )

    def read_card(self, path: Path | None = None) -> Card:
        """The card; raises NotACaseError or NewerCaseError."""
        path = path or self.card
        data = self._json(
            path, NotACaseError, "is missing, so this is no case: make one with `witnessmark init`"
        )
        number = data.get("format")
        if isinstance(number, int) and number > FORMAT:
            raise NewerCaseError(
                f"{self.root}: this case has format {number}, made by witnessmark {data.get('made_by', '?')};"
                f" this program knows {FORMAT}: upgrade witnessmark, then run the command again"
            )
        try:
            return Card(**{f.name: data[f.name] for f in fields(Card)})
        except KeyError as error:
            raise NotACaseError(
                f"{path}: no {error} in it: restore the file from a backup of the case"
            ) from error

    def write_draft(self, card: Card) -> None:
        put(self.draft, _text(asdict(card)), self.root)

    def publish_draft(self) -> None:
        """The draft becomes the card: from here on there is a case."""
        put(self.card, self.draft.read_bytes(), self.root)
        self.draft.unlink()

    def read_heads(self) -> Heads:
        """The heads last written; raises IntegrityError when they are gone or unreadable."""
        data = self._json(self.heads, IntegrityError, "is missing: restore it from a backup of the case")
        try:
            return {name: (int(count), str(head)) for name, (count, head) in data.items()}
        except (TypeError, ValueError) as error:
            raise IntegrityError(f"{self.heads}: unreadable: restore it from a backup of the case") from error

    def write_heads(self, heads: Callable[[], Heads]) -> None:
        """Note the heads, read when nobody else notes any: those noted last are never the older ones."""
        try:
            with self.heads_lock.open("a") as stream:
                fcntl.flock(stream, fcntl.LOCK_EX)
                put(self.heads, _text(heads()), self.root)
        except OSError as error:
            raise refused(self.heads, error) from error

    @staticmethod
    def _json(path: Path, error: type[NotACaseError | IntegrityError], absent: str) -> dict[str, Any]:
        try:
            data = json.loads(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError) as cause:
            raise error(f"{path.parent}: {path.name} {absent}") from cause
        except OSError as cause:
            raise refused(path, cause) from cause
        except ValueError as cause:
            raise error(f"{path}: unreadable ({cause}): restore it from a backup of the case") from cause
        if not isinstance(data, dict):
            raise error(f"{path}: unreadable: restore it from a backup of the case")
        return data


def _text(value: object) -> bytes:
    return (canonical_json(value) + "\n").encode()
