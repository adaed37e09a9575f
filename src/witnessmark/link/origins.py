"""Who a claim goes back to. Counting is by origin, so this decides what counts as one voice.

The chain of a claim runs from its origin to the publisher. The origin is the first name in it that is
somebody: not "reports", not the publisher. A person followed by a body speaks for that body. Where nobody
but the publisher is left, the publisher is the origin, and all publishers of one lineage are one voice: that
of the first print.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from witnessmark.codebook import publisher_of
from witnessmark.link.speakers import Standing, standing
from witnessmark.model.claim import Claim, Claimant


@dataclass(frozen=True, slots=True)
class Origin:
    """`name` of the voice; `named` is False where it is only the publisher passing on.

    `explicit`: the text names it for this very claim, rather than a paragraph that goes on with a speaker.
    """

    name: str
    named: bool
    explicit: bool = True


def origin(claim: Claim, publisher: str | None) -> Origin:
    """The origin of one claim as its own chain gives it; `publisher` is who published its document."""
    chain = [c for c in claim.claimants if standing(c.name) is not Standing.UNNAMED]
    voices = [c for c in chain if not _passes_on(c, publisher)]
    if not voices:
        return Origin(_publisher_name(claim, chain, publisher), named=False)
    first = voices[0]
    if standing(first.name) is Standing.PERSON:
        bodies = [c.name for c in voices[1:] if standing(c.name) is Standing.BODY]
        return Origin(bodies[0] if bodies else first.name, named=True, explicit=first.explicit)
    return Origin(first.name, named=True, explicit=first.explicit)


def origins_of(claims: Iterable[Claim], publishers: Mapping[str, str | None]) -> dict[str, Origin]:
    """The origin of every claim by its id, as its own chain gives it; `publishers` by document."""
    return {c.id: origin(c, publishers[c.doc]) for c in claims}


def _passes_on(claimant: Claimant, publisher: str | None) -> bool:
    """Whether a link only relays: the publisher, an agency, or a medium nobody cites by name."""
    if claimant.name == publisher:
        return True
    kind = standing(claimant.name)
    return kind is Standing.WIRE or (kind is Standing.MEDIUM and not claimant.explicit)


def _publisher_name(claim: Claim, chain: list[Claimant], publisher: str | None) -> str:
    if chain:
        return chain[0].name
    return publisher or publisher_of(claim.doc)


def speaker(claim: Claim) -> str | None:
    """The person quoted by name, if the chain begins with one."""
    first = claim.claimants[0].name if claim.claimants else None
    return first if first is not None and standing(first) is Standing.PERSON else None


@dataclass(frozen=True, slots=True)
class Voices:
    """Once copies are settled: the voices of each claim, and the claims with more than a publisher.

    `source` is the lineage that each claim is counted with.
    """

    names: Mapping[str, tuple[str, ...]]
    named: frozenset[str]
    source: Mapping[str, str]


def settle(
    own: Mapping[str, Origin],
    classes: Iterable[Iterable[str]],
    lineage: Mapping[str, str],
    main: Mapping[str, str | None],
    source: Mapping[str, str],
    printed: Mapping[str, date | None],
) -> Voices:
    """The voices of each claim, once it is known which claims say the same.

    `own` is each claim's own origin, `classes` sets of claims that say the same, `lineage` claim -> lineage,
    `main` lineage -> the voice most of its claims go back to, which holds where its prints disagree,
    `source` claim -> the lineage that its own is counted with, `printed` claim -> the day of its print.
    Where one print of a statement names who said it, the others take that name, also those whose speaker was
    only gathered from the sentences before; publishers of one source count once, as who printed first.
    """
    voice = _first_printed(own, source, printed)
    out: dict[str, tuple[str, ...]] = {
        c: (o.name,) if o.named else (voice[source[c]],) for c, o in own.items()
    }
    named = {c for c, o in own.items() if o.named}
    for members in classes:
        group = sorted(members)
        sure = {own[c].name for c in group if own[c].named and own[c].explicit}
        among = sure or {own[c].name for c in group if own[c].named}
        mains = {main.get(lineage[c]) for c in group}
        agreed = among & mains if len(mains) == 1 else set()
        names = tuple(sorted(agreed or among))
        if names:
            out.update({c: names for c in group if agreed or not (own[c].named and own[c].explicit)})
            named.update(group)
    return Voices(out, frozenset(named), source)


def _first_printed(
    own: Mapping[str, Origin], source: Mapping[str, str], printed: Mapping[str, date | None]
) -> dict[str, str]:
    """Source -> who published its first print; of those of one day, or none, the least name."""
    first: dict[str, tuple[date, str]] = {}
    for claim, o in own.items():
        if not o.named:
            told = (printed[claim] or date.max, o.name)
            first[source[claim]] = min(told, first.get(source[claim], told))
    return {line: name for line, (_, name) in first.items()}
