"""The stage's knowledge files, read once: what a word means here is data, never code."""

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def knowledge(name: str) -> dict[str, Any]:
    """The parsed `data/<name>.yaml`; shared, so treat it as read-only."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where PyYAML was built with it
    text = (files("witnessmark.read") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  (a safe loader, by name)
    return loaded
