"""Tables that find things in the views and in the ledger, so that no page reads all of a case.

Made of views and ledger, thrown away and made again with them; nothing is lost with them. The words of
documents are in `view_text`, which is each database's own full-text index (`store.texts`).
"""

# ruff: noqa: D106  (as in models)
from django.db import models

from witnessmark.store.models import HASH, KeyRow, PlacedRow

# Of the packed columns (`store.columns`) and of the words put in (`store.texts`): another number for another
# form, and cases made before are linked anew as a whole.
FORM = 2


class BlockRow(PlacedRow):
    """What filters need of a thousand incidents, column by column and packed (`store.columns`).

    An incident is in the block of its position; `stamp` is the hash of the data.
    """

    stamp = models.CharField(max_length=HASH)
    data = models.TextField()

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "view_block"


class TermRow(PlacedRow):
    """A word that columns have as its position: a method, a party, the name of a place; of one axis."""

    axis = models.CharField(max_length=16)
    term = models.TextField()

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "view_term"
        constraints = (models.UniqueConstraint(fields=("axis", "term"), name="view_term_once"),)


class TextRow(PlacedRow):
    """A document row of the ledger, by its place there, whose words are in the full-text index."""

    language = models.TextField()

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "view_document"


class WorkRow(PlacedRow):
    """Something that waits for a person, in a list by its rank; `name` is its id as an index takes it."""

    list = models.CharField(max_length=16)
    rank = models.FloatField()
    name = models.TextField(db_index=True)
    home = models.TextField(db_index=True)

    class Meta(PlacedRow.Meta):
        abstract = False
        db_table = "view_work"
        indexes = (models.Index(fields=("list", "rank", "position"), name="view_work_by_rank"),)


class MemberRow(KeyRow):
    """A claim or document of the incident, lineage or pair at position `owner` of its view."""

    class Meta(KeyRow.Meta):
        abstract = False
        db_table = "view_member"


class SubjectRow(KeyRow):
    """What the decision at place `owner` of its ledger is about or takes back, and the act it is of."""

    class Meta(KeyRow.Meta):
        abstract = False
        db_table = "view_subject"
