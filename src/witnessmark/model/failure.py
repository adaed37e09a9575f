"""A failure: an item that could not be handled, kept where a reviewer sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """`item` is a path or id, `error` the class from errors.py, `message` names the remedy."""

    item: str
    stage: str
    error: str
    message: str
