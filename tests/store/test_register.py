"""The register of sites: sealed, signed, opened by holders alone, and never back-dated."""

import json
from contextlib import contextmanager
from dataclasses import asdict

import pytest
from django.db import DatabaseError, connections, transaction

from store.keys import Person, opener, signer
from store.test_verify import tamper
from witnessmark.errors import CaseError, IntegrityError, LockedError, UsageError
from witnessmark.keys.signing import Signer
from witnessmark.model.holder import Access
from witnessmark.model.ids import canonical_json
from witnessmark.store import chain, ledger, openings, queries, register, sealing, signing
from witnessmark.store.case import Case
from witnessmark.store.keyfiles import OpeningKey
from witnessmark.store.models import OpeningRow, RegisterRow, RunRow, table
from witnessmark.store.shape import entry

SECRET = {"names": ["Ward of Brackenmoor"], "lat": 12.345678, "lon": -45.678912}
KEEPER = Person("keeper of the list")


@contextmanager
def run(case: Case, command: str = "sites import"):
    yield case.begin_run(command, {})
    case.finish_run({})


@pytest.fixture
def kept(case: Case) -> Case:
    """A case whose register holds one segment."""
    with run(case, "sites init"):
        case.make_register(KEEPER.holder, KEEPER.signs)
    enter(case, [SECRET])
    return case


def enter(case: Case, records: list, by: Person = KEEPER) -> None:
    with run(case) as name:
        opened = case.open_register(by.opens, "sites import", "round one")
        opened.keep(name, by.signs, [("sites", records)])


def found(case: Case, key: OpeningKey) -> list:
    return [e.record for e in case.open_register(key, "sites list", "to look").entries("sites")]


def attempt(case: Case, sql: str, *values: object) -> None:
    with transaction.atomic(using=case._using), connections[case._using].cursor() as cursor:
        cursor.execute(sql, values)


def test_what_was_entered_is_read_with_the_key_and_its_time(kept):
    (entered,) = kept.open_register(KEEPER.opens, "sites list", "to look").entries("sites")
    assert (entered.content, entered.record) == ("sites", SECRET)
    notes = [json.loads(r.record) for r in RunRow.objects.using(kept._using).order_by("seq")]
    assert entered.recorded == notes[2]["at"]
    assert kept.verify() == []


def test_nothing_of_it_is_in_the_tables(kept):
    rows = "".join(
        row.record for model in (RegisterRow, OpeningRow, RunRow) for row in queries.rows(kept._using, model)
    )
    assert rows
    for told in ("Brackenmoor", "12.345", "45.678", "names"):
        assert told not in rows
        assert told not in "".join(kept.dump())


def test_it_is_noted_who_opened_it_and_why_before_anything_is_read(kept, monkeypatch):
    def fail(*_given):
        raise IntegrityError("the key breaks here")

    monkeypatch.setattr("witnessmark.store.sealing.shared", fail)
    with pytest.raises(IntegrityError, match="breaks here"):
        kept.open_register(KEEPER.opens, "sites check", "incident 12")
    *_, last = kept.openings()
    assert (last.who, last.access, last.command, last.reason) == (
        KEEPER.name, Access.KEEPER, "sites check", "incident 12",
    )  # fmt: skip
    assert openings.count(kept._using) == 2


SWALLOWING = {
    "sqlite": "CREATE TRIGGER quiet BEFORE INSERT ON {} BEGIN SELECT RAISE(IGNORE); END",
    "postgresql": "CREATE RULE quiet AS ON INSERT TO {} DO INSTEAD NOTHING",
}


@pytest.mark.parametrize("model", [OpeningRow, RegisterRow])
def test_where_the_database_swallows_a_row_nothing_is_opened_or_entered(kept, model):
    attempt(kept, SWALLOWING[connections[kept._using].vendor].format(table(model)))
    with pytest.raises(IntegrityError, match="did not keep a row of the ledger of"):
        enter(kept, [SECRET])
    assert "quiet stands on a ledger and is none of our guards" in kept.verify()


def test_a_key_of_another_case_opens_nothing_and_no_opening_is_noted(kept):
    with pytest.raises(LockedError, match="does not open with this key: it belongs to another case"):
        kept.open_register(opener(), "sites list", "")
    assert openings.count(kept._using) == 1


