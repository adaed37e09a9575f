"""Parties of the codebook as a call names them, and what is close to a name that is unknown."""

from collections.abc import Iterable

from witnessmark.codebook.called import SHOWN, parties_like, party_called
from witnessmark.errors import UsageError


def known_party(text: str) -> str:
    """The codebook's code of a party, given by it or by a name. Raises UsageError, with what is close."""
    party = party_called(text)
    if party is None:
        raise UsageError(unknown_party(text))
    return party


def unknown_party(text: str, blamed: Iterable[str] = ()) -> str:
    """What to say of a party nobody knows: which are close to it, else some of those that are `blamed`."""
    blamed = sorted(blamed)
    hint = parties_like(text, {party: party for party in blamed}) or ", ".join(blamed[:SHOWN])
    there = f"; there is {hint}" if hint else ""
    return f"--party {text}: no party has this id{there}; docs/method/codebook.md lists them"
