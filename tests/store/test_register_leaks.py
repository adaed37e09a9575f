"""What the demo leaves in a PostgreSQL server holds no name and no position of its register."""

from pathlib import Path

import psycopg

from cli.test_site_leaks import assert_silent
from witnessmark.cli.run import run


def test_neither_the_tables_nor_the_log_of_the_server_hold_any_of_it(postgres, tmp_path):
    case = tmp_path / "demo-case"
    assert run(["demo", str(case)]) == 0
    told = {}
    with psycopg.connect(postgres) as connection:
        named = (
            "SELECT relname, relfilenode FROM pg_class WHERE relkind = 'r' AND relname ~ '^(ledger|view)_'"
        )
        for name, _ in connection.execute(named).fetchall():
            # The places of words in a text are numbers that may look like degrees.
            column = "strip(words)" if name == "view_text" else "t"
            told[name] = "\n".join(
                row[0]
                for row in connection.execute(f"SELECT {column}::text FROM {name} t")  # noqa: S608  (a table's own name)
            )
        (data,) = connection.execute("SHOW data_directory").fetchone()
    assert "segment" in told["ledger_register"]
    for dumped in told.values():
        assert_silent(dumped)
    assert_silent((Path(data).parent / "log").read_bytes())
    for path in case.rglob("*"):
        if path.is_file():
            assert_silent(path.read_bytes())
