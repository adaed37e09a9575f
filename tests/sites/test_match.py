from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sites.sited import DAY, NORTH_100_M, SPOT, incident, register, sent, site, stay, step
from witnessmark.errors import UsageError
from witnessmark.model.ids import content_id
from witnessmark.model.incident import IncidentKind
from witnessmark.model.notification import Step
from witnessmark.model.place import PlacePrecision
from witnessmark.model.site_check import SiteResult
from witnessmark.sites import check, usual_options

TOWN = {"precision": PlacePrecision.TOWN, "radius": None}


def checked(struck, known, **options):
    (done,) = check([struck], known, replace(usual_options(), **options))
    return done


def north(metres, at=SPOT):
    return at[0] + NORTH_100_M * metres / 100, at[1]


def test_a_strike_on_the_spot_is_a_hit():
    done = checked(incident(), register())
    assert done.candidates == 1
    assert done.matches[0].probability > 0.99
    assert done.statement.startswith("Notification changes no protection")


def test_a_check_says_how_far_it_looked():
    assert checked(incident(radius=0.1), register()).reach == pytest.approx(3 * 100 / 2.4477, rel=1e-4)
    assert checked(incident(**TOWN), register()).reach == 5_000


def test_a_strike_beside_a_site_is_near_it():
    done = checked(incident(at=north(100), radius=0.06, target=()), register())
    assert done.result is SiteResult.NEAR
    assert done.matches[0].kind_agrees is None


def test_nothing_in_reach_is_not_listed():
    done = checked(incident(at=north(3_000)), register())
    assert (done.result, done.candidates, done.matches) == (SiteResult.NOT_LISTED, 0, ())


def test_a_town_never_gives_certainty_and_says_how_many_could_be_meant():
    sites = [site(str(n), stay(north(400 * n))) for n in range(4)]
    done = checked(incident(**TOWN), register(*sites))
    assert done.candidates == 4
    assert all(m.probability < 0.25 for m in done.matches)
    alone = checked(incident(**TOWN), register(), coverage=0.6, reliability=0.9)
    assert alone.matches[0].probability == pytest.approx(0.6 * 0.9, abs=0.01)


def test_a_town_with_one_listed_site_is_near_it_until_a_keeper_says_how_full_the_register_is():
    told = {"sent": (sent(),), "steps": (step(Step.TRANSMITTED, date(2031, 2, 1)),)}
    (usual,) = check([incident(**TOWN)], register(**told))
    assert usual.result is SiteResult.NEAR
    assert SiteResult.BEFORE_TO_ATTRIBUTED in usual.could_be
    (full,) = check([incident(**TOWN)], register(coverage=0.9, **told))
    assert full.result is SiteResult.BEFORE_TO_ATTRIBUTED
    assert full.matches[0].probability == pytest.approx(0.9 * 0.9, abs=0.01)


def test_a_town_without_a_named_kind_says_next_to_nothing_of_a_site():
    assert checked(incident(target=(), **TOWN), register()).matches[0].probability < 0.001


def test_sites_that_were_told_alike_make_one_result():
    sites = tuple(site(str(n), stay(north(300 * n)), operator="A society") for n in range(3))
    done = checked(incident(**TOWN), register(*sites), coverage=0.9)
    assert done.result is SiteResult.SUPPORTED


def test_sites_beyond_those_listed_count_for_the_result():
    sites = tuple(site(str(n), stay(north(110 * n)), operator="A society") for n in range(40))
    done = checked(incident(**TOWN), register(*sites), coverage=0.9)
    assert (done.result, done.candidates, len(done.matches)) == (SiteResult.SUPPORTED, 40, 20)
    whole = checked(incident(**TOWN), register(*sites), coverage=0.9, most=40)
    assert (whole.result, whole.could_be, whole.reasons) == (done.result, done.could_be, done.reasons)


def test_the_reasons_are_those_of_the_result_not_of_a_likelier_site():
    near = stay(north(200), radius=100)
    others = tuple(site(f"o{n}", stay(north(400 + 210 * n), radius=50), operator="A fund") for n in range(3))
    known = register(
        site("s", near),
        *others,
        sent=(sent(at=north(200)),),
        steps=(step(Step.TRANSMITTED, date(2031, 2, 1)),),
    )
    done = checked(incident(**TOWN), known, coverage=0.9)
    assert done.result is SiteResult.SUPPORTED
    assert not any("passed on to" in r for r in done.reasons)


