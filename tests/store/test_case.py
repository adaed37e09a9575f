"""What a case keeps and gives back, on both databases."""

from dataclasses import replace
from pathlib import Path

import pytest

from store import made
from witnessmark.errors import DuplicateIdError, IntegrityError, NotACaseError, QuoteError, UsageError
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.failure import Failure
from witnessmark.model.record import to_record
from witnessmark.store.case import Case


def test_readings_come_back_as_they_were_recorded(case):
    given = [made.reading(i) for i in range(3)]
    for one in given:
        assert case.record(one)
    assert list(case.readings()) == given
    assert list(case.claims()) == [c for r in given for c in r.claims]
    assert case.document("doc-0001") == given[1].document


def test_recording_again_changes_nothing(case):
    made.add(case, 9)
    before = list(case.dump())
    made.add(case, 9)
    assert list(case.dump()) == before


def test_bytes_are_kept_once_and_each_name_is_noted(case):
    first = case.capture("a/report.txt", b"as received \xff")
    assert case.capture("b/copy.txt", b"as received \xff") == first
    assert case.received(first) == b"as received \xff"
    assert case.status()["captures"] == 2
    assert len([p for p in (case.root / "vault").rglob("*") if p.is_file()]) == 1


def test_a_claim_whose_quote_is_not_in_the_document_is_refused_with_all_of_its_reading(case):
    good = made.reading(0)
    bad = replace(good, claims=(good.claims[0], replace(good.claims[1], start=1, end=14)))
    with pytest.raises(
        QuoteError, match=r"reports/0000\.txt: claim refused: its quote is not the text at 1:14"
    ):
        case.record(bad)
    assert case.status()["documents"] == 0
    assert list(case.dump()) == []


def test_two_documents_under_one_id_are_refused(case):
    case.record(made.reading(0))
    other = made.reading(1, doc="doc-0000")
    with pytest.raises(DuplicateIdError, match=r"reports/0001\.txt.*'doc-0000'"):
        case.record(other)
    assert [r.document.text for r in case.readings()] == [made.text(0)]


def test_a_later_version_that_finds_more_takes_over_and_loses_nothing(case):
    full = made.reading(0)
    case.record(replace(full, claims=full.claims[:1]))
    case.record(made.reading(1))
    assert case.record(full)
    assert [r.document.id for r in case.readings()] == ["doc-0000", "doc-0001"]
    assert next(case.readings()).claims == full.claims
    assert case.status()["claims"] == 4
    assert case.record(replace(full, claims=full.claims[:1]))
    assert next(case.readings()).claims == full.claims[:1]
    assert case.verify() == []


def test_a_document_moved_to_another_folder_is_the_same_document(case):
    case.record(made.reading(0))
    assert not case.record(made.reading(0, path="elsewhere/0000.txt"))
    assert case.document("doc-0000").path == "reports/0000.txt"


def test_failures_and_decisions_are_kept_in_order_once_each(case):
    failures = [Failure(f"{i}.txt", "read", "EmptyError", "nothing to read") for i in range(3)]
    assert [case.fail(f) for f in [*failures, failures[0]]] == [True, True, True, False]
    assert list(case.failures()) == failures
    first = Decision(
        "d1",
        ("a", "b"),
        Judgement.SAME,
        "R. Viewer",
        human=True,
        reason="same wire",
        at="2031-04-01T00:00:00Z",
    )
    undo = replace(first, id="d2", judgement=Judgement.WITHDRAW, supersedes="d1")
    assert case.decide(first)
    assert case.decide(undo)
    assert not case.decide(first)
    assert list(case.decisions()) == [first, undo]


def test_a_decision_must_have_its_own_id_and_supersede_one_that_exists(case):
    one = Decision(
        "d1",
        ("a",),
        Judgement.ACCEPT,
        "R. Viewer",
        human=True,
        reason="clear",
        at="2031-04-01T00:00:00Z",
        score=0.5,
    )
    case.decide(one)
    with pytest.raises(UsageError, match="another decision has this id"):
        case.decide(replace(one, reason="other"))
    with pytest.raises(UsageError, match="no decision d9"):
        case.decide(replace(one, id="d2", supersedes="d9"))


