"""Voices told by their kind alone: "the civil defence" where Gaza's civil defence is a voice too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from witnessmark import codebook
from witnessmark.link.folds import Fold
from witnessmark.link.origins import Voices


def specified(voices: Voices, folds: Iterable[Fold]) -> Voices:
    """The voices, an unspecified form counted with the one body it can mean among the voices of its event.

    Where the event has several such bodies, or none, it stays a voice of its own: two bodies are never one.
    """
    names = dict(voices.names)
    for fold in folds:
        meant = _meant({name for c in fold.claims for name in names.get(c, ())})
        if meant:
            told = {c: names[c] for c in fold.claims if c in names}
            names |= {c: tuple(sorted({meant.get(n, n) for n in of})) for c, of in told.items()}
    return replace(voices, names=names)


def _meant(heard: Iterable[str]) -> Mapping[str, str]:
    """Unspecified form -> the one body heard that it can mean."""
    among = set(heard)
    out = {}
    for name in among:
        bodies = _bodies(name) & among
        last = {b for b in bodies if not _bodies(b) & bodies}
        if len(last) == 1:
            (out[name],) = last
    return out


@cache
def _bodies(name: str) -> frozenset[str]:
    """Everybody an unspecified form may mean, those that its own forms may mean included."""
    return frozenset(_below(name))


def _below(name: str) -> Iterator[str]:
    known = codebook.load().claimants.get(name)
    for body in known.unspecified_form_of if known is not None else ():
        yield body
        yield from _below(body)
