"""Where and when: the place and the time of an event, told from where and when it was said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.conjuncts import of_other_items
from witnessmark.extract.past import as_past
from witnessmark.model.place import Location, Place, PlacePrecision, PlaceRole
from witnessmark.model.when import TimePrecision, Timex, When, days_on

# From the narrowest to the widest (domain 3.6, P1 to P7).
_NARROW = {
    level: rank
    for rank, level in enumerate(
        (
            PlacePrecision.EXACT,
            PlacePrecision.FACILITY,
            PlacePrecision.NEIGHBOURHOOD,
            PlacePrecision.TOWN,
            PlacePrecision.CITY,
            PlacePrecision.NEAR_SETTLEMENT,
            PlacePrecision.DISTRICT,
            PlacePrecision.ADMIN1_PART,
            PlacePrecision.ADMIN1,
            PlacePrecision.ADMIN1_MULTI,
            PlacePrecision.INFORMAL_REGION,
            PlacePrecision.COUNTRY,
        )
    )
}
_NAMED = 0.5
# Precisions of what holds settlements.
_HOLDS = frozenset(
    {
        PlacePrecision.DISTRICT,
        PlacePrecision.ADMIN1,
        PlacePrecision.ADMIN1_PART,
        PlacePrecision.INFORMAL_REGION,
        PlacePrecision.COUNTRY,
    }
)
_PART_OF_A_TOWN = frozenset({PlacePrecision.FACILITY, PlacePrecision.NEIGHBOURHOOD})
_DATELINE = re.compile(r"(?:,[lP])?,?d?(?:\([^)]*\))?-")
# "KYIV, 12 June (Agency) -", "ADEN (Agency), 3 May -": when it was written.
_DATED_LINE = re.compile(r"[lPx]{1,3}(?:,[lP])?(?:\([^)]*\))?,?d(?:\([^)]*\))?-")
_SUBJECT = re.compile(r"P(?:[&,|]e?P)*[BRHVXTtI?]")
_TRADING = re.compile(r"[lP](?:[,&][lP])?x")
_OF_A_WAR = frozenset({"war", "war_total"})
_NO_EVENT_TIME = frozenset({TimePrecision.DURATION, TimePrecision.SET, TimePrecision.UNKNOWN})


def time_of(sentence: Sentence, indices: Sequence[int], near: int) -> When | None:
    """The time of the event at chunk `near`: the closest of its clause that is no time of speaking."""
    if "d" not in sentence.symbols:
        return None
    chunks = sentence.chunks
    times = [i for i, kind in enumerate(sentence.symbols) if kind == "d" and _event_time(sentence, i)]
    if not times:
        return None
    pool = [i for i in indices if i in times]
    if not pool and of_other_items(sentence, indices, times):
        return None
    pool = pool or times
    timexes = [(t, i) for i in pool if (t := chunks[i].timex) is not None]
    # "on 3 May, around 7 a.m.": the day says when, the hour alone does not.
    timex, i = min(
        timexes, key=lambda t: (t[0].value_start is None, abs(t[1] - near) - (0.5 if t[1] > near else 0))
    )
    said = [c.timex for j, c in enumerate(chunks) if c.timex is not None and _of_saying(sentence, j)]
    return when(as_past(sentence, i, timex, said))


def told_by(sentence: Sentence) -> When | None:
    """The day by which an undated event had happened: that of saying so, and the one before.

    A wire's opening leaves the day out where it is the day of the telling ("four died, officials said on
    Tuesday"); the day before allows for a night.
    """
    if "d" not in sentence.symbols:
        return None
    if any(c.code("situations") in _OF_A_WAR for c in sentence.chunks):
        return None  # of the whole war, not of one day
    for i, c in enumerate(sentence.chunks):
        if c.kind != "d" or c.timex is None or c.timex.precision is not TimePrecision.DAY:
            continue
        if _of_saying(sentence, i) and c.timex.value_start is not None:
            first = days_on(c.timex.value_start, -1)
            method = f"told then, by that day; {c.timex.method}"
            return When(c.timex.quote, first, c.timex.value_start, TimePrecision.RANGE_DAYS, method)
    return None


def when(timex: Timex) -> When:
    """The time of a claim from a time expression."""
    return When(timex.quote, timex.value_start, timex.value_end, timex.precision, timex.method)


def _event_time(sentence: Sentence, i: int) -> bool:
    chunk = sentence.chunks[i]
    if chunk.kind != "d" or chunk.timex is None or chunk.timex.precision in _NO_EVENT_TIME:
        return False
    written = _DATED_LINE.match(sentence.symbols) if sentence.entry is None else None
    return not (written and i < written.end()) and not _of_saying(sentence, i)


def _of_saying(sentence: Sentence, i: int) -> bool:
    """Whether a time is that of a statement, by its place in it or the words around."""
    return i in sentence.speech or _spoken(sentence.chunks, i)


def _spoken(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a time says when something was said, or when a report came out."""
    around = [*chunks[max(0, i - 1) : i], *chunks[i + 1 : i + 2]]
    before = chunks[max(0, i - 3) : i]
    if any(c.kind == "R" for c in around) and not any(c.kind in "NtTVA" for c in chunks[max(0, i - 2) : i]):
        return True
    return any(c.kind == "x" and _published(c) for c in before)


