"""Each command as its users meet it: help, tables, JSON lines, exit codes, idempotence."""

import json
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from itertools import pairwise
from pathlib import Path

import pytest

from cli.conftest import EXAMPLE
from cli.tools import ledger, process
from witnessmark import pipeline
from witnessmark.cli.app import COMMANDS
from witnessmark.cli.output import progress

NAMES = [command.name for command in COMMANDS]
LISTED = list(dict.fromkeys(name.split()[0] for name in NAMES))
REPORTS = sorted(EXAMPLE.glob("*.txt"))
IN_A_CASE = ["claims", "incidents", "figures"]


def test_help_lists_every_command_in_whole_words(cli):
    ran = cli("--help")
    assert ran.code == 0
    listed = re.findall(r"^  ([\w-]+) {2,}(\S.*)$", ran.out.partition("Commands:")[2], re.MULTILINE)
    assert [name for name, _ in listed][: len(LISTED)] == LISTED
    assert not any(text.endswith("...") for _, text in listed[: len(LISTED)])
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_without_a_command_help_is_shown_and_usage_is_wrong(cli):
    ran = cli()
    assert ran.code == 2
    assert ran.out == cli("--help").out


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_help_of_a_command_ends_with_examples_that_parse(cli, command):
    ran = cli(*command.name.split(), "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: witnessmark {command.name} ")
    for example in command.examples:
        assert f"    witnessmark {example}\n" in ran.out
        assert f"{example} ".startswith(f"{command.name} ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "No such command 'nonsense'; see: witnessmark --help"),
        (["add", "case"], "Missing argument 'PATH'; see: witnessmark add --help"),
        (["read", "x.txt", "--format", "xml"], "--format"),
        (["read", "x.txt", "--colour"], "No such option: --colour; see: witnessmark read --help"),
        (["read", "x", "--published", "May"], "--published May: not a date; write it as 2020-05-11"),
        (["link", "x.txt", "--rule", "best"], "no rule `best`; there are airwars, conservative, latest, "),
        (["serve", "case", "--port", "70000"], "--port"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_code_2(cli, words, said):
    ran = cli(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.startswith("witnessmark: ")
    assert ran.err.count("\n") == 1


# Field names of the public contract. A record may carry more; none of these may be missing or renamed.
CONTRACT = {
    "document": "id path title published published_how language machine_translated zones lineage",
    "claim": "id doc start end quote zone kind claimants modality event_type weapon target victim_group "
    "actors location date count weapon_verbatim target_verbatim victim_verbatim extractor rule confidence",
    "relation": "type a b",
    "timex": "doc start end quote value_start value_end precision type value",
    "place": "doc start end quote name geonameid lat lon country precision",
    "lineage": "id documents kind origin",
    "incident": "id kind claims documents date place method weapon target attributed_to figures origins "
    "publications grade",
    "zone": "zone start end claims_allowed",
    "claimant": "name explicit",
    "actor": "norm verbatim role type",
    "location": "verbatim name level admin1 country lat lon geonameid precision",
    "when": "verbatim start end precision method",
    "count": "measure group value low high qualifier verbatim",
    "figure": "measure group low best high rule claims",
    "site": "name admin1 country lat lon precision",
}


def test_link_writes_the_records_of_the_contract(cli):
    ran = cli("link", *REPORTS, "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    records = [json.loads(line) for line in ran.out.splitlines()]
    found: dict[str, list[dict]] = {}
    for r in records:
        found.setdefault(r["record"], []).append(r)
    of_claims, of_incidents = found["claim"], found["incident"]
    found |= {
        "zone": [z for d in found["document"] for z in d["zones"]],
        "claimant": [w for c in of_claims for w in c["claimants"]],
        "actor": [a for c in of_claims for a in c["actors"]],
        "location": [c["location"] for c in of_claims if c["location"]],
        "when": [c["date"] for c in of_claims if c["date"]],
        "count": [c["count"] for c in of_claims if c["count"]],
        "figure": [f for i in of_incidents for f in i["figures"]],
        "site": [i["place"] for i in of_incidents if i["place"]],
    }
    for kind, names in CONTRACT.items():
        assert found[kind], kind
        missing = [set(names.split()) - set(r) for r in found[kind] if not set(names.split()) <= set(r)]
        assert missing == [], kind


def test_extract_gives_times_and_places_only_when_asked(cli):
    def kinds(*more):
        lines = cli("extract", REPORTS[2], "--format", "jsonl", *more).out.splitlines()
        return {json.loads(line)["record"] for line in lines}

    assert kinds() == {"document", "claim", "relation"}
    assert kinds("--mentions") == {"document", "claim", "relation", "timex", "place"}


def test_a_table_of_claims_cannot_show_mentions_and_says_so(cli):
    ran = cli("extract", REPORTS[2], "--mentions")
    assert (ran.code, ran.out) == (2, "")
    assert "--format jsonl" in ran.err


def test_every_quote_is_the_text_at_its_offsets(cli):
    records = [json.loads(line) for line in cli("link", *REPORTS, "--format", "jsonl").out.splitlines()]
    texts = {r["id"]: r["text"] for r in records if r["record"] == "document"}
    quoted = [r for r in records if "quote" in r]
    assert len(quoted) > 50
    assert [q for q in quoted if texts[q["doc"]][q["start"] : q["end"]] != q["quote"]] == []


def test_the_date_given_is_the_anchor(cli):
    def interval(*more):
        lines = cli("extract", "-", "--format", "jsonl", *more, stdin=text).out.splitlines()
        claims = [r for r in map(json.loads, lines) if r["record"] == "claim"]
        return [(c["date"]["start"], c["date"]["end"]) for c in claims if c["date"]]

    text = b"Two people were killed in an air strike on Ariha yesterday, residents said."
    assert set(interval("--published", "2020-05-11")) == {("2020-05-10", "2020-05-10")}
    assert set(interval()) <= {(None, None)}


def test_explain_shows_how_a_text_given_as_argument_was_read(cli):
    ran = cli("extract", "--explain", "Six villagers were killed at the ferry.")
    assert ran.code == 0
    assert re.search(r"t +killed +triggers=killed", ran.out)
    assert re.search(r"0 +Six +count\.passive +CLAIM 6 people killed", ran.out)
    assert "count.elliptic_act" in ran.out
    assert "\x1b" not in ran.out


def test_explain_reads_a_text_longer_than_any_file_name(cli):
    ran = cli("extract", "--explain", "Six villagers were killed at the ferry. " * 200)
    assert ran.code == 0
    assert ran.out.count("CLAIM 6 people killed") > 1


def test_explain_as_records_stands_between_the_document_and_its_claims(cli, tmp_path):
    report = tmp_path / "two words.txt"
    report.write_text("Six villagers were killed at the ferry.", encoding="utf-8")
    for given, stdin in ((report, b""), ("-", report.read_bytes())):
        ran = cli("extract", "--explain", given, "--format", "jsonl", stdin=stdin)
        document, explanation, claim = map(json.loads, ran.out.splitlines())
        assert explanation["record"] == "explanation"
        assert explanation["quote"] == document["text"]
        assert [a["rule"] for a in explanation["attempts"] if a["claim"] == claim["id"]] == [claim["rule"]]


def test_explain_with_an_option_it_cannot_heed_says_so(cli):
    ran = cli("extract", "--explain", "Six villagers were killed.", "--mentions")
    assert ran.code == 2
    assert "--mentions" in ran.err


def test_explain_of_a_file_that_is_not_there_says_so(cli):
    ran = cli("extract", "--explain", "nowhere.txt")
    assert ran.code == 1
    assert ran.err.startswith("failed: nowhere.txt: ")


def test_incidents_are_explained_by_their_grades(cli, example):
    ran = cli("incidents", example, "--explain")
    assert ran.code == 0
    for words in ("what would lift it", "rests on: ", "lowest: V", "suggestions, no regrade", "to V3: "):
        assert words in " ".join(ran.out.split())


@pytest.mark.parametrize("command", ["claims", "incidents", "figures"])
def test_records_of_a_case_are_those_of_link(cli, example, command):
    given = cli("link", *REPORTS, "--format", "jsonl").out.splitlines()
    ran = cli(command, example, "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()
    assert set(ran.out.splitlines()) <= set(given)


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("command", [*IN_A_CASE, "review", "status"])
def test_tables_keep_to_their_width(cli, example, monkeypatch, command, width):
    monkeypatch.setenv("COLUMNS", str(width))
    ran = cli(command, example)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= width


def test_numbers_have_thousands_separators_and_are_never_broken(cli, example, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    table = cli("figures", example).out
    assert re.search(r" 1,068 ", table)
    assert not re.search(r"\d{4,}(?<!\b\d{4}\b)", table)  # years alone have four digits without a comma


def test_an_empty_case_has_tables_that_say_so(cli, case):
    assert cli("incidents", case).out == "0 incidents\n"
    assert cli("figures", case).out == "0 figures\n"
    assert cli("claims", case).out == "0 claims\n"
    assert cli("verify", case).code == 0


def test_adding_again_changes_nothing_and_says_so(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "case"))
    before, shown = ledger(case), cli("incidents", case, "--format", "jsonl").out
    ran = cli("add", case, EXAMPLE / "01-digest.txt", *REPORTS[1:])
    assert ran == (0, "5 documents read, 0 new; the case holds 5\n", "")
    assert ledger(case) == before
    assert cli("incidents", case, "--format", "jsonl").out == shown


def test_rebuilt_twice_or_in_a_copy_the_incidents_are_the_same_bytes(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "one"))
    other = Path(shutil.copytree(example, tmp_path / "elsewhere" / "two"))
    shown = [cli("incidents", example, "--format", "jsonl").out]
    for where in (case, case, other):
        ran = cli("rebuild", where)
        assert re.fullmatch(r"\d+ incidents, 4 lineages\n", ran.out)
        shown.append(cli("incidents", where, "--format", "jsonl").out)
    assert all(a == b for a, b in pairwise(shown))


def test_the_order_of_adding_does_not_matter(cli, case, example):
    for report in reversed(REPORTS):
        assert cli("add", case, report).code == 0
    for command in ("incidents", "figures"):
        one, two = (cli(command, c, "--format", "jsonl").out for c in (case, example))
        assert one == two


def test_rules_choose_other_best_values(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "case"))
    assert cli("rebuild", case, "--rule", "conservative").code == 0
    changed = cli("incidents", case, "--format", "jsonl").out
    assert cli("rebuild", case).code == 0
    assert len(changed.splitlines()) == len(cli("incidents", case, "--format", "jsonl").out.splitlines())


def test_the_report_is_one_file_that_asks_for_nothing(cli, example, tmp_path):
    page = tmp_path / "out.html"
    ran = cli("report", example, "-o", page)
    assert ran == (0, f"{page}\n", "")
    html = page.read_text(encoding="utf-8")
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", html)
    assert "perpetrator not stated" in html
    cli("report", example, "-o", tmp_path / "again.html")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == html


def test_the_demo_ends_with_the_path_of_its_report_and_can_be_run_twice(cli, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first, second = cli("demo"), cli("demo")
    assert (first.code, second.code) == (0, 0)
    assert first.out.endswith("demo-case/report.html\n")
    assert (tmp_path / "demo-case" / "report.html").stat().st_size > 10_000
    assert second.out.endswith(first.out.partition("Incident (")[2])  # the same tables


def test_serve_opens_the_room_and_asks_who_is_there(example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "case"))
    with process("serve", case, "--port", "0") as child:
        address = child.stdout.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        begin = child.stdout.readline()
        assert "choose the administrator's password at http://127.0.0.1:" in begin
        for path in ("", "case.db", "p/case/", "../case.db"):
            try:
                with urllib.request.urlopen(address + path, timeout=10) as answer:  # noqa: S310  (our own)
                    assert "/account/login/" in answer.url
            except urllib.error.HTTPError as refused:
                assert refused.code == 404  # noqa: PT017  (what else it may answer)
                refused.close()
        with urllib.request.urlopen(begin.split()[-1], timeout=10) as answer:  # noqa: S310  (our own)
            assert b"administrator" in answer.read()
    assert (case / "room.secret").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "case"))
    case.chmod(0o700)  # else it is said that others can read it
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = cli("serve", case, "--port", taken.getsockname()[1])
    assert ran.code == 2
    assert re.fullmatch(r"witnessmark: --port \d+: .*choose another, or 0 for a free one\n", ran.err)


def test_interrupted(cli, case, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "analyse", interrupt)
    ran = cli("add", case, REPORTS[0])
    assert ran.code == 1
    assert ran.err.startswith("witnessmark: stopped; what was kept so far is kept")
    monkeypatch.undo()
    assert cli("add", case, REPORTS[0]).code == 0


def loaded_by(*words: object) -> tuple[int, set[str]]:
    """The exit code of a command, and the top-level modules it loaded."""
    code = (
        "import sys; from witnessmark.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: code = end.code\n"
        "print(' '.join(sorted({m.partition('.')[0] for m in sys.modules})), file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True, check=False
    )
    return done.returncode, set(done.stderr.split())


def test_what_is_not_needed_is_not_loaded():
    heavy = {"django", "trafilatura", "pydantic", "yaml", "typer", "rich", "jinja2"}
    code, loaded = loaded_by("--version")
    assert (code, loaded & heavy) == (0, set())
    code, loaded = loaded_by("extract", REPORTS[0], "--format", "jsonl")
    assert (code, loaded & {"django", "trafilatura", "jinja2"}) == (0, set())


def test_the_module_runs_as_a_program():
    done = subprocess.run(
        [sys.executable, "-m", "witnessmark", "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"witnessmark \d+\.\d+\.\d+\n", done.stdout)


def test_progress_is_drawn_on_a_terminal_and_nowhere_else(cli, monkeypatch):
    class Terminal:
        drawn = ""

        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> int:
            self.drawn += text
            return len(text)

        def flush(self) -> None:
            """Nothing is held back."""

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress(range(3), "reading")) == [0, 1, 2]
    assert "reading" in terminal.drawn
    monkeypatch.undo()
    assert cli("read", *REPORTS, "--format", "jsonl").err == ""


def test_review_lists_the_least_sure_claims_first_and_drops_none(cli, example):
    held = [json.loads(line) for line in cli("claims", example, "--format", "jsonl").out.splitlines()]
    lines = cli("review", example, "--below", "0.8", "--pairs", "0", "--format", "jsonl").out.splitlines()
    sure = [json.loads(line)["confidence"] for line in lines]
    assert sure == sorted(
        c["confidence"] for c in held if c["confidence"] is not None and c["confidence"] < 0.8
    )
    assert 0 < len(sure) < len(held)
    assert f"{len(sure)} claims to review" in cli("review", example, "--below", "0.8").out


SPANISH = "El ataque mató a seis personas en el mercado de la ciudad el martes, dijo el alcalde por la tarde."
ENGLISH = (
    "The attack killed six people in the market of the town on Tuesday, the mayor said in the afternoon."
)


def test_documents_in_languages_not_read_for_claims_are_told(cli, case, tmp_path):
    for name, text in (("es.txt", SPANISH), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = "1 document kept, in languages not read for claims: es 1\n"
    assert cli("add", case, tmp_path / "es.txt").err == told
    assert cli("add", case, tmp_path / "en.txt").err == ""
    status = cli("status", case).out
    assert re.search(r"in languages not read for claims +1$", status, re.MULTILINE)


def test_status_says_how_many_claims_review_lists(cli, example):
    listed = cli("review", example, "--pairs", "0", "--format", "jsonl").out.splitlines()
    assert re.search(rf"claims to review +{len(listed)}$", cli("status", example).out, re.MULTILINE)


def test_review_below_more_than_all_is_wrong_usage(cli, example):
    assert cli("review", example, "--below", "2").code == 2
