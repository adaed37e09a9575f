"""Two counts under one verb have each their own place and day."""

from datetime import date

import pytest

from extract.cases import read

WEDNESDAY = date(2020, 9, 16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four people died in Paris, Texas, on Monday and two in Moscow, Idaho, on Sunday.",
            {4: ("Paris", "Texas", 14), 2: ("Moscow", "Idaho", 13)},
        ),
        (
            "Shelling killed four people in Idlib on Monday and two in Homs on Sunday.",
            {4: ("Idlib", "Idlib", 14), 2: ("Homs", "Homs", 13)},
        ),
        (
            "Shelling killed four people in Idlib and two in Homs on Monday.",
            {4: ("Idlib", "Idlib", 14), 2: ("Homs", "Homs", 14)},
        ),
        (
            "On Monday shelling killed four people in Idlib and two people in Homs.",
            {4: ("Idlib", "Idlib", 14), 2: ("Homs", "Homs", 14)},
        ),
    ],
)
def test_each_count_keeps_its_own_place_and_day(text, expected):
    claims = [c for c in read(text, WEDNESDAY).claims if c.count]
    found = {
        c.count.value: (c.location.place.name, c.location.place.admin1, c.date.start.day) for c in claims
    }
    assert found == expected


def test_items_of_a_list_that_say_how_their_people_died_are_told_apart():
    text = (
        "The dead include 19 civilians killed in an air strike on a market in Homs on Monday, 8 civilians "
        "killed by artillery shelling of Idlib on Sunday and 6 civilians killed by mines."
    )
    claims = [c for c in read(text, WEDNESDAY).claims if c.count]
    assert {c.count.value: c.event_type for c in claims} == {
        19: ("air_strike",),
        8: ("shelling",),
        6: ("landmine",),
    }
    assert {c.count.value: (c.location.place.name, c.date.start.day) for c in claims[:2]} == {
        19: ("Homs", 14),
        8: ("Idlib", 13),
    }
    assert claims[1].target == ()


@pytest.mark.parametrize("last", ["; 6 civilians killed by mines.", " and 6 civilians killed by mines."])
def test_an_item_without_place_and_day_has_those_of_no_other_item_as_its_own(last):
    text = (
        "The network counted 17 dead: 5 civilians killed by shelling in Homs on 2 March 2020, 6 civilians "
        "killed by air strikes in Idlib on 1 March 2020" + last
    )
    claims = [c for c in read(text, WEDNESDAY).claims if c.count and c.event_type]
    own = {c.event_type: (c.location.place.name, c.date.start.day) for c in claims if not c.date.inherited}
    assert own == {("shelling",): ("Homs", 2), ("air_strike",): ("Idlib", 1)}
    (mined,) = (c for c in claims if c.event_type == ("landmine",))
    assert mined.location.inherited


def test_people_killed_and_injured_by_one_act_are_no_list():
    claims = [
        c
        for c in read("Three people killed and five wounded by shelling in Homs.", WEDNESDAY).claims
        if c.count
    ]
    assert {c.count.value: c.event_type for c in claims} == {3: ("shelling",), 5: ("shelling",)}