def _published(chunk: Chunk) -> bool:
    """Whether a word no longer read as a verb of saying is what was said, or says that it came out."""
    if chunk.code("grammar") == "publishing":
        return True
    return bool(chunk.code("reporting")) and (
        chunk.attr("reporting", "paper") == "true" or chunk.inflected("participle")
    )


def place_of(sentence: Sentence, indices: Sequence[int], text: str) -> Location | None:
    """The narrowest place of the event in a stretch; provinces in one list are one place of several.

    Failing others, the town of an official, who is there ("gunmen shot the mayor of <town>"), or the one
    that people fled, with that role.
    """
    told = [i for i in indices if i not in sentence.speech]
    return _narrowest(sentence, told, text) or _narrowest(sentence, told, text, other=True)


def place_around(sentence: Sentence, indices: Sequence[int], text: str) -> Location | None:
    """The place that a sentence gives for a stretch that names none; not that of other items of a list."""
    every = range(len(sentence.chunks))
    named = [i for i in every if sentence.chunks[i].place and _event_place(sentence, i) is not None]
    return None if of_other_items(sentence, indices, named) else place_of(sentence, every, text)


def place_of_speaker(sentence: Sentence, text: str) -> Location | None:
    """Where a speaker is ("a doctor at the hospital of the town"): where it happened, failing others."""
    return _narrowest(sentence, sorted(sentence.speech), text, other=True)


def _narrowest(
    sentence: Sentence, indices: Sequence[int], text: str, *, other: bool = False
) -> Location | None:
    chunks = sentence.chunks
    found = [
        c for i in indices if chunks[i].place and (c := _event_place(sentence, i, other=other)) is not None
    ]
    if not found:
        return None
    narrow = min(found, key=_rank)
    same = [c for c in found if _alike(c, narrow)]
    if len(same) > 1 and _listed(sentence, same):
        return _several(same, text)
    return _location(narrow, text)


def _alike(one: Chunk, other: Chunk) -> bool:
    """Whether two places are of one sort: provinces and parts of provinces count as one."""
    both = {_rank(one), _rank(other)}
    return len(both) == 1 or both <= {_NARROW[PlacePrecision.ADMIN1], _NARROW[PlacePrecision.ADMIN1_PART]}


def _rank(chunk: Chunk) -> float:
    place = _placed(chunk)
    if place is None:
        return 99
    if place.precision in _PART_OF_A_TOWN:
        # no better than its town: a hospital is where a doctor speaks as often as where shells fall
        return _NARROW[PlacePrecision(place.level)]
    rank = _NARROW.get(place.precision, 99)
    # a village known by name alone is no better placed than what it lies in, but says more
    return rank - _NAMED if _by_name_alone(place) else rank


def _by_name_alone(place: Place) -> bool:
    """Whether a settlement is in no list: known is only what it lies in."""
    return place.level == "town" and place.radius is not None and place.precision in _HOLDS


