"""The full text of documents: which of them have certain words, from each database's own index.

A document row of the ledger never changes, and so its words are put in once and stay until all views are
built anew; what is read no longer is in no incident and is not found by one. A long text is in several parts,
since PostgreSQL takes no more than a megabyte and 16,383 places into one: words are found together, or in a
row, inside a part.

Coordinates in a text are not put in: who may not see them could find them number by number.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db import connections
from django.db.models import Max

from witnessmark.store import models, queries
from witnessmark.store.faults import translated
from witnessmark.store.index_tables import TextRow
from witnessmark.store.shape import parse
from witnessmark.store.traces import chunks
from witnessmark.store.words import Wanted, wanted, words
from witnessmark.text.coordinates import withhold

PARTS = 4096  # most parts of one document: 40 million words
_PART, _BYTES = 10_000, 500_000  # words of a part, and how long they are together
_BATCH = 500
_PUT = {
    "sqlite": "INSERT INTO view_text (rowid, words) VALUES (%s, %s)",
    "postgresql": "INSERT INTO view_text (position, words) VALUES (%s, %s::tsvector)",
}
_CLEAR = {
    "sqlite": "INSERT INTO view_text (view_text) VALUES ('delete-all')",
    "postgresql": "DELETE FROM view_text",
}
# All hits in one line: a row for each of some hundred thousand takes as long again, and so do longer numbers.
_FIND = {
    "sqlite": "SELECT group_concat(rowid / %s) FROM view_text WHERE view_text MATCH %s",
    "postgresql": "SELECT string_agg((position / %s)::text, ',') FROM view_text WHERE words @@ %s::tsquery",
}


def clear(using: str) -> None:
    """Take all away."""
    with connections[using].cursor() as cursor:
        cursor.execute(_CLEAR[connections[using].vendor])
    TextRow.objects.using(using).all().delete()


def catch_up(using: str) -> None:
    """Put in the words of the documents that came since. The caller has a transaction."""
    known = TextRow.objects.using(using).aggregate(last=Max("position"))["last"] or 0
    new = models.DocumentRow.objects.using(using).filter(seq__gt=known).order_by("seq")
    vendor = connections[using].vendor
    for some in chunks(new.iterator(), _BATCH):
        read = [(row.seq, parse(queries.where(row), row.record)) for row in some]
        TextRow.objects.using(using).bulk_create(
            TextRow(position=seq, language=record["language"]) for seq, record in read
        )
        parts = [
            part
            for seq, record in read
            for part in _parts(vendor, seq, withhold(f"{record['title'] or ''}\n{record['text']}"))
        ]
        with connections[using].cursor() as cursor:
            cursor.executemany(_PUT[vendor], parts)


def find(using: str, text: str) -> str:
    """The documents that have all the words of `text` in one part, by their places in the ledger.

    Between commas; one that has them in several parts may stand there several times.
    """
    asked = wanted(text)
    if not asked:
        return ""
    vendor = connections[using].vendor
    with translated(using), connections[using].cursor() as cursor:
        cursor.execute(_FIND[vendor], [PARTS, question(vendor, asked)])
        return cursor.fetchone()[0] or ""


def question(vendor: str, asked: Sequence[Wanted]) -> str:
    """What a database is asked for; words are letters and digits alone, so that nothing in them is a sign."""
    if vendor == "sqlite":
        return " ".join(f'"{" ".join(w.words)}"{"*" if w.prefix else ""}' for w in asked)
    rows = (" <-> ".join(f"'{word}'" for word in w.words) + (":*" if w.prefix else "") for w in asked)
    return " & ".join(f"({row})" for row in rows)


def problems(using: str) -> Iterator[str]:
    """One line where documents that were put in are not there, or others are."""
    known = TextRow.objects.using(using).aggregate(last=Max("position"))["last"] or 0
    number = TextRow.objects.using(using).count()
    if number != models.DocumentRow.objects.using(using).filter(seq__lte=known).count():
        yield "the index of words lacks documents: run `witnessmark rebuild`"


def _parts(vendor: str, seq: int, text: str) -> Iterator[tuple[int, str]]:
    for n, some in zip(range(PARTS), _divided(words(text)), strict=False):
        yield seq * PARTS + n, " ".join(some) if vendor == "sqlite" else _vector(some)


def _divided(found: Sequence[str]) -> Iterator[list[str]]:
    for some in chunks(found, _PART):
        size, begun = 0, 0
        for n, word in enumerate(some):
            size += len(word.encode())
            if size > _BYTES:
                yield some[begun:n]
                size, begun = len(word.encode()), n
        yield some[begun:]


def _vector(some: Sequence[str]) -> str:
    """Words with their places, as PostgreSQL writes them; of one word it keeps 256."""
    places: dict[str, list[int]] = defaultdict(list)
    for n, word in enumerate(some, 1):
        places[word].append(n)
    return " ".join(f"'{word}':{','.join(map(str, found[:256]))}" for word, found in places.items())
