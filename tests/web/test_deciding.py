"""Decisions made in the room: kept at once, counted, and shown to those who decide the same."""

from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied

from witnessmark.errors import UsageError
from witnessmark.model.decision import Judgement
from witnessmark.web import deciding, work
from witnessmark.web.changes import became, changes
from witnessmark.web.deciding import decide, judged, meanwhile, undone
from witnessmark.web.permissions import get_desk_for, get_incidents_of_for
from witnessmark.web.rights import Role

REASON = "the sentence is about a drill"


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(work, "PATIENCE", 60.0)
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))


@pytest.fixture
def desk(member, project):
    def at(role, name="somebody"):
        member(role, name=name)
        return get_desk_for(get_user_model().objects.get(username=name), project.slug)

    return at


def counted(desk):
    """A claim that a figure rests on."""
    return next(i for i in desk.case.incidents() if i.figures).figures[0].claims[0]


def test_a_decision_is_kept_counted_and_its_effect_said(desk):
    ours = desk(Role.ANALYST)
    claim = counted(ours)
    made = decide(ours, judged(ours, [[claim]], Judgement.REJECT, f"  {REASON}\n"))
    assert made.linked
    assert made.others == ()
    (kept,) = ours.case.decisions()
    assert (kept.by, kept.human, kept.reason) == ("somebody", True, REASON)
    assert not any(claim in i.claims for i in ours.case.incidents())
    assert any(change.gone or change.lines for change in made.changes)
    back = decide(ours, undone(ours, kept.id, "it was no drill"), [kept.id])
    assert back.others == ()
    assert any(claim in i.claims for i in get_incidents_of_for(ours, [claim]))


def test_an_event_that_lost_or_won_a_claim_is_told_by_its_figures_alone(desk):
    ours = desk(Role.ANALYST)
    first = counted(ours)
    decide(ours, judged(ours, [[first]], Judgement.ACCEPT, "it is stated plainly"))  # and all is linked
    event = next(i for i in ours.case.incidents() if i.figures and len(i.claims) > 1)
    number = event.figures[0].claims[0]
    other = next(c for c in event.claims if all(c not in f.claims for f in event.figures))
    for claim, figures in ((other, 0), (number, 1)):
        made = decide(ours, judged(ours, [[claim]], Judgement.REJECT, REASON))
        (kept,) = made.decisions
        back = decide(ours, undone(ours, kept.id, "it was no drill"), [kept.id])
        assert made.linked
        assert [len(c.lines) for c in made.changes] == [1] * figures
        assert not any(c.gone or c.new for c in (*made.changes, *back.changes))
        assert [line[::-1] for c in made.changes for line in c.lines] == [
            line for c in back.changes for line in c.lines
        ]


def test_an_event_of_other_documents_that_won_a_claim_is_not_told_as_new(desk):
    ours = desk(Role.ANALYST)
    event = next(i for i in ours.case.incidents() if len(i.documents) > 1)
    assert len(set(ours.case.homes(event.claims).values())) > 1
    assert changes({}, became(ours, event.claims[:1], {})) == ()
    assert changes({}, became(ours, event.claims, {}))[0].new


def test_an_event_goes_on_as_what_has_most_of_its_claims(desk):
    event = next(i for i in desk(Role.ANALYST).case.incidents() if i.figures and len(i.claims) > 2)
    first, *rest = event.claims
    small, large = (
        replace(event, id="a", claims=(first,), figures=()),
        replace(event, id="b", claims=(*rest,)),
    )
    (told,) = changes({event.id: event}, {small.id: small, large.id: large})
    assert (told.incident, told.new, told.gone) == (small.id, True, False)


def test_two_who_decide_the_same_see_each_other_and_neither_is_lost(desk):
    one, other = desk(Role.ANALYST, "one"), desk(Role.REVIEWER, "other")
    claim = counted(one)
    decide(one, judged(one, [[claim]], Judgement.REJECT, REASON))
    theirs = judged(other, [[claim]], Judgement.ACCEPT, "it is stated plainly")
    (first,) = meanwhile(other, theirs, seen=())
    made = decide(other, theirs)
    assert made.others == (first,)
    assert [d.by for d in one.case.decisions()] == ["one", "other"]
    assert any(first.id in line for line in made.told)


def test_who_decides_at_the_same_moment_is_seen_by_the_later_one(desk, monkeypatch):
    one, other = desk(Role.ANALYST, "one"), desk(Role.REVIEWER, "other")
    claim = counted(one)
    standing = deciding.standing

    def meanwhile_decided(*given):
        monkeypatch.setattr(deciding, "standing", standing)
        decide(one, judged(one, [[claim]], Judgement.REJECT, REASON))
        return standing(*given)

    monkeypatch.setattr(deciding, "standing", meanwhile_decided)
    made = decide(other, judged(other, [[claim]], Judgement.ACCEPT, "it is stated plainly"))
    assert [(d.by, d.judgement) for d in made.others] == [("one", Judgement.REJECT)]


