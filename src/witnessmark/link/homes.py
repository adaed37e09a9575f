"""Mentions of a document as they gather, and which of them a claim goes on with.

Each claim is asked of the mentions that can be its own: of its night and settlement, or just before it. A
document of tens of thousands of claims takes time by their number, and not by its square.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from witnessmark.link import dates, places
from witnessmark.link.account import Account
from witnessmark.link.places import PlaceRelation
from witnessmark.link.turns import in_turn
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.document import TITLES, ZoneKind
from witnessmark.model.place import Place

# A sentence without a date or a place of its own goes on about what was told just before: about two
# sentences of running text.
NEAR = 400

_Night = tuple[date | None, date | None]


@dataclass(slots=True)
class Mention:
    """Claims of one document about one event; `number` is its place among the mentions as they were begun."""

    number: int
    claims: list[Claim] = field(default_factory=list)
    account: Account = field(default_factory=Account)
    end: int = 0
    turn: int | None = None  # which of several strikes in a row it tells of

    @property
    def in_caption(self) -> bool:
        return self.claims[0].zone is ZoneKind.PHOTO_CAPTION


class Homes:
    """The mentions of a document so far."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._of_night: dict[_Night, dict[Place, dict[int, Mention]]] = defaultdict(lambda: defaultdict(dict))
        # (end, minus number): read backwards, the latest to end come first, of those the first begun.
        self._ends: list[tuple[int, int]] = []

    @classmethod
    def of(cls, known: Iterable[Mention]) -> "Homes":
        """The same mentions, none of them told in turn."""
        out = cls()
        for mention in known:
            home = out.begin()
            for claim in mention.claims:
                out.put(claim, home)
        return out

    def begin(self) -> Mention:
        self.mentions.append(Mention(len(self.mentions)))
        return self.mentions[-1]

    def put(self, claim: Claim, home: Mention, turn: int | None = None) -> None:
        """Let `home`, one of these, hold a claim too."""
        if not home.claims or claim.end > home.end:
            home.end = claim.end
            insort(self._ends, (home.end, -home.number))
        home.claims.append(claim)
        home.account.add(claim)
        home.turn = max((t for t in (home.turn, turn) if t is not None), default=None)
        night, scene = _night(claim), places.scene(claim)
        if night is not None and scene is not None:
            self._of_night[night][scene][home.number] = home

    def home(self, claim: Claim, turn: int | None = None) -> Mention | None:
        """The mention a claim goes on with: one that agrees, and is either certain or the one just read.

        A claim that is told as one strike of a row (`turn`) goes on with no mention of another.
        """
        caption = claim.zone is ZoneKind.PHOTO_CAPTION

        def first_open(known: Iterable[Mention]) -> Mention | None:
            of_its_sort = (m for m in known if m.in_caption == caption and not in_turn(turn, m.turn))
            return next((m for m in of_its_sort if not m.account.clashes(claim)), None)

        if caption:
            return first_open(self.mentions)
        sure = first_open(self._certain(claim))
        if sure is not None or (places.placed(claim) and dates.is_event_date(claim.date)):
            return sure
        if claim.zone in TITLES:
            return first_open(self.mentions)
        near = first_open(self._ended(claim.start - NEAR, claim.start))
        if near is not None:
            return near
        bare = not places.placed(claim)
        if claim.kind is ClaimKind.INCIDENT_UNSPECIFIED and bare and dates.is_unknown(claim.date):
            return first_open(self._ended(0, claim.start))
        of_its_turn = (m for m in self.mentions if not in_turn(turn, m.turn))
        alone = list(islice(of_its_turn, 2)) if bare else []
        return first_open(alone) if len(alone) == 1 else None

    def _certain(self, claim: Claim) -> list[Mention]:
        """Those that the day, or the same night, and the settlement are said of too; the latest first."""
        night, scene = _night(claim), places.scene(claim)
        if night is None or scene is None:
            return []
        there = self._of_night.get(night, {})
        same = [known for place, known in there.items() if places.relate(place, scene) is PlaceRelation.SAME]
        found = {m.number: m for known in same for m in known.values()}
        return sorted(found.values(), key=lambda m: (-m.end, m.number))

    def _ended(self, first: int, last: int) -> Iterator[Mention]:
        """Those that end between two places of the text, the latest first."""
        n = bisect_left(self._ends, (last + 1, -len(self.mentions)))
        while n and self._ends[n - 1][0] >= first:
            n -= 1
            end, number = self._ends[n]
            if self.mentions[-number].end == end:
                yield self.mentions[-number]


def _night(claim: Claim) -> _Night | None:
    """The interval of a claim that is no longer than a night."""
    days = dates.length(claim.date)
    short = days is not None and days <= dates.NIGHT_DAYS
    return (claim.date.start, claim.date.end) if claim.date is not None and short else None
