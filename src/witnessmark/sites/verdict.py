"""Incidents against sites in columns: what is found costs little to hand on from one process to another.

The values of a check are made of it where they are asked for (`match`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from witnessmark.model.ids import bytes_id, canonical_json
from witnessmark.model.site_check import SiteResult
from witnessmark.sites.columns import Cases
from witnessmark.sites.disjoint import shared_out
from witnessmark.sites.globe import Floats, Indices
from witnessmark.sites.outcome import UNPLACED, InReach, Likeliest, outcome, unavailable
from witnessmark.sites.posterior import Hits, hits
from witnessmark.sites.prepared import Prepared
from witnessmark.sites.result import Found, Struck, found, of_site

# Of a site in reach: its result, the party told, days, offset, reasons, each party's result, of the site.
Telling = tuple[
    SiteResult, str | None, int | None, float | None, tuple[str, ...], tuple[tuple[str, SiteResult], ...],
    tuple[str, ...],
]  # fmt: skip


# A check without its sites: id, result, what else could be, reasons, how many in reach, and from which row of
# `Answers` to which its sites are.
Said = tuple[str, SiteResult, tuple[SiteResult, ...], tuple[str, ...], int, int, int]


@dataclass(frozen=True, slots=True)
class Reached:
    """A row a site in reach that is told of: the likeliest first, strike by strike.

    `agrees` is 1 where reports name its kind of object, 0 where another kind, 2 where they name none.
    """

    strike: Indices
    stay: Indices
    distance: Floats
    probability: Floats
    agrees: Indices

    def at(self, rows: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> "Reached":
        """These rows."""
        return Reached(
            self.strike[rows], self.stay[rows], self.distance[rows], self.probability[rows], self.agrees[rows]
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """The checks of some incidents: `tellings[telling[n]]` is said of row n of `reached`."""

    said: Iterable[Said]
    reached: Reached
    telling: Indices
    tellings: list[Telling]


def handed_on(cases: Cases, ready: Prepared) -> Answers:
    """What `answered` gives, ready to leave a process."""
    answers = answered(cases, ready)
    return replace(answers, said=_Columns(tuple(zip(*answers.said, strict=True))))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Rows kept as columns: a few values to pickle, where rows are as many as there are incidents."""

    columns: tuple[tuple[Any, ...], ...]

    def __iter__(self) -> Iterator[Said]:
        return zip(*self.columns, strict=True)


def answered(cases: Cases, ready: Prepared) -> Answers:
    """Incidents against the register; what is said of each is worked out when it is taken, once."""
    reached, candidates = _in_reach(ready, cases, hits(cases.strikes, ready.stays, ready.options))
    telling, known = _known(ready, cases, reached)
    tellings = [_found(ready, cases, *key) for key in known]
    codes = np.array([_RANK[f.result] for f, _ in tellings], dtype=np.int64)
    shares = _shares(reached, len(candidates), codes[telling])
    # Every site counts for the result; the likeliest are told of.
    told = _rank(reached, candidates) < ready.options.most
    reached, telling = reached.at(told), telling[told]
    said = _said(ready, cases, reached, (candidates, shares), [tellings[n][0] for n in telling.tolist()])
    return Answers(said, reached, telling, [_telling(f, own) for f, own in tellings])


def _telling(said: Found, own: tuple[str, ...]) -> Telling:
    return said.result, said.party, said.days, said.offset, said.reasons, said.by_party, own


_RANK = {code: n for n, code in enumerate(SiteResult)}


def _shares(reached: Reached, strikes: int, code: Indices) -> Floats:
    """How probable each result of `SiteResult` is for each strike, all its sites together."""
    each = np.bincount(reached.strike * len(_RANK) + code, reached.probability, strikes * len(_RANK))
    return np.asarray(each.reshape(strikes, len(_RANK)), dtype=np.float64)


def _rank(reached: Reached, candidates: Indices) -> Indices:
    """How many sites of its strike come before each row."""
    return np.arange(len(reached.strike)) - (np.cumsum(candidates) - candidates)[reached.strike]


