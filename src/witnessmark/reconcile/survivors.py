"""How many of those hit were hurt and lived: those shot or stabbed in all less those who died of it.

Reports say "five people were shot, one of them fatally" and leave the four to the reader. The difference is
ours, labelled `derived`, and only made where nobody says that as many were injured.
"""

from witnessmark.model.figure import Figure, worked_out
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.together import WHOLE, Rows

HIT, DEAD, HURT = "killed_or_injured", "killed", "injured"


def survivors(found: Rows) -> Figure | None:
    """The people hurt, from how many were hit and how many died; None where a figure says as many or more."""
    hit, dead, told = (_largest(found, measure) for measure in (HIT, DEAD, HURT))
    if hit is None or hit.best is None:
        return None
    least, gone, most = (dead.low, dead.best, dead.high) if dead is not None else (0, 0, 0)
    if gone is None or hit.best - gone <= (0 if told is None else told.best or 0):
        return None
    low = None if hit.low is None or most is None else max(0, hit.low - most)
    high = None if hit.high is None or least is None else hit.high - least
    return Figure(
        measure=HURT,
        group=hit.group if dead is None or dead.group == hit.group else WHOLE,
        low=low,
        best=hit.best - gone,
        high=high,
        rule=worked_out(sentence("{n} hit - {m} dead", n=f"{hit.best:,}", m=f"{gone:,}")),
        claims=(*hit.claims, *(dead.claims if dead else ())),
    )


def _largest(found: Rows, measure: str) -> Figure | None:
    """The figure of most people: a broader group's before one inside it."""
    own = [f for (m, _), f in found.items() if m == measure and f.best is not None]
    return max(own, key=lambda f: (f.best or 0, f.group == WHOLE), default=None)
