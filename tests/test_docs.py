"""The documentation says what the program does: reference pages are fresh, tutorial commands run."""

import io
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from witnessmark.cli.app import COMMANDS
from witnessmark.cli.run import run
from witnessmark.model.record import KINDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    script = runpy.run_path(str(DOCS / "reference" / "generate.py"))
    return {name: script[name]() for name in ("commands", "records")}


@pytest.mark.parametrize("name", ["commands", "records"])
def test_the_reference_is_fresh(generated, name):
    written = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert written == generated[name], "run: python docs/reference/generate.py"


def test_the_pages_of_the_rules_are_fresh():
    pages = runpy.run_path(str(DOCS / "reference" / "generate.py"))["rules"]()
    written = {p.stem: p.read_text(encoding="utf-8") for p in (DOCS / "method" / "rules").glob("*.md")}
    assert written == pages, "run: python docs/reference/generate.py"


def test_every_command_and_record_kind_has_its_section(generated):
    sections = set(re.findall(r"^## (.+)$", generated["commands"], re.MULTILINE))
    assert sections == {command.name for command in COMMANDS}
    assert set(KINDS) <= set(re.findall(r"^## (\w+)$", generated["records"], re.MULTILINE))


def stages() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    for layer in layers:
        if "|" in layer:
            yield from layer.split(" | ")


@pytest.mark.parametrize("stage", list(stages()))
def test_every_stage_has_a_page_on_its_method(stage):
    page = (DOCS / "method" / f"{stage}.md").read_text(encoding="utf-8")
    assert page.startswith("# ")
    assert len(page.split()) > 100


PAGES = [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.fixture(scope="module")
def tutorial() -> str:
    return (DOCS / "tutorial.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def steps(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of the console blocks, here-documents whole, with the output shown below it."""
    for block in blocks(page, "console"):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, rest = step.partition("\n")
            if end := re.search(r"<<'(\w+)'$", command):
                body, _, rest = rest.partition(f"\n{end[1]}\n")
                command += f"\n{body}\n{end[1]}\n"
            yield command, rest.splitlines()


def perform(command: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Run a command as a shell would: our own in this process, the others in a shell."""
    words, _, target = command.partition("    #")[0].partition(" > ")
    if not words.startswith("witnessmark "):
        return subprocess.run(["bash", "-e", "-c", command], check=False).returncode, []
    capsys.readouterr()
    code = run(shlex.split(words)[1:])
    out, err = capsys.readouterr()
    if target:
        Path(target.strip()).write_text(out, encoding="utf-8")
        out = ""
    return code, (err + out).splitlines()


def test_the_tutorial_can_be_followed(tutorial, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
    commands = list(steps(tutorial))
    assert len(commands) > 15
    for command, shown in commands:
        code, printed = perform(command, capsys)
        assert code == (1 if "# exit code 1" in command else 0), command
        if "..." in shown:
            before, after = shown[: shown.index("...")], shown[shown.index("...") + 1 :]
            assert [line.rstrip() for line in printed[: len(before)]] == before, command
            assert printed[len(printed) - len(after) :] == after, command
        else:
            assert printed == shown, command
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdout", said)
    for snippet in blocks(tutorial, "python"):
        exec(compile(snippet, "tutorial.md", "exec"), {})  # noqa: S102  (our own page)
    assert re.search(r"^Goma killed 4 ", said.getvalue(), re.MULTILINE)
    assert int(said.getvalue().splitlines()[-1]) > 0


def test_the_tutorial_names_the_commands_a_newcomer_needs(tutorial):
    used = {command.split()[1] for command, _ in steps(tutorial) if command.startswith("witnessmark ")}
    # A second person's word needs the id of a decision, which carries its time.
    review = {"add-claim", "confirm"}
    assert used == {c.name for c in COMMANDS if not c.group} - {"serve"} - review | {"sites"}
    assert all(name in tutorial for name in review)


def test_what_is_run_by_make_is_in_the_makefile(tutorial):
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = re.findall(r"^make (\w+)$", "".join(blocks(tutorial, "sh")), re.MULTILINE)
    assert asked == ["install"]
    assert set(asked) <= targets


def test_the_wheel_carries_examples_and_data(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    files = [p for p in source.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    wanted = {p.relative_to(source).as_posix() for p in files if p.suffix != ".pyc"}
    for example in (ROOT / "examples" / "idlib", ROOT / "examples" / "sites"):
        wanted |= {f"witnessmark/examples/{example.name}/{p.name}" for p in example.iterdir()}
    assert {p.suffix for p in files} >= {".py", ".yaml", ".csv", ".j2", ".css", ".js"}
    assert wanted - packed == set()
    assert not any(name.startswith(("tests/", "docs/", "bench/")) for name in packed)
