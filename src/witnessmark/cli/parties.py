"""Parties of the codebook as a call names them, and what is close to a name that is unknown."""

from collections.abc import Iterable, Iterator, Mapping

from witnessmark import codebook
from witnessmark.errors import UsageError

SHOWN = 5  # as much as a line of an error message holds
_ALIKE = 60  # of 100: below it a hint is a guess (rapidfuzz's ratio)


def known_party(text: str) -> str:
    """The codebook's code of a party, given by it or by a name. Raises UsageError, with what is close."""
    if text in codebook.load().parties:
        return text
    wanted = text.casefold()
    named = {party for name, party in _names() if name.casefold() == wanted}
    if len(named) != 1:
        raise UsageError(unknown_party(text))
    return named.pop()


def unknown_party(text: str, blamed: Iterable[str] = ()) -> str:
    """What to say of a party nobody knows: which are close to it, else some of those that are `blamed`."""
    blamed = sorted(blamed)
    hint = close(text, dict([*_names(), *zip(blamed, blamed, strict=True)])) or ", ".join(blamed[:SHOWN])
    there = f"; there is {hint}" if hint else ""
    return f"--party {text}: no party has this id{there}; docs/method/codebook.md lists them"


def close(asked: str, names: Mapping[str, str]) -> str:
    """What the names most like the one asked for stand for, the closest first."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        asked, list(names), scorer=fuzz.ratio, processor=utils.default_process,
        score_cutoff=_ALIKE, limit=None,
    )  # fmt: skip
    ordered = sorted(found, key=lambda hit: (-hit[1], hit[0]))
    return ", ".join(list(dict.fromkeys(names[word] for word, _, _ in ordered))[:SHOWN])


def _names() -> Iterator[tuple[str, str]]:
    """Each name with the party it may stand for; one name may stand for several."""
    for party in codebook.load().parties.values():
        yield from ((name, party.id) for name in (*(a.text for a in party.aliases), party.id, party.display))
