"""The four public names that programs rely on: always there and the same, whatever was imported before."""

import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import witnessmark
from witnessmark import pipeline
from witnessmark.model.reading import Reading

EXAMPLE = sorted((Path(__file__).parents[1] / "examples" / "idlib").glob("*.txt"))


def test_the_public_names():
    assert witnessmark.__all__ == ["Case", "extract", "link", "read"]
    assert witnessmark.read is pipeline.read
    assert witnessmark.extract is pipeline.extract
    assert witnessmark.link is pipeline.link
    assert inspect.isclass(witnessmark.Case)
    assert all(inspect.getdoc(getattr(witnessmark, name)) for name in witnessmark.__all__)


@pytest.mark.parametrize("name", ["read", "extract", "link"])
def test_importing_a_stage_does_not_hide_the_function_of_its_name(name):
    stage = importlib.import_module(f"witnessmark.{name}")
    assert inspect.ismodule(stage)
    assert getattr(witnessmark, name) is getattr(pipeline, name)
    assert importlib.import_module(f"witnessmark.{name}") is stage


def test_in_a_fresh_interpreter_in_every_order():
    """`import witnessmark.read` first, `from witnessmark import read` after it: still the function."""
    code = (
        "import witnessmark.read, witnessmark.link.stage, witnessmark.extract\n"
        "from witnessmark import read, extract, link\n"
        "import witnessmark, sys\n"
        "assert callable(read) and callable(extract) and callable(link)\n"
        "assert witnessmark.read is read and 'django' not in sys.modules\n"
        "from witnessmark import *\n"
        "assert Case.__name__ == 'Case' and 'django' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_example_of_the_documentation(tmp_path):
    readings = [r for r in witnessmark.extract(EXAMPLE) if isinstance(r, Reading)]
    linked = witnessmark.link(readings)
    assert {c for i in linked.incidents for c in i.claims} <= {c.id for r in readings for c in r.claims}
    with witnessmark.Case.init(tmp_path / "case") as case:
        case.begin_run("add", {})
        assert len(list(pipeline.add(case, EXAMPLE))) == len(EXAMPLE)
        pipeline.rebuild(case)
        case.finish_run({})
        assert [i.id for i in case.incidents()] == [i.id for i in linked.incidents]
        assert case.verify() == []


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError):
        _ = witnessmark.nothing
