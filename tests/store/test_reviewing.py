"""What people ask for in a real case: claims added, corrected; events merged, split; undone and confirmed."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from link.made import town
from link.test_parting import told
from store.test_judgements import READINGS, filled, state
from witnessmark import codebook, pipeline
from witnessmark.errors import UsageError
from witnessmark.model.actor import Role
from witnessmark.model.decision import Judgement
from witnessmark.model.ids import canonical_json
from witnessmark.model.incident import IncidentKind
from witnessmark.model.record import to_record
from witnessmark.pipeline import decisions, fields
from witnessmark.pipeline.decisions import By
from witnessmark.pipeline.effects import effects
from witnessmark.store.case import Case

ADA, BORA = By("Ada Lindqvist"), By("Bora Celik")
WHY = "as told"
FAR = town("Zabor", lat=33.0, lon=44.0, admin1="Zabor")


def held(case):
    """A case with four reports of two events, and one report that tells of several in one account."""
    filled(case).record(told("t", FAR, "2022-08-14"))
    pipeline.update(case)
    return case


def events(case):
    return sorted(i.claims for i in case.incidents() if i.kind is IncidentKind.INCIDENT)


def incident(case, claim):
    (found,) = [i for i in case.incidents() if claim in i.claims]
    return found


def done(case, made):
    """Record, link, and see that rebuilding gives the same; the views then."""
    case.decide(*made)
    now = state(case)
    pipeline.rebuild(case)
    assert state(case) == now
    return now


def merged(case):
    return decisions.merge(case, [incident(case, "a-0"), incident(case, "c-0")], ADA, WHY)


def parted(case):
    return decisions.split(case, incident(case, "t-1"), ["t-3", "t-4"], ADA, WHY)


def moved(case):
    source, target = incident(case, "t-3"), incident(case, "c-0")
    return decisions.move(case, source, ["t-3"], target, ADA, WHY)


def added(case):
    document = case.document("t")
    start = document.text.index("Nobody was on the quay")
    fields = {"measure": "killed", "value": "3", "date": "2022-08-14"}
    return decisions.added(document, start, start + 22, fields, ADA, WHY)


def corrected(case):
    return decisions.corrected(decisions.read_claim(case, "t-1"), {"value": "7"}, ADA, WHY)


EVERY = (merged, parted, moved, added, corrected)


@pytest.mark.parametrize("ask", EVERY)
def test_each_is_done_by_update_as_by_rebuild_and_undone_to_the_byte(case, ask):
    earlier = state(held(case))
    made = ask(case)
    now = done(case, made)
    assert now != earlier
    assert len({d.act for d in made}) == 1
    back = decisions.undo(case, made[-1].id, BORA, WHY)
    assert done(case, back) == earlier
    again = decisions.undo(case, back[0].act or back[0].id, ADA, WHY)
    assert done(case, again) == now
    assert case.verify() == []


def test_merge_split_and_move_do_what_they_say(case):
    held(case)
    before = events(case)
    done(case, merged(case))
    assert ("a-0", "b-0", "c-0", "d-0") in events(case)
    done(case, decisions.split(case, incident(case, "a-0"), ["c-0", "d-0"], ADA, WHY))
    assert events(case) == before
    done(case, parted(case))
    assert {("t-1", "t-2"), ("t-3", "t-4")} <= set(events(case))
    done(case, decisions.move(case, incident(case, "t-3"), ["t-3"], incident(case, "c-0"), ADA, WHY))
    assert {("t-4",), ("c-0", "d-0", "t-3")} <= set(events(case))
    done(case, decisions.move(case, incident(case, "t-3"), ["t-3"], incident(case, "t-4"), ADA, WHY))
    assert {("c-0", "d-0"), ("t-3", "t-4")} <= set(events(case))
    done(case, decisions.merge(case, [incident(case, "t-1"), incident(case, "t-3")], ADA, WHY))
    assert events(case) == before


WHOLE = ("decisions", "readings", "incidents", "candidates", "relations", "claims")


def test_what_is_decided_and_what_became_of_it_is_told_without_reading_the_whole_case(case, monkeypatch):
    held(case)
    done(case, decisions.corrected(decisions.read_claim(case, "c-0"), {"value": "3"}, ADA, WHY))
    two = [incident(case, name) for name in ("a-0", "c-0")]

    def whole(*_args, **_more):
        raise AssertionError("all of a case was read")

    def at_desk(ask):
        with monkeypatch.context() as patch:
            for name in WHOLE:
                patch.setattr(Case, name, whole)
            return ask()

    by = replace(ADA, four_eyes=True)
    made = at_desk(lambda: decisions.merge(case, two, by, WHY))
    case.decide(*made)
    pipeline.update(case)
    (line,) = at_desk(lambda: effects(case, made))
    assert line.startswith("it waits for a second person")
    agreed = at_desk(lambda: decisions.confirm(case, made[0].act or made[0].id, BORA, WHY))
    case.decide(*agreed)
    pipeline.update(case)
    assert at_desk(lambda: effects(case, made)) == ()
    apart = at_desk(lambda: decisions.judged(made[0].subject, Judgement.DIFFERENT, BORA, WHY))
    case.decide(*apart)
    pipeline.update(case)
    told_ = at_desk(lambda: effects(case, apart))
    assert f"these two are judged by {made[0].id} too" in told_
    back = at_desk(lambda: decisions.undo(case, made[-1].id, BORA, WHY))
    assert {d.supersedes for d in back} == {d.id for d in made}
    assert at_desk(lambda: decisions.read_claim(case, "c-0")).count.value == 3


def test_the_order_of_independent_decisions_does_not_matter(case):
    held(case)
    asked = [merged(case), parted(case), added(case), corrected(case)]
    answers = set()
    for n, order in enumerate(list(permutations(range(4)))[::7]):
        made = [[anew(d, n) for d in asked[k]] for k in order]
        for one in made:
            case.decide(*one)
        pipeline.update(case)
        answers.add("\n".join(canonical_json(to_record(i)) for i in case.incidents()))
        for one in made:
            case.decide(*decisions.undo(case, one[0].id, ADA, WHY))
    assert len(answers) == 1


def anew(decision, n):
    """The same decision made another time."""
    return replace(decision, id=f"{decision.id}-{n}", act=decision.act and f"{decision.act}-{n}")


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_done_is_undone_to_the_byte(sqlite_case, data):
    if not list(sqlite_case.readings()):
        held(sqlite_case)
    earlier = state(sqlite_case)
    acts = []
    for ask in data.draw(
        st.lists(st.sampled_from((parted, moved, added, corrected)), min_size=1, max_size=3)
    ):
        try:
            made = ask(sqlite_case)
        except UsageError:  # said so by one before it
            continue
        sqlite_case.decide(*made)
        pipeline.update(sqlite_case)
        acts.append(made[0].id)
    for name in data.draw(st.permutations(acts)):
        sqlite_case.decide(*decisions.undo(sqlite_case, name, BORA, WHY))
    assert state(sqlite_case) == earlier


def test_for_four_eyes_nothing_moves_before_another_confirms(case):
    earlier = state(held(case))
    by = replace(ADA, four_eyes=True)
    made = decisions.split(case, incident(case, "t-1"), ["t-3", "t-4"], by, WHY)
    assert done(case, made) == earlier
    with pytest.raises(UsageError, match="only another person"):
        decisions.confirm(case, made[0].id, ADA, WHY)
    agreed = decisions.confirm(case, made[0].act, BORA, WHY)
    assert [d.judgement for d in agreed] == [Judgement.CONFIRM] * len(made)
    now = done(case, agreed)
    assert now != earlier
    with pytest.raises(UsageError, match="waits for no second person"):
        decisions.confirm(case, made[0].id, BORA, WHY)
    back = decisions.undo(case, made[0].id, by, WHY)
    assert done(case, back) == now
    with pytest.raises(UsageError, match="taken back already"):
        decisions.undo(case, made[0].id, by, WHY)
    assert done(case, decisions.confirm(case, back[0].id, BORA, WHY)) == earlier


def test_what_waits_may_be_taken_back_alone(case):
    held(case)
    by = replace(ADA, four_eyes=True)
    made = decisions.corrected(decisions.read_claim(case, "t-1"), {"value": "7"}, by, WHY)
    case.decide(*made)
    (back,) = decisions.undo(case, made[0].id, by, WHY)
    assert not back.four_eyes


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"gossip": "x"}, "gossip: a claim has"),
        ({"event_type": "tickling"}, "tickling is none of"),
        ({"attributed_to": "NOBODY_AT_ALL"}, "is none of"),
        ({"measure": "tickled"}, "tickled is none of"),
        ({"low": "9", "high": "3"}, "9 is above high, 3"),
        ({"value": "many"}, "no whole number"),
        ({"value": "6"}, "says so already"),
        ({}, "says so already"),
        ({"date": "2031-02-30"}, "is no day"),
        ({"date": "2031-03-04/2031-03-01"}, "ends before it begins"),
        ({"kind": "gossip"}, "gossip is none of"),
        ({"claimants": " > "}, "somebody says it"),
        ({"measure": "", "value": "4"}, "say what is counted"),
    ],
)
def test_a_correction_that_means_nothing_is_refused(sqlite_case, asked, said):
    held(sqlite_case)
    with pytest.raises(UsageError, match=said):
        decisions.corrected(decisions.read_claim(sqlite_case, "t-1"), asked, ADA, WHY)


def test_what_is_read_no_longer_is_not_corrected(sqlite_case):
    held(sqlite_case).record(replace(READINGS[0], claims=()))
    for name in ("a-0", "gone"):
        with pytest.raises(UsageError, match="read no longer, or never was"):
            decisions.read_claim(sqlite_case, name)


def test_a_claim_is_added_only_where_the_report_is(sqlite_case):
    document = held(sqlite_case).document("t")
    for start, end in ((0, 0), (5, 3), (0, len(document.text) + 1), (-4, -1)):
        with pytest.raises(UsageError, match="there is no text"):
            decisions.added(document, start, end, {}, ADA, WHY)
    with pytest.raises(UsageError, match="no part of the report"):
        decisions.added(replace(document, zones=()), 0, 6, {}, ADA, WHY)


@pytest.mark.parametrize(
    ("claims", "said"),
    [(["t-1", "t-2", "t-3", "t-4"], "would be left"), ([], "no claim"), (["a-0"], "a-0: choose claims of")],
)
def test_a_split_leaves_something_on_either_side(sqlite_case, claims, said):
    held(sqlite_case)
    with pytest.raises(UsageError, match=said):
        decisions.split(sqlite_case, incident(sqlite_case, "t-1"), claims, ADA, WHY)


def test_nobody_decides_without_a_name_or_a_reason(sqlite_case):
    held(sqlite_case)
    for by, why in ((By(" "), WHY), (ADA, "  ")):
        with pytest.raises(UsageError, match="say who decides, and why"):
            decisions.read(["a"], by, why)
    with pytest.raises(UsageError, match="a person reads"):
        decisions.read(["a"], By("m 1", human=False), WHY)


def test_fields_are_read_as_they_are_meant(sqlite_case):
    held(sqlite_case)
    claim = decisions.read_claim(sqlite_case, "t-1")
    for asked, told_ in (
        ({"value": "7", "qualifier": "at_least"}, {"value": 7, "low": 7, "high": None}),
        ({"value": "", "low": "3"}, {"value": None, "low": 3, "high": None}),
        ({"group": "child"}, {"value": 6, "group": "child"}),
    ):
        (made,) = decisions.corrected(claim, asked, ADA, WHY)
        assert told_.items() <= made.content["count"].items()
    for text, span in (("2031-03", ("2031-03-01", "2031-03-31")), ("2031", ("2031-01-01", "2031-12-31")),
                       ("2031-03-04/2031-03-06", ("2031-03-04", "2031-03-06"))):  # fmt: skip
        (made,) = decisions.corrected(claim, {"date": text}, ADA, WHY)
        assert (made.content["date"]["start"], made.content["date"]["end"]) == span
    (made,) = decisions.corrected(claim, {"date": "", "measure": "", "place": ""}, ADA, WHY)
    assert made.content == {"count": None, "date": None, "location": None}


def test_parties_and_speakers_are_given_by_their_names(sqlite_case):
    held(sqlite_case)
    one, other = list(codebook.load().parties.values())[:2]
    voice = next(s for s in codebook.load().claimants.values() if s.name != s.id)
    given = {"attributed_to": f"{one.display}; {other.id}", "claimants": f"{voice.name} > The Harbour Post"}
    now = fields.stated(given, decisions.read_claim(sqlite_case, "t-1"))
    assert [a.norm for a in now.actors if a.role is Role.PERPETRATOR] == [one.id, other.id]
    assert [c.name for c in now.claimants] == [voice.id, "The Harbour Post"]
