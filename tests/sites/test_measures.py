from dataclasses import replace
from datetime import date, timedelta

from sites.sited import DAY, NORTH_100_M, SPOT, incident, register, sent, site, stay, step
from witnessmark.codebook import load
from witnessmark.model.figure import Figure
from witnessmark.model.incident import IncidentKind
from witnessmark.model.notification import Step
from witnessmark.sites import check
from witnessmark.sites.measures import measures

FEB = date(2031, 2, 1)


def at(n):
    return SPOT[0] + n * 10 * NORTH_100_M, SPOT[1]


def measured(incidents, known):
    return measures(check(incidents, known), incidents, known)


def test_attacks_and_facilities_are_two_figures():
    known = register(*(site(str(n), stay(at(n))) for n in range(3)))
    strikes = [incident(str(n), at=at(0)) for n in range(4)] + [incident("x", at=at(1))]
    (kind,) = measured(strikes, known).kinds
    assert (kind.attacks.likely, kind.facilities.likely, kind.sites) == (5, 2, 3)
    assert kind.repeats == ((4, 1),)
    assert kind.attacks.low <= 5 <= kind.attacks.high
    assert kind.facilities.expected <= kind.attacks.expected


def test_days_from_notification_to_strike():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB),))
    days = [FEB + timedelta(days=n) for n in (10, 20, 60)]
    before = incident("before", days=(FEB - timedelta(days=9),) * 2)
    strikes = [incident(str(d), days=(d, d)) for d in days]
    delay = measured([*strikes, before], known).delay
    assert (delay.strikes, delay.median, delay.lower_quartile) == (3, 20, 15)
    assert measured([], known).delay is None


def told_of(sites, day=FEB):
    """Notifications of sites that were passed on on a day."""
    notes = tuple(sent(site=s.id) for s in sites)
    return {"sent": notes, "steps": tuple(step(Step.TRANSMITTED, day, of=n.id) for n in notes)}


def test_a_small_sample_is_warned_of():
    told = [site(f"t{n}", stay(at(n))) for n in range(3)]
    known = register(*told, site("o", stay(at(5))), **told_of(told))
    (found,) = measured([incident(at=at(0))], known).comparisons
    assert (found.notified, found.notified_hit, found.others, found.others_hit) == (3, 1, 1, 0)
    assert "fewer than 10 sites" in found.warning


def big_sample(day=FEB):
    """Thirty sites that were told on a day, thirty others beside them, and strikes on twenty of the first."""
    told = [site(f"t{n}", stay(at(n / 2))) for n in range(30)]
    others = [site(f"o{n}", stay((at(n / 2)[0], SPOT[1] + 0.01))) for n in range(30)]
    strikes = [incident(s.id, at=(s.stays[0].position.lat, s.stays[0].position.lon)) for s in told[:20]]
    return strikes, register(*told, *others, **told_of(told, day))


def test_a_sample_that_carries_a_difference_is_not():
    (found,) = measured(*big_sample()).comparisons
    assert found.warning == ""
    assert 0 < found.low < found.difference < found.high


def test_sites_told_after_they_were_hit_were_not_hit_although_they_were_told():
    (found,) = measured(*big_sample(DAY)).comparisons
    assert (found.notified, found.notified_hit, found.difference) == (30, 0, 0)
    assert "20 of the notified had been hit before" in found.warning


def test_the_others_are_looked_at_from_when_the_first_in_the_area_was_told():
    told, other = site("t", stay(at(0))), site("o", stay(at(5)))
    known = register(told, other, **told_of([told]))
    early = incident("early", at=at(5), days=(FEB, FEB))
    assert measured([early], known).comparisons[0].others_hit == 0
    assert measured([early, incident("late", at=at(5))], known).comparisons[0].others_hit == 1


def test_what_was_only_handed_in_was_told_to_nobody():
    handed_in = register(site("a"), site("b", stay(at(3))), sent=(sent(site="a"),))
    assert measured([], handed_in).comparisons == ()


def test_sites_are_compared_only_where_there_are_both():
    known = register(site("a"), site("b", stay((-40.0, 20.0))), **told_of([site("a")]))
    assert measured([], known).comparisons == ()


def test_facilities_out_of_service_by_month():
    def out(low, best, high):
        return (Figure("facilities_out_of_service", None, low, best, high, "latest", ()),)

    strikes = [
        incident("a", figures=out(2, 2, 2)),
        incident("b", figures=out(1, 1, None)),
        incident("c", figures=out(9, 9, 9), days=(DAY, DAY + timedelta(days=60))),
        incident("d"),
        incident("total of a and b", kind=IncidentKind.AGGREGATE, figures=out(3, 3, 3)),
    ]
    (month,) = measured(strikes, register()).out_of_service
    assert (month.month, month.incidents, month.low, month.best, month.high) == (
        DAY.replace(day=1), 2, 3, 3, None,
    )  # fmt: skip


def test_measures_point_to_no_site():
    known = register(site("s-17", operator="Orchard Trust"))
    said = str(measured([incident()], known))
    assert not any(secret in said for secret in ("s-17", "House", "Orchard", "47.25"))


def test_what_was_taken_as_given_is_told():
    usual, told = measured([], register()), measured([], register(coverage=0.9))
    assert (usual.coverage, told.coverage) == (load().site_rules.coverage, 0.9)
    assert usual.reliability == told.reliability == load().site_rules.reliability


def test_what_is_likely_is_an_option():
    from witnessmark.sites import usual_options

    known = register()
    near = incident(at=(SPOT[0] + 0.7 * NORTH_100_M, SPOT[1]), radius=0.1)
    checks = list(check([near], known))
    strict = measures(checks, [near], known, replace(usual_options(), likely=1.0))
    assert strict.kinds[0].attacks.likely == 0
    assert strict.kinds[0].attacks.expected > 0
