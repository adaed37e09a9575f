"""What people did in the review room is on record, in order, and shows when somebody changes it."""

import threading
from pathlib import Path

from store.test_verify import tamper
from witnessmark.model.act import Deed
from witnessmark.store.case import Case


def test_acts_are_told_the_latest_first_with_who_and_what(filled):
    filled.note_act("ada", Deed.SIGN_IN)
    filled.note_act("omar", Deed.EXPORTED, "incidents as CSV")
    acts = list(filled.acts())
    assert [(a.who, a.deed, a.subject) for a in acts] == [
        ("omar", Deed.EXPORTED, "incidents as CSV"),
        ("ada", Deed.SIGN_IN, ""),
    ]
    assert acts[0].at >= acts[1].at
    assert [a.who for a in filled.acts(most=1)] == ["omar"]
    assert filled.verify() == []


def test_who_signs_in_does_not_wait_for_somebody_who_writes(filled):
    with Case.open(filled.root, lock_timeout=0.1) as other:
        filled.begin_run("add", {})
        other.note_act("ada", Deed.SIGN_IN)
        filled.finish_run({})
    assert [a.who for a in filled.acts()] == ["ada"]
    assert filled.verify() == []


def test_many_at_once_all_stand_in_one_chain(filled):
    threads = [threading.Thread(target=_note, args=(filled.root, f"person-{n}")) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {a.who for a in filled.acts()} == {f"person-{n}" for n in range(6)}
    assert len(list(filled.acts())) == 18
    assert filled.verify() == []


def _note(root: Path, who: str) -> None:
    with Case.open(root) as case:
        for _ in range(3):
            case.note_act(who, Deed.SAW_BYTES, "5f1c09")


def test_an_act_that_was_changed_is_found(filled):
    filled.note_act("ada", Deed.EXPORTED)
    tamper(filled, "UPDATE ledger_act SET record = REPLACE(record, 'ada', 'eve')")
    assert any("act row 1: it was changed" in problem for problem in filled.verify())