@pytest.mark.parametrize(("days", "reached"), [((DAY, None), 2), ((None, DAY), 2), ((DAY, DAY), 1)])
def test_an_end_that_is_not_known_is_open(days, reached):
    later = site("l", stay(start=DAY + timedelta(days=9)))
    earlier = site("e", stay(end=DAY - timedelta(days=9)))
    assert checked(incident(days=days), register(site(), later if days[0] else earlier)).candidates == reached


def test_a_province_is_no_place_to_compare():
    done = checked(incident(precision=PlacePrecision.ADMIN1, radius=None), register())
    assert done.result is SiteResult.PLACE_UNKNOWN
    assert checked(incident(at=None), register()).result is SiteResult.PLACE_UNKNOWN


def test_a_named_kind_raises_its_sites_and_lowers_the_others():
    at, far = north(70), {"radius": 0.1}
    none = checked(incident(at=at, target=(), **far), register()).matches[0].probability
    same = checked(incident(at=at, **far), register()).matches[0].probability
    other = checked(incident(at=at, target=("bakery",), **far), register()).matches[0].probability
    assert other < none < same


def test_a_fuller_register_makes_its_sites_likelier():
    shares = [
        checked(incident(**TOWN), register(), coverage=c).matches[0].probability for c in (0.2, 0.5, 0.9)
    ]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_an_umbrella_word_agrees_with_every_kind():
    done = checked(incident(target=("vital_civilian_facility",)), register(site(kind="school")))
    assert done.matches[0].kind_agrees is True


def test_a_site_that_had_moved_or_closed_is_compared_where_it_stood():
    moved = site("s", stay(end=DAY - timedelta(days=1)), stay(north(5_000), start=DAY), operator="A society")
    assert checked(incident(), register(moved)).candidates == 0
    assert checked(incident(at=north(5_000)), register(moved)).candidates == 1
    unsure = incident(days=(DAY - timedelta(days=3), DAY))
    assert checked(unsure, register(moved)).candidates == 1
    assert checked(incident(), register(site("s", stay(end=date(2030, 1, 1))))).candidates == 0


def test_a_site_of_several_buildings_is_its_rings():
    d = NORTH_100_M
    ring = tuple((SPOT[0] + a * d, SPOT[1] + b * d) for a, b in ((2, -1), (2, 1), (4, 1), (4, -1)))
    known = register(site("s", stay(rings=(ring,))))
    assert checked(incident(at=north(300), target=()), known).matches[0].probability > 0.99
    assert checked(incident(target=()), known).matches[0].probability < 0.01


@pytest.mark.parametrize(
    ("more", "known"),
    [
        ({}, {"since": DAY + timedelta(days=1)}),
        ({"country": "AAA"}, {"countries": ("BBB",)}),
    ],
)
def test_outside_its_days_and_countries_a_register_says_nothing(more, known):
    done = checked(incident(**more), register(**known))
    assert (done.result, done.matches) == (SiteResult.NO_REGISTER, ())


def test_where_the_register_says_nothing_of_a_site_told_of_no_site_is_shown():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, DAY),))
    done = checked(incident(days=(None, None)), known)
    assert (done.result, done.matches, done.candidates) == (SiteResult.NO_REGISTER, (), 0)


def test_days_before_the_register_stay_open():
    done = checked(incident(days=(DAY - timedelta(days=9), DAY)), register(since=DAY))
    assert SiteResult.NO_REGISTER in done.could_be


def test_totals_are_passed_over():
    assert list(check([incident(kind=IncidentKind.AGGREGATE)], register())) == []


def test_more_jobs_give_the_same_answer_in_the_same_order():
    sites = [site(str(n), stay(north(700 * n))) for n in range(9)]
    many = [incident(str(n), at=north(90 * n), radius=0.3) for n in range(60)]
    one = list(check(many, register(*sites)))
    assert [c.incident for c in one] == [i.id for i in many]
    assert list(check(many, register(*sites), jobs=2)) == one


