"""What sort of statement a claim is: one event, a total, background, or something else."""

import re

from witnessmark import codebook
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.phrases import Draft
from witnessmark.extract.several import of_several
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.count import Qualifier
from witnessmark.model.place import Location, PlacePrecision
from witnessmark.model.when import TimePrecision, When

# Said at no time but its own.
UNTIMED = frozenset(
    {
        ClaimKind.DEMAND,
        ClaimKind.FORECAST,
        ClaimKind.THREAT,
        ClaimKind.OPINION,
        ClaimKind.DEFINITION,
        ClaimKind.STATED_INTENT,
        ClaimKind.LEGAL_RULE_STATEMENT,
    }
)
ONE_EVENT_DAYS = 2  # a night has two days; a longer stretch is a period (domain 3.6, D1 and D2)
_SITE = frozenset(
    {
        PlacePrecision.EXACT,
        PlacePrecision.FACILITY,
        PlacePrecision.NEIGHBOURHOOD,
        PlacePrecision.TOWN,
        PlacePrecision.CITY,
    }
)
# Coarse, yet narrow enough for one day's act there to be one event.
_AREA = frozenset(
    {
        PlacePrecision.NEAR_SETTLEMENT,
        PlacePrecision.DISTRICT,
        PlacePrecision.ADMIN1,
        PlacePrecision.ADMIN1_PART,
    }
)
# A name that several settlements share is still one of them.
_ONE = _SITE | _AREA | {PlacePrecision.UNRESOLVED}
# A value of a single day, or a part of one, whose place on the calendar is not known: "on Friday", "3 May".
_SOME_DAY = re.compile(r"XXXX-(?:WXX-\d|XX-XX|\d\d-\d\d)")
# "(of, in, over) five weeks of shelling".
_LASTING = re.compile(r"[op]do[ex]{0,2}[ACM]")
_YEAR = 364  # days; a total over more is one of a war where it is a whole country's


def fact_of(measure: str, name: str) -> object:
    """What the codebook says of a measure under this name (`unit`, `effect`, `about`), or None."""
    entry = codebook.load().taxonomy("measures").get(measure)
    return entry.extra.get(name) if entry else None


def is_measure(measure: str, fact: str) -> bool:
    """Whether the codebook says this of a measure: `harm`, `lasting`, `context` or `protective`."""
    return fact_of(measure, fact) is True


def is_wide(sentence: Sentence) -> bool:
    """Whether a sentence is of more than the event before it ("across the country", "total for the week")."""
    return "wide" in sentence.small_words


def kind_of_count(draft: Draft, time: When | None, place: Location | None, whole: Claim | None) -> ClaimKind:
    """The kind of a count's claim (domain 2.3 and 5.4)."""
    measure = draft.count.measure
    if is_measure(measure, "context") or (whole is not None and whole.kind is ClaimKind.CONTEXT_FIGURE):
        return ClaimKind.CONTEXT_FIGURE
    if is_measure(measure, "protective"):
        return ClaimKind.PROTECTIVE_MEASURE
    stock = measure == "displaced" and draft.verb is not None and _stock(draft)
    if stock or _of_a_war(draft, time, place):
        return ClaimKind.CONTEXT_FIGURE
    if draft.rule == "tally" or _moves(measure):
        return ClaimKind.AGGREGATE_TALLY
    if draft.head == "act" and draft.count.value != 1 and not _of_one_act(draft, time, place, whole):
        return ClaimKind.AGGREGATE_TALLY
    if whole is not None:
        return whole.kind
    if is_wide(draft.sentence) or (is_measure(measure, "harm") and of_several(draft)):
        return ClaimKind.AGGREGATE_TALLY
    return _by_time_and_place(draft, time, place)


def _of_one_act(draft: Draft, time: When | None, place: Location | None, whole: Claim | None) -> bool:
    """Whether munitions were let go on one day at one place: "dropped two bombs on the market on Monday".

    They are what one event was done with; several attacks are several events, be they of one day.
    """
    if fact_of(draft.count.measure, "unit") != "munition" or whole is not None or time is None:
        return False
    spot = place is not None and place.place.precision in _SITE
    if is_wide(draft.sentence) or of_several(draft):
        return False
    released = any(draft.sentence.chunks[i].kind in "XV" for i in draft.sentence.clause(draft.index))
    return spot and released and not _summed(draft) and _of_one_day(draft.sentence, time)


