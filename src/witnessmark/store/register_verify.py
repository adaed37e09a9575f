"""Whether the register's ledger and that of its openings are what was recorded: no key is needed for it."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from witnessmark.errors import IntegrityError
from witnessmark.model.record import Record
from witnessmark.store import chain, holders, queries, signing
from witnessmark.store.layout import Layout
from witnessmark.store.models import LedgerRow, OpeningRow, RegisterRow, RunRow
from witnessmark.store.shape import parse


def problems(using: str, layout: Layout) -> Iterator[str]:
    """One line a problem: signatures, places, keys out of force, times that go back."""
    runs = _runs(using)
    yield from _register(using, layout, runs)
    yield from _openings(using, runs)


def sound(
    using: str, case: str, now: holders.Holders, *, segments: bool = True
) -> Iterator[tuple[str, Record]]:
    """The ledger of the register in order, each row with where it stands; `now` is told of it.

    Raises IntegrityError before a row that no keeper signed for its case and place: without a key, who writes
    to the database can neither name a holder nor have entries sealed to a key of their own. Without
    `segments` those are passed on unchecked.
    """
    for row in queries.rows(using, RegisterRow):
        where = queries.where(row)
        record = parse(where, row.record)
        try:
            if segments or record["kind"] != holders.SEGMENT:
                for wrong in _wrong(now, record, row, case):
                    raise IntegrityError(f"{where}: {wrong}: run `witnessmark verify`")
            now.tell(record)
        except (KeyError, TypeError, ValueError) as error:
            raise IntegrityError(f"{where}: its record is not one of ours") from error
        yield where, record


@dataclass(frozen=True, slots=True)
class _Run:
    """A note of the ledger of runs: when, whether it begins a run, and how long two chains were then."""

    at: str
    begins: bool
    register: int
    openings: int


_Runs = dict[str, tuple[int, _Run]]  # by id, in their order, with the place


def _register(using: str, layout: Layout, runs: _Runs) -> Iterator[str]:
    case = layout.read_card().id
    now = holders.Holders()
    when = _Order(runs)
    for row in queries.rows(using, RegisterRow):
        where = queries.where(row)
        record = parse(where, row.record)
        try:
            wrong = [*_wrong(now, record, row, case), *when.wrong(record["run"], row.seq)]
            now.tell(record)
        except (KeyError, TypeError, ValueError) as error:
            raise IntegrityError(f"{where}: its record is not one of ours") from error
        yield from (f"{where}: {told}" for told in wrong)


class _Order:
    """Whether rows were entered in the runs that they name: each run noted how many there were."""

    def __init__(self, runs: _Runs) -> None:
        """No row seen yet."""
        self._runs = runs
        self._notes = [run for _, run in runs.values()]
        self._latest, self._place = "", 0

    def wrong(self, name: str, seq: int) -> Iterator[str]:
        """What speaks against the row of that place being of that run."""
        place, run = self._runs.get(name, (0, None))
        if run is None or not run.begins:
            yield "the run it was entered in is not in the ledger of runs"
            return
        following = self._notes[place] if place < len(self._notes) else None
        if place < self._place or run.at < self._latest:
            yield f"it was entered at {run.at}, before the row that stands before it: back-dated"
        elif run.register >= seq or (following is not None and following.register < seq):
            yield f"it was not there when the run of {run.at} that it names had ended: back-dated"
        self._latest, self._place = max(self._latest, run.at), max(self._place, place)


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


def _runs(using: str) -> _Runs:
    """The ledger of runs."""
    found: _Runs = {}
    for row in queries.rows(using, RunRow):
        note = parse(queries.where(row), row.record)
        heads = note.get("heads", {})
        lengths = (heads.get(chain.name(model), (0, ""))[0] for model in (RegisterRow, OpeningRow))
        told = _Run(str(note.get("at", "")), note.get("event") == "begin", *lengths)
        found[row.record_id] = len(found) + 1, told
    return found


def _openings(using: str, runs: _Runs) -> Iterator[str]:
    latest = ""
    notes = deque(run for _, run in runs.values())
    for row in queries.rows(using, OpeningRow):
        record = parse(queries.where(row), row.record)
        at = record.get("at", "")
        while notes and notes[0].openings < row.seq:  # noted before this opening
            latest = max(latest, notes.popleft().at)
        if at < latest:
            yield f"{queries.where(row)}: it is of {at}, before what stands before it: back-dated"
        latest = max(latest, at)
