"""What is linked one by one, in any order, is what is linked at once; a cell needs nobody outside it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from link.made import BELEN, HAZAR, by, claim, count, on, report, town
from link.shelf import Shelf, at_once
from link.stories import other_desk, reworded, translated, wire
from witnessmark.link.judgements import Judgements
from witnessmark.link.lineage import buckets
from witnessmark.link.stage import link, work
from witnessmark.link.traces import cells
from witnessmark.model.actor import Actor, Role
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.place import PlaceRole
from witnessmark.model.when import TimePrecision

SINCE = TimePrecision.OPEN_SINCE_DAY
NEAR_HAZAR = town("Hazar el Tahta", lat=35.02, lon=36.02)


def strike(doc, place, day, n, voice=None):
    told = claim(
        f"{doc}-0", f"killed {n} civilians", who=by(voice or f"OFFICE_{doc}", "Valley Post"), at=place,
        when=on(day), n=count("killed", n, "civilian"), event_type=("air_strike",),
    )  # fmt: skip
    text = f"A strike on {place.name} killed {n} civilians, rescuers of the {doc} district said."
    return report(doc, text, [told], published=day, publisher="Valley Post" if doc < "d" else None)


def total(doc, n, start):
    told = claim(
        f"{doc}-0", f"{n} people were killed", "aggregate_tally", who=("TIHAMA_WATCH", f"PAPER_{doc}"),
        at=HAZAR, when=on(start, None, SINCE), n=count("killed", n),
    )  # fmt: skip
    return report(doc, f"Tihama Watch said {n} people were killed there since {start}.", [told],
                  published="2021-06-01")  # fmt: skip


def captured(doc, place, start, end=None):
    told = claim(
        f"{doc}-0", f"took {place.name}", "situation", who=(f"DESK_{doc}",), at=place,
        when=on(start, end, TimePrecision.RANGE_DAYS if end else TimePrecision.DAY),
        event_type=("territorial_control_change",),
    )  # fmt: skip
    return report(doc, f"The militia took {place.name}, as desk {doc} has it.", [told])


def campaign(doc, start):
    told = claim(
        f"{doc}-0", "the siege goes on", "situation", who=(f"DESK_{doc}",), when=on(start, None, SINCE)
    )
    told["actors"] = (Actor("ARMY_N", "the army", Role.CONTROLLER),)
    return report(doc, f"Since {start} the siege goes on, writes {doc}.", [told])


def undated(doc, place):
    told = claim(f"{doc}-0", "hit the pump", who=(f"DESK_{doc}",), at=place, event_type=("shelling",))
    return report(doc, f"Gunners hit the pump of {place.name}; its engineer fled, says desk {doc}.", [told])


EVERY = (
    undated("k", HAZAR), undated("l", HAZAR),
    wire(), reworded(), translated(), other_desk(),
    strike("a", HAZAR, "2021-03-04", 6), strike("b", HAZAR, "2021-03-05", 6),
    strike("c", NEAR_HAZAR, "2021-03-04", 17),
    strike("d", BELEN, "2021-06-09", 21, "RESCUE"), strike("e", BELEN, "2021-06-09", 21, "RESCUE"),
    strike("f", BELEN, "2021-06-10", 21), strike("g", BELEN, "2021-06-12", 4),
    total("t", 108, "2021-01-01"), total("u", 131, "2021-01-03"), total("v", 140, "2021-01-06"),
    captured("x", HAZAR, "2021-01-30", "2021-03-01"), captured("y", NEAR_HAZAR, "2021-02-02"),
    campaign("z", "2021-04-01"), campaign("za", "2021-04-06"), campaign("zb", "2021-04-12"),
)  # fmt: skip
IDS = [r.document.id for r in EVERY]


def silent(reading):
    """The same document in which a later reading finds nothing."""
    return replace(reading, claims=(), relations=())


@pytest.fixture(params=["as it is", "crowded"])
def bounds(request, monkeypatch):
    """The limits on what is compared, and limits so tight that these few documents reach them."""
    if request.param == "crowded":
        monkeypatch.setattr(buckets, "NEIGHBOURS", 1)


ARRIVAL = st.permutations(EVERY).flatmap(
    lambda ordered: st.tuples(st.just(ordered), st.lists(st.integers(1, len(EVERY)), max_size=4))
)


def batches(ordered, cuts):
    ends = sorted({0, *cuts, len(ordered)})
    return [ordered[a:b] for a, b in pairwise(ends)]


@pytest.mark.usefixtures("bounds")
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARRIVAL)
def test_documents_may_come_in_any_order_and_any_number_at_a_time(arrival):
    shelf = Shelf()
    for batch in batches(*arrival):
        shelf.add(batch)
    assert shelf.shown() == at_once(EVERY)


def test_one_by_one_gives_what_all_at_once_gives():
    few = [*EVERY[:2], *EVERY[3:5], *EVERY[6:11], *EVERY[13:15]]
    shelf = Shelf()
    for reading in few:
        shelf.add([reading])
    assert shelf.shown() == at_once(few)
    assert max(shelf.linked) < len(few)


@pytest.mark.usefixtures("bounds")
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(EVERY), min_size=1, max_size=3, unique=True))
def test_a_document_read_anew_takes_back_what_it_said_before(again):
    shelf = Shelf()
    shelf.add(EVERY)
    earlier = shelf.shown()
    for reading in again:
        shelf.add([silent(reading)])
    left = [silent(r) if r in again else r for r in EVERY]
    assert shelf.shown() == at_once(left)
    for reading in again:
        shelf.add([reading])
    assert shelf.shown() == earlier


def test_a_cell_linked_alone_gives_what_it_gives_among_all():
    whole = work(EVERY)
    homes = cells(whole)
    held = {r.document.id: r for r in EVERY}
    parts = [link([held[d] for d in docs]) for docs in homes.groups()]
    assert 3 < len(parts) < len(EVERY)
    for name in ("lineages", "incidents", "origins"):
        together = [value for part in parts for value in getattr(part, name)]
        assert sorted(together, key=repr) == sorted(getattr(whole.linkage, name), key=repr)


def test_one_who_only_names_the_place_parts_none_that_tell_of_it():
    passing = claim(
        "p-0", "took Hazar", "situation", who=("DESK_p",), at=HAZAR, when=on("2021-02-02"),
        event_type=("territorial_control_change",),
    )  # fmt: skip
    passing["location"] = replace(passing["location"], role=PlaceRole.DESTINATION)
    two = [captured("x", HAZAR, "2021-02-02"), captured("y", NEAR_HAZAR, "2021-02-02")]
    beside = report("p", "The militia that took Hazar, as desk p has it.", [passing])
    (one,) = [i for i in link([beside, *two]).incidents if len(i.documents) > 1]
    assert one.documents == ("x", "y")
    assert one in link(two).incidents


PAIRS = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] != p[1])
VERDICTS = st.lists(
    st.tuples(st.sampled_from(["same", "different", "unsure"]), PAIRS), min_size=1, max_size=4
)


def decided(n, verdict, subject, supersedes=None):
    at, by_person = f"2031-01-01T00:00:{n:02}+00:00", True
    made = (f"d{n}", subject, Judgement(verdict), "Ada Lindqvist", by_person, "as told", at)
    return Decision(*made, None, supersedes)


@settings(max_examples=2, deadline=None)
@given(VERDICTS)
def test_a_judgement_taken_back_restores_what_was_there(verdicts):
    shelf = Shelf()
    shelf.add(EVERY)
    earlier = shelf.shown()
    made = []
    for n, (verdict, pair) in enumerate(verdicts):
        made.append(decided(n, verdict, pair))
        shelf.add([], Judgements(tuple(made)), pair)
        assert shelf.shown() == at_once(EVERY, Judgements(tuple(made)))
    for n, (_, pair) in enumerate(verdicts):
        made.append(decided(50 + n, "withdraw", (), f"d{n}"))
        shelf.add([], Judgements(tuple(made)), pair)
    assert shelf.shown() == earlier


def test_a_judgement_on_what_is_not_there_yet_holds_from_the_day_it_comes():
    given = Judgements((decided(1, "different", ("a", "b")), decided(2, "same", ("g", "x"))))
    shelf = Shelf()
    for reading in EVERY:
        shelf.add([reading], given)
    assert shelf.shown() == at_once(EVERY, given)


def test_a_further_document_leaves_far_ones_alone():
    shelf = Shelf()
    shelf.add(EVERY)
    shelf.add([strike("n", town("Mirov", lat=-3.0, lon=12.0, admin1="South"), "2024-01-01", 3)])
    assert shelf.linked[-1] == 1
