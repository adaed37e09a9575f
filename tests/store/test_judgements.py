"""Judgements in a real case: no re-run loses one, and one taken back leaves everything as it was."""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from link.made import BELEN, HAZAR, by, claim, on, report
from link.made import count as number
from store.test_projections import exported
from witnessmark import pipeline
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.ids import canonical_json
from witnessmark.model.links import Links
from witnessmark.model.pair import Candidate, Standing
from witnessmark.model.record import to_record
from witnessmark.store.case import Case

DOCUMENTS = "abcd"


def strike(doc, place, day, n):
    told = claim(
        f"{doc}-0", f"killed {n} civilians", who=by(f"OFFICE_{doc}"), at=place, when=on(day),
        n=number("killed", n, "civilian"), event_type=("air_strike",),
    )  # fmt: skip
    return report(doc, f"A strike on {place.name} killed {n} civilians.", [told], published=day)


READINGS = [
    strike("a", HAZAR, "2021-03-04", 6),
    strike("b", HAZAR, "2021-03-04", 6),
    strike("c", BELEN, "2021-06-09", 21),
    strike("d", BELEN, "2021-06-10", 21),
]


def decide(case: Case, numbers: count, verdict: str, *subject: str, supersedes: str | None = None) -> str:
    n = next(numbers)
    at = f"2031-01-01T00:00:00.{n:06}+00:00"
    if supersedes is not None and not subject:
        subject = case.decision(supersedes).subject
    case.decide(
        Decision(f"d{n}", subject, Judgement(verdict), "Ada Lindqvist", True, "as told", at, None, supersedes)  # noqa: FBT003
    )
    return f"d{n}"


def state(case: Case) -> str:
    """Every view as it would be shown, once what is new was linked."""
    pipeline.update(case)
    candidates = "\n".join(canonical_json(to_record(t)) for t in case.candidates())
    return f"{exported(case)}\n{candidates}"


def filled(case: Case) -> Case:
    for reading in READINGS:
        case.record(reading)
    return case


PAIRS = st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS)).filter(lambda p: p[0] != p[1])
STEPS = st.lists(st.tuples(st.sampled_from(["same", "different", "unsure"]), PAIRS), min_size=1, max_size=4)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=STEPS, after=STEPS)
def test_judgements_taken_back_restore_the_earlier_state_exactly(tmp_path, monkeypatch, before, after):
    monkeypatch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
    with TemporaryDirectory(dir=tmp_path) as folder:
        Case.init(Path(folder) / "case").close()
        with Case.open(Path(folder) / "case") as case:
            restores(filled(case), before, after)


def restores(case: Case, before, after) -> None:
    numbers = count(1)
    for verdict, (a, b) in before:
        decide(case, numbers, verdict, f"{a}-0", b)
    earlier = state(case)
    made = [decide(case, numbers, verdict, a, f"{b}-0") for verdict, (a, b) in after]
    judged = state(case)
    back = [decide(case, numbers, "withdraw", supersedes=d) for d in made]
    assert state(case) == earlier
    for d in back:
        decide(case, numbers, "withdraw", supersedes=d)
    assert state(case) == judged
    assert case.verify() == []


def test_a_judgement_is_kept_and_taken_back_on_either_database(case):
    restores(filled(case), [("same", ("a", "c"))], [("different", ("a", "b")), ("unsure", ("c", "d"))])


@pytest.mark.parametrize(("verdict", "pair", "events"), [("same", "bc", 1), ("different", "ab", 3)])
def test_a_judgement_holds_in_every_rerun_and_for_a_document_read_again(case, verdict, pair, events):
    filled(case)
    assert len(list(pipeline.rebuild(case).incidents)) == 2
    decide(case, count(1), verdict, *(f"{d}-0" for d in pair))
    assert len(pipeline.rebuild(case).incidents) == events
    again = report("b", READINGS[1].document.text, [
        claim("b-later", "killed 6", who=by("OFFICE_b"), at=HAZAR, when=on("2021-03-04"),
              n=number("killed", 6, "civilian"), event_type=("air_strike",)),
    ], published="2021-03-04")  # fmt: skip
    case.record(again)
    assert len(pipeline.rebuild(case).incidents) == events
    assert [t.judged for t in case.candidates() if t.judged] == [("d1",)]
    assert any("b-later" in (t.a, t.b) for t in case.candidates() if t.judged)


def test_pairs_left_and_pairs_judged_are_told_without_reading_all(case):
    numbers = count()
    filled(case)
    pipeline.update(case)
    assert pipeline.pairs_left(case) == len(pipeline.pairs(case))
    assert list(case.candidates(judged=True)) == []
    for subject, verdict in ((("a", "b"), "different"), (("c", "d"), "unsure"), (("b", "c"), "same")):
        decide(case, numbers, verdict, *subject)
        pipeline.update(case)
        judged = [t for t in case.candidates() if t.judged]
        assert list(case.candidates(judged=True)) == judged != []
        assert case.unjudged() == len(list(case.candidates())) - len(judged)
        assert pipeline.pairs_left(case) == len(pipeline.pairs(case))


def test_what_is_said_of_a_pair_does_not_make_it_one_nobody_judged(case):
    refused = Candidate("a", "b", ("a", "b"), Standing.REFUSED, reason='"judged":[] he said', judged=("d0",))
    left = [Candidate("a", "c", ("a", "c"), Standing.APART), Candidate("b", "c", ("b", "c"), Standing.APART)]
    case.replace_links(Links((), (), (), (refused, *left)))
    assert list(case.candidates(judged=True)) == [refused]
    assert case.unjudged() == 2
    assert pipeline.pairs_left(case) == 3


def test_ties_come_back_as_given(case):
    decide(filled(case), count(1), "different", "a", "b")
    found = pipeline.rebuild(case).candidates
    assert Standing.REFUSED in {t.standing for t in found}
    assert tuple(case.candidates()) == found


def test_an_id_may_be_given_by_its_beginning_if_it_is_alone(case):
    from witnessmark.errors import UsageError

    filled(case)
    assert case.subject("a") == "a"
    assert case.subject("a-") == "a-0"
    for name, said in (("zz", "no claim or document"), ("", "no claim or document|several")):
        with pytest.raises(UsageError, match=said):
            case.subject(name)
