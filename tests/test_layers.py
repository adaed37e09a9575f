"""The layers hold, and the check that guards them really breaks when they do not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINTER = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def copy(tmp_path):
    """A copy of the sources that a test may break."""
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def lint(folder):
    # The copy must be what is imported, not the installed package.
    environment = {"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        [LINTER, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_sources_keep_the_layers(copy):
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("line", "contract"),
    [
        ("from witnessmark.locate import locate", "Layers"),
        ("import django", "Only the store and the room know Django"),
        ("from witnessmark.store import models", "Layers"),
        ("from witnessmark import pipeline", "Layers"),
    ],
    ids=["a sibling", "Django", "the store", "the layer above"],
)
def test_a_stage_that_imports_what_it_must_not_breaks_the_check(copy, line, contract):
    module = copy / "src/witnessmark/extract/kinds.py"
    module.write_text(f"{line}\n{module.read_text()}")
    done = lint(copy)
    assert done.returncode != 0
    assert f"{contract}" in done.stdout
    assert "BROKEN" in done.stdout


def test_a_lower_layer_that_imports_a_higher_one_breaks_the_check(copy):
    module = copy / "src/witnessmark/model/ids.py"
    module.write_text(f"from witnessmark.text import numbers\n{module.read_text()}")
    assert "BROKEN" in lint(copy).stdout
