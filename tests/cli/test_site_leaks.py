"""Nothing the demo prints or leaves behind holds a name or a position of its register, at a default audience.

The same search finds all of them in the packages and in the exact list, so that it would have found them.
"""

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pyrage
import pytest

from leaks import Leaks, Secret, secret_of
from witnessmark.cli import demo_sites
from witnessmark.sites.coordinates import read, to_position

EXAMPLE = Path(__file__).parents[2] / "examples" / "sites"
DAY = "2022-10-01"


def bundled() -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    with (EXAMPLE / "register.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return rows, json.loads((EXAMPLE / "camps.geojson").read_text(encoding="utf-8"))["features"]


def positions() -> Iterator[tuple[float, float]]:
    """Every position of the register: of sites, of corners of camps, and as sent."""
    rows, camps = bundled()
    with (EXAMPLE / "sent-in-round-2.csv").open(encoding="utf-8", newline="") as file:
        rows += list(csv.DictReader(file))
    for row in rows:
        at = to_position(read(row["coordinates"]), "", "")
        yield at.lat, at.lon
    for camp in camps:
        yield from corners(camp["geometry"]["coordinates"])


def corners(shape: list) -> Iterator[tuple[float, float]]:
    if isinstance(shape[0], float):
        yield shape[1], shape[0]
        return
    for part in shape:
        yield from corners(part)


def words() -> Iterator[str]:
    """Names in every script, and who runs and who supports the sites."""
    rows, camps = bundled()
    for told in (*rows, *(camp["properties"] for camp in camps)):
        yield from (str(told[name]) for name in ("name", "name:ar", "operator", "supporter"))


SECRET = secret_of(positions(), words())
SEARCH = Leaks(SECRET)
IDS = {str(told["site_id"]) for told in (*bundled()[0], *(c["properties"] for c in bundled()[1]))}


@pytest.fixture
def folder(demo: Path) -> Path:
    return demo_sites.key_folder(demo)


@pytest.fixture
def call(cli, folder: Path) -> Iterator[Callable[..., str]]:
    """Run a command with the demo's keys: all it printed."""

    def done(*words: object) -> str:
        ran = cli(*words)
        assert ran.code == 0, ran.err
        return ran.out + ran.err

    with demo_sites.unlocked(folder):
        yield done


def test_the_demo_shows_each_result(demo, call):
    found = [json.loads(line) for line in call("sites", "check", demo, "--format", "jsonl").splitlines()]
    shown = {check["result"] for check in found}
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    assert len(shown - {"place_not_known"}) == 10
    assert all(f"`{result}`" in readme for result in shown - {"place_not_known"})


def test_what_the_demo_prints_the_second_time_holds_nothing(demo, cli):
    assert_silent("".join(cli("demo", demo)[1:]))


@pytest.mark.parametrize(
    "words",
    [
        *[(name,) for name in ("incidents", "claims", "figures", "status", "verify", "review", "judgements")],
        *[(name, "--format", "jsonl") for name in ("incidents", "claims", "figures")],
        ("incidents", "--explain"),
        *[("sites", name) for name in ("list", "check", "measures", "holders", "openings")],
        *[("sites", name, "--format", "jsonl") for name in ("list", "check", "measures", "openings")],
        ("sites", "check", "--jobs", "2"),
    ],
    ids=" ".join,
)
def test_no_command_prints_any_of_it(demo, call, words):
    group = 2 if words[0] == "sites" else 1
    printed = call(*words[:group], demo, *words[group:])
    assert printed
    assert_silent(printed)


@pytest.mark.parametrize("form", ["html", "sites"])
def test_the_report_holds_nothing(demo, call, tmp_path, form):
    page = tmp_path / "report.html"
    call("report", demo, "-o", page, *(["--sites"] if form == "sites" else []))
    assert ('id="sites"' in page.read_text(encoding="utf-8")) is (form == "sites")
    assert_silent(page.read_bytes())


@pytest.mark.parametrize("audience", ["public", "partner"])
def test_exports_for_those_who_may_not_see_it_hold_nothing(demo, call, tmp_path, audience):
    out = tmp_path / "cells.geojson"
    assert_silent(call("sites", "export", demo, "--audience", audience, "--on", DAY, "-o", out))
    assert json.loads(out.read_text(encoding="utf-8"))["features"]
    assert_silent(out.read_bytes())


def test_every_file_of_the_case_holds_nothing_as_its_bytes_lie(demo):
    files = [path for path in demo.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"case.db", "report.html"}
    for path in files:
        assert_silent(path.read_bytes())


def dumped(database: Path) -> Iterator[str]:
    """Every row of every table; of the text index the tables behind it, as it cannot itself be read back."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    with closing(sqlite3.connect(database)) as tables:
        for (name,) in tables.execute(asked).fetchall():
            for row in tables.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  (a name of its own)
                words = (v.decode(errors="replace") if isinstance(v, bytes) else str(v) for v in row)
                yield f"{name}: {' '.join(words)}"


def test_a_dump_of_the_tables_holds_nothing(demo, tmp_path):
    dump = "\n".join(dumped(Path(shutil.copy(demo / "case.db", tmp_path))))
    assert "register" in dump
    assert_silent(dump)


def swapped(folder: Path) -> Path:
    """The bundled list with latitude and longitude the wrong way round."""
    rows, _ = bundled()
    out = folder / "swapped.csv"
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "kind", "lat", "lon"])
        for row in rows:
            at = to_position(read(row["coordinates"]), "", "")
            writer.writerow([f"new {row['site_id']}", row["name"], row["kind"], at.lon, at.lat])
    return out


def ruined(folder: Path) -> Path:
    """The bundled list with rows that cannot be read."""
    text = (EXAMPLE / "register.csv").read_text(encoding="utf-8")
    out = folder / "ruined.csv"
    out.write_text(text.replace("school", "no such kind").replace("°", "?").replace("37S ", "99Z "), "utf-8")
    return out


WRONG: dict[str, Callable[[Path], list[object]]] = {
    "the list once more": lambda _: ["import", EXAMPLE / "register.csv", "--country", "SYR"],
    "rows the wrong way round": lambda made: ["import", swapped(made), "--country", "SYR"],
    "a dry run of them": lambda made: ["import", swapped(made), "--country", "SYR", "--dry-run"],
    "rows that cannot be read": lambda made: ["import", ruined(made), "--skip-problems"],
    "another country": lambda made: ["import", swapped(made), "--country", "ISL", "--dry-run"],
    "a site twice in a batch": lambda made: [
        "notify", "--batch", "exercise-1", "--party", "RUS_GOV", "--channel", "x", "--site", "WS-01",
        "-o", made / "p.zip",
    ],
    "no such site": lambda made: [
        "notify", "--batch", "n", "--party", "RUS_GOV", "--channel", "x", "--site", "none",
        "-o", made / "p.zip",
    ],
    "a step that cannot be": lambda _: ["step", "transmitted", "--batch", "exercise-1", "--on", "2019-01-01"],
    "no receipt": lambda _: ["acknowledge", EXAMPLE / "register.csv", "--batch", "exercise-1"],
    "no recipient": lambda made: ["export", "--audience", "sealed", "-o", made / "full.age"],
    "a key that is none": lambda _: ["check", "--key", EXAMPLE / "register.csv"],
}  # fmt: skip


def test_no_error_message_holds_any_of_it_and_no_failure_that_is_kept(demo, cli, folder, tmp_path):
    case = Path(shutil.copytree(demo, tmp_path / "case"))
    for name, words in WRONG.items():
        verb, *rest = words(tmp_path)
        with demo_sites.unlocked(folder):
            ran = cli("sites", verb, case, *rest)
        assert ran.out + ran.err, name
        assert (ran.code == 0) is (name == "the list once more"), name
        assert_silent(ran.out + ran.err)
    assert_silent((case / "case.db").read_bytes())


def test_a_wrong_passphrase_tells_nothing(demo, cli, folder, tmp_path):
    wrong = tmp_path / "passphrase"
    wrong.write_text("not the one it is", encoding="utf-8")
    with demo_sites.unlocked(folder):
        ran = cli("sites", "list", demo, "--exact", "--passphrase-file", wrong)
    assert ran.code != 0
    assert_silent(ran.out + ran.err)


def test_an_export_in_full_is_closed_and_holds_everything_once_opened(demo, call, tmp_path):
    mine, out = pyrage.x25519.Identity.generate(), tmp_path / "full.age"
    printed = call(
        "sites", "export", demo, "--audience", "sealed", "--on", DAY, "-o", out,
        "--encrypt-to", mine.to_public(),
    )  # fmt: skip
    assert_silent(printed)
    assert_silent(out.read_bytes())
    found = SEARCH.found(pyrage.decrypt(out.read_bytes(), [mine]))
    assert len(found) > 250


def test_the_search_finds_each_site_where_it_is_told(demo, call, folder):
    """In the packages as they lie on the disk, and in the exact list."""
    rows, _ = bundled()
    package = (folder / "exercise-4.zip").read_bytes()
    first = next(row for row in rows if row["site_id"] == "WS-31")
    at = to_position(read(first["coordinates"]), "", "")
    for secret in (
        Secret(((at.lat, at.lon),), ()),
        Secret((), (first["name"],)),
        Secret((), (first["name:ar"],)),
    ):
        assert Leaks(secret).found(package)
    exact = call("sites", "list", demo, "--exact", "--format", "jsonl").encode()
    unseen = [word for word in SECRET.words if not Leaks(Secret((), (word,))).found(exact)]
    assert unseen == []
    assert len(SEARCH.found(exact)) > 250


def assert_silent(told: str | bytes) -> None:
    """Nothing of the register is in it; none of it is shown where there is."""
    data = told.encode() if isinstance(told, str) else told
    found = SEARCH.found(data)
    assert not found, f"{len(found)} of the register's names and positions, such as {found[0][:3]}…"