def _by_time_and_place(draft: Draft, time: When | None, place: Location | None) -> ClaimKind:
    """One event or a total, by how long and how wide it is; one victim is one event."""
    if time is not None and time.start and time.end:
        one = (time.end - time.start).days < ONE_EVENT_DAYS
        if one or not _one_victim(draft):
            return ClaimKind.INCIDENT if one else ClaimKind.AGGREGATE_TALLY
    elif time is not None and _of_one_day(draft.sentence, time) and not _summed(draft):
        return ClaimKind.INCIDENT
    summed = _summed(draft) or _over_a_time(draft)
    if time is None and (place is None or place.place.precision in _ONE) and not summed:
        return ClaimKind.INCIDENT
    if _one_victim(draft):
        return ClaimKind.INCIDENT_UNSPECIFIED
    return ClaimKind.AGGREGATE_TALLY


def _one_victim(draft: Draft) -> bool:
    """Whether a count is of one person or of named ones, whom something befell once."""
    single = draft.count.qualifier is Qualifier.SINGULAR or draft.rule == "named"
    return draft.head == "person" and single and is_measure(draft.count.measure, "harm")


def _moves(measure: str) -> bool:
    """Whether a measure is of people who left, came back or are shut in: a situation, never an incident."""
    return fact_of(measure, "about") is not None or is_measure(measure, "situation")


def _summed(draft: Draft) -> bool:
    """Whether the words of a count sum up over time ("so far", "since", "in total")."""
    return any(c.code("relations") in {"cumulative", "sum"} for c in draft.sentence.chunks if c.codes)


def _over_a_time(draft: Draft) -> bool:
    """Whether a count is of acts that went on for some time ("the toll of five weeks of shelling")."""
    s = draft.sentence
    times = [(i, c.timex) for i, c in enumerate(s.chunks) if i and c.timex is not None]
    lasting = [i for i, t in times if t.precision is TimePrecision.DURATION]
    return any(_LASTING.match(s.symbols, i - 1) for i in lasting)


def event_of_count(draft: Draft, kind: ClaimKind) -> tuple[str, ...]:
    """What a count that is no act is about: displacement, a population, the deaths of a whole war."""
    about = fact_of(draft.count.measure, "about")
    if about:
        return (str(about),)
    war = kind is ClaimKind.CONTEXT_FIGURE and is_measure(draft.count.measure, "harm")
    return ("war_total",) if war else ()


def _of_a_war(draft: Draft, time: When | None, place: Location | None) -> bool:
    """A total of a whole war: since a year, or a country's for a year and more."""
    if draft.head == "act":
        return False
    clause = draft.sentence.clause(draft.index)
    if any(draft.sentence.chunks[i].code("situations") == "war_total" for i in clause):
        return True
    if time is None:
        return False
    if time.precision is TimePrecision.OPEN_SINCE_YEAR:
        return True
    long = time.start is not None and (time.end is None or (time.end - time.start).days >= _YEAR)
    return long and place is not None and place.place.precision is PlacePrecision.COUNTRY


def _stock(draft: Draft) -> bool:
    """People who are displaced now, not a flow of newly displaced ("remain displaced")."""
    verb = draft.verb
    around = draft.sentence.chunks[verb - 1 : verb + 1] if verb else []
    return any(c.code("grammar") == "still" or c.attr("triggers", "stock") for c in around)


def kind_of_statement(
    kind: ClaimKind, sentence: Sentence, clause: range, time: When | None, place: Location | None
) -> ClaimKind:
    """An act on one day at a named place is an incident; one that goes on, or is done often, a pattern."""
    if kind not in {ClaimKind.PATTERN, ClaimKind.INCIDENT_UNSPECIFIED}:
        return kind
    habitual = "habitual" in sentence.small_words
    if habitual and any(sentence.chunks[i].code("grammar") == "habitual" for i in clause):
        return ClaimKind.PATTERN  # "the militia regularly shells the town": no one day of it
    if time is None:
        return kind
    if not _of_one_day(sentence, time):
        return ClaimKind.PATTERN if time.start and time.end else kind
    return ClaimKind.INCIDENT if place is not None and place.place.precision in _ONE else kind


def _of_one_day(sentence: Sentence, time: When) -> bool:
    """Whether a time is one day or night, be it one whose date the text leaves open ("on Friday")."""
    if time.start and time.end:
        return (time.end - time.start).days < ONE_EVENT_DAYS
    if time.precision is not TimePrecision.UNRESOLVED:
        return False
    return any(
        c.timex is not None and c.timex.quote == time.verbatim and _SOME_DAY.match(c.timex.value) is not None
        for c in sentence.chunks
    )