def test_what_is_sent_twice_is_kept_once(desk):
    one, other = desk(Role.ANALYST, "one"), desk(Role.REVIEWER, "other")
    claim = counted(one)
    for _ in range(2):
        made = decide(one, judged(one, [[claim]], Judgement.REJECT, REASON))
        assert made.others == ()
    (kept,) = one.case.decisions()
    decide(other, judged(other, [[claim]], Judgement.REJECT, REASON), [kept.id])
    assert [d.by for d in one.case.decisions()] == ["one", "other"]


def test_what_is_said_again_on_purpose_is_kept_again(desk):
    one, other = desk(Role.ANALYST, "one"), desk(Role.REVIEWER, "other")
    claim = counted(one)
    (first,) = decide(one, judged(one, [[claim]], Judgement.REJECT, REASON)).decisions
    (second,) = decide(other, judged(other, [[claim]], Judgement.ACCEPT, "it is no drill")).decisions
    decide(one, judged(one, [[claim]], Judgement.REJECT, REASON), [second.id])
    assert [d.by for d in one.case.decisions()] == ["one", "other", "one"]
    decide(other, undone(other, second.id, "it is one"), [first.id, second.id])
    decide(other, judged(other, [[claim]], Judgement.ACCEPT, "it is no drill"))
    assert len(list(one.case.decisions())) == 5


def test_who_changes_their_mind_and_back_is_heard_each_time(desk):
    ours = desk(Role.ANALYST)
    claim = counted(ours)
    for judgement in (Judgement.REJECT, Judgement.ACCEPT, Judgement.REJECT, Judgement.REJECT):
        decide(ours, judged(ours, [[claim]], judgement, REASON))
    kept = [d.judgement for d in ours.case.decisions()]
    assert kept == [Judgement.REJECT, Judgement.ACCEPT, Judgement.REJECT]


def test_what_is_decided_in_one_go_is_kept_whole(desk):
    ours = desk(Role.ANALYST)
    one, other = next(i.claims for i in ours.case.incidents() if len(i.claims) > 1)[:2]
    decide(ours, judged(ours, [[one]], Judgement.REJECT, REASON))
    for _ in range(2):
        made = decide(ours, judged(ours, [[one], [other]], Judgement.REJECT, REASON))
        assert [d.subject for d in made.decisions] == [(one,), (other,)]
    kept = list(ours.case.decisions())
    assert [d.subject for d in kept] == [(one,), (one,), (other,)]
    assert len({d.act for d in kept[1:]}) == 1
    decide(ours, undone(ours, kept[1].act, "it was no drill"), [d.id for d in kept])
    assert len(list(ours.case.decisions())) == 5


def test_that_a_second_person_is_waited_for_is_said_before_all_is_linked(desk, project, monkeypatch):
    project.four_eyes = True
    project.save()
    ours = desk(Role.ANALYST)
    monkeypatch.setattr(work.linked, "__defaults__", (0.0,))
    made = decide(ours, judged(ours, [[counted(ours)]], Judgement.REJECT, REASON))
    assert (made.linked, made.told) == (
        False,
        ("it waits for a second person, and moves nothing until then",),
    )
    assert work.linked(project.path, 60.0)


def test_who_may_not_decide_keeps_nothing(desk):
    viewer, ours = desk(Role.VIEWER, "viewer"), desk(Role.ANALYST)
    claim = counted(ours)
    with pytest.raises(PermissionDenied):
        decide(viewer, judged(viewer, [[claim]], Judgement.REJECT, REASON))
    with pytest.raises(UsageError, match="under the name"):
        decide(ours, judged(viewer, [[claim]], Judgement.REJECT, REASON))
    with pytest.raises(UsageError, match="Say why"):
        decide(ours, judged(ours, [[claim]], Judgement.REJECT, " \n"))
    assert list(ours.case.decisions()) == []


def test_a_decision_is_on_disk_while_another_process_writes(desk, project, monkeypatch):
    ours = desk(Role.ANALYST)
    claim = counted(ours)
    monkeypatch.setattr(work.linked, "__defaults__", (0.0,))
    made = decide(ours, judged(ours, [[claim]], Judgement.REJECT, REASON))
    assert (made.linked, made.changes) == (False, ())
    assert len(list(ours.case.decisions())) == 1
    assert work.linked(project.path, 60.0)
    assert not ours.case.stale()
