# ruff: noqa: E501  (told sentences are kept whole)
"""Stories planted in plain prose, linked from end to end: what is one event, what two, what a copy."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import witnessmark
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.pipeline import Linked

Told = Callable[..., Linked]


@pytest.fixture
def linked(tmp_path: Path) -> Told:
    """Link texts by name, each with the day it was published and, where it matters, its language."""

    def run(**told: tuple[str, ...]) -> Linked:
        path = tmp_path / "told.jsonl"
        names = ("published", "text", "language")
        rows = ({"id": name} | dict(zip(names, values, strict=False)) for name, values in told.items())
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return witnessmark.link(witnessmark.extract([path]))

    return run


def events(found: Linked) -> list[Incident]:
    return [i for i in found.incidents if i.kind in (IncidentKind.INCIDENT, IncidentKind.ALLEGATION)]


def event_of(found: Linked, *docs: str) -> Incident:
    """The one event that all of `docs` tell of."""
    held = [i for i in events(found) if set(docs) <= set(i.documents)]
    assert len(held) == 1, [(i.documents, i.date, i.place and i.place.name) for i in events(found)]
    return held[0]


def killed(incident: Incident) -> tuple[int | None, int | None, int | None]:
    return next(
        (f.low, f.best, f.high) for f in incident.figures if f.measure == "killed" and f.group == "person"
    )


FIRST = (
    "Two shells hit the vegetable market of Maarat al-Numan on 3 May 2021, killing six people, medics said."
)
SECOND = "A warplane bombed a school in Maarat al-Numan on 5 May 2021 and killed nine people, the civil defence said."


def test_two_strikes_in_one_town_two_days_apart_stay_two(linked):
    found = linked(
        one=("2021-05-03", FIRST),
        again=(
            "2021-05-04",
            "Six people died when shells fell on the market of Maarat al-Numan on 3 May 2021.",
        ),
        other=("2021-05-05", SECOND),
        later=(
            "2021-05-06",
            "Nine people were killed in an air strike on a school in Maarat al-Numan on 5 May 2021.",
        ),
    )
    market, school = event_of(found, "one", "again"), event_of(found, "other", "later")
    assert market.id != school.id
    assert (killed(market), killed(school)) == ((6, 6, 6), (9, 9, 9))


def test_a_toll_rising_over_four_days_is_one_incident_with_its_latest_figure_and_its_history(linked):
    says = "An air strike on a bakery in Taftanaz on 8 March 2021 killed {} people, the civil defence said."
    days = {"first": ("2021-03-08", 7), "second": ("2021-03-09", 11), "third": ("2021-03-10", 14)}
    told = {name: (day, says.format(n)) for name, (day, n) in days.items()}
    found = linked(**told, last=("2021-03-11", says.format(16)))
    bakery = event_of(found, "first", "second", "third", "last")
    best = next(f for f in bakery.figures if f.measure == "killed" and f.group == "person")
    assert best.best == 16
    assert {c for i in events(found) for c in i.claims} == set(bakery.claims)
    assert len(bakery.claims) >= 4


def test_a_denial_goes_with_what_it_denies(linked):
    found = linked(
        report=(
            "2021-06-11",
            "Army jets bombed a clinic in Jisr al-Shughur on 10 June 2021, killing five people.",
        ),
        denial=(
            "2021-06-12",
            "The army denied that its jets bombed a clinic in Jisr al-Shughur on 10 June 2021.",
        ),
    )
    clinic = event_of(found, "report", "denial")
    assert clinic.documents == ("denial", "report")
    assert "contested" in clinic.grade.flags
    (denial,) = [c for r in found.readings for c in r.claims if c.kind == "denial"]
    assert denial.id in clinic.claims


def test_a_denial_of_what_nobody_says_is_no_event(linked):
    found = linked(
        report=("2021-06-11", "Army jets bombed a clinic in Ariha on 10 June 2021, killing five people."),
        denial=("2021-06-12", "The army denied bombing a school in Hays on 11 June 2021."),
    )
    assert [i.documents for i in events(found)] == [("report",)]


WIRE = (
    "SARMADA, Syria (Lanternwire) - A missile hit a crowded bus station in Sarmada on 14 August 2021, killing "
    "eleven people and wounding 30, the civil defence said. Rescuers pulled a girl named Rima Haddoud from under "
    "a burning minibus. The clock above the gate had stopped at 4:17. Volunteers "
    "carried the wounded to a tailor's shop because the only ambulance had no fuel left."
)


def test_ten_prints_of_one_wire_are_one_origin(linked):
    found = linked(**{f"print{n}": (f"2021-08-{15 + n // 4}", WIRE) for n in range(10)})
    station = event_of(found, *(f"print{n}" for n in range(10)))
    assert station.publications == 10
    assert len(station.origins) == 1
    assert [sorted(line.documents) for line in found.lineages] == [sorted(station.documents)]


MONTH = (
    "At least 12 attacks on schools were documented in Idlib province in September 2021. In one of them, an air "
    "strike on a school in Binnish on 9 September 2021 killed four people."
)
STRIKE = "An air strike on a school in Binnish on 9 September 2021 killed four people, medics said."


def test_a_total_is_the_parent_of_an_event_told_as_one_of_them(linked):
    found = linked(month=("2021-10-01", MONTH), strike=("2021-09-09", STRIKE))
    school = event_of(found, "month", "strike")
    totals = [i for i in found.incidents if i.kind is IncidentKind.AGGREGATE]
    assert len(totals) == 1
    assert set(totals[0].claims).isdisjoint(school.claims)
    assert totals[0].members == (school.id,)


def test_a_total_holds_no_claim_of_an_event(linked):
    found = linked(month=("2021-10-01", MONTH), strike=("2021-09-09", STRIKE))
    school = event_of(found, "month", "strike")
    (total,) = [i for i in found.incidents if i.kind is IncidentKind.AGGREGATE]
    assert set(total.claims).isdisjoint(school.claims)
    assert killed(school) == (4, 4, 4)


def test_one_document_with_two_events_is_in_both(linked):
    found = linked(
        digest=("2021-05-06", f"{FIRST}\n\n{SECOND}"),
        market=("2021-05-03", FIRST),
        school=("2021-05-05", SECOND),
    )
    assert event_of(found, "digest", "market").id != event_of(found, "digest", "school").id
    assert len(events(found)) == 2


def test_figures_of_other_languages_are_in_one_incident(linked):
    found = linked(
        english=(
            "2021-02-13",
            "Shelling of the Al-Shifa hospital in Afrin on 12 February 2021 killed 15 people.",
        ),
        spanish=(
            "2021-02-13",
            "Un bombardeo contra el hospital Al-Shifa de Afrin el 12 de febrero de 2021 mató a 15 personas.",
        ),
    )
    assert killed(event_of(found, "english", "spanish")) == (15, 15, 15)


TWICE = {
    "minutes later, on the rescuers": (
        "A warplane bombed a house in Ariha on 1 July 2021, killing three people. Fifteen minutes later a second "
        "strike hit the rescuers at the same house, killing two paramedics."
    ),
    "as rescuers came": (
        "A missile struck a bakery in Ariha on 1 July 2021, killing three people. As rescuers arrived, another "
        "missile hit the same spot and killed two of them."
    ),
    "hit again": (
        "On 1 July 2021 an air strike on a house in Ariha killed three people. The house was hit again half an "
        "hour later, and two firefighters were killed."
    ),
    "returned": (
        "A drone strike on a house in Ariha killed three people on 1 July 2021. The drone came back ten minutes later and "
        "bombed the house, killing two neighbours."
    ),
    "in one sentence": (
        "Jets bombed a camp in Ariha on 1 July 2021, killing three people, and bombed it again twenty minutes "
        "later, killing two rescuers."
    ),
    "without a number of minutes": (
        "A bomb exploded in a mosque in Ariha on 1 July 2021, killing three worshippers. A second bomb went off minutes "
        "later, killing two people."
    ),
}


@pytest.mark.parametrize("told", TWICE.values(), ids=TWICE)
def test_a_double_tap_is_linked_and_not_merged(linked, told):
    found = linked(
        both=("2021-07-02", told),
        first=("2021-07-01", "An attack in Ariha on 1 July 2021 killed three people, the mayor said."),
        again=("2021-07-04", told),
    )
    one, other = sorted(events(found), key=lambda i: len(i.follows))
    assert (one.follows, other.follows) == ((), (one.id,))
    assert {"both", "again"} <= set(one.documents)
    assert set(other.documents) == {"both", "again"}
    assert [max(f.best or 0 for f in i.figures if f.measure == "killed") for i in (one, other)] == [3, 2]


def test_a_total_of_both_strikes_is_the_parent_of_both(linked):
    told = f"{TWICE['minutes later, on the rescuers']} In all, five people were killed and 14 wounded."
    found = linked(both=("2021-07-02", told))
    (total,) = [i for i in found.incidents if i.kind is IncidentKind.AGGREGATE]
    assert set(total.members) == {i.id for i in events(found)}
    assert len(total.members) == 2
    assert killed(total) == (5, 5, 5)


ONE_EVENT = {
    "the shells were counted": (
        "Two shells hit the market in Ariha on 6 June 2021, killing nine people. The second shell landed minutes later as "
        "rescuers arrived, killing a medic."
    ),
    "one number for both": (
        "Warplanes struck a tent in Ariha on 6 June 2021 and struck again forty minutes later as rescuers dug, killing at "
        "least nine people."
    ),
    "more of the dead": (
        "A bomb killed five people in Ariha on 6 June 2021. Another three people died in hospital shortly afterwards."
    ),
    "a second hospital": (
        "Shelling killed six people in Ariha on 6 June 2021. Ambulances took 20 wounded to a second hospital minutes later."
    ),
}


@pytest.mark.parametrize("told", ONE_EVENT.values(), ids=ONE_EVENT)
def test_what_goes_on_about_one_strike_is_no_second_one(linked, told):
    found = linked(only=("2021-06-07", told))
    assert len(events(found)) == 1
    assert events(found)[0].follows == ()


AMONG = {
    "among them": "Among them was an air strike on a school in Binnish on 9 September 2021, which killed four people.",
    "one such": "In one such attack, an air strike on a school in Binnish killed four people on 9 September 2021.",
    "deadliest": "The deadliest was an air strike on a school in Binnish on 9 September 2021 that killed four people.",
    "of the attacks": "One of the attacks, an air strike on a school in Binnish on 9 September 2021, killed four people.",
    "included": "These included an air strike on a school in Binnish on 9 September 2021, in which four people died.",
}


@pytest.mark.parametrize("told", AMONG.values(), ids=AMONG)
def test_an_event_told_as_one_of_a_total_is_its_member(linked, told):
    month = "At least 12 attacks on schools were documented in Idlib province in September 2021."
    found = linked(month=("2021-10-01", f"{month} {told}"))
    (total,) = [i for i in found.incidents if i.kind is IncidentKind.AGGREGATE]
    (school,) = events(found)
    assert total.members == (school.id,)
    assert set(total.claims).isdisjoint(school.claims)


def test_an_event_outside_the_period_of_a_total_is_none_of_it(linked):
    month = "At least 12 attacks on schools were documented in Idlib province in September 2021."
    later = "In one such attack, an air strike on a school in Binnish killed four people on 9 November 2021."
    found = linked(month=("2021-12-01", f"{month} {later}"))
    assert [i.members for i in found.incidents if i.kind is IncidentKind.AGGREGATE] == [()]


def test_an_altered_copy_is_no_number_of_the_grade(linked):
    story = (
        "ARIHA, Syria (Lanternwire) - The death toll from an air strike on a market in Ariha on 11 May 2023 rose to {} from "
        "seven, the hospital said on 12 May. More than 20 people were wounded, and the bread queue of Thursday lay in the "
        "street until evening, a baker said. The hospital had run out of plasma by noon."
    )
    found = linked(
        first=("2023-05-12", story.format(11)),
        other=("2023-05-14", story.format(11)),
        hostile=("2023-05-13", story.format(110)),
    )
    market = event_of(found, "first", "other", "hostile")
    numbers = dict(market.grade.dimensions)["numbers"]
    assert "11 people" in numbers.reason or "killed 11" in numbers.reason
    assert "110" not in numbers.reason


def test_fighters_one_side_counts_do_not_raise_the_people_others_count(linked):
    found = linked(
        medics=(
            "2023-05-12",
            "An air strike on a market in Ariha, Syria, on 11 May 2023 killed 11 people, the hospital said.",
        ),
        army=(
            "2023-05-12",
            "The Syrian army said it killed 14 terrorists in an air strike on Ariha on 11 May 2023.",
        ),
    )
    people = [f for i in events(found) for f in i.figures if (f.measure, f.group) == ("killed", "person")]
    assert [(f.low, f.best, f.high) for f in people] == [(11, 11, 11)]