def _in_reach(ready: Prepared, cases: Cases, pairs: Hits) -> tuple[Reached, Indices]:
    """The sites in reach of each strike, the likeliest first, of each the likeliest stay; how many."""
    stays, strikes = ready.stays, cases.strikes
    probability = shared_out(pairs, stays)
    # The likeliest of each strike first, then the nearest; the order of the register where both are alike.
    order = np.lexsort((pairs.stay, pairs.distance, -probability, pairs.strike))
    site = stays.site[pairs.stay[order]]
    _, first = np.unique(pairs.strike[order] * (len(stays.site) + 1) + site, return_index=True)
    order = order[np.sort(first)]
    strike = pairs.strike[order]
    candidates = np.bincount(strike, minlength=len(strikes.lat))
    named = np.array([bool(kinds) for kinds in strikes.kinds], dtype=bool)[strikes.named[pairs.strike[order]]]
    agrees = np.where(named, pairs.agrees[order], 2)
    return (
        Reached(pairs.strike[order], pairs.stay[order], pairs.distance[order], probability[order], agrees),
        candidates,
    )


def _known(ready: Prepared, cases: Cases, reached: Reached) -> tuple[Indices, list[tuple[int, int, int]]]:
    """What has to be found once: a stay that is known, days and parties; and which of it each row needs."""
    case = cases.near[reached.strike]
    which = ready.which[reached.stay]
    changes = np.array([known.changes for known in ready.known], dtype=bool)[which]
    # Where nothing changes, days only tell which of both ends is known.
    same: dict[tuple[bool, bool], int] = {}
    dated = [same.setdefault((bool(a), bool(b)), n) for n, (a, b) in enumerate(cases.days.values)]
    day = cases.days.codes[case]
    day = np.where(changes, day, np.array(dated, dtype=np.int64)[day])
    key = (which * len(cases.days.values) + day) * len(cases.parties.values) + cases.parties.codes[case]
    _, first, telling = np.unique(key, return_index=True, return_inverse=True)
    columns = (which[first], day[first], cases.parties.codes[case[first]])
    return telling, list(zip(*(c.tolist() for c in columns), strict=True))


def _found(
    ready: Prepared, cases: Cases, which: int, day: int, parties: int
) -> tuple[Found, tuple[str, ...]]:
    known = ready.known[which]
    start, end = cases.days.values[day]
    struck = Struck(
        known.site, known.stay, known.sent, start, end,
        cases.parties.values[parties], ready.options.told_by,
    )  # fmt: skip
    return found(struck), tuple(of_site(struck))


def _said(
    ready: Prepared, cases: Cases, reached: Reached, total: tuple[Indices, Floats], tellings: list[Found]
) -> Iterator[Said]:
    """The checks in the order of the incidents; `tellings` are row by row, `total` of all in reach."""
    candidates, shares = total
    ends = np.searchsorted(reached.strike, np.arange(len(candidates) + 1)).tolist()
    chances, many, weights = reached.probability.tolist(), candidates.tolist(), shares.tolist()
    strike = {case: n for n, case in enumerate(cases.near.tolist())}
    named, rows = _Ids(ready.version), list(_rows(ready, reached))
    for case, (name, days, country) in enumerate(cases):
        nothing = unavailable(ready, days, country) or (None if case in strike else UNPLACED)
        if nothing is not None:
            yield named(name, nothing[0]), *nothing, 0, 0, 0
            continue
        n = strike[case]
        start, stop = ends[n], ends[n + 1]
        likeliest = rows[start] if start < stop else None
        own = InReach(many[n], weights[n], chances[start:stop], tellings[start:stop])
        came = outcome(ready, days, own, likeliest)
        shown = (0, 0, 0) if came[0] is SiteResult.NO_REGISTER else (many[n], start, stop)
        yield named(name, came[0]), *came, *shown


def _rows(ready: Prepared, reached: Reached) -> Iterator[Likeliest]:
    kinds = map(ready.stays.kinds.__getitem__, ready.stays.kind[reached.stay].tolist())
    return map(Likeliest, kinds, reached.distance.tolist(), (reached.agrees != 0).tolist())


class _Ids:
    """Ids of checks as `content_id` makes them: most of what is hashed is the same for a result."""

    def __init__(self, version: str) -> None:
        self.ends: dict[SiteResult, tuple[str, str]] = {}
        self.version = version

    def __call__(self, incident: str, result: SiteResult) -> str:
        ends = self.ends.get(result)
        if ends is None:
            ends = self.ends[result] = self._around(result)
        return bytes_id(f"{ends[0]}{canonical_json(incident)}{ends[1]}".encode())

    def _around(self, result: SiteResult) -> tuple[str, str]:
        payload = {"incident": 0, "register": self.version, "result": result}
        before, after = canonical_json(["site_check", payload]).split('"incident":0', 1)
        return before + '"incident":', after