def test_sites_told_of_and_others_are_said_the_same_by_more_jobs_and_one_by_one():
    told = sent(site="1"), sent("ISR_GOV", site="2", at=north(3_000))
    steps = tuple(
        step(Step.TRANSMITTED, DAY - timedelta(days=30 + n), of=n_.id, party=str(n))
        for n, n_ in enumerate(told)
    )
    sites = [site(str(n), stay(north(40 * n), underground=n == 3)) for n in range(6)]
    known = register(*sites, sent=told, steps=steps, since=DAY - timedelta(days=40))
    spans = [(DAY, DAY), (DAY, None), (None, None), (DAY - timedelta(days=90),) * 2]
    many = [
        incident(f"{n}", at=(None, north(30 * n))[n % 7 > 0], days=spans[n % 4], by=by, target=target)
        for n, (by, target) in enumerate(
            product([(), ("RUS_GOV",), ("RUS_GOV", "ISR_GOV")], [(), ("school",)])
        )
        for _ in range(8)
    ]
    one = list(check(many, known))
    assert one == [checked(struck, known) for struck in many]
    assert list(check(many, known, jobs=2)) == one
    assert {m.party for c in one for m in c.matches} == {None, "RUS_GOV", "ISR_GOV"}


def test_the_id_of_a_check_is_of_its_incident_register_and_result():
    done = checked(incident('a "name" ☂'), register(site("s")))
    payload = {"incident": 'a "name" ☂', "register": "v1", "result": done.result}
    assert done.id == content_id("site_check", payload)


@pytest.mark.parametrize("wrong", [{"coverage": 1.2}, {"told_by": Step.WITHDRAWN}])
def test_options_that_make_no_sense_are_refused(wrong):
    with pytest.raises(UsageError):
        replace(usual_options(), **wrong)


AT = st.tuples(st.floats(-75, 75), st.floats(-180, 180))


@settings(max_examples=60, deadline=None)
@given(AT, st.floats(0, 360), st.floats(1, 400), st.floats(0.005, 2))
def test_the_answer_is_the_same_anywhere_on_earth(at, turn, away, radius):
    def probability(here):
        east = away / 111_195 / np.cos(np.radians(here[0]))
        there = (
            here[0] + away / 111_195 * np.cos(np.radians(turn)),
            (here[1] + east * np.sin(np.radians(turn)) + 540) % 360 - 180,
        )
        done = checked(incident(at=there, radius=radius), register(site("s", stay(here))))
        return done.matches[0].probability if done.matches else 0.0

    assert probability(at) == pytest.approx(probability((0.0, 180.0)), abs=3e-3)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-6, 6), st.integers(-6, 6)), min_size=1, max_size=12, unique=True),
    st.floats(0.005, 3),
    st.lists(st.floats(1, 400), min_size=12, max_size=12),
    st.sampled_from([(), ("medical_facility",), ("school",)]),
)
def test_sites_apart_share_at_most_one_strike(cells, radius, accuracies, target):
    d = 1.1 * NORTH_100_M
    sites = [
        site(str(n), stay((a * d, b * d), accuracy=accuracies[n], radius=50))
        for n, (a, b) in enumerate(cells)
    ]
    done = checked(incident(at=(0.0, 0.0), radius=radius, target=target), register(*sites))
    assert all(0 <= m.probability <= 1 for m in done.matches)
    assert sum(m.probability for m in done.matches) <= 1 + 1e-9


def test_a_site_told_to_the_party_is_said_with_its_days():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, date(2031, 2, 1)),))
    done = checked(incident(), known)
    assert done.result is SiteResult.BEFORE_TO_ATTRIBUTED
    assert (done.matches[0].party, done.matches[0].days) == ("RUS_GOV", (DAY - date(2031, 2, 1)).days)


def test_no_word_of_a_check_gives_a_site_away():
    known = register(site("s-17", operator="Orchard Trust"))
    done = checked(incident(at=north(100), radius=0.06), known)
    words = " ".join((*done.reasons, *(r for m in done.matches for r in m.reasons)))
    assert not any(secret in words for secret in ("House", "s-17", "12.5", "47.2", "Orchard"))


def test_that_a_site_lies_underground_or_moved_is_said_only_beside_it():
    before = stay(north(5_000), end=DAY - timedelta(days=90))
    now = stay(start=DAY - timedelta(days=89), underground=True)
    done = checked(incident(), register(site("s", before, now)))
    words = " ".join((*done.reasons, *done.matches[0].reasons))
    assert "underground" not in words
    assert "moved" not in words
    assert len(done.matches[0].of_site) == 2
