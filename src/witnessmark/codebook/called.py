"""Who is meant by a name that a person gives: parties and speakers, in any language with names for them."""

from collections.abc import Iterator, Mapping
from functools import cache

from witnessmark.codebook.book import load
from witnessmark.codebook.names import display_names, languages

SHOWN = 5  # as much as a line of an error message holds
_ALIKE = 60  # of 100: below it a hint is a guess (rapidfuzz's ratio)


def party_called(text: str) -> str | None:
    """The code of a party, by it or by a name that is of no other; None where there is none such."""
    if text in load().parties:
        return text
    named = _parties().get(text.casefold(), frozenset())
    return next(iter(named)) if len(named) == 1 else None


def speaker_called(text: str) -> str | None:
    """The code of a party or speaker, by it or by its name on pages; None where there is none such."""
    return text if text in load().claimants or text in load().parties else _shown().get(text.casefold())


def parties_like(text: str, more: Mapping[str, str] | None = None) -> str:
    """The codes of parties with names most like this one, the closest first; `more` are other names."""
    return close(text, dict([*_named(), *(more or {}).items()]))


def close(asked: str, names: Mapping[str, str]) -> str:
    """What the names most like the one asked for stand for, the closest first."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        asked, list(names), scorer=fuzz.ratio, processor=utils.default_process,
        score_cutoff=_ALIKE, limit=None,
    )  # fmt: skip
    ordered = sorted(found, key=lambda hit: (-hit[1], hit[0]))
    return ", ".join(list(dict.fromkeys(names[word] for word, _, _ in ordered))[:SHOWN])


@cache
def _parties() -> Mapping[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for name, party in (*_named(), *_translated()):
        if party in load().parties:
            out.setdefault(name.casefold(), set()).add(party)
    return {name: frozenset(parties) for name, parties in out.items()}


@cache
def _shown() -> Mapping[str, str]:
    """Names as pages have them -> code; a party's before a speaker's of the same name."""
    book = load()
    names = [*((s.name, s.id) for s in book.claimants.values()), *_translated()]
    names += [(p.display, p.id) for p in book.parties.values()]
    return {name.casefold(): who for name, who in names}


def _named() -> Iterator[tuple[str, str]]:
    """Each name with the party it may stand for; one name may stand for several."""
    for party in load().parties.values():
        yield from ((name, party.id) for name in (*(a.text for a in party.aliases), party.id, party.display))


def _translated() -> Iterator[tuple[str, str]]:
    for language in languages():
        yield from ((name, who) for who, name in display_names(language).items())
