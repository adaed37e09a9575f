"""Fits the confidence of claims and writes it down: `python bench/confidence/fit.py` from the top of a clone.

The weights are fitted on the half of the articles to build with; how strongly they are pulled towards none is
chosen on the same half, leaving out one conflict at a time. The other half only tells how well they hold.
Written: the codebook's confidence.yaml, docs/method/confidence.md, its picture, and the pages of the rules.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bench"))  # run as a script; the benches import from there

from confidence.logistic import Fitted, fit, surprise  # noqa: E402  (as above)
from confidence.observe import Observed, observe  # noqa: E402  (as above)
from confidence.page import Held, page  # noqa: E402  (as above)
from confidence.picture import picture  # noqa: E402  (as above)
from confidence.reliability import bins, calibration_error  # noqa: E402  (as above)

DATA = ROOT / "src" / "witnessmark" / "codebook" / "data" / "confidence.yaml"
PAGE = ROOT / "docs" / "method" / "confidence.md"
PICTURE = ROOT / "docs" / "images" / "confidence.svg"
PULLS = (0.3, 1.0, 3.0, 10.0, 30.0)
# More likely wrong than right: a person's look is worth more there than anywhere else.
REVIEW_BELOW = 0.5


def main() -> int:
    building, measuring = observe("building"), observe("measuring")
    losses = {pull: left_out(building, pull) for pull in PULLS}
    pull = min(losses, key=lambda p: losses[p])
    fitted = fit(building, pull)
    held = {name: _held(fitted, own) for name, own in (("fitted on", building), ("held out", measuring))}
    for name, one in held.items():
        print(f"{name}: {one.claims} claims, {one.right:.3f} right; calibration error {one.error:.3f}")
        print(
            f"  {one.below} below {REVIEW_BELOW}: {one.right_below:.3f} right; above: {one.right_above:.3f}"
        )
    print(f"pull {pull}: " + ", ".join(f"{p}: {loss:.4f}" for p, loss in losses.items()))
    _write(fitted, building)
    PICTURE.write_text(picture({f"{n} ({h.claims} claims)": h.bins for n, h in held.items()}), "utf-8")
    PAGE.write_text(page(held, fitted.weights, pull, REVIEW_BELOW), encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "docs" / "reference" / "generate.py")], check=True)
    return 0


def left_out(observed: Sequence[Observed], pull: float) -> float:
    """The loss on each conflict of weights fitted on the others."""
    chances: list[float] = []
    right: list[bool] = []
    conflicts = sorted({_conflict(o) for o in observed})
    for conflict in conflicts:
        fitted = fit([o for o in observed if _conflict(o) != conflict], pull)
        own = [o for o in observed if _conflict(o) == conflict]
        chances += [fitted.of(o.features) for o in own]
        right += [o.right for o in own]
    return surprise(chances, right)


def _conflict(o: Observed) -> str:
    """The articles of a conflict are numbered: `yemen-01`."""
    return o.article.rpartition("-")[0]


def _held(fitted: Fitted, observed: Sequence[Observed]) -> Held:
    pairs = [(fitted.of(o.features), o.right) for o in observed]
    low = [r for p, r in pairs if p < REVIEW_BELOW]
    high = [r for p, r in pairs if p >= REVIEW_BELOW]
    found = bins(pairs)
    return Held(
        claims=len(pairs),
        right=_share([r for _, r in pairs]),
        error=calibration_error(found),
        below=len(low),
        right_below=_share(low),
        right_above=_share(high),
        bins=found,
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _write(fitted: Fitted, observed: Sequence[Observed]) -> None:
    data = {
        "source": "Fitted by bench/confidence/fit.py on the counts read from bench/articles/building, "
        f"{datetime.now(UTC).date().isoformat()}; right = figure and kind as annotated.",
        "verified": True,
        "languages": ["en", "und"],
        "review_below": REVIEW_BELOW,
        "intercept": round(fitted.intercept, 3),
        "weights": {name: round(weight, 3) for name, weight in sorted(fitted.weights.items())},
        "measured": _measured(observed),
    }
    DATA.write_text(yaml.safe_dump(data, sort_keys=False, width=110), encoding="utf-8")


def _measured(observed: Sequence[Observed]) -> Mapping[str, list[int]]:
    """For each rule, the claims seen and the right ones."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for o in observed:
        rule = next(f for f in o.features if f.startswith("rule=")).removeprefix("rule=")
        seen[rule] += 1
        right[rule] += o.right
    return {rule: [seen[rule], right[rule]] for rule in sorted(seen)}


if __name__ == "__main__":
    sys.exit(main())
