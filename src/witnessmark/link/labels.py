"""What a comparison of two reports found, in words for a reviewer: `data/labels.yaml`."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

# Levels that pairs of a war and others have of their own tell the same.
_SETTING = re.compile(r"(?:peace|war): (?=.)")
_BOUND = re.compile(r"(from|up to) (\d+(?:\.\d+)?)")


def about(comparison: str) -> str:
    """What a comparison compares; one without words goes by its own name."""
    return str(_known().get(comparison, {}).get("about", comparison))


def told(comparison: str, level: str) -> str:
    """What the level with this label says; one without words is told by its label."""
    words = _known().get(comparison, {})
    level = _SETTING.sub("", level, count=1)
    bound = _BOUND.fullmatch(level)
    if bound is None:
        return str(words.get("labels", {}).get(level, level))
    scale, number = words.get(bound[1], {}), float(bound[2])
    reached = [b for b in scale if (b <= number if bound[1] == "from" else b >= number)]
    if not reached:
        return level
    return str(scale[max(reached) if bound[1] == "from" else min(reached)])


def wordings() -> frozenset[str]:
    """All that is said of comparisons."""
    scales = ("labels", "from", "up to")
    found = {str(words) for c in _known().values() for name in scales for words in c.get(name, {}).values()}
    return frozenset(found | {str(c["about"]) for c in _known().values() if "about" in c})


@cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    import yaml

    text = (files("witnessmark.link") / "data" / "labels.yaml").read_text("utf-8")
    known: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)["comparisons"]
    return known
