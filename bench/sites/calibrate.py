"""Do the stated probabilities hold? `calibrate.py [--strikes 10000] [--record]`, beside the nearest site."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from confidence.reliability import bins, calibration_error
from sites.world import KNOWN, World, world
from witnessmark.model.site_check import SiteCheck
from witnessmark.sites import check, usual_options

RECORDED = Path(__file__).parent / "calibration.json"
SEED = 20_310_510
NEAREST = 1_000.0  # metres within which the naive rule takes the nearest listed site for the one hit
RANGES = ((10, 50), (50, 250), (250, 1_000), (1_000, 5_000))  # metres of the position's error

Pair = tuple[float, bool]


def main(strikes: int, *, record: bool) -> None:
    """Print every table, and keep them on request."""
    made = world(strikes, SEED)
    usual = replace(usual_options(), most=KNOWN.most)
    runs = {
        "shares known": KNOWN,
        "positions only": replace(KNOWN, reliability=0.0, unnamed=0.0),
        "the program's own shares": usual,
        "coverage taken for 0.3": replace(KNOWN, coverage=0.3),
        "coverage taken for 0.9": replace(KNOWN, coverage=0.9),
    }
    figures: dict[str, Any] = {}
    for name, options in runs.items():
        checks = list(check(made.incidents, made.register, options))
        figures[name] = {"all": _scores(list(_pairs(checks, made))), "likeliest": _scores(_top(checks, made))}
        if options is KNOWN:
            figures |= {"naive": _naive(checks, made), "by error": _by_error(checks, made)}
    for name, found in figures.items():
        print(name, json.dumps(found), sep="\n  ")
    if record:
        kept = {"date": datetime.now(UTC).date().isoformat(), "strikes": strikes, "figures": figures}
        RECORDED.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _pairs(checks: Sequence[SiteCheck], made: World) -> Iterator[Pair]:
    """Every site in reach of every strike: the stated probability, and whether it fell on it."""
    for done, inside in zip(checks, made.inside, strict=True):
        yield from ((m.probability, m.site in inside) for m in done.matches)


def _top(checks: Sequence[SiteCheck], made: World) -> list[Pair]:
    """The likeliest site of every strike that has one in reach."""
    found = zip(checks, made.inside, strict=True)
    return [(c.matches[0].probability, c.matches[0].site in i) for c, i in found if c.matches]


def _naive(checks: Sequence[SiteCheck], made: World) -> dict[str, Any]:
    """The nearest listed site is the one hit, whatever else is known; the same strikes, the same pairs."""
    pairs, tops = [], []
    for done, inside in zip(checks, made.inside, strict=True):
        nearest = min(done.matches, key=lambda m: m.distance, default=None)
        pairs += [(float(m is nearest and m.distance <= NEAREST), m.site in inside) for m in done.matches]
        if nearest:
            tops.append((float(nearest.distance <= NEAREST), nearest.site in inside))
    return {"all": _scores(pairs), "likeliest": _scores(tops)}


def _by_error(checks: Sequence[SiteCheck], made: World) -> dict[str, Any]:
    rows = list(zip(checks, made.inside, made.accuracy, made.by_town, strict=True))
    out = {}
    for low, high in RANGES:
        own = [r for r in rows if low <= r[2] < high and not r[3]]
        out[f"{low} to {high} m"] = _scores(
            [(m.probability, m.site in i) for c, i, _, _ in own for m in c.matches]
        )
    own = [r for r in rows if r[3]]
    out["a town"] = _scores([(m.probability, m.site in i) for c, i, _, _ in own for m in c.matches])
    return out


def _scores(pairs: Sequence[Pair]) -> dict[str, Any]:
    table = bins(pairs)
    brier = sum((stated - right) ** 2 for stated, right in pairs) / max(len(pairs), 1)
    return {
        "pairs": len(pairs),
        "expected": round(sum(p for p, _ in pairs), 1),
        "hit": sum(right for _, right in pairs),
        "brier": round(brier, 5),
        "calibration error": round(calibration_error(table), 5),
        "table": [(b.claims, round(b.stated, 3), round(b.right, 3)) for b in table],
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strikes", type=int, default=10_000)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    main(given.strikes, record=given.record)
