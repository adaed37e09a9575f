"""Reading the data files: YAML and CSV in, checked plain values out, errors that name the file."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from witnessmark.errors import UsageError

DATA = Path(__file__).parent / "data"


def read_yaml(path: Path) -> Mapping[str, Any]:
    """The mapping a YAML file holds, which must say its `source` and whether it was `verified`.

    Raises UsageError naming the file when it is missing, malformed, no mapping, or without provenance.
    """
    import yaml

    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise UsageError(f"codebook: {path} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"codebook: {path} is not valid YAML: {error}") from error
    if not isinstance(data, dict):
        raise UsageError(f"codebook: {path} must hold a mapping at its top")
    for key, kind in (("source", str), ("verified", bool)):
        if not isinstance(data.get(key), kind):
            raise UsageError(f"codebook: {path} must say `{key}` ({kind.__name__}) at its top")
    return data


def read_csv(path: Path) -> Iterator[Mapping[str, str]]:
    """The rows of a CSV file with a header line. Raises UsageError naming the file."""
    import csv

    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if None in row or None in row.values():
                    raise UsageError(
                        f"codebook: {path} has a row of the wrong length: {list(row.values())[:2]}"
                    )
                yield row
    except OSError as error:
        raise UsageError(f"codebook: {path} cannot be read: {error.strerror}") from error


def section(data: Mapping[str, Any], key: str, path: Path) -> Mapping[str, Any]:
    """The mapping under `key`. Raises UsageError naming the file when it is not one."""
    value = data.get(key)
    if not isinstance(value, dict):
        raise UsageError(f"codebook: {path} must hold a mapping under `{key}`")
    return value


def text(data: Mapping[str, Any], key: str, path: Path, where: str) -> str:
    """The non-empty string under `key` of the item called `where`. Raises UsageError naming both."""
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"codebook: {path}: `{where}` needs a `{key}` in words")
    return value


def items(value: object, path: Path, where: str, mark: str = ";") -> tuple[str, ...]:
    """The parts of a list written as one string ("a; b; c"). Raises UsageError when it is no string."""
    if value is None:
        return ()
    if not isinstance(value, str):
        raise UsageError(f"codebook: {path}: `{where}` must be one string of items parted by `{mark}`")
    return tuple(part for part in (" ".join(p.split()) for p in value.split(mark)) if part)


def day(value: object, path: Path, where: str) -> date | None:
    """A date or nothing. Raises UsageError for anything else."""
    if value is None or isinstance(value, date):
        return value
    raise UsageError(f"codebook: {path}: `{where}` must be a date (YYYY-MM-DD), not {value!r}")
