"""What a sentence that names no place or time of its own goes on about: the scope a document has set.

A report names its place and day once and then tells more. What is inherited is always marked so. A sentence
that speaks of more than one event ("across the country"), or sets itself apart ("in a separate attack"),
inherits nothing; counts of acts inherit a period, never a single day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.entries import Entry, Listing
from witnessmark.extract.kinds import ONE_EVENT_DAYS, UNTIMED, is_wide
from witnessmark.model.actor import Actor, Role
from witnessmark.model.claim import ClaimKind
from witnessmark.model.document import TITLES
from witnessmark.model.place import Location, PlacePrecision
from witnessmark.model.when import When

# How many lines on a scope still holds, four paragraphs with empty lines between: on the building half of
# bench/articles 2 gives days right for 58 %, 8 for 69 %, 30 no more.
_LINES = 8
# Places too wide for one event.
_AREAS = frozenset(
    {
        PlacePrecision.ADMIN1,
        PlacePrecision.ADMIN1_PART,
        PlacePrecision.ADMIN1_MULTI,
        PlacePrecision.INFORMAL_REGION,
        PlacePrecision.COUNTRY,
    }
)
# Symbols of words that tell of an act or its harm.
_OF_ACTS = frozenset("AVtTMXWDI")


@dataclass
class Scope:
    """The latest place, day and period that claims of a document named, with their paragraphs."""

    place: tuple[int, Location] | None = None
    area: Location | None = None  # the last wide place named: a province, a region, a country
    heading: Location | None = None  # the place of the title
    heard: tuple[int, Location] | None = None  # the place a sentence named that may have made no claim
    day: tuple[int, When] | None = None
    period: tuple[int, When] | None = None
    period_in: int | None = None  # where the sentence begins that named the period
    method: tuple[int, tuple[str, ...], When | None] | None = None
    doers: tuple[int, tuple[Actor, ...], When | None] | None = None
    event: int | None = None  # the paragraph that last told of an event
    entry: Entry | None = None  # the entry of a list it is now in
    above: "Scope | None" = None  # what held above that list

    @property
    def timed(self) -> bool:
        """Whether any claim so far named a time."""
        return self.day is not None or self.period is not None

    def enter(self, s: Sentence) -> None:
        """Begin an entry of a list, or leave the list: what another entry said holds no more."""
        if s.entry == self.entry:
            return
        left = self.entry.of if self.entry else None
        if left is not None:
            self._forget(s, left)
        if s.entry is not None and s.entry.of is not left:
            self.above = replace(self)
        self.entry = s.entry

    def begins(self, s: Sentence) -> bool:
        """Whether a sentence begins an entry of a list."""
        return s.entry is not None and s.entry != self.entry

    def inside(self, listing: Listing) -> bool:
        """Whether this list is the one it is in."""
        return self.entry is not None and self.entry.of is listing

    def _forget(self, s: Sentence, left: Listing) -> None:
        """Take up again, as if said right here, what held above a list whose entries speak for themselves."""
        above = self.above
        if above is None:
            return
        here = s.paragraph
        if left.placed:
            self.place = (here, above.place[1]) if above.place else None
            self.heard = (here, above.heard[1]) if above.heard else None
            self.area = above.area
        if left.dated:
            self.day = (here, above.day[1]) if above.day else None
            self.period = (here, above.period[1]) if above.period else None
        if left.placed or left.dated:
            self.method = (here, *above.method[1:]) if above.method else None
            self.doers = (here, *above.doers[1:]) if above.doers else None
            self.event = above.event

    def see_place(self, s: Sentence, place: Location) -> None:
        """Remember a place that a claim named itself."""
        self.place = (s.paragraph, place)
        if place.place.precision in _AREAS:
            self.area = place

    def hear_place(self, s: Sentence, place: Location) -> None:
        """Remember a place that a sentence named, of which there may be no claim."""
        if s.zone in TITLES:
            self.heading = self.heading or place
        elif set(s.symbols) & _OF_ACTS:
            self.heard = (s.paragraph, place)

    def see_time(self, s: Sentence, time: When) -> None:
        """Remember a time that a claim named itself: a day, or a period."""
        if time.start is None and time.end is None:
            return
        if lasts(time):
            if self.period and self.period_in == s.start and _before(time, self.period[1]):
                return  # "214 in October, against 189 in September"
            self.period, self.period_in = (s.paragraph, time), s.start
        else:
            self.day = (s.paragraph, time)

    def goes_on(self, s: Sentence) -> bool:
        """Whether an event was told that a sentence can point back to."""
        return self.event is not None and _continues(s, self.event)

    def see_method(self, s: Sentence, method: tuple[str, ...], time: When | None) -> None:
        """Remember how an event was said to have been done."""
        if method:
            self.method = (s.paragraph, method, time)

    def method_for(self, s: Sentence, time: When | None) -> tuple[str, ...]:
        """The method of the event a sentence goes on about; none where it tells of another day."""
        if self.method is None or not _continues(s, self.method[0]):
            return ()
        return self.method[1] if _same_day(time, self.method[2]) else ()

    def see_doers(self, s: Sentence, actors: Sequence[Actor], time: When | None) -> None:
        """Remember who was said to have done what an event was."""
        own = tuple(a for a in actors if a.role is Role.PERPETRATOR and not a.inherited)
        if own:
            self.doers = (s.paragraph, own, time)

    def doers_for(self, s: Sentence, time: When | None) -> tuple[Actor, ...]:
        """Who did what a sentence goes back to, marked as inherited; nobody where it tells of another day."""
        if self.doers is None or not _continues(s, self.doers[0]) or not _same_day(time, self.doers[2]):
            return ()
        return tuple(replace(a, inherited=True) for a in self.doers[1])

    def place_for(self, s: Sentence) -> Location | None:
        """The place a sentence inherits, marked as inherited."""
        if self.place and _continues(s, self.place[0]):
            return replace(self.place[1], inherited=True)
        return None

    def area_for(self, s: Sentence) -> Location | None:
        """The area that a count over a longer time or of many acts inherits, marked as inherited."""
        return replace(self.area, inherited=True) if self.area and not is_wide(s) else None

    def heard_for(self, s: Sentence) -> Location | None:
        """The place a sentence inherits where no claim named one: told without a count, or the title's."""
        if is_wide(s) or "apart" in s.small_words:
            return None
        if self.heard and _continues(s, self.heard[0]):
            return replace(self.heard[1], inherited=True)
        return replace(self.heading, inherited=True) if self.heading else None

    def time_for(self, s: Sentence, *, acts: bool) -> When | None:
        """The time a sentence inherits: for counts of acts the period, else whatever was named last."""
        known = [t for t in ((self.period,) if acts else (self.day, self.period)) if t]
        if not known:
            return None
        paragraph, time = max(known, key=lambda t: t[0])
        if not _continues(s, paragraph):
            return None
        return time.handed_on()


def _same_day(one: When | None, other: When | None) -> bool:
    """Whether two times are one, or one of them is not known."""
    return one is None or other is None or (one.start, one.end) == (other.start, other.end)


def lasts(time: When | None) -> bool:
    """Whether a time is too long for one event, or has one end alone."""
    if time is None or (time.start is None and time.end is None):
        return False
    return time.start is None or time.end is None or (time.end - time.start).days >= ONE_EVENT_DAYS


def _before(time: When, other: When) -> bool:
    """Whether a time is over before another begins."""
    return time.end is not None and other.start is not None and time.end < other.start


def timed(kind: ClaimKind, time: When | None) -> When | None:
    """The time of a statement; a demand or a definition has not the day of the event it follows."""
    return None if kind in UNTIMED and time is not None and time.inherited else time


def _continues(s: Sentence, paragraph: int) -> bool:
    """Whether a sentence goes on with what a paragraph told: its own, or one not far before."""
    if is_wide(s) or "apart" in s.small_words:
        return False
    return 0 <= s.paragraph - paragraph <= _LINES
