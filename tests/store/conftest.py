"""Cases on both databases; the PostgreSQL server is started for the tests and dies with them."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from witnessmark.store.setup import configure

configure()

from witnessmark.store.case import Case  # noqa: E402  (after configure)
from witnessmark.store.database import URL_VARIABLE  # noqa: E402  (after configure)

_names = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a throw-away PostgreSQL server, without the database's name."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL's programs are not installed")
    if os.geteuid() == 0 and "postgres" not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip("PostgreSQL refuses to run as root and there is no user postgres")
    user = "postgres" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="witnessmark-"))
    if user:
        shutil.chown(home, user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(program: str, *words: str) -> None:
        command = [found[-1].parent / program, "-D", home / "data", *words]
        subprocess.run(command, check=True, user=user, cwd=home, stdout=subprocess.DEVNULL)

    try:
        run("initdb", "-U", "tester", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        options = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off"
        run("pg_ctl", "start", "-w", "-l", str(home / "log"), "-o", options)
        yield f"postgres://tester@127.0.0.1:{port}"
    finally:
        if (home / "data/postmaster.pid").exists():
            run("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(home)


@pytest.fixture
def postgres(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of an empty database, set for the program."""
    return _database(server, monkeypatch)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where new cases keep their tables; on PostgreSQL an empty database waits for one case."""
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    if request.param == "postgresql":
        _database(request.getfixturevalue("server"), monkeypatch)
    return request.param


@pytest.fixture
def case(tmp_path: Path, engine: str) -> Iterator[Case]:
    """An empty case, on each database in turn."""
    with Case.init(tmp_path / "case", lock_timeout=1.0) as made:
        yield made


@pytest.fixture
def sqlite_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """An empty case in a file."""
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    with Case.init(tmp_path / "case", lock_timeout=1.0) as made:
        yield made


def _database(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    import psycopg

    name = f"case{next(_names)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    monkeypatch.setenv(URL_VARIABLE, f"{server}/{name}")
    return f"{server}/{name}"
