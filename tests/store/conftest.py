"""Cases on both databases; the PostgreSQL server is started for the tests and dies with them."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from witnessmark.store.setup import configure

configure()

from store import made  # noqa: E402  (after configure)
from witnessmark.store.case import Case  # noqa: E402  (after configure)
from witnessmark.store.database import URL_VARIABLE  # noqa: E402  (after configure)

_names = count(1)
_templates: set[str] = set()  # databases of the server that others are copied from
# What the cases that others are copied from hold; tests of other parts add theirs.
CONTENTS: dict[str, Callable[[Path], None]] = {"blank": lambda _root: None}


def fill(root: Path) -> None:
    """Add `made.FILLED` items to the case there."""
    with Case.open(root) as fresh:
        made.add(fresh, made.FILLED)


CONTENTS["filled"] = fill


def _quick() -> str | None:
    """A directory in memory where there is room: these tests wait for the disk more than for anything."""
    memory = "/dev/shm"  # noqa: S108  (made by mkdtemp inside it)
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return memory if roomy else None


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """As pytest's own, in memory."""
    with tempfile.TemporaryDirectory(prefix="witnessmark-", dir=_quick()) as made_here:
        yield Path(made_here)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a throw-away PostgreSQL server, without the database's name."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL's programs are not installed")
    if os.geteuid() == 0 and "postgres" not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip("PostgreSQL refuses to run as root and there is no user postgres")
    user = "postgres" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="witnessmark-", dir=_quick()))
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
        # No times in its log: their seconds can look like degrees to a search for leaks.
        quiet = "-c log_checkpoints=off -c log_line_prefix=%q"
        options = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off {quiet}"
        run("pg_ctl", "start", "-w", "-l", str(home / "log"), "-o", options)
        yield f"postgres://tester@127.0.0.1:{port}"
    finally:
        if (home / "data/postmaster.pid").exists():
            run("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(home)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Directories of cases to be copied, made on first use: one for each of `CONTENTS`."""
    made_already: dict[tuple[str, str], Path] = {}

    def model(engine: str, content: str) -> Path:
        if (engine, content) not in made_already:
            root = tmp_path_factory.mktemp(content) / "case"
            Case.init(root).close()
            CONTENTS[content](root)
            made_already[engine, content] = root
        return made_already[engine, content]

    return model


@pytest.fixture
def postgres(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an empty database, set for the program."""
    url = _database(server, "template1")
    monkeypatch.setenv(URL_VARIABLE, url)
    yield url
    _drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the case of a test keeps its tables: each test runs once on either."""
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    return request.param


@pytest.fixture
def case(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    yield from copied(engine, "blank", request, tmp_path)


@pytest.fixture
def filled(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    """A case to which `made.FILLED` items were added."""
    yield from copied(engine, "filled", request, tmp_path)


@pytest.fixture
def sqlite_case(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Case]:
    """An empty case in a file."""
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    yield from copied("sqlite", "blank", request, tmp_path)


def copied(engine: str, content: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    """A copy of the case of that content, open."""
    patch = request.getfixturevalue("monkeypatch")
    server = request.getfixturevalue("server") if engine == "postgresql" else None
    if server and content not in _templates:
        _templates.add(content)
        patch.setenv(URL_VARIABLE, _database(server, "template1", content))
    model = request.getfixturevalue("models")(engine, content)
    shutil.copytree(model, tmp_path / "case")
    url = _database(server, content) if server else ""
    if url:
        patch.setenv(URL_VARIABLE, url)
    with Case.open(tmp_path / "case", lock_timeout=10.0) as opened:
        yield opened
    if url:
        _drop(url)


def _drop(url: str) -> None:
    """Remove a database, whoever is still connected: hundreds of them would fill the memory they lie in."""
    import psycopg

    server, _, name = url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _database(server: str, template: str, name: str | None = None) -> str:
    """Make a database like `template`; its URL."""
    import psycopg

    name = name or f"case{next(_names)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return f"{server}/{name}"
