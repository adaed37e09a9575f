"""Tables for people: few columns, numbers with thousands separators, no cell wider than it must be.

A table takes the columns that fit the width it has: the ones a reader needs come first, and below `WIDE` the
rest is left out. Programs read `--format jsonl`, which leaves nothing out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from witnessmark.cli.output import console, count, say, standard_output, visible
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.publish.dossier import Dossier

WIDE = 100  # columns of a terminal at which the secondary columns of a table fit without wrapping words
WORD = 14  # letters of a word that a column makes room for: "International"; longer ones are broken

_Row = Mapping[str, str]  # a row of publish/table.py: plain text by column name


class Column(NamedTuple):
    """`share` is the part of the spare width it takes; 0 = as wide as its widest cell, never wrapped."""

    header: str
    share: int = 0
    right: bool = False
    wide_only: bool = False


def print_table(title: str, columns: Sequence[Column], groups: Iterable[Iterable[Sequence[str]]]) -> None:
    """Rows in groups that a blank line sets apart. Without any row there is only the title."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    out = console()
    shown = [n for n, c in enumerate(columns) if out.width >= WIDE or not c.wide_only]
    listed = [[[visible(row[n], keep="\n\t") for n in shown] for row in group] for group in groups]
    table = Table(
        header_style="bold", box=box.SIMPLE,
        padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=any(columns[n].share for n in shown),
    )  # fmt: skip
    for place, n in enumerate(shown):
        c = columns[n]
        cells = [c.header, *(row[place] for group in listed for row in group)]
        longest = max(len(word) for cell in cells for word in cell.split())
        table.add_column(
            c.header, ratio=c.share or None, justify="right" if c.right else "left", no_wrap=not c.share,
            overflow="fold", min_width=min(longest + 1, WORD),  # + 1: rich counts the padding in
        )  # fmt: skip
    for group in listed:
        for row in group:
            table.add_row(*map(Text, row))
        table.add_section()
    if not table.row_count:
        say(title)
        return
    with standard_output():
        out.print(Text(title, style="bold"))  # not the table's own title, which a narrow table would wrap
        out.print(table)


def print_documents(documents: Sequence[Document]) -> None:
    """Documents with their date, language and kinds of zones."""
    columns = (
        Column("document", 3), Column("title", 5), Column("published", 2), Column("lang"),
        Column("zones", 4, wide_only=True),
    )  # fmt: skip
    rows = [[d.path, d.title or "", _published(d), d.language, _zones(d)] for d in documents]
    print_table(count(len(rows), "document"), columns, [[row] for row in rows])


def print_claims(dossier: Dossier) -> None:
    """Claims, document by document: who says what, in which words."""
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.table import claim_rows

    columns = (
        Column("document", 3), Column("said by", 4), Column("counted", 3), Column("quote", 8),
        Column("when", 3, wide_only=True), Column("where", 3, wide_only=True),
        Column("kind", 3, wide_only=True), Column("id", wide_only=True),
    )  # fmt: skip
    rows = claim_rows(Index(dossier), codebook_labels())
    cells = (
        [PurePath(r["document"]).name, r["said_by"], r["figure"], r["quote"], r["date"],
         r["place"], ", ".join(filter(None, (r["kind"], r["modality"], r["judged"].upper()))), r["id"]]
        for r in rows
    )  # fmt: skip
    print_table(count(len(rows), "claim"), columns, _grouped(cells, 1))


def print_doubtful(dossier: Dossier, claims: Sequence[Claim]) -> None:
    """Claims in the order given: how sure each is, what it was read as, and by which rule."""
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.table import claim_row

    columns = (
        Column("sure", right=True), Column("document", 3), Column("counted", 4), Column("quote", 8),
        Column("kind", 3, wide_only=True), Column("rule", 4, wide_only=True), Column("id"),
    )  # fmt: skip
    index, labels = Index(dossier), codebook_labels()
    rows = [
        [r["confidence"], PurePath(r["document"]).name, r["figure"], r["quote"], r["kind"], c.rule, r["id"]]
        for c in claims
        for r in [claim_row(c, index, labels)]
    ]
    print_table(f"{count(len(rows), 'claim')} to review", columns, [[row] for row in rows])


def print_incidents(dossier: Dossier) -> None:
    """A table a kind of incident: when and where, what happened, who is said to have done it, who says so."""
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.table import incident_rows

    labels = codebook_labels()
    columns = (
        Column("when and where", 4), Column("what", 4), Column("attributed to", 3), Column("figures", 5),
        Column("said by", 4), Column("reports", right=True), Column("id", wide_only=True),
    )  # fmt: skip
    kinds = {i.id: labels.of("incident_kinds", i.kind) for i in dossier.incidents}
    rows = zip(kinds.values(), incident_rows(Index(dossier), labels), strict=True)
    by_kind: dict[str, list[_Row]] = {}
    for kind, row in rows:
        by_kind.setdefault(kind, []).append(row)
    for kind, own in by_kind.items():  # in the order of the report
        cells = [
            [f"{r['date']}\n{r['place']}", _what(r), r["attributed_to"], r["figures"].replace("; ", "\n"),
             r["origins"], r["publications"], r["id"]]
            for r in own
        ]  # fmt: skip
        print_table(f"{kind} ({len(cells):,})", columns, [[row] for row in cells])
    if not by_kind:
        say("0 incidents")


def print_figures(dossier: Dossier) -> None:
    """Low, best and high of each figure, by incident, with whose they are and the rule that chose them."""
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.table import figure_rows

    columns = (
        Column("when and where", 4), Column("figure", 4), Column("low", right=True),
        Column("best", right=True), Column("high", right=True), Column("said by", 4),
        Column("reports", right=True, wide_only=True), Column("rule", 4, wide_only=True),
    )  # fmt: skip
    rows = figure_rows(Index(dossier), codebook_labels())
    groups = (
        [
            [f"{r['date']}\n{r['place']}" if n == 0 else "", _figure(r), *_bounds(r), r["origins"],
             r["publications"], r["rule"].replace("_", " ")]
            for n, r in enumerate(group)
        ]
        for _, group in groupby(rows, key=lambda r: r["incident"])
    )  # fmt: skip
    print_table(count(len(rows), "figure"), columns, groups)


def _grouped(rows: Iterable[list[str]], keys: int) -> Iterator[list[list[str]]]:
    """Rows that begin alike, the beginning shown once."""
    for key, group in groupby(rows, key=lambda row: row[:keys]):
        yield [[*(key if n == 0 else [""] * keys), *row[keys:]] for n, row in enumerate(group)]


def _published(d: Document) -> str:
    p = d.published
    if p.day:
        return p.day.isoformat()
    bounds = [f"from {p.low}" if p.low else "", f"to {p.high}" if p.high else ""]
    return " ".join(b for b in bounds if b) or "not known"


def _zones(d: Document) -> str:
    return ", ".join(dict.fromkeys(str(z.zone).replace("_", " ") for z in d.zones))


def _what(row: _Row) -> str:
    said = [row["method"], row["weapon"], row["object"]]
    return "\n".join(s for s in said if s != "not stated") or "not stated"


def _figure(row: _Row) -> str:
    return f"{row['measure']}: {row['group'].lower()}" if row["group"] else row["measure"]


def _bounds(row: _Row) -> list[str]:
    return [f"{int(row[c]):,}" if row[c] else "–" for c in ("low", "best", "high")]  # noqa: RUF001  (an en dash)
