"""The features of a GeoJSON collection (RFC 7946)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from witnessmark.errors import UnreadableError

LARGEST = 512 * 2**20  # characters; read whole, it takes several times as much memory


def features(path: Path, stream: Iterable[str]) -> list[Any]:
    """The features of a FeatureCollection, whatever they are. Raises UnreadableError for what is none."""
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
    return found
