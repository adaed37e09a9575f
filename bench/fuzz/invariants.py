"""What must hold for any bytes at all, and how long reading them may take."""

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from random import Random
from types import FrameType

from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.reading import Reading
from witnessmark.pipeline import Linked, analyse, link
from witnessmark.read import read_bytes

SECONDS = 2.0  # of processor time for 20 kB; usual is a fiftieth of it
GIVEN_UP = 60  # seconds of processor time after which a text is taken to hang
TODAY = date(2024, 6, 30)


class BrokenError(Exception):
    """An invariant does not hold."""


class HangsError(BrokenError):
    """Reading does not come to an end in time."""


def read_one(data: bytes, path: str) -> list[Reading]:
    """The readings of one file, with everything checked that can be checked in one."""
    out: list[Reading] = []
    began = time.process_time()
    with _limited():
        items = list(read_bytes(data, path, today=TODAY))
        out = [analyse(item) for item in items if isinstance(item, Document)]
    took = time.process_time() - began
    if took > SECONDS:
        raise HangsError(f"{took:.1f} s for {len(data)} bytes")
    if any(not isinstance(item, Document | Failure) for item in items):
        raise BrokenError("neither document nor failure")
    for reading in out:
        check(reading)
    return out


def check(reading: Reading) -> None:
    """Offsets, ids, order and bounds of one reading. Raises BrokenError."""
    doc = reading.document
    _ordered("zones", [(z.start, z.end) for z in doc.zones], len(doc.text))
    for name, spans in (
        ("claim", reading.claims), ("time", reading.timexes), ("place", reading.places),
    ):  # fmt: skip
        for s in spans:
            _hold(0 <= s.start < s.end <= len(doc.text), f"{name} outside the text: {s.start}, {s.end}")
            _hold(doc.text[s.start : s.end] == s.quote, f"{name} not verbatim: {s.quote!r}")
    allowed = [z for z in doc.zones if z.claims_allowed]
    for c in reading.claims:
        _hold(any(z.start <= c.start and c.end <= z.end for z in allowed), f"claim across zones: {c.quote!r}")
        _hold(c.quote.strip() == c.quote != "", f"claim with blank edges: {c.quote!r}")
        _hold(bool(c.claimants) and bool(c.rule), f"claim without voice or rule: {c.quote!r}")
        if c.count:
            _hold(c.count.verbatim in doc.text, f"count not verbatim: {c.count.verbatim!r}")
            _hold(c.count.value is None or c.count.value >= 0, f"count below nothing: {c.count}")
        if c.date and c.date.start and c.date.end:
            _hold(c.date.start <= c.date.end, f"days in the wrong order: {c.date}")
    known = {c.id for c in reading.claims}
    _hold(len(known) == len(reading.claims), "two claims under one id")
    starts = [c.start for c in reading.claims]
    _hold(starts == sorted(starts), "claims not in the order of the text")
    for r in reading.relations:
        _hold({*r.a, r.b} - {None} <= known and r.b not in r.a, f"relation out of the text: {r}")


def check_linked(readings: Sequence[Reading], random: Random) -> None:
    """Linking comes to an end, ignores the order, and puts each claim into one incident at most."""
    linked = link(readings)
    ids = {c.id for r in readings for c in r.claims}
    homes = [c for i in linked.incidents for c in i.claims]
    _hold(len(homes) == len(set(homes)), "a claim in two incidents")
    _hold(set(homes) <= ids, "an incident of claims that nobody made")
    placed = sorted(d for line in linked.lineages for d in line.documents)
    _hold(placed == sorted(r.document.id for r in readings), "a document in no lineage, or in two")
    other = list(readings)
    random.shuffle(other)
    _hold(_view(link(other)) == _view(linked), "the order of documents matters")


def check_again(data: bytes, path: str, readings: Sequence[Reading]) -> None:
    """The same bytes give the same readings."""
    again = [analyse(i) for i in read_bytes(data, path, today=TODAY) if isinstance(i, Document)]
    _hold(again == list(readings), "the same bytes read otherwise")


def _view(linked: Linked) -> object:
    relations = sorted(linked.relations, key=repr)
    return linked.lineages, linked.incidents, relations


def _ordered(name: str, spans: Sequence[tuple[int, int]], size: int) -> None:
    at = 0
    for start, end in spans:
        _hold(at <= start <= end <= size, f"{name} overlap or run out of the text: {spans}")
        at = end


def _hold(fact: bool, fault: str) -> None:
    if not fact:
        raise BrokenError(fault)


@contextmanager
def _limited() -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise HangsError(f"not done after {GIVEN_UP} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
