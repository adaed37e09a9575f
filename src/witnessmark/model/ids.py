"""Ids are SHA-256 over canonical JSON, so that a re-run names the same thing the same way."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def canonical_json(value: object) -> str:
    """JSON with sorted keys, no spaces, no escapes of non-ASCII: one value, one string."""
    return _CANONICAL.encode(value)


def content_id(kind: str, payload: Mapping[str, Any]) -> str:
    """The id of a `kind` of thing with this content: 64 hex digits."""
    return hashlib.sha256(canonical_json([kind, payload]).encode()).hexdigest()


def bytes_id(data: bytes) -> str:
    """SHA-256 of bytes kept as received: 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
