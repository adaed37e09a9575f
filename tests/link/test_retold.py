import pytest

from link.made import BELEN, HAZAR, ORDA, claim, count, incidents, on, report
from witnessmark.link import link

FRIDAY, SATURDAY = on("2021-03-05"), on("2021-03-06")


def events(text, *claims):
    (told,) = [link([report("a", text, claims, published="2021-03-08")])]
    return sorted(tuple(c for c in i.claims) for i in incidents(told))


def killed(id_, quote, value, group="civilian", **more):
    return claim(id_, quote, n=count("killed", value, group), **more)


def test_an_act_and_its_harm_in_one_clause_are_one_event_though_no_town_is_named():
    text = "Shells from the hills killed nine people on Friday."
    act = claim("act", "Shells from the hills killed", at=ORDA, when=FRIDAY, event_type=("shelling",))
    harm = killed("harm", "killed nine people", 9, "person", at=ORDA, when=FRIDAY, event_type=("shelling",))
    assert events(text, act, harm) == [("act", "harm")]


FAR = " The council had met twice that week about the bread price." * 9


@pytest.mark.parametrize(("value", "written", "apart"), [(27, "27", False), (2, "two", True)])
def test_a_telling_number_said_again_far_below_is_the_same_harm(value, written, apart):
    text = f"Raids on Orda killed {written} civilians.{FAR} In all, {written} civilians had died."
    first = killed("first", f"killed {written} civilians", value, at=ORDA, when=FRIDAY)
    other = claim("other", "The council had met", at=BELEN, when=FRIDAY, event_type=("shelling",))
    again = killed("again", f"{written} civilians had died", value, at=ORDA, when=FRIDAY)
    found = events(text, first, other, again)
    assert (("first", "again") in found) is not apart


def test_a_stretch_inside_a_long_one_is_of_its_event_though_another_ended_in_between():
    text = "Raids killed nine people and hurt four when shells fell on the market."
    here = {"at": ORDA, "when": FRIDAY}
    whole = claim("whole", text[:-1], event_type=("shelling",), **here)
    first = killed("first", "killed nine people", 9, "person", **here)
    last = claim("last", "shells fell on the market", event_type=("shelling",), **here)
    assert events(text, whole, first, last) == [("whole", "first", "last")]


@pytest.mark.parametrize(
    "differs", [{"at": BELEN, "when": FRIDAY}, {"at": HAZAR, "when": SATURDAY}, {"by_whom": "ARMY_S"}]
)
def test_a_number_in_common_joins_no_other_town_day_or_attacker(differs):
    text = f"Raids on Hazar killed 27 civilians.{FAR} Gunmen shot 27 civilians too."
    first = {"at": HAZAR, "when": FRIDAY, "by_whom": "ARMY_N", "event_type": ("air_strike",)}
    a = killed("a", "Raids on Hazar killed 27 civilians", 27, **first)
    b = killed("b", "Gunmen shot 27 civilians", 27, **{**first, "event_type": ("shooting",), **differs})
    assert events(text, a, b) == [("a",), ("b",)]


def test_two_tolls_of_two_attackers_in_one_town_on_one_day_are_two_events():
    text = "The army's guns killed nine civilians in Hazar. The rebels' guns killed four civilians there."
    here = {"at": HAZAR, "when": FRIDAY, "event_type": ("shelling",)}
    a = killed("a", "killed nine civilians", 9, by_whom="ARMY_N", **here)
    b = killed("b", "killed four civilians", 4, by_whom="REBELS", **here)
    assert events(text, a, b) == [("a",), ("b",)]


def test_two_tolls_of_two_methods_are_two_events_and_a_rising_toll_is_one():
    text = "Gunmen shot nine civilians in Hazar. Hours later a bomb killed four civilians."
    here = {"at": HAZAR, "when": FRIDAY}
    shot = killed("a", "shot nine civilians", 9, event_type=("shooting",), **here)
    bomb = killed("b", "killed four civilians", 4, event_type=("air_strike",), **here)
    assert events(text, shot, bomb) == [("a",), ("b",)]
    assert events(text, shot, {**bomb, "event_type": ("shooting",)}) == [("a", "b")]
