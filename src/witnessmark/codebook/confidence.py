"""The measured weights that a claim's confidence is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from witnessmark.codebook.files import read_yaml, section
from witnessmark.errors import UsageError


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights on the log-odds of being right by name and value; below `review_below` a person should look.

    `measured` are, for each rule, the claims seen and the right ones among them.
    """

    languages: tuple[str, ...]
    review_below: float
    intercept: float
    weights: Mapping[tuple[str, str], float]
    measured: Mapping[str, tuple[int, int]]


def read_confidence(path: Path) -> Confidence:
    """The weights of a data file. Raises UsageError naming the file when it is malformed."""
    data = read_yaml(path)
    try:
        return Confidence(
            tuple(str(language) for language in data["languages"]),
            float(data["review_below"]),
            float(data["intercept"]),
            {_feature(name): float(weight) for name, weight in section(data, "weights", path).items()},
            {str(r): (int(n), int(right)) for r, (n, right) in section(data, "measured", path).items()},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"codebook: {path} is no table of weights: {error!r}") from error


def _feature(written: str) -> tuple[str, str]:
    name, value = written.split("=")
    return name, value
