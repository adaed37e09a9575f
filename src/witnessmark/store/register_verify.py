"""Whether the register's ledger and that of its openings are what was recorded: no key is needed for it."""

from collections.abc import Iterator

from witnessmark.errors import IntegrityError
from witnessmark.model.record import Record
from witnessmark.store import holders, queries, signing
from witnessmark.store.layout import Layout
from witnessmark.store.models import LedgerRow, OpeningRow, RegisterRow, RunRow
from witnessmark.store.shape import parse


def problems(using: str, layout: Layout) -> Iterator[str]:
    """One line a problem: signatures, places, keys out of force, times that go back."""
    yield from _register(using, layout)
    yield from _openings(using)


def _register(using: str, layout: Layout) -> Iterator[str]:
    runs = _runs(using)
    case = layout.read_card().id
    now = holders.Holders()
    latest, run_place = "", 0
    for row in queries.rows(using, RegisterRow):
        where = queries.where(row)
        record = parse(where, row.record)
        try:
            yield from (f"{where}: {wrong}" for wrong in _wrong(now, record, row, case))
            if record["run"] not in runs:
                yield f"{where}: the run it was entered in is not in the ledger of runs"
            else:
                place, at = runs[record["run"]]
                if place < run_place or at < latest:
                    yield f"{where}: it was entered at {at}, before the row that stands before it: back-dated"
                latest, run_place = max(latest, at), max(run_place, place)
            now.tell(record)
        except (KeyError, TypeError, ValueError) as error:
            raise IntegrityError(f"{where}: its record is not one of ours") from error


def _wrong(now: holders.Holders, record: Record, row: LedgerRow, case: str) -> Iterator[str]:
    seq, prev = row.seq, row.prev_hash
    if record["case"] != case:
        yield "it was signed for another case"
    if record["place"] != seq or record["after"] != prev:
        yield "it was signed for another place in the register"
    if not signing.is_signed(record):
        yield "its signature is not that of the key it names"
    first = record["kind"] == holders.GRANT and not now.holders and seq == 1
    if not (now.may_sign(record["by"]) or (first and record["by"] == record["signs"])):
        yield "it is signed with a key that was no keeper's at that place"


def _runs(using: str) -> dict[str, tuple[int, str]]:
    """The place and time of every run that began."""
    found = {}
    for row in queries.rows(using, RunRow):
        note = parse(queries.where(row), row.record)
        if note.get("event") == "begin":
            found[row.record_id] = (row.seq, str(note["at"]))
    return found


def _openings(using: str) -> Iterator[str]:
    latest = ""
    for row in queries.rows(using, OpeningRow):
        record = parse(queries.where(row), row.record)
        if record.get("at", "") < latest:
            yield f"{queries.where(row)}: it is of {record.get('at')}, before the row that stands before it"
        latest = max(latest, record.get("at", ""))
