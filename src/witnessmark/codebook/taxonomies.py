"""Taxonomies: one YAML file each, code -> label, definition, source, verified, crosswalk."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from witnessmark.codebook.files import read_yaml, section, text
from witnessmark.codebook.values import Entry
from witnessmark.errors import UsageError

_KNOWN = {"label", "definition", "source", "verified", "parent", "crosswalk"}


def read_taxonomy(path: Path) -> Mapping[str, Entry]:
    """The entries of one file, in its order.

    `source` and `verified` at the top of the file hold for every entry that does not say its own.
    Raises UsageError naming the file when an entry is malformed or its parent is not there.
    """
    data = read_yaml(path)
    raw = section(data, "entries", path)
    entries = {code: _entry(code, item, data, path) for code, item in raw.items()}
    for entry in entries.values():
        if entry.parent is not None and entry.parent not in entries:
            raise UsageError(f"codebook: {path}: `{entry.code}` has an unknown parent `{entry.parent}`")
    return MappingProxyType(entries)


def _entry(code: str, item: Any, head: Mapping[str, Any], path: Path) -> Entry:  # noqa: ANN401  (raw YAML)
    if not isinstance(code, str) or not isinstance(item, dict):
        raise UsageError(f"codebook: {path}: `{code}` must be a word with a mapping under it")
    crosswalk = item.get("crosswalk", {})
    if not isinstance(crosswalk, dict):
        raise UsageError(f"codebook: {path}: the crosswalk of `{code}` must be a mapping")
    return Entry(
        code=code,
        label=text(item, "label", path, code),
        definition=text(item, "definition", path, code),
        source=item.get("source", head["source"]),
        verified=item.get("verified", head["verified"]),
        parent=item.get("parent"),
        crosswalk=MappingProxyType({scheme: str(value) for scheme, value in crosswalk.items()}),
        extra=MappingProxyType({key: value for key, value in item.items() if key not in _KNOWN}),
    )
