"""The result of an incident: the one its sites together make likeliest, if it is likely at all."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from witnessmark.model.sentence import quantified, sentence
from witnessmark.model.site_check import SiteResult
from witnessmark.sites import words
from witnessmark.sites.columns import Days
from witnessmark.sites.prepared import Prepared
from witnessmark.sites.result import Found

# A result is named as open from this probability on; below it nobody would act on it (1 in 20).
OPEN = 0.05
Outcome = tuple[SiteResult, tuple[SiteResult, ...], tuple[str, ...]]
UNPLACED: Outcome = (
    SiteResult.PLACE_UNKNOWN, (), (sentence("the place is not known well enough to tell sites in it apart"),),
)  # fmt: skip
_NOTHING = (sentence("no site of the register lies within reach"),)


class Likeliest(NamedTuple):
    """The likeliest site: `agrees` is False where reports name another kind of object."""

    kind: str
    distance: float
    agrees: bool


class InReach(NamedTuple):
    """The sites in reach of a strike.

    `shares` are how probable each result of `SiteResult` is by all `candidates`; `chances` and `said` are of
    the likeliest, the likeliest first.
    """

    candidates: int
    shares: Sequence[float]
    chances: Sequence[float]
    said: Sequence[Found]


def outcome(ready: Prepared, days: Days, reached: InReach, likeliest: Likeliest | None) -> Outcome:
    """What the sites in reach come to."""
    before = _before_some_days(ready, days)
    if likeliest is None:
        return SiteResult.NOT_LISTED, (SiteResult.NO_REGISTER,) if before else (), _NOTHING
    open_ = {SiteResult.NO_REGISTER} if before else set()
    candidates, shares, chances, said = reached
    for site, chance in zip(said, chances, strict=True):
        if chance >= OPEN:
            open_.update(site.could_be)
    most = max(shares)
    top = _CODES[shares.index(most)]
    stated = 0 < most >= ready.options.likely
    result = top if stated else SiteResult.NEAR
    open_.update(code for code, share in zip(_CODES, shares, strict=True) if share >= OPEN)
    elsewhere = 1 - sum(shares)
    if elsewhere >= OPEN:
        open_ |= {SiteResult.NEAR, SiteResult.NOT_LISTED}
    reasons = (
        _within_reach(candidates),
        sentence("that the likeliest of them was hit is {kind}", kind=words.probability_band(chances[0])),
        sentence("that none of them was is {kind}", kind=words.probability_band(max(elsewhere, 0.0))),
        *_of_likeliest(likeliest, next((s for s in said if stated and s.result is top), None)),
    )
    return result, _in_order(frozenset(open_ - {result})), reasons


def _within_reach(candidates: int) -> str:
    if candidates == 1:
        return sentence("1 listed site within reach of the position reported")
    return quantified("{n} listed sites within reach of the position reported", n=candidates)


def _of_likeliest(likeliest: Likeliest, said: Found | None) -> Iterator[str]:
    """What reports and distance say of the likeliest site; in place of that, why where a result is stated."""
    if not likeliest.agrees:
        yield sentence(
            "reports name another kind of object than a {object}", object=words.kind(likeliest.kind)
        )
    if said:
        yield from said.reasons
    else:
        far = words.distance_band(likeliest.distance)
        yield sentence("its distance from the position reported is {kind}", kind=far)


def unavailable(ready: Prepared, days: Days, country: str | None) -> Outcome | None:
    """Where the register says nothing of those days or that country: that, and why."""
    _, last = days
    if ready.since and last and last < ready.since:
        return (
            SiteResult.NO_REGISTER,
            (),
            (sentence("the register begins {day}", day=words.day(ready.since)),),
        )
    if ready.countries and country and country not in ready.countries:
        return SiteResult.NO_REGISTER, (), (sentence("the register does not hold sites of that country"),)
    return None


def _before_some_days(ready: Prepared, days: Days) -> bool:
    if ready.since is None:
        return False
    return (days[0] or date.min) < ready.since


@cache
def _in_order(codes: frozenset[SiteResult]) -> tuple[SiteResult, ...]:
    return tuple(sorted(codes, key=_RANK.__getitem__))


_CODES = tuple(SiteResult)
_RANK = {code: n for n, code in enumerate(SiteResult)}
