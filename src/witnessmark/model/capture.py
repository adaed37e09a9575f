"""Bytes as they were received: evidence under a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes of this SHA-256 came under this name."""

    path: str
    sha256: str
    size: int
