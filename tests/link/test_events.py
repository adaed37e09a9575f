from dataclasses import replace

from link.made import BELEN, HAZAR, ORDA, by, claim, count, incidents, on, rel, report, town
from link.stories import other_desk, reworded, translated, wire
from witnessmark.link import link
from witnessmark.model.claim import Modality
from witnessmark.model.document import ZoneKind
from witnessmark.model.place import Location, PlaceRole
from witnessmark.model.when import TimePrecision


def strike(doc, place, day, n, *, who=("RESCUERS",), **more):
    text = f"A strike on {place.name} killed {n} civilians."
    return report(
        doc,
        text,
        [
            claim(
                f"{doc}-0",
                f"killed {n} civilians",
                who=who,
                at=place,
                when=on(day),
                n=count("killed", n, "civilian"),
                event_type=("air_strike",),
                **more,
            )
        ],
        published=day,
    )


def test_one_event_in_a_wire_story_its_copies_and_another_report_has_two_origins():
    found = link([wire(), reworded(), translated(), other_desk()])
    (market,) = [i for i in incidents(found) if i.place.name == "Hazar"]
    assert market.documents == ("desk", "reworded", "translated", "wire")
    assert market.publications == 4
    assert market.origins == ("HAZAR_HOSPITAL", "OPEN_LEDGER")
    assert market.attributed_to == ("ARMY_N",)


def test_two_strikes_two_days_apart_in_one_town_stay_two():
    found = link([strike("a", HAZAR, "2021-03-04", 6), strike("b", HAZAR, "2021-03-06", 6)])
    assert len(incidents(found)) == 2


def test_equal_numbers_in_different_towns_never_link():
    found = link([strike("a", HAZAR, "2021-03-04", 18), strike("b", BELEN, "2021-03-04", 18)])
    assert len(incidents(found)) == 2


def test_a_province_and_a_day_alone_do_not_link():
    found = link([strike("a", ORDA, "2021-03-04", 5), strike("b", HAZAR, "2021-03-04", 9)])
    assert len(incidents(found)) == 2


def test_spellings_of_one_town_link_where_coordinates_agree():
    other = town("Khazar", lat=35.01, lon=36.01)
    found = link([strike("a", HAZAR, "2021-03-04", 6), strike("b", other, "2021-03-04", 6, who=("SNHR",))])
    (event,) = incidents(found)
    assert event.origins == ("RESCUERS", "SNHR")


def test_in_a_city_the_day_is_not_enough():
    from dataclasses import replace

    city = replace(HAZAR, level="city", population=900_000)
    found = link([strike("a", city, "2021-03-04", 4), strike("b", city, "2021-03-04", 23)])
    assert len(incidents(found)) == 2


def test_a_sentence_without_place_or_date_goes_on_with_the_one_before():
    text = "A shell hit Hazar on 4 March. Three people died. A day later Belen was hit and two died."
    claims = [
        claim("c0", "A shell hit Hazar on 4 March", at=HAZAR, when=on("2021-03-04")),
        claim("c1", "Three people died", n=count("killed", 3, "person")),
        claim(
            "c2",
            "Belen was hit and two died",
            at=BELEN,
            when=on("2021-03-05"),
            n=count("killed", 2, "person"),
        ),
    ]
    found = link([report("d", text, claims)])
    assert {i.claims for i in incidents(found)} == {("c0", "c1"), ("c2",)}


def test_one_night_at_one_place_is_one_event_in_one_report():
    night = on("2021-03-04", "2021-03-05", TimePrecision.RANGE_DAYS)
    filler = "The mayor spoke of other matters. " * 20
    text = f"Shelling hit Hazar overnight. {filler}Six people were killed in Hazar overnight."
    told = report(
        "a",
        text,
        [
            claim("c1", "Shelling hit Hazar", at=HAZAR, when=night),
            claim("c2", "Six people were killed", at=HAZAR, when=night, n=count("killed", 6, "person")),
        ],
    )
    (event,) = incidents(link([told]))
    assert len(event.claims) == 2


