from link.made import HAZAR, claim, count, incidents, on, rel, report
from witnessmark.link import link
from witnessmark.model.count import Qualifier
from witnessmark.model.when import TimePrecision

SINCE = on("2021-04-26", precision=TimePrecision.OPEN_SINCE_DAY)


def tally(id_, quote, who, n, when=SINCE, **more):
    return claim(id_, quote, "aggregate_tally", who=who, n=n, when=when, **more)


def test_totals_of_different_voices_for_one_window_are_different_aggregates():
    text = "One group counted 305 dead, another at least 108."
    claims = [
        tally("a", "305 dead", ("GROUP_A", "DAILY"), count("killed", 305, "civilian")),
        tally(
            "b", "at least 108", ("GROUP_B", "DAILY"), count("killed", 108, "civilian", Qualifier.AT_LEAST)
        ),
    ]
    found = incidents(link([report("d", text, claims)]), "aggregate")
    assert sorted(i.origins for i in found) == [("GROUP_A",), ("GROUP_B",)]


def test_three_equal_numbers_of_different_things_stay_three():
    text = (
        "WHO says 18 clinics were hit. GROUP_A counts 18 attacks on clinics. GROUP_B documented 18 attacks."
    )
    claims = [
        tally("a", "18 clinics", ("WHO", "DAILY"), count("facilities_hit", 18, "medical_facility")),
        tally("b", "18 attacks on clinics", ("GROUP_A", "DAILY"), count("attacks", 18, "medical_facility")),
        tally("c", "documented 18 attacks", ("GROUP_B", "DAILY"), count("attacks", 18)),
    ]
    found = link([report("d", text, claims)])
    assert len(incidents(found, "aggregate")) == 3
    assert not [r for r in found.relations if r.type == "same_claim"]


def test_a_week_within_a_month_is_another_total_of_one_voice():
    text = "The group counted 90 dead in April and 12 in its last week."
    claims = [
        tally(
            "a",
            "90 dead in April",
            ("GROUP_A",),
            count("killed", 90),
            on("2021-04-01", "2021-04-30", TimePrecision.MONTH),
        ),
        tally(
            "b",
            "12 in its last week",
            ("GROUP_A",),
            count("killed", 12),
            on("2021-04-24", "2021-04-30", TimePrecision.WEEK),
        ),
    ]
    assert len(incidents(link([report("d", text, claims)]), "aggregate")) == 2


def test_successive_totals_of_one_monitor_are_one_series():
    def counted(doc, n, published):
        who = ("GROUP_A", "DAILY")
        return report(
            doc,
            f"It has counted {n} dead.",
            [tally(doc, f"{n} dead", who, count("killed", n))],
            published=published,
        )

    from dataclasses import replace

    from link.made import ORDA

    def placed(reading):
        from witnessmark.model.place import Location

        claims = tuple(replace(c, location=Location("Orda", ORDA)) for c in reading.claims)
        return replace(reading, claims=claims)

    found = link([placed(counted("may", 41, "2021-05-20")), placed(counted("june", 55, "2021-06-03"))])
    (series,) = incidents(found, "aggregate")
    assert series.claims == ("june", "may")


def test_an_event_that_is_among_a_total_is_its_member_not_its_claim():
    from link.made import HAZAR

    text = "It documented 18 attacks, among them one on Hazar."
    claims = [
        tally("t", "18 attacks", ("GROUP_A",), count("attacks", 18)),
        claim("e", "one on Hazar", who=("GROUP_A",), at=HAZAR, when=on("2021-05-04")),
    ]
    found = link([report("d", text, claims, [rel("member_incident_of", "e", "t")])])
    (total,), (event,) = incidents(found, "aggregate"), incidents(found)
    assert total.members == (event.id,)
    assert total.claims == ("t",)


def test_an_unattributed_print_takes_the_origin_its_copy_names():
    from link.stories import translated, wire

    found = link([wire(), translated()])
    names = dict(found.origins)
    (war,) = incidents(found, "context")
    assert names[war.claims[0]] == ("THE_COURIER",)
    (total,) = incidents(found, "aggregate")
    assert total.origins == ("OPEN_LEDGER",)


def test_an_act_behind_an_event_is_no_trend_of_a_total_as_well():
    text = "Jets struck a clinic on 12 April, killing 9. Dozens are missing since."
    day = on("2021-04-12")
    missing = count("missing", None, qualifier=Qualifier.VAGUE, low=12)
    claims = [
        claim("act", "Jets struck a clinic", "pattern", who=("GROUP_A",), when=day),
        tally("killed", "killing 9", ("GROUP_A",), count("killed", 9), day),
        tally("missing", "Dozens are missing", ("GROUP_A",), missing, day),
    ]
    found = link([report("d", text, claims)]).incidents
    homes = [c for i in found for c in i.claims]
    assert sorted(homes) == sorted(set(homes))
    assert {i.kind: len(i.claims) for i in found} == {"incident": 2, "aggregate": 1}


def test_a_headline_without_day_or_place_makes_no_event_of_a_total():
    text = "Monitor counts 108 deaths. At least 108 civilians have been killed since April, 71 by shelling."
    claims = [
        claim("head", "108 deaths", who=("GROUP_A", "DAILY"), n=count("killed", 108, "civilian")),
        tally("all", "At least 108 civilians", ("GROUP_A", "DAILY"), count("killed", 108, "civilian")),
        claim("part", "71 by shelling", who=("GROUP_A", "DAILY"), n=count("killed", 71, "civilian")),
    ]
    relations = [rel("restates", "head", "all"), rel("subset_of", "part", "all")]
    found = link([report("d", text, claims, relations)])
    assert [(i.kind, i.claims) for i in found.incidents] == [("aggregate", ("head", "all", "part"))]


def test_a_print_that_gives_the_day_and_the_town_makes_one_event_of_all():
    text = "Attack kills 12. An air strike killed 12 civilians in Hazar, three of them nurses."
    claims = [
        tally("head", "kills 12", ("GROUP_A", "DAILY"), count("killed", 12, "civilian"), when=None),
        claim(
            "all",
            "killed 12 civilians",
            who=("GROUP_A", "DAILY"),
            n=count("killed", 12, "civilian"),
            at=HAZAR,
            when=on("2021-04-26"),
        ),
        claim("part", "three of them", who=("GROUP_A", "DAILY"), n=count("killed", 3, "health_worker")),
    ]
    relations = [rel("restates", "head", "all"), rel("subset_of", "part", "all")]
    found = link([report("d", text, claims, relations)])
    assert [(i.kind, i.claims) for i in found.incidents] == [("incident", ("head", "all", "part"))]
