"""What a check of sites takes as given, and which kinds of object agree with each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from witnessmark.codebook.files import items, read_yaml, section
from witnessmark.errors import UsageError

_ALL = "all"


@dataclass(frozen=True, slots=True)
class SiteRules:
    """Shares the check takes as given, each from 0 to 1, and the kinds of object that agree.

    `coverage` of all sites of a kind are on a register; the kind a report names is that of the object hit
    in `reliability` of them; of strikes without a named object `unnamed` hit a site of the register's kinds.
    """

    coverage: float
    reliability: float
    unnamed: float
    wide: Mapping[str, tuple[str, ...]]
    nameless: frozenset[str]
    akin: tuple[frozenset[str], ...]

    def names_kind(self, code: str) -> bool:
        """Whether a report that says this of the object says what kind it was."""
        return code not in self.nameless

    def agree(self, named: str, kind: str) -> bool:
        """Whether an object a report calls `named` may be a site of this kind."""
        covered = self.wide.get(named, ())
        if named == kind or kind in covered or _ALL in covered:
            return True
        return any(named in group and kind in group for group in self.akin)


def read_site_rules(path: Path) -> SiteRules:
    """The rules of a data file. Raises UsageError naming the file when one is malformed."""
    data = read_yaml(path)
    groups = data.get("akin")
    if not isinstance(groups, list):
        raise UsageError(f"codebook: {path}: `akin` must be a list")
    return SiteRules(
        coverage=_share(data, "coverage", path),
        reliability=_share(data, "reliability", path),
        unnamed=_share(data, "unnamed", path),
        wide={code: items(value, path, code) for code, value in section(data, "wide", path).items()},
        nameless=frozenset(items(data.get("nameless"), path, "nameless")),
        akin=tuple(frozenset(items(group, path, "akin")) for group in groups),
    )


def _share(data: Mapping[str, Any], key: str, path: Path) -> float:
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise UsageError(f"codebook: {path}: `{key}` must be a number from 0 to 1")
    return float(value)