def test_a_case_without_a_register_says_so(case):
    with pytest.raises(CaseError, match="no register of sites: make one with `witnessmark sites init`"):
        case.open_register(opener(), "sites list", "")
    assert not case.has_register()
    assert case.verify() == []


def test_a_second_register_is_refused(kept):
    kept.begin_run("sites init", {})
    with pytest.raises(CaseError, match="has a register of sites already"):
        kept.make_register(KEEPER.holder, KEEPER.signs)


def test_a_holder_reads_what_was_entered_before_the_grant_but_may_not_enter(kept):
    checker = Person("desk", Access.CHECKER)
    with run(kept, "sites grant") as name:
        kept.open_register(KEEPER.opens, "sites grant", "").grant(name, KEEPER.signs, checker.holder)
    assert found(kept, checker.opens) == [SECRET]
    with pytest.raises(LockedError, match=r"needs the right of a keeper; this key .* of a checker"):
        enter(kept, [SECRET], checker)
    assert [h.name for h in kept.holders()] == ["desk", KEEPER.name]


def test_a_signing_key_that_is_no_keepers_enters_nothing(kept):
    opened = kept.open_register(KEEPER.opens, "sites import", "")
    kept.begin_run("sites import", {})
    with pytest.raises(LockedError, match="is not that of a keeper"):
        opened.keep(kept.running(), signer(), [("sites", [SECRET])])
    kept.finish_run({})
    assert len(found(kept, KEEPER.opens)) == 1


def test_a_key_taken_back_opens_nothing_and_what_comes_later_is_sealed_to_another(kept):
    checker = Person("desk", Access.CHECKER)
    with run(kept, "sites grant") as name:
        kept.open_register(KEEPER.opens, "sites grant", "").grant(name, KEEPER.signs, checker.holder)
    before = kept.open_register(checker.opens, "sites check", "")
    with run(kept, "sites revoke") as name:
        kept.open_register(KEEPER.opens, "sites revoke", "").revoke(name, KEEPER.signs, "desk", "left")
    enter(kept, [{"later": 1}])
    with pytest.raises(LockedError, match="this key was taken back"):
        kept.open_register(checker.opens, "sites check", "")
    assert found(kept, KEEPER.opens) == [SECRET, {"later": 1}]
    with pytest.raises(IntegrityError, match="does not open"):
        list(before.entries("sites"))  # what they still have of R opens no later segment
    assert kept.verify() == []


def test_the_last_keeper_stays(kept):
    with run(kept, "sites revoke") as name:
        opened = kept.open_register(KEEPER.opens, "sites revoke", "")
        with pytest.raises(UsageError, match="left without a keeper"):
            opened.revoke(name, KEEPER.signs, KEEPER.name, "")
        demoted = Person(KEEPER.name, Access.CHECKER)
        with pytest.raises(UsageError, match="left without a keeper"):
            opened.grant(name, KEEPER.signs, demoted.holder)


def test_all_of_it_is_entered_or_none(kept, monkeypatch):
    calls = []
    whole = signing.signed

    def third_fails(record, key):
        calls.append(1)
        if len(calls) == 3:
            raise OSError("power cut")
        return whole(record, key)

    monkeypatch.setattr(register, "_ENTRIES", 2)
    monkeypatch.setattr(signing, "signed", third_fails)
    kept.begin_run("sites import", {})
    opened = kept.open_register(KEEPER.opens, "sites import", "")
    with pytest.raises(OSError, match="power cut"):
        opened.keep(kept.running(), KEEPER.signs, [("sites", [{"n": n} for n in range(9)])])
    monkeypatch.undo()
    assert [e.record for e in opened.entries("sites")] == [SECRET]
    opened.keep(kept.running(), KEEPER.signs, [("sites", [{"n": n} for n in range(9)])])
    assert [e.record for e in opened.entries("sites")][1:] == [{"n": n} for n in range(9)]


# Edits ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [RegisterRow, OpeningRow])
@pytest.mark.parametrize("sql", ["UPDATE {} SET record = '{{}}'", "DELETE FROM {}"])
def test_the_database_refuses_edits(kept, model, sql):
    with pytest.raises(DatabaseError, match="append-only"):
        attempt(kept, sql.format(table(model)))
    assert kept.verify() == []


