from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from link.made import BELEN, HAZAR, claim, count, incidents, on, rel, report
from link.stories import other_desk, reworded, translated, wire
from witnessmark.link import link
from witnessmark.model.claim import Modality, RelationType
from witnessmark.model.when import TimePrecision, Timex, TimexType

READINGS = (wire(), reworded(), translated(), other_desk())
LINKED = link(READINGS)


@settings(max_examples=15, deadline=None)
@given(st.permutations(READINGS))
def test_the_order_of_readings_does_not_matter(readings):
    assert link(readings) == LINKED


@settings(max_examples=10, deadline=None)
@given(st.sets(st.sampled_from(READINGS), min_size=1))
def test_every_claim_is_in_at_most_one_incident_and_every_document_in_one_lineage(readings):
    found = link(list(readings))
    claims = [c for i in found.incidents for c in i.claims]
    assert len(claims) == len(set(claims))
    docs = [d for line in found.lineages for d in line.documents]
    assert sorted(docs) == sorted(r.document.id for r in readings)


def test_ids_follow_from_the_claims_alone():
    alone = {i.claims: i.id for i in link([other_desk()]).incidents}
    beside = {i.claims: i.id for i in link([other_desk(), report("x", "Unrelated.")]).incidents}
    assert alone == beside


def test_nothing_gives_nothing():
    found = link([])
    assert (found.lineages, found.incidents, found.relations) == ((), (), ())


def test_copies_of_a_statement_are_tied_one_to_one():
    tied = [r for r in LINKED.relations if r.type is RelationType.SAME_CLAIM]
    ends = [(r.b, r.a[0]) for r in tied]
    assert len(ends) == len(set(ends))
    assert ("translated-2", "wire-2") in {tuple(sorted((r.a[0], r.b))) for r in tied}


def test_a_denial_goes_with_the_event_it_denies():
    (market,) = [i for i in incidents(LINKED) if i.place.name == "Hazar"]
    assert "desk-2" in market.claims
    assert "no response of the accused party recorded" not in market.unknown


def test_a_worded_date_that_the_text_itself_rules_out_is_a_contradiction():
    from dataclasses import replace

    text = "18 attacks last year were listed. From 5 May 2020 to 25 February 2021 it listed 18 attacks."
    window = on("2020-05-05", "2021-02-25", TimePrecision.RANGE_DAYS)
    claims = [
        claim("a", "18 attacks last year", "aggregate_tally", n=count("attacks", 18), when=window),
        claim("b", "it listed 18 attacks", "aggregate_tally", n=count("attacks", 18), when=window),
    ]
    reading = report("d", text, claims, [rel("restates", "a", "b")], published="2021-03-01")
    start = text.index("last year")
    last = (date(2020, 1, 1), date(2020, 12, 31), TimePrecision.YEAR, TimexType.DATE, "2020", "test")
    year = Timex("d", start, start + 9, "last year", *last)
    (found,) = [r for r in link([replace(reading, timexes=(year,))]).relations if r.type == "contradiction"]
    assert (found.a, found.b) == (("a",), "b")
    assert "explicit dates are kept" in found.note


def test_a_denial_among_several_events_is_not_guessed():
    text = "Hazar was hit on 4 March. It was hit again on 9 March. The army denied it."
    claims = [
        claim("a", "Hazar was hit on 4 March", at=HAZAR, when=on("2021-03-04")),
        claim("b", "hit again on 9 March", at=HAZAR, when=on("2021-03-09")),
        claim("c", "The army denied it", "denial", who=("ARMY_N",)),
    ]
    found = link([report("d", text, claims)])
    assert all("c" not in i.claims for i in found.incidents)


def blamed(text, id_="b", **more):
    return claim(
        id_, text, "attribution", who=("MAYOR",), by_whom="ARMY_N", modality=Modality.ALLEGED, **more
    )


def test_who_is_blamed_in_the_same_words_goes_with_that_event():
    text = "A raid hit Belen. The mayor blamed the army for the killing of six in Hazar."
    six = claim("a", "killing of six", at=HAZAR, when=on("2021-03-04"), n=count("killed", 6))
    raid = claim("r", "A raid hit Belen", at=BELEN, when=on("2021-03-05"), event_type=("raid_unspecified",))
    found = incidents(
        link([report("d", text, [raid, six, blamed("blamed the army for the killing of six")])])
    )
    assert {i.place.name: i.attributed_to for i in found} == {"Hazar": ("ARMY_N",), "Belen": ()}


def test_who_is_blamed_far_from_several_events_is_not_guessed():
    text = f"A raid hit Belen. Six died in Hazar. {'The market stayed shut. ' * 30}The mayor blamed the army."
    six = claim("a", "Six died in Hazar", at=HAZAR, when=on("2021-03-04"), n=count("killed", 6))
    raid = claim("r", "A raid hit Belen", at=BELEN, when=on("2021-03-05"), event_type=("raid_unspecified",))
    found = incidents(link([report("d", text, [raid, six, blamed("blamed the army")])]))
    assert [i.attributed_to for i in found] == [(), ()]
