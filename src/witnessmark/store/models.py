"""Tables: columns and constraints, no behaviour.

Ledger tables only ever grow: `store.guards` has the database refuse anything else, `store.chain` hashes each
row onto the one before. A row's truth is its `record`, canonical JSON; the other columns are copies of parts
of it, there so that the database itself can check and find them, and `verify` compares them with the record.
View tables are thrown away and rebuilt; nothing is lost with them.
"""

# ruff: noqa: D106, DJ008  (Meta is Django's own and documents itself; rows are shown as records, never as str)
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

HASH = 64  # hex digits of SHA-256


class LedgerRow(models.Model):
    """One fact that was recorded: place in its chain, id by content, the record itself."""

    seq = models.BigIntegerField(primary_key=True)
    record_id = models.CharField(max_length=HASH, unique=True)
    record = models.TextField()
    prev_hash = models.CharField(max_length=HASH)
    row_hash = models.CharField(max_length=HASH)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True


class CaptureRow(LedgerRow):
    """Bytes received under a name; the bytes lie in the vault."""

    sha256 = models.CharField(max_length=HASH, db_index=True)

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_capture"


class DocumentRow(LedgerRow):
    """One reading of a document's bytes into text; `doc` is the document's id, shared by later readings."""

    doc = models.TextField(db_index=True)
    sha256 = models.CharField(max_length=HASH)

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_document"


class PartRow(LedgerRow):
    """Something found in the text of one document row."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, to_field="record_id", related_name="+")

    class Meta(LedgerRow.Meta):
        abstract = True


class ClaimRow(PartRow):
    """A claim; the database refuses one without a quote."""

    claim_id = models.TextField(db_index=True)
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    count_low = models.BigIntegerField(null=True)
    count_high = models.BigIntegerField(null=True)

    class Meta(PartRow.Meta):
        abstract = False
        db_table = "ledger_claim"
        constraints = (
            models.CheckConstraint(condition=~Q(quote=""), name="claim_has_a_quote"),
            models.CheckConstraint(condition=Q(start__gte=0, start__lt=F("end")), name="claim_spans_text"),
            models.CheckConstraint(
                condition=Q(count_low__isnull=True)
                | Q(count_high__isnull=True)
                | Q(count_low__lte=F("count_high")),
                name="claim_low_not_above_high",
            ),
        )


class MentionRow(PartRow):
    """A time expression or a place name."""

    kind = models.CharField(max_length=16)
    start = models.BigIntegerField()
    end = models.BigIntegerField()

    class Meta(PartRow.Meta):
        abstract = False
        db_table = "ledger_mention"
        constraints = (
            models.CheckConstraint(condition=Q(start__gte=0, start__lt=F("end")), name="mention_spans_text"),
            models.CheckConstraint(condition=Q(kind__in=("timex", "place")), name="mention_of_known_kind"),
        )


class RelationRow(PartRow):
    """How two claims of one document stand to each other."""

    class Meta(PartRow.Meta):
        abstract = False
        db_table = "ledger_relation"


class ReadingRow(PartRow):
    """What was found in a document, as a list of ids; the last one of a document is in force.

    `arrival` is the place of the document's first reading and stays with it, so that order is stable.
    """

    doc = models.TextField(db_index=True)
    supersedes = models.CharField(  # noqa: DJ001  (null: the first reading; nulls may repeat, blanks may not)
        max_length=HASH, null=True, unique=True
    )
    arrival = models.BigIntegerField(db_index=True)
    claims = models.BigIntegerField()
    timexes = models.BigIntegerField()
    places = models.BigIntegerField()
    relations = models.BigIntegerField()

    class Meta(PartRow.Meta):
        abstract = False
        db_table = "ledger_reading"


class DecisionRow(LedgerRow):
    """A machine's suggestion or a person's judgement; taking one back is another row."""

    decision_id = models.TextField(unique=True)
    human = models.BooleanField()

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_decision"


class FailureRow(LedgerRow):
    """An item that could not be handled."""

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_failure"


class RegisterRow(LedgerRow):
    """A record of the register of protected sites: who may open it, or a sealed segment of what it holds.

    `run` is the run it was entered in, which has the time.
    """

    kind = models.CharField(max_length=16)
    run = models.CharField(max_length=HASH, db_index=True)

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_register"
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=("grant", "revocation", "segment")), name="register_of_known_kind"
            ),
        )


class OpeningRow(LedgerRow):
    """The register was opened: by whom, for what, and when, written before anything is read."""

    at = models.CharField(max_length=32)

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_opening"


class ActRow(LedgerRow):
    """Something that somebody did in the review room: signing in, seeing, letting out."""

    who = models.TextField(db_index=True)

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_act"


class RunRow(LedgerRow):
    """A command's beginning or end, with the time and the heads of the other chains."""

    class Meta(LedgerRow.Meta):
        abstract = False
        db_table = "ledger_run"


