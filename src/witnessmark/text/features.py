"""The features of a GeoJSON collection (RFC 7946)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from witnessmark.errors import UnreadableError

LARGEST = 256 * 2**20  # characters; read whole, it takes seven times as much memory


def features(path: Path, stream: Iterable[str]) -> list[Any]:
    """The features of a FeatureCollection, whatever they are. Raises UnreadableError for what is none."""
    return collection(path, stream)[0]


def collection(path: Path, stream: Iterable[str]) -> tuple[list[Any], str]:
    """The features of a FeatureCollection, and the reference system it names; "" where it names none.

    RFC 7946 has done away with the name: positions are WGS 84. Programs go on writing it, and mean it.
    """
    parts: list[str] = []
    size = 0
    for line in stream:
        parts.append(line)
        size += len(line)
        if size > LARGEST:
            raise UnreadableError(
                f"{path}: larger than {LARGEST >> 20} MB; split it, or save the points as CSV"
            )
    try:
        value = json.loads("".join(parts))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"{path}:{error.lineno}: not JSON ({error.msg}); export it again") from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableError(f"{path}: not JSON that can be used ({error}); export it again") from error
    except RecursionError as error:
        raise UnreadableError(f"{path}: nested too deeply for GeoJSON; export it again") from error
    found = value.get("features") if isinstance(value, dict) else None
    if not isinstance(found, list) or value.get("type") != "FeatureCollection":
        raise UnreadableError(f"{path}: not a GeoJSON FeatureCollection; export it as one")
    return found, _system(value.get("crs"))


def _system(crs: Any) -> str:  # noqa: ANN401  (any JSON value)
    named = crs.get("properties") if isinstance(crs, dict) else None
    return str(named.get("name") or "") if isinstance(named, dict) else ""
