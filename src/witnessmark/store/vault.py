"""The vault: bytes as received, named by their SHA-256, written once and never over."""

from collections.abc import Iterator
from pathlib import Path

from witnessmark.errors import IntegrityError
from witnessmark.model.ids import bytes_id
from witnessmark.store.faults import refused
from witnessmark.store.files import put

READ_ONLY = 0o444


class Vault:
    """`root/ab/abcd…` holds the bytes whose SHA-256 is `abcd…`; `root/incoming` what is half-written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / "incoming"

    def path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def keep(self, data: bytes) -> str:
        """Store the bytes unless they are there already; their SHA-256.

        Raises StorageError when the disk refuses, IntegrityError when other bytes lie under the name.
        """
        sha256 = bytes_id(data)
        target = self.path(sha256)
        if not target.exists():
            put(target, data, self._incoming, READ_ONLY)
        elif self._differs(target, data):
            raise IntegrityError(f"{target}: not the bytes it is named for: restore the case from a backup")
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of that name; raises IntegrityError when they are missing or not the same."""
        target = self.path(sha256)
        try:
            data = target.read_bytes()
        except FileNotFoundError as error:
            raise IntegrityError(f"{target}: missing from the vault: restore it from a backup") from error
        except OSError as error:
            raise refused(target, error) from error
        if bytes_id(data) != sha256:
            raise IntegrityError(f"{target}: not the bytes it is named for: restore the case from a backup")
        return data

    def clear_incoming(self) -> None:
        """Remove what an interrupted run left half-written. Only for the one who holds the writer's lock."""
        for part in self._incoming.glob("*.part"):
            part.unlink(missing_ok=True)

    def problems(self, names: Iterator[str]) -> Iterator[str]:
        """One line for each of the names whose bytes are missing or changed."""
        for sha256 in names:
            try:
                self.read(sha256)
            except IntegrityError as error:
                yield str(error)

    @staticmethod
    def _differs(target: Path, data: bytes) -> bool:
        return target.stat().st_size != len(data) or target.read_bytes() != data
