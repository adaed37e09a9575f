"""The ledger of acts: what people did in the review room that is to be known later."""

from collections.abc import Iterator
from datetime import UTC, datetime

from witnessmark.model.act import Act, Deed
from witnessmark.store import chain, queries
from witnessmark.store.faults import translated, writing
from witnessmark.store.models import ActRow
from witnessmark.store.shape import entry, parse

_LAST = 2**63 - 1  # of what a database counts


def note(using: str, who: str, deed: Deed, subject: str = "") -> None:
    """Write down an act. Needs no writer's lock: a long import holds nobody up who signs in."""
    with writing(using):
        chain.alone(using, ActRow)
        seq, after = chain.head(using, ActRow)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        told = {"who": who, "deed": str(deed), "subject": subject, "at": at}
        record = {"record": "act", "place": seq + 1, "after": after, **told}
        chain.append_next(using, ActRow, entry(ActRow, record))


def acts(using: str, most: int | None = None, before: int | None = None) -> Iterator[Act]:
    """Every act, the latest first; at most so many, and those before that place alone."""
    with translated(using):
        rows = ActRow.objects.using(using).order_by("-seq")
        if before is not None:
            rows = rows.filter(seq__lt=min(before, _LAST))
        for row in rows[:most].iterator():
            r = parse(queries.where(row), row.record)
            yield Act(r["who"], Deed(r["deed"]), r["subject"], r["at"], row.seq)
