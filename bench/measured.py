"""What a bench hands to the gate: scores between 0 and 1, and the cases they were measured on."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """Right answers among those found and those expected."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.expected
        return 2 * self.right / both if both else 1.0


@dataclass
class Measured:
    """The scores of one bench, what was wrong in words, and where its cases live."""

    scores: dict[str, float]
    cases: int
    files: Sequence[Path]
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # printed, never compared with a floor


def fingerprint(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents, the same on every system; order and line ends do not matter."""
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda p: p.name):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