def table(model: type[models.Model]) -> str:
    """The name of the model's table."""
    return model._meta.db_table  # noqa: SLF001  (Django documents `_meta` as public)


def columns(model: type[models.Model]) -> list[str]:
    """The names of the model's columns."""
    return [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001  (as in `table`)


# Every append-only table. Runs come last: they seal the heads of the others.
LEDGERS: tuple[type[LedgerRow], ...] = (
    CaptureRow,
    DocumentRow,
    ClaimRow,
    MentionRow,
    RelationRow,
    ReadingRow,
    DecisionRow,
    FailureRow,
    RegisterRow,
    OpeningRow,
    ActRow,
    RunRow,
)

# What is in no dump: clocks are in runs, acts and openings, and ciphertext differs each time it is made.
NOT_DUMPED = (RegisterRow, OpeningRow, ActRow, RunRow)


class PlacedRow(models.Model):
    """A row that is made anew with the views and found by its position."""

    position = models.BigIntegerField(primary_key=True)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True


class ViewRow(PlacedRow):
    """A line of a view; `home` is a document it is about, by which it goes when that is linked again.

    The position is where it was put, and says nothing: the order is that of `model.order`.
    """

    record_id = models.TextField(db_index=True)
    record = models.TextField()
    home = models.TextField(db_index=True, default="")

    class Meta(PlacedRow.Meta):
        abstract = True


class LineageRow(ViewRow):
    """Documents that go back to one report."""

    class Meta(ViewRow.Meta):
        abstract = False
        db_table = "view_lineage"


class IncidentRow(ViewRow):
    """A fold of claims."""

    class Meta(ViewRow.Meta):
        abstract = False
        db_table = "view_incident"


class LinkRow(ViewRow):
    """A relation across documents."""

    class Meta(ViewRow.Meta):
        abstract = False
        db_table = "view_relation"


class CandidateRow(ViewRow):
    """Two reports that are open, judged, or stood against a merge; `other` is the second one's document.

    `rank` orders those that a person should look at, the least first; null: nobody need look.
    """

    other = models.TextField(db_index=True, default="")
    rank = models.FloatField(null=True)

    class Meta(ViewRow.Meta):
        abstract = False
        db_table = "view_candidate"
        indexes = (models.Index(fields=("rank", "position"), name="view_candidate_by_rank"),)


class FigureRow(PlacedRow):
    """One reconciled figure of an incident; the database refuses bounds out of order."""

    incident = models.ForeignKey(IncidentRow, models.CASCADE, related_name="+")
    measure = models.TextField()
    group = models.TextField(null=True)  # noqa: DJ001  (null: the figure names no group, as in the model)
    low = models.BigIntegerField(null=True)
    best = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "view_figure"
        constraints = (
            # `best` is the number as worded: "almost 500" is best 500, high 499 (model/figure.py).
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="figure_low_not_above_high",
            ),
        )


class TraceRow(PlacedRow):
    """A document as it was last linked; documents of one cell were linked together."""

    doc = models.TextField(unique=True)
    name = models.TextField()  # the document's id whole, where `doc` is its hash
    cell = models.TextField(db_index=True)
    publisher = models.TextField()
    keys = models.TextField()  # packed, as `TieRow` has them
    signature = models.CharField(max_length=HASH)

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "trace_document"


class AccountRow(PlacedRow):
    """A report of an event in a document, as it is weighed; `trace` is the position of the document's row."""

    trace = models.BigIntegerField(db_index=True)
    name = models.TextField()
    keys = models.TextField()  # packed, as `MeetingRow` has them
    record = models.TextField()

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "trace_report"


class KeyRow(models.Model):
    """A key of the row at position `owner`: an index, found by key alone.

    Hundreds to a document: the table is its own index (`migrations.0003_traces`).
    """

    pk = models.CompositePrimaryKey("key", "owner")
    key = models.BigIntegerField()
    owner = models.BigIntegerField()

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True


class TieRow(KeyRow):
    """A key of a document: others that have it have to be linked with it."""

    class Meta(KeyRow.Meta):
        abstract = False
        db_table = "trace_tie"


class MeetingRow(KeyRow):
    """A key of a report: others that have it are weighed against it."""

    class Meta(KeyRow.Meta):
        abstract = False
        db_table = "trace_meeting"


class ViewState(models.Model):
    """The heads of the chains the views were last built from, their seal, and what built them: one row."""

    heads = models.TextField()

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        db_table = "view_state"


class IdentityRow(models.Model):
    """Which case the database belongs to: one row, the id in the case's card."""

    case_id = models.CharField(max_length=36, unique=True)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        db_table = "case_identity"
