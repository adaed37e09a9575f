"""Sentences that stand beside a result wherever it is shown."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from witnessmark.codebook.files import read_yaml, section, text
from witnessmark.errors import UsageError


def read_statements(path: Path) -> Mapping[str, str]:
    """The sentences of a data file by their code. Raises UsageError naming the file when one is malformed."""
    found: dict[str, str] = {}
    for code, item in section(read_yaml(path), "statements", path).items():
        if not isinstance(item, dict):
            raise UsageError(f"codebook: {path}: `{code}` must be a mapping")
        text(item, "why", path, code)  # a sentence that rests on nothing has no place here
        found[code] = text(item, "text", path, code)
    return MappingProxyType(found)
