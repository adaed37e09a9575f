from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_KEYS = ("view_member", "view_subject")
# Words come folded and apart (`store.words`): nothing is left to the tokenizer but the spaces between them.
_SQLITE = """
CREATE VIRTUAL TABLE view_text USING fts5(
    words, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
)
"""
# A search visits the row of each hit, and rows with their words inside lie on ten times as many pages.
# PostgreSQL puts long values outside of a row only where the row is above 2 kB: the filler, next to nothing
# once it is compressed, brings each above it.
_COLUMNS = (
    "position bigint PRIMARY KEY, words tsvector NOT NULL, filler text NOT NULL DEFAULT repeat(' ', 2100)"
)
_POSTGRES = (
    f"CREATE TABLE view_text ({_COLUMNS}) WITH (toast_tuple_target = 128)",
    "ALTER TABLE view_text ALTER COLUMN words SET STORAGE EXTERNAL",
    "CREATE INDEX view_text_words ON view_text USING gin (words) WITH (fastupdate = off)",
)


def _tables(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Tables that are their own index, as in 0003, and the full-text index."""
    sqlite = editor.connection.vendor == "sqlite"
    for name in _KEYS:
        columns = "key bigint NOT NULL, owner bigint NOT NULL, PRIMARY KEY (key, owner)"
        editor.execute(f"CREATE TABLE {name} ({columns}){' WITHOUT ROWID' if sqlite else ''}")
    for statement in (_SQLITE,) if sqlite else _POSTGRES:
        editor.execute(statement)
    # Views that were built without these tables are stale: the next update builds them with them.
    editor.execute("""UPDATE view_state SET heads = '{"views": "built before there were lists"}'""")


def _none(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for name in (*_KEYS, "view_text"):
        editor.execute(f"DROP TABLE {name}")


def _keys(name: str, table: str) -> migrations.CreateModel:
    pair = models.CompositePrimaryKey(
        "key", "owner", blank=True, editable=False, primary_key=True, serialize=False
    )
    return migrations.CreateModel(
        name=name,
        fields=[("pk", pair), ("key", models.BigIntegerField()), ("owner", models.BigIntegerField())],
        options={"db_table": table, "abstract": False},
    )


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0005_acts"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[_keys("MemberRow", "view_member"), _keys("SubjectRow", "view_subject")],
            database_operations=[migrations.RunPython(_tables, _none)],
        ),
        migrations.CreateModel(
            name="BlockRow",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("stamp", models.CharField(max_length=64)),
                ("data", models.TextField()),
            ],
            options={"db_table": "view_block"},
        ),
        migrations.CreateModel(
            name="TermRow",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("axis", models.CharField(max_length=16)),
                ("term", models.TextField()),
            ],
            options={"db_table": "view_term"},
        ),
        migrations.CreateModel(
            name="TextRow",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("language", models.TextField()),
            ],
            options={"db_table": "view_document"},
        ),
        migrations.CreateModel(
            name="WorkRow",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("list", models.CharField(max_length=16)),
                ("rank", models.FloatField()),
                ("name", models.TextField(db_index=True)),
                ("home", models.TextField(db_index=True)),
            ],
            options={"db_table": "view_work"},
        ),
        migrations.AddField(
            model_name="candidaterow",
            name="rank",
            field=models.FloatField(null=True),
        ),
        migrations.AddIndex(
            model_name="candidaterow",
            index=models.Index(fields=["rank", "position"], name="view_candidate_by_rank"),
        ),
        migrations.AddConstraint(
            model_name="termrow",
            constraint=models.UniqueConstraint(fields=("axis", "term"), name="view_term_once"),
        ),
        migrations.AddIndex(
            model_name="workrow",
            index=models.Index(fields=["list", "rank", "position"], name="view_work_by_rank"),
        ),
    ]
