"""The ledger of openings: who opened the register of sites, with what right, for what, why and when.

The clock is this machine's; a row earlier than the last one is refused by the program and by the database.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from witnessmark.errors import CaseError
from witnessmark.model.holder import Access, Opening
from witnessmark.store import chain, queries
from witnessmark.store.faults import translated, writing
from witnessmark.store.models import OpeningRow, RunRow
from witnessmark.store.shape import entry, parse


def note(using: str, who: str, access: Access, command: str, reason: str) -> None:
    """Write that the register is being opened; nothing of it is read before this is on the disk."""
    with writing(using):
        seq, after = chain.head(using, OpeningRow)
        at = now_after_all(using)
        told = {"who": who, "access": str(access), "command": command, "reason": reason, "at": at}
        record = {"record": "opening", "place": seq + 1, "after": after, **told}
        chain.append_next(using, OpeningRow, entry(OpeningRow, record))


def openings(using: str) -> Iterator[Opening]:
    """Every opening, in order."""
    for row in queries.rows(using, OpeningRow):
        r = parse(queries.where(row), row.record)
        yield Opening(r["who"], Access(r["access"]), r["command"], r["reason"], r["at"])


def count(using: str) -> int:
    """How often the register was opened."""
    with translated(using):
        return OpeningRow.objects.using(using).count()


def now_after_all(using: str) -> str:
    """The time, UTC in ISO 8601; raises CaseError where this machine's clock is behind what was recorded."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    opening = OpeningRow.objects.using(using).order_by("-seq").first()
    run = RunRow.objects.using(using).order_by("-seq").first()
    last = max(
        (parse(queries.where(row), row.record).get("at", "") for row in (opening, run) if row is not None),
        default="",
    )
    if now < last:
        raise CaseError(
            f"the clock of this machine says {now}, and something was recorded at {last}: set the clock; "
            "what is entered in the register of sites carries the time, and none may be earlier than the last"
        )
    return now
