"""Decisions on claims in a real case: kept beside a writer, none lost, folded by rebuild and update alike."""

import threading
from dataclasses import replace
from itertools import count

import pytest

from store.test_judgements import READINGS, filled, state
from store.test_verify import tamper
from witnessmark import pipeline
from witnessmark.errors import QuoteError, UsageError
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.record import to_record
from witnessmark.store.case import Case

ADA, BORA = "Ada Lindqvist", "Bora Celik"
KILLED = READINGS[0].claims[0]


def maker():
    numbers = count(1)

    def make(verdict, *subject, by=ADA, **more):
        n = next(numbers)
        at = f"2031-01-01T00:00:00.{n:06}+00:00"
        return Decision(f"{by[:1]}{n}", subject, Judgement(verdict), by, True, "as told", at, **more)  # noqa: FBT003

    return make


def added(quote="A strike", name="p-1"):
    """The record of a claim on the first document, of that quote."""
    start = READINGS[0].document.text.index("A strike")
    made = replace(KILLED, id=name, start=start, end=start + len(quote), quote=quote, count=None)
    return to_record(replace(made, extractor="person", rule="added"))


def figures(case):
    return [(f.low, f.best, f.high) for i in case.incidents() if "a-0" in i.claims for f in i.figures]


def corrected(value):
    number = replace(KILLED.count, value=value, low=value, high=value)
    return {"count": to_record(replace(KILLED, count=number))["count"]}


def test_each_kind_is_folded_by_update_as_by_rebuild_and_taken_back_without_a_trace(case):
    d = maker()
    filled(case)
    earlier = state(case)
    for asked in (
        d("add", "p-1", content=added()), d("correct", "a-0", content=corrected(9)), d("read", "a"),
        d("reject", "b-0"), d("correct", "a-0", content=corrected(8), four_eyes=True),
    ):  # fmt: skip
        case.decide(asked)
        now = state(case)
        assert not case.stale()
        pipeline.rebuild(case)
        assert state(case) == now
        assert (now == earlier) == (asked.judgement is Judgement.READ or asked.four_eyes)
        if asked.four_eyes:
            case.decide(d("confirm", asked.id, by=BORA))
            assert (9, 9, 9) not in figures(case)
            assert state(case) != earlier
        case.decide(d("withdraw", *asked.subject, supersedes=asked.id))
        assert state(case) == earlier
    assert case.verify() == []


def test_a_claim_that_was_added_is_known_by_its_id(case):
    d = maker()
    filled(case).decide(d("add", "p-1", content=added()))
    pipeline.update(case)
    assert any("p-1" in i.claims for i in case.incidents())
    assert case.subject("p-") == "p-1"
    assert case.homes(["p-1", "a-0", "gone"]) == {"p-1": "a", "a-0": "a"}
    assert [c.id for c in case.recorded_claims(["p-1", "a-0"])] == ["a-0", "p-1"]
    assert "p-1" in {c.id for r in pipeline.readings(case) for c in r.claims}
    case.decide(d("different", "p-1", "a-0"))
    pipeline.update(case)
    assert not any({"p-1", "a-0"} <= set(i.claims) for i in case.incidents())
    assert case.verify() == []


@pytest.mark.parametrize(
    ("words", "more", "said"),
    [
        (("add", "p-1"), {"content": {"id": "p-1"}}, "no claim"),
        (("add", "other"), {"content": added()}, "another claim"),
        (("add", "p-1"), {"content": {**added(), "doc": "gone"}}, "no document"),
        (("correct", "a-0"), {"content": {"quote": "killed"}}, "quote cannot be corrected"),
        (("correct", "a-0"), {"content": {}}, "nothing cannot be corrected"),
        (("correct", "a-0"), {"content": {"kind": "gossip"}}, "no claim says"),
        (("correct", "gone"), {"content": {"count": None}}, "no claim of the case"),
        (("read", "gone"), {}, "no document"),
        (("confirm", "gone"), {}, "no decision to confirm"),
        (("confirm", "A1"), {"by": "ADA LINDQVIST"}, "only another person"),
    ],
)
def test_what_says_nothing_of_the_case_is_refused_with_all_of_its_act(case, words, more, said):
    d = maker()
    filled(case).decide(d("unsure", "a", "b"))
    with pytest.raises(UsageError, match=said):
        case.decide(d("reject", "a-0", act="one"), d(*words, act="one", **more))
    assert len(list(case.decisions())) == 1


def test_a_claim_whose_quote_is_not_there_is_refused(case):
    with pytest.raises(QuoteError):
        filled(case).decide(maker()("add", "p-1", content=added("A stroke")))


def test_nobody_waits_for_a_writer_to_decide(case):
    filled(case)
    with Case.open(case.root) as writer:
        writer.begin_run("add", {})
        assert case.decide(maker()("reject", "a-0"))
        pipeline.update(writer)
        writer.finish_run({})
    assert not case.stale()
    assert all("a-0" not in i.claims for i in case.incidents())
    assert case.verify() == []


def test_a_decision_that_comes_while_a_case_is_linked_is_folded_the_next_time(case, monkeypatch):
    d = maker()
    filled(case)
    pipeline.update(case)
    case.decide(d("reject", "c-0"))
    shelf = case.shelf
    monkeypatch.setattr(case, "shelf", lambda: (case.decide(d("reject", "a-0")), shelf())[1])
    monkeypatch.setattr(pipeline, "_LARGE_PART", 0)
    pipeline.update(case)
    assert case.stale()
    assert [x.subject for x in case.folded()] == [("c-0",)]
    assert any("a-0" in i.claims for i in case.incidents())
    monkeypatch.undo()
    pipeline.update(case)
    assert not case.stale()
    assert all("a-0" not in i.claims for i in case.incidents())


def test_of_many_who_decide_at_once_no_decision_is_lost_or_doubled(case):
    filled(case)
    errors = []

    def work(n):
        try:
            with Case.open(case.root) as opened:
                d = maker()
                for _ in range(8):
                    opened.decide(d("unsure", "a", "b", by=f"{n} Reviewer"))
        except Exception as error:  # noqa: BLE001  (told by the test)
            errors.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len({x.id for x in case.decisions()}) == len(list(case.decisions())) == 48
    assert case.heads()["decision"] == case._layout.read_heads()["decision"]
    assert case.verify() == []


def test_a_claim_added_behind_the_programs_back_is_found(case):
    filled(case).decide(maker()("add", "p-1", content=added()))
    tamper(case, "UPDATE ledger_decision SET record = REPLACE(record, 'A strike', 'A stroke') WHERE seq = 1")
    told = case.verify()
    assert "decision A1: its quote is in no text of its document" in told
    assert "decision row 1: it was changed after it was recorded" in told