def _event_place(sentence: Sentence, i: int, *, other: bool = False) -> Chunk | None:
    """The chunk if it is a place where something happened: not an actor, not where people came from.

    With `other`, the town of a mayor will do, though not where a body has its seat, and a town people fled.
    """
    chunk = sentence.chunks[i]
    place = _placed(chunk)
    if chunk.place is None or place is None or chunk.acts:
        return None
    if chunk.place.role is not PlaceRole.EVENT and not (other and _failing_others(sentence, i)):
        return None
    line = _DATELINE.match(sentence.symbols, 1) if sentence.entry is None else None
    if line is not None and i < line.end():
        return None  # "KABUL, 11 May (Nile News) - …": where it was written, and by whom
    before = sentence.chunks[i - 1] if i else None
    if place.precision is PlacePrecision.UNRESOLVED and not _in(before):
        return None  # a name nothing is known of is a place where the words around it make it one
    whole_country = place.precision is PlacePrecision.COUNTRY
    if chunk.kind == "P" and not _in(before) and (whole_country or _governs(sentence, i)):
        return None
    if _TRADING.match(sentence.symbols, i) and any(
        c.code("grammar") == "trading_blame" for c in sentence.chunks[i + 1 : i + 4]
    ):
        return None  # capitals that stand for their governments
    j = i
    while j > 0 and sentence.chunks[j - 1].kind in "l,&exoimUP":
        j -= 1
    if j > 0 and sentence.chunks[j - 1].code("grammar") == "from":
        return None
    return chunk


def _failing_others(sentence: Sentence, i: int) -> bool:
    """Whether a place of another role may be where it happened: an official's town, or one that was fled."""
    mention = sentence.chunks[i].place
    if mention is not None and mention.role is PlaceRole.ORIGIN:
        return any(c.code("triggers") == "displaced" for c in sentence.chunks[max(0, i - 2) : i])
    return mention is not None and mention.role is PlaceRole.SEAT and not _based(sentence, i)


def _based(sentence: Sentence, i: int) -> bool:
    """Whether a place is where an organisation sits: "<place>-based", "based in <place>"."""
    return any(c.code("grammar") == "based" for c in sentence.chunks[max(0, i - 2) : i + 3])


def _governs(sentence: Sentence, i: int) -> bool:
    """Whether a capital is the subject of a verb and stands for its government: "Moscow said"."""
    party = sentence.chunks[i].party
    if party is None or party[1].use != "metonym":
        return False
    return _SUBJECT.match(sentence.symbols, i) is not None


def _in(before: Chunk | None) -> bool:
    """Whether what stands before a country's name makes it a place."""
    return before is not None and (before.kind in "rol" or before.code("grammar") in {"in", "on"})


def _listed(sentence: Sentence, found: Sequence[Chunk]) -> bool:
    first = sentence.chunks.index(found[0])
    last = sentence.chunks.index(found[-1])
    return all(c.kind in "l,&exPo" for c in sentence.chunks[first : last + 1])


def _several(found: Sequence[Chunk], text: str) -> Location:
    places = [place for c in found if (place := _placed(c))]
    countries = {p.country for p in places}
    names = sorted({p.name for p in places})
    if len(names) == 1:
        return _location(found[0], text)
    if all(map(_by_name_alone, places)) and len({(p.lat, p.lon) for p in places}) == 1:
        together = replace(places[0], name=" and ".join(names))
        return Location(text[found[0].start : found[-1].end], together)
    provinces = all(p.level.startswith("admin1") for p in places)
    place = Place(
        " and ".join(names),
        "admin1_multi" if provinces else "region",
        countries.pop() if len(countries) == 1 else None,
        precision=PlacePrecision.ADMIN1_MULTI if provinces else PlacePrecision.INFORMAL_REGION,
    )
    return Location(text[found[0].start : found[-1].end], place)


def _location(chunk: Chunk, text: str) -> Location:
    place = _placed(chunk)
    if place is None:
        raise ValueError("a location needs a place")
    fled = chunk.place is not None and chunk.place.role is PlaceRole.ORIGIN
    role = PlaceRole.ORIGIN if fled else PlaceRole.EVENT
    return Location(text[chunk.start : chunk.end], place, role)


def _placed(chunk: Chunk) -> Place | None:
    """The place of a chunk; one that stays open between several is known by its name alone."""
    mention = chunk.place
    if mention is None:
        return None
    likely = mention.runner_up
    if mention.place is None and likely and likely.level not in {"country", "region"}:
        return Place(mention.quote, likely.level, None)
    return mention.spot or mention.place
