"""Whether the case is what was recorded: chains, seals, guards, vault, quotes, views. It changes nothing."""

from collections.abc import Iterator

from django.db import DatabaseError, connections

from witnessmark.errors import IntegrityError
from witnessmark.model.decision import Judgement
from witnessmark.model.revision import added_claim
from witnessmark.store import chain, guards, models, projections, queries, quotes, register_verify
from witnessmark.store.layout import Heads, Layout
from witnessmark.store.shape import columns_of, key, parse, record_id
from witnessmark.store.vault import Vault


def problems(using: str, layout: Layout) -> Iterator[str]:
    """One line a problem; none when everything checks out."""
    try:
        yield from _engine(using)
        yield from (f"the guard {name} is missing: rows can be edited" for name in guards.missing(using))
        yield from (f"{name} stands on a ledger and is none of our guards" for name in guards.strange(using))
        for model in models.LEDGERS:
            yield from _chain(using, model)
        yield from _seals(using, layout)
        yield from register_verify.problems(using, layout)
        yield from _vault(using, Vault(layout.vault))
        yield from _quotes(using)
        yield from _added_quotes(using)
        for _ in queries.readings(using):
            pass  # reading everything back is the check: a missing part raises
        yield from projections.problems(using)
    except (IntegrityError, DatabaseError) as error:
        yield str(error)


def _engine(using: str) -> Iterator[str]:
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            yield from (f"the database file is damaged: {row[0]}" for row in cursor if row[0] != "ok")


def _chain(using: str, model: type[models.LedgerRow]) -> Iterator[str]:
    prev, expected = chain.genesis(model), 1
    for row in queries.rows(using, model):
        where = queries.where(row)
        if row.seq != expected:
            yield f"{where}: rows {expected} to {row.seq - 1} are missing before it"
        elif row.prev_hash != prev:
            yield f"{where}: it does not follow the row before it"
        if row.row_hash != chain.row_hash(row.prev_hash, row.seq, row.record_id, row.record):
            yield f"{where}: it was changed after it was recorded"
        else:
            yield from _columns(where, row)
        prev, expected = row.row_hash, row.seq + 1


def _columns(where: str, row: models.LedgerRow) -> Iterator[str]:
    record = parse(where, row.record)
    if record_id(record) != row.record_id:
        yield f"{where}: its id is not that of its record"
    for column, value in columns_of(type(row), record).items():
        if getattr(row, column) != value:
            yield f"{where}: its column {column} differs from its record"


def _seals(using: str, layout: Layout) -> Iterator[str]:
    """Heads noted by runs and in heads.json must still be in the chains: nothing was cut from their ends."""
    for row in queries.rows(using, models.RunRow):
        note = parse(queries.where(row), row.record)
        yield from _sealed(using, f"run row {row.seq}", note.get("heads", {}))
    yield from _sealed(using, layout.heads.name, layout.read_heads())


def _sealed(using: str, seal: str, heads: Heads) -> Iterator[str]:
    by_name = {chain.name(model): model for model in models.LEDGERS}
    for ledger, (count, head) in heads.items():
        if ledger not in by_name:
            yield f"{seal} names a ledger {ledger!r} that this program does not have"
            continue
        if count == 0:
            continue
        rows = by_name[ledger].objects.using(using).filter(seq=count)
        row = rows.values_list("row_hash", flat=True).first()
        if row is None:
            yield f"{ledger}: {seal} knows {count} rows, and the last of them are gone"
        elif row != head:
            yield f"{ledger} row {count}: not the row that {seal} knows"


def _vault(using: str, vault: Vault) -> Iterator[str]:
    names = models.CaptureRow.objects.using(using).order_by("sha256").values_list("sha256", flat=True)
    yield from vault.problems(names.distinct().iterator())


def _added_quotes(using: str) -> Iterator[str]:
    """Claims that people added stand in some text that was read from the bytes of their document."""
    for decision in queries.decisions(using):
        if decision.judgement is Judgement.ADD:
            claim = added_claim(decision)
            rows = models.DocumentRow.objects.using(using).filter(doc=key(claim.doc)).order_by("seq")
            texts = (parse(queries.where(row), row.record)["text"] for row in rows)
            span = claim.doc, claim.start, claim.end, claim.quote
            if all(quotes.fault(claim.doc, text, *span) for text in texts):
                yield f"decision {decision.id}: its quote is in no text of its document"


def _quotes(using: str) -> Iterator[str]:
    for row in queries.rows(using, models.DocumentRow):
        document = parse(queries.where(row), row.record)
        for model in (models.ClaimRow, models.MentionRow):
            parts = model.objects.using(using).filter(document__record_id=row.record_id).order_by("seq")
            for seq, text in parts.values_list("seq", "record"):
                part = parse(f"{chain.name(model)} row {seq}", text)
                span = part["doc"], part["start"], part["end"], part["quote"]
                wrong = quotes.fault(document["id"], document["text"], *span)
                if wrong:
                    yield f"{chain.name(model)} row {seq}: {wrong}"