def test_undecodable_names_and_odd_characters_survive(case):
    name = b"caf\xe9-\xff.txt".decode("utf-8", "surrogateescape")
    body = "Medics at Norvale said \0 no more."
    odd = replace(made.reading(0).document, id=name, path=name, text=body, zones=())
    case.capture(name, b"x")
    case.fail(Failure(name, "read", "EmptyError", "nothing"))
    case.record(made.Reading(odd))
    assert case.document(name) == odd
    assert [f.item for f in case.failures()] == [name]
    assert case.verify() == []


def test_status_counts_what_is_in_force(case):
    made.add(case, 9)
    assert case.status() == {
        "captures": 8,
        "documents": 8,
        "claims": 16,
        "timexes": 8,
        "places": 8,
        "relations": 8,
        "decisions": 0,
        "failures": 1,
        "lineages": 8,
        "incidents": 1,
        "figures": 1,
    }


def test_an_unfinished_run_is_shown(case):
    case.begin_run("add", {})
    assert [u.split()[0] for u in case.unfinished_runs()] == ["add"]
    case.finish_run({})
    assert case.unfinished_runs() == []


def test_an_interrupted_run_is_made_good_only_by_the_same_command(case):
    case.begin_run("add", {"paths": ["a"]})
    case.close()
    with Case.open(case.root) as again:
        again.begin_run("add", {"paths": ["b"]})
        again.finish_run({})
        assert len(again.unfinished_runs()) == 1
        again.begin_run("add", {"paths": ["a"]})
        again.finish_run({})
        assert again.unfinished_runs() == []


def test_runs_do_not_nest(case):
    with pytest.raises(UsageError, match="no open run"):
        case.finish_run({})
    case.begin_run("add", {})
    with pytest.raises(UsageError, match="finish the run"):
        case.begin_run("add", {})


def test_cases_open_side_by_side_and_one_after_another(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
    with Case.init(tmp_path / "a") as a, Case.init(tmp_path / "b") as b:
        a.record(made.reading(0))
        b.record(made.reading(1))
        assert [r.document.id for r in a.readings()] == ["doc-0000"]
    with Case.open(tmp_path / "b") as again:
        assert [r.document.id for r in again.readings()] == ["doc-0001"]


def test_asking_for_what_is_not_there_says_so(case):
    with pytest.raises(UsageError, match="no document"):
        case.document("nowhere")
    with pytest.raises(IntegrityError, match="missing from the vault"):
        case.received("0" * 64)


def test_a_folder_that_is_no_case_is_told_apart(tmp_path: Path):
    with pytest.raises(NotACaseError, match="witnessmark init"):
        Case.open(tmp_path)


def test_records_of_the_case_are_those_of_the_contract(case):
    made.add(case, 2)
    records = [to_record(c) for c in case.claims()]
    assert records == [to_record(c) for i in range(2) for c in made.reading(i).claims]


def test_an_id_too_long_for_an_index_works_like_any_other(case):
    long = "x" * 5000
    given = made.reading(0, doc=long)
    assert case.record(given)
    assert not case.record(given)
    assert case.document(long) == given.document
    with pytest.raises(DuplicateIdError):
        case.record(made.reading(1, doc=long))


def test_two_documents_with_one_id_inside_one_file_are_told_apart_by_their_text(case):
    first, second = made.reading(0), made.reading(1, doc="doc-0000")
    same_file = replace(second.document, sha256=first.document.sha256)
    case.begin_run("add", {})
    case.record(first)
    with pytest.raises(DuplicateIdError, match="came earlier in this run with other text"):
        case.record(replace(second, document=same_file))
    case.finish_run({})
    assert case.record(replace(second, document=same_file))  # in a later run it is a new reading of the file
    assert [r.document.text for r in case.readings()] == [made.text(1)]
    assert case.verify() == []


def test_documents_are_counted_by_their_language_as_last_read(case):
    for i, language in enumerate(("en", "en-gb", "es", "und", "enm")):
        given = made.reading(i)
        case.record(replace(given, document=replace(given.document, language=language)))
    assert case.in_other_languages(("en", "und")) == 2
    again = made.reading(2)
    case.record(replace(again, document=replace(again.document, language="en")))
    assert case.in_other_languages(("en", "und")) == 1
    assert case.in_other_languages(("en", "enm", "und")) == 0