def insert(case: Case, row, **changes: object) -> None:
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields} | changes
    names = ", ".join(f'"{n}"' for n in values)
    marks = ", ".join(["%s"] * len(values))
    attempt(case, f"INSERT INTO {table(type(row))} ({names}) VALUES ({marks})", *values.values())  # noqa: S608


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (RegisterRow, {"seq": 0}),
        (RegisterRow, {"seq": -3}),
        (RegisterRow, {"seq": 9}),
        (RegisterRow, {"seq": 3, "prev_hash": "0" * 64}),
        (RegisterRow, {"seq": 3, "run": "an earlier run"}),
        (OpeningRow, {"seq": 0}),
        (OpeningRow, {"seq": 2, "at": "2001-01-01T00:00:00+00:00"}),
    ],
)
def test_the_database_refuses_a_row_with_an_earlier_place_or_time(kept, model, changes):
    last = model.objects.using(kept._using).order_by("-seq").first()
    now = RunRow.objects.using(kept._using).order_by("-seq").first().record_id
    fitting = {"record_id": "f" * 64, "prev_hash": last.row_hash}
    if model is RegisterRow:
        fitting["run"] = now
    with pytest.raises(DatabaseError, match="append-only: a row comes after the last one"):
        insert(kept, last, **{**fitting, **changes})
    insert(kept, last, **{**fitting, "seq": last.seq + 1})  # it was the place or time that was refused


def forge(case: Case, change, key: Signer | None = None) -> None:
    """A last row as somebody would write it who owns the database: with right hashes and noted heads."""
    using = case._using
    seq, after = chain.head(using, RegisterRow)
    model = json.loads(RegisterRow.objects.using(using).order_by("-seq").first().record)
    record = change({**model, "place": seq + 1, "after": after})
    if key is not None:
        record = signing.signed({k: v for k, v in record.items() if k != "signature"}, key)
    made = entry(RegisterRow, record)
    own = chain.row_hash(after, seq + 1, made.id, made.record)
    columns = "seq, record_id, record, prev_hash, row_hash, kind, run"
    values = [seq + 1, made.id, made.record, after, own, record["kind"], record["run"]]
    told = ", ".join(f"'{v}'" if isinstance(v, str) else str(v) for v in values)
    name = "in_order"
    on = " ON ledger_register" if connections[using].vendor == "postgresql" else ""
    tamper(
        case,
        f"DROP TRIGGER ledger_register_{name}{on}",
        f"INSERT INTO ledger_register ({columns}) VALUES ({told})",  # noqa: S608  (planting a fault)
    )
    case._layout.write_heads(lambda: chain.heads(using))


def first_run(case: Case) -> str:
    return RunRow.objects.using(case._using).order_by("seq").first().record_id


def test_a_forged_row_with_right_hashes_is_found_by_its_signature(kept):
    forge(kept, lambda r: r)
    assert any("its signature is not that of the key it names" in p for p in kept.verify())


def test_a_row_signed_with_a_strangers_key_is_found(kept):
    forge(kept, lambda r: r, signer())
    assert any("a key that was no keeper's at that place" in p for p in kept.verify())


def test_a_keepers_own_back_dated_row_is_found(kept, monkeypatch):
    early = json.loads(RunRow.objects.using(kept._using).order_by("seq").first().record)
    monkeypatch.setattr(openings, "datetime", _Clock)
    enter(kept, [{"later": 1}])
    monkeypatch.undo()
    forge(kept, lambda r: {**r, "run": first_run(kept)}, KEEPER.signs)
    assert any(f"it was entered at {early['at']}, before the row" in p for p in kept.verify())


class _Clock:
    @staticmethod
    def now(_zone):
        from datetime import UTC, datetime

        return datetime(2999, 1, 1, tzinfo=UTC)


def test_a_keepers_row_dated_back_into_a_run_that_had_entered_nothing_is_found(kept):
    with run(kept, "add") as early:
        pass
    with run(kept, "add"):
        pass
    forge(kept, lambda r: {**r, "run": early}, KEEPER.signs)
    assert any("was not there when the run of" in p for p in kept.verify())


