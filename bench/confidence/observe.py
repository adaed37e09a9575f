"""Claims of the annotated articles with what they are like, and whether they are right."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from articles.run import files_of, load, readings
from articles.score import match
from witnessmark.extract.confidence import features
from witnessmark.model.claim import Claim
from witnessmark.model.reading import Reading


class Observed(NamedTuple):
    """A claim that counts something: its article, what it is like, and whether it is right."""

    article: str
    features: tuple[str, ...]
    right: bool


def observe(half: str) -> list[Observed]:
    """The counts read from one half of the articles; optional figures show nothing either way."""
    return [o for article, reading in readings(load(files_of(half))) for o in _counts(article, reading)]


def _counts(article: dict[str, Any], reading: Reading) -> Iterator[Observed]:
    found, exact, free = match(reading, article)
    rows = {row["quote"]: row for row in article["claims"]}
    for quote, claim in found.items():
        if not rows[quote].get("optional"):
            right = quote in exact and str(claim.kind) == rows[quote]["kind"]
            yield _observed(article, claim, right=right)
    for claim in free:
        yield _observed(article, claim, right=False)


def _observed(article: dict[str, Any], claim: Claim, *, right: bool) -> Observed:
    return Observed(article["id"], tuple(f"{name}={value}" for name, value in features(claim)), right)
