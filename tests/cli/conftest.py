"""The command line, called in this process: the same code as `witnessmark ...`, without its start-up time."""

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from listed_places import write_base
from witnessmark.cli.run import run
from witnessmark.locate import Gazetteer, cache
from witnessmark.store.case import Case

EXAMPLE = Path(__file__).parents[2] / "examples" / "idlib"


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ran]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """`cli("add", case, path)` runs a command; `stdin` is what is piped in."""
    monkeypatch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
    monkeypatch.setenv("COLUMNS", "200")

    def call(*words: object, stdin: bytes = b"") -> Ran:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty case to copy."""
    root = tmp_path_factory.mktemp("blank") / "case"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
        Case.init(root).close()
    return root


@pytest.fixture
def case(blank: Path, tmp_path: Path) -> Path:
    """A new, empty case."""
    return Path(shutil.copytree(blank, tmp_path / "case"))


@pytest.fixture(scope="session")
def example(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with the bundled reports, for reading only."""
    root = Path(shutil.copytree(blank, tmp_path_factory.mktemp("example") / "case"))
    assert run(["add", str(root), *map(str, sorted(EXAMPLE.glob("*.txt")))]) == 0
    return root


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case with its register, as `witnessmark demo` makes it; for reading only."""
    case = tmp_path_factory.mktemp("demo") / "demo-case"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
        assert run(["demo", str(case)]) == 0
    return case


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A gazetteer directory of one's own with a small base in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(cache.ENVIRONMENT, raising=False)
    Gazetteer.forget_default()
    yield write_base(cache.default_path()).parent
    Gazetteer.forget_default()