def test_an_opening_dated_back_is_found(kept):
    using = kept._using
    later = "2999-01-01T00:00:00+00:00"
    last = OpeningRow.objects.using(using).order_by("-seq").first()
    first = json.loads(RunRow.objects.using(using).order_by("seq").first().record)["at"]
    told = {**json.loads(last.record), "place": last.seq + 1, "after": last.row_hash, "at": first}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "datetime", _Clock)
        with run(kept, "add"):
            pass
    made = entry(OpeningRow, told)
    own = chain.row_hash(last.row_hash, last.seq + 1, made.id, made.record)
    place = {"seq": last.seq + 1, "record_id": made.id, "record": made.record, "prev_hash": last.row_hash}
    insert(kept, last, **place, row_hash=own, at=max(first, last.at))
    kept._layout.write_heads(lambda: chain.heads(using))
    assert json.loads(RunRow.objects.using(using).order_by("-seq").first().record)["at"] == later
    assert any("before what stands before it: back-dated" in p for p in kept.verify())


def planted_grant(case: Case, recipient: str) -> None:
    """A grant as somebody writes it who owns the database, and has no keeper's key."""
    stranger = Person("stranger")
    row = RegisterRow.objects.using(case._using).get(seq=1)
    grant = json.loads(row.record)
    now = RunRow.objects.using(case._using).order_by("-seq").first().record_id
    told = {**grant, **asdict(stranger.holder), "recipient": recipient, "run": now}
    forge(case, lambda r: {**told, "place": r["place"], "after": r["after"]}, stranger.signs)


def test_nothing_is_sealed_to_a_key_that_no_keeper_named(kept):
    opened = kept.open_register(KEEPER.opens, "sites import", "")
    theirs = sealing.new_secret()
    kept.begin_run("sites import", {})
    planted_grant(kept, sealing.recipient(theirs))
    with pytest.raises(IntegrityError, match="that was no keeper's at that place: run `witnessmark verify`"):
        opened.keep(kept.running(), KEEPER.signs, [("sites", [SECRET])])
    with pytest.raises(IntegrityError, match="no keeper's"):
        kept.open_register(KEEPER.opens, "sites list", "")
    with pytest.raises(IntegrityError, match="no keeper's"):
        kept.holders()


def test_an_entry_that_no_keeper_signed_is_not_read(kept):
    opened = kept.open_register(KEEPER.opens, "sites check", "")
    forge(kept, lambda r: r, signer())
    with pytest.raises(IntegrityError, match="no keeper's at that place"):
        list(opened.entries("sites"))


def test_a_row_of_another_case_is_found(kept):
    forge(kept, lambda r: {**r, "case": "another"}, KEEPER.signs)
    assert any("it was signed for another case" in p for p in kept.verify())


def test_a_row_of_a_keeper_after_their_key_was_taken_back_is_found(kept):
    second = Person("second")
    with run(kept, "sites grant") as name:
        kept.open_register(KEEPER.opens, "sites grant", "").grant(name, KEEPER.signs, second.holder)
    with run(kept, "sites revoke") as name:
        kept.open_register(second.opens, "sites revoke", "").revoke(name, second.signs, KEEPER.name, "left")
    assert kept.verify() == []
    enter(kept, [{"later": 1}], second)
    forge(kept, lambda r: r, KEEPER.signs)
    assert any("a key that was no keeper's at that place" in p for p in kept.verify())


def test_a_segment_swapped_for_another_is_found_by_who_has_the_key(kept):
    row = RegisterRow.objects.using(kept._using).get(seq=2)
    record = json.loads(row.record)
    record["sum"] = "0" * 64
    told = canonical_json(record)
    tamper(kept, f"UPDATE ledger_register SET record = '{told}' WHERE seq = 2")  # noqa: S608  (planting a fault)
    assert any("register row 2: it was changed after it was recorded" in p for p in kept.verify())
    opened = kept.open_register(KEEPER.opens, "verify", "")
    assert [p for p in opened.problems() if "not what was entered" in p]


def test_a_clock_that_went_back_enters_nothing(kept, monkeypatch):
    class Early:
        @staticmethod
        def now(_zone):
            from datetime import UTC, datetime

            return datetime(2001, 1, 1, tzinfo=UTC)

    monkeypatch.setattr(openings, "datetime", Early)
    with pytest.raises(CaseError, match="set the clock"):
        kept.open_register(KEEPER.opens, "sites list", "")
