"""The language that words are put together in: English, unless whoever shows them brings another.

Strings to translate stand in `say` and `forms`, or in `N_` where they are named before they are said. A
report and every command stay English; the review room brings the language of who reads.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


def _as_it_is(text: str) -> str:
    return text


def _english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


def _short(short: str, official: str) -> str:
    del official
    return short


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language says what is written here in English.

    `label_first` is for languages in which a noun changes with its number: a figure is then its label and its
    number ("killed (civilians): at least 40") and no phrase of the codebook, and codes are said by their
    labels. `country` tells the name of a country from its short and its official English name (ISO 3166).
    `apart` keeps a name in another script from changing the order of what stands beside it. `retell` says a
    sentence of a record, or None where it cannot; `foreign` then marks the English words for what they are.
    """

    say: Callable[[str], str] = _as_it_is
    forms: Callable[[str, str, int], str] = _english
    country: Callable[[str, str], str] = _short
    apart: Callable[[str], str] = _as_it_is
    retell: Callable[[str], str | None] = _as_it_is
    foreign: Callable[[str], str] = _as_it_is
    label_first: bool = False


ENGLISH = Tongue()
_speaking: ContextVar[Tongue] = ContextVar("tongue", default=ENGLISH)


def tongue() -> Tongue:
    """The one that is spoken."""
    return _speaking.get()


@contextmanager
def speaking(other: Tongue) -> Iterator[None]:
    """Everything put into words inside is said in it."""
    token = _speaking.set(other)
    try:
        yield
    finally:
        _speaking.reset(token)


def say(text: str) -> str:
    """The text in the language that is spoken."""
    return _speaking.get().say(text)


def forms(one: str, many: str, number: int) -> str:
    """The form that goes with the number, in the language that is spoken; `{n}` stands for the number."""
    return _speaking.get().forms(one, many, number)


def retold(text: str, named: Callable[[str], str] = _as_it_is) -> str:
    """A sentence of a record in the language that is spoken; `named` puts names for the ids in it."""
    spoken = _speaking.get()
    told = spoken.retell(text)
    return spoken.foreign(named(text)) if told is None else named(told)


def N_(text: str) -> str:  # noqa: N802  (the name translators' tools know)
    """The text itself: marks a string that is said later."""
    return text