def test_what_is_only_near_is_never_a_target():
    text = "Bombs fell near a hospital in Hazar and flattened two houses."
    claims = [
        claim(
            "c0",
            "near a hospital in Hazar",
            at=HAZAR,
            when=on("2021-03-04"),
            target_near=("medical_facility",),
        ),
        claim(
            "c1", "flattened two houses", at=HAZAR, when=on("2021-03-04"), target=("residential_building",)
        ),
    ]
    (event,) = incidents(link([report("d", text, claims)]))
    assert event.target == ("residential_building",)
    assert event.target_near == ("medical_facility",)
    assert "whether the medical facility nearby was hit is not stated" in event.unknown


def test_an_allegation_that_needs_verification_is_no_incident():
    text = "Gas was used in Hazar, a minister said, but it still has to be verified."
    claims = [
        claim(
            "c0",
            "Gas was used in Hazar",
            "incident_unspecified",
            at=HAZAR,
            modality=Modality.NEEDS_VERIFICATION,
        ),
        claim("c1", "still has to be verified", "modality_qualifier", modality=Modality.NEEDS_VERIFICATION),
    ]
    found = link([report("d", text, claims, [rel("modifies_modality", "c1", "c0")])])
    (allegation,) = incidents(found, "allegation")
    assert allegation.claims == ("c0", "c1")
    assert not incidents(found)


def test_a_caption_without_a_day_keeps_to_itself():
    text = "A family in front of its ruined house in Hazar, 9 May."
    ruin = claim(
        "p0", "its ruined house", at=HAZAR, when=on(None, "2021-05-09"), target=("residential_building",)
    )
    caption = report("d", text, [ruin], zone=ZoneKind.PHOTO_CAPTION)
    found = link([caption, strike("a", HAZAR, "2021-03-04", 6)])
    assert len(incidents(found)) == 2


def test_silence_is_said_in_words():
    (event,) = incidents(link([strike("a", ORDA, "2021-03-04", 5)]))
    assert "perpetrator not stated" in event.unknown
    assert "place known only to the province" in event.unknown
    (accused,) = incidents(link([strike("a", HAZAR, "2021-03-04", 5, by_whom="ARMY_N")]))
    assert "no response of the accused party recorded" in accused.unknown


def test_an_inherited_attribution_is_not_taken_over():
    from dataclasses import replace

    from link.made import perpetrator

    told = strike("a", HAZAR, "2021-03-04", 5, actors=(replace(perpetrator("ARMY_N"), inherited=True),))
    (event,) = incidents(link([told]))
    assert event.attributed_to == ()


def test_a_person_speaks_for_the_body_named_after_them():
    told = strike("a", HAZAR, "2021-03-04", 5, who=by("Ilka Brandt", "OPEN_LEDGER", "DAILY"))
    (event,) = incidents(link([told]))
    assert event.origins == ("OPEN_LEDGER",)


def test_a_count_with_no_period_and_no_place_goes_on_about_the_event():
    text = "A shell hit Hazar, killing two. Nine more were wounded, two of them children. Since May, 60 dead."
    period = on("2020-05-01", "2021-03-05")
    claims = [
        claim("c0", "killing two", at=HAZAR, when=on("2021-03-04"), n=count("killed", 2, "person")),
        claim("c1", "Nine more were wounded", "aggregate_tally", n=count("injured", 9, "person")),
        claim("c2", "two of them children", "aggregate_tally", n=count("injured", 2, "child")),
        claim("c3", "60 dead", "aggregate_tally", when=period, n=count("killed", 60, "person")),
    ]
    found = link([report("d", text, claims, [rel("subset_of", "c2", "c1")])])
    assert [i.claims for i in incidents(found)] == [("c0", "c1", "c2")]
    assert [i.claims for i in incidents(found, "aggregate")] == [("c3",)]


def test_where_the_wounded_were_taken_is_not_where_the_strike_was():
    told = strike("a", HAZAR, "2021-03-04", 6)
    taken = strike("b", HAZAR, "2021-03-04", 6)
    ward = replace(taken.claims[0], location=Location("Belen", BELEN, PlaceRole.DESTINATION))
    found = link([told, replace(taken, claims=(ward,))])
    assert all(i.place in (HAZAR, None) for i in incidents(found))
    assert len(incidents(found)) == 1
