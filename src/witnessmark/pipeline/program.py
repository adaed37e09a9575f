"""What of the program decides what linking gives: what others made cannot be added to."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path


def made_by(rule: str) -> str:
    """The program as it is, and the rule: what other words, weights or rules gave cannot be added to."""
    return f"{_program()} {rule}"


# Packages whose sources and words decide what linking gives, and libraries that do.
_DECIDING = ("codebook", "grade", "link", "model", "reconcile", "text")
_LIBRARIES = ("splink", "duckdb", "wordfreq", "rensa", "h3", "rapidfuzz", "numpy")


@cache
def _program() -> str:
    """The hash of all that decides what linking gives of a set of readings."""
    digest = sha256(" ".join(version(name) for name in _LIBRARIES).encode())
    root = Path(__file__).parents[1]
    for path in sorted(p for package in _DECIDING for p in (root / package).rglob("*.*")):
        if path.suffix != ".pyc" and path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
