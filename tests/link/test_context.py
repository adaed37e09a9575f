from dataclasses import replace
from datetime import date

from link.made import BELEN, HAZAR, claim, count, incidents, on, report
from witnessmark.link import link
from witnessmark.link.context import context
from witnessmark.model.place import PlaceMention
from witnessmark.model.when import TimePrecision, Timex, TimexType


def told(text, *, published="2021-03-06"):
    """A reading with a place mention for each name and a time for each day in `text`."""
    reading = report("d", text, [], published=published)
    names = {"Hazar": HAZAR, "Belen": BELEN}
    found = [(i, n) for n in names for i in range(len(text)) if text.startswith(n, i)]
    places = tuple(PlaceMention("d", i, i + len(n), n, names[n]) for i, n in sorted(found))
    days = {"4 March": date(2021, 3, 4), "9 January": date(2021, 1, 9)}
    times = tuple(
        Timex(
            "d",
            text.index(d),
            text.index(d) + len(d),
            d,
            day,
            day,
            TimePrecision.DAY,
            TimexType.DATE,
            "",
            "test",
        )
        for d, day in days.items()
        if d in text
    )
    return replace(reading, places=places, timexes=times)


def test_the_context_is_the_settlement_and_recent_day_named_most():
    found = context(told("Belen waited. In Hazar on 4 March a shell fell; Hazar was last hit on 9 January."))
    assert found.place == HAZAR
    assert found.when is not None
    assert found.when.start == date(2021, 3, 4)


def test_a_document_without_places_or_recent_days_has_no_context():
    found = context(told("It was last hit on 9 January."))
    assert (found.place, found.when) == (None, None)


def test_the_context_is_not_shown_as_the_events_own():
    text = "Hazar, 4 March: a blast killed six."
    harm = claim("c", "killed six", "aggregate_tally", n=count("killed", 6, "person"))
    reading = replace(report("d", text, [harm], published="2021-03-06"), places=told(text).places)
    (event,) = incidents(link([reading]))
    assert (event.place, event.date) == (None, (None, None))
    assert {"place not stated", "date not stated"} <= set(event.unknown)


def test_harm_in_a_document_of_totals_is_no_event():
    text = "In January the monitor counted 60 dead. Six were killed."
    window = on("2021-01-01", "2021-01-31", TimePrecision.MONTH)
    claims = [
        claim("t", "60 dead", "aggregate_tally", n=count("killed", 60, "person"), when=window),
        claim("h", "Six were killed", "aggregate_tally", n=count("killed", 6, "person")),
    ]
    assert not incidents(link([report("d", text, claims)]))
