"""Bad input gets a clear error, and nothing else is lost."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from witnessmark import pipeline

FIRST = "Two people were killed in an air strike on a school in Ariha on 4 May 2020, residents said."
LAST = "On 9 May 2020 five people were injured when shells hit a market in Hama, residents said."
ARABIC = (
    "قتل ثلاثة مدنيين في غارة جوية على مدرسة في مدينة أريحا في الرابع من أيار 2020، بحسب سكان في المدينة. "
    "وأصيب خمسة آخرون بجروح في قصف على سوق في البلدة نفسها."
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two sound reports; what a test adds is read between them."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a-first.txt").write_text(FIRST)
    (folder / "z-last.txt").write_text(LAST)
    return folder


def kept(cli, case) -> list[str]:
    """The paths of the documents that have claims in the case; the case itself checks out."""
    verified = cli("verify", case)
    assert verified == (0, "everything checks out\n", "")
    table = cli("claims", case).out
    return sorted(set(re.findall(r"[\w-]+\.(?:txt|html|jsonl)(?::\d+)?", table)))


def status(cli, case) -> dict[str, int]:
    rows = re.findall(r"^(\w+) +([\d,]+)$", cli("status", case).out, re.MULTILINE)
    return {name: int(number.replace(",", "")) for name, number in rows}


BAD = {
    "empty": ("m.txt", b"", r"the file is empty; remove it"),
    "only white space": ("m.txt", b" \n\t\n\n", r"the file is empty; remove it"),
    "binary": ("m.txt", bytes(range(256)) * 20, r"binary, not text; convert it"),
    "an image": ("m.txt", b"\x89PNG\r\n\x1a\n" + bytes(2000), r"PNG image, not text; convert it"),
    "50 MB of text": ("m.txt", (FIRST + "\n").encode() * 550_000, r"larger than 20 MB; split it"),
    "a page without an article": (
        "m.html", b"<html><title>Menu</title><body><nav><a href='/'>Home</a></nav></body></html>",
        r"no article was found in the page; save its text as \.txt",
    ),
    "a format that is not read": ("m.pdf", b"%PDF-1.7", r"\.pdf is not read yet; convert it to text"),
    "an empty list": ("m.jsonl", b"", r"the file is empty; remove it or add documents"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_read(cli, case, reports, name, data, message):
    (reports / name).write_bytes(data)
    ran = cli("add", case, reports)
    assert ran.code == 1
    assert ran.out == "2 documents read, 2 new, 1 failed; the case holds 2\n"
    assert re.fullmatch(rf"failed: {re.escape(str(reports / name))}: .*{message}.*\n", ran.err)
    assert kept(cli, case) == ["a-first.txt", "z-last.txt"]
    assert status(cli, case)["failures"] == 1

    again = cli("add", case, reports)
    assert (again.code, again.err) == (1, ran.err)
    assert again.out == "2 documents read, 0 new, 1 failed; the case holds 2\n"
    assert status(cli, case)["failures"] == 1


def test_a_failure_is_a_record_for_programs_and_a_line_for_people(cli, reports):
    (reports / "m.txt").write_bytes(b"")
    for command in ("read", "extract", "link"):
        ran = cli(command, reports, "--format", "jsonl")
        assert ran.code == 1
        records = [json.loads(line) for line in ran.out.splitlines()]
        failed = [r for r in records if r["record"] == "failure"]
        assert [(f["item"], f["stage"], f["error"]) for f in failed] == [
            (str(reports / "m.txt"), "read", "EmptyError")
        ]
        assert ran.err == f"failed: {reports}/m.txt: {failed[0]['message']}\n"
        assert sum(r["record"] == "document" for r in records) == 2


UNUSUAL = {
    "invalid UTF-8": (FIRST.encode() + b"\n\nThe mayor\xff spoke \xc3\x28.", FIRST),
    "UTF-16 with a mark": (FIRST.encode("utf-16"), FIRST),
    "UTF-16 without a mark": (FIRST.encode("utf-16-le"), FIRST),
    "UTF-8 with a mark": (FIRST.encode("utf-8-sig"), FIRST),
    "windows-1252": ("“Two” people — residents".encode("cp1252"), "“Two” people — residents"),
    "cp1256": (ARABIC.encode("cp1256"), ARABIC),
}


@pytest.mark.parametrize(("data", "text"), UNUSUAL.values(), ids=UNUSUAL)
def test_other_encodings_are_read(cli, reports, data, text):
    (reports / "m.txt").write_bytes(data)
    ran = cli("read", reports / "m.txt", "--format", "jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["text"].startswith(text)


def test_documents_in_any_language_and_encoding_are_kept(cli, case, reports):
    (reports / "m-arabic.txt").write_bytes(ARABIC.encode("cp1256"))
    (reports / "m-invalid.txt").write_bytes(UNUSUAL["invalid UTF-8"][0])
    (reports / "m-wide.txt").write_bytes(FIRST.replace("Two", "Three").encode("utf-16"))
    ran = cli("add", case, reports)
    unread = "1 document kept, in languages not read for claims: ar 1\n"
    assert ran == (0, "5 documents read, 5 new; the case holds 5\n", unread)
    assert {"a-first.txt", "m-invalid.txt", "m-wide.txt", "z-last.txt"} <= set(kept(cli, case))


def test_a_broken_line_in_the_middle(cli, case, reports):
    lines = [json.dumps({"id": "one", "text": FIRST}), '{"id": "two", "text": ', json.dumps({"text": LAST})]
    (reports / "m.jsonl").write_text("\n".join(lines))
    ran = cli("add", case, reports / "m.jsonl")
    assert ran.code == 1
    assert ran.err.startswith(f"failed: {reports}/m.jsonl:2: the line is not JSON")
    assert kept(cli, case) == ["m.jsonl:1", "m.jsonl:3"]


def test_two_documents_with_one_id(cli, case, reports):
    lines = [json.dumps({"id": "same", "text": text}) for text in (FIRST, LAST)]
    (reports / "m.jsonl").write_text("\n".join(lines))
    ran = cli("add", case, reports / "m.jsonl")
    assert ran.code == 1
    assert re.fullmatch(r"failed: .*m\.jsonl:2: id same .*give this one an id of its own\n", ran.err)
    assert kept(cli, case) == ["m.jsonl:1"]

    (reports / "later.jsonl").write_text(lines[1])
    ran = cli("add", case, reports / "later.jsonl")
    assert ran.code == 1
    assert re.fullmatch(r"failed: .*later\.jsonl:1: .*'same': give one of them an id of its own\n", ran.err)
    assert kept(cli, case) == ["m.jsonl:1"]


def test_no_date_at_all(cli, reports):
    (reports / "m.txt").write_text("Two people were killed in an air strike on a school in Ariha yesterday.")
    ran = cli("link", reports / "m.txt", "--format", "jsonl")
    records = [json.loads(line) for line in ran.out.splitlines()]
    document = next(r for r in records if r["record"] == "document")
    assert ran.code == 0
    assert (document["published"], document["published_how"]) == (None, "unknown")
    assert all(r["date"] == [None, None] for r in records if r["record"] == "incident")


def test_a_date_in_the_future_is_not_believed(cli, reports):
    (reports / "m.jsonl").write_text(json.dumps({"text": FIRST, "published": "2199-01-01"}))
    ran = cli("read", reports / "m.jsonl", "--format", "jsonl")
    document = json.loads(ran.out)
    assert ran.code == 0
    assert (document["published"], document["published_how"]) == (None, "unknown")
    assert "2199-01-01" in document["published_evidence"]


def test_a_path_that_is_not_there(cli, case, reports):
    ran = cli("add", case, reports / "a-first.txt", reports / "gone.txt", reports / "z-last.txt")
    assert ran.code == 1
    assert re.fullmatch(r"failed: .*gone\.txt: no such file; check the path.*\n", ran.err)
    assert kept(cli, case) == ["a-first.txt", "z-last.txt"]


def test_a_file_that_vanishes_while_the_folder_is_read(cli, case, reports, monkeypatch):
    (reports / "m.txt").write_text("Three people were killed in Saraqib on 6 May 2020.")
    analyse: Callable[..., object] = pipeline.analyse

    def analyse_and_remove(document):
        (reports / "m.txt").unlink(missing_ok=True)
        return analyse(document)

    monkeypatch.setattr(pipeline, "analyse", analyse_and_remove)
    ran = cli("add", case, reports)
    assert ran.code == 1
    assert re.fullmatch(r"failed: .*m\.txt: no such file.*moved while being read\n", ran.err)
    assert kept(cli, case) == ["a-first.txt", "z-last.txt"]


def test_a_link_to_nowhere_and_a_folder_without_files(cli, case, reports, tmp_path):
    (reports / "m.txt").symlink_to("nowhere.txt")
    (tmp_path / "hollow").mkdir()
    ran = cli("add", case, reports, tmp_path / "hollow")
    assert ran.code == 1
    assert re.search(r"failed: .*m\.txt: no such file", ran.err)
    assert re.search(r"failed: .*hollow: the folder holds no files; add reports to it", ran.err)
    assert kept(cli, case) == ["a-first.txt", "z-last.txt"]


def test_standard_input(cli, case):
    assert cli("add", case, "-", stdin=FIRST.encode()).out == "1 document read, 1 new; the case holds 1\n"
    ran = cli("add", case, "-")
    assert ran.code == 1
    assert ran.err.startswith("failed: standard input: the file is empty")


def test_a_file_named_twice_is_kept_once_and_is_no_failure(cli, case, reports):
    path = reports / "a-first.txt"
    ran = cli("add", case, path, path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "2 documents read, 1 new; the case holds 1\n"
    assert cli("add", case, path, path).out == "2 documents read, 0 new; the case holds 1\n"
    assert kept(cli, case) == ["a-first.txt"]


def test_names_that_are_not_unicode(cli, case, reports):
    Path(f"{reports}/m\udcff.txt").write_text("Three people were killed in Saraqib on 6 May 2020.")
    ran = cli("add", case, reports)
    assert ran.code == 1
    assert re.fullmatch(r"failed: .*m\\udcff\.txt: .*rename it.*\n", ran.err)
    assert kept(cli, case) == ["a-first.txt", "z-last.txt"]


ENDS = (
    "Shelling hit a school in Ariha on Monday, killing two people, residents said. Three weeks earlier an "
    "air strike killed four people there. On 31 December an air strike killed five people in Hama. On 1 "
    "January six people were killed in Hama; three days earlier seven were. Forty years ago eight died."
)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_days_at_an_end_of_the_calendar(cli, case, tmp_path, published):
    """No reckoning from a day runs off the calendar and takes the other documents with it."""
    given = {"title": "Ariha", "text": ENDS, "published": published}
    reports = tmp_path / "ends.jsonl"
    reports.write_text(
        "\n".join(json.dumps({**given, "text": text}) for text in (ENDS, f"Again. {ENDS}", LAST))
    )
    assert cli("add", case, reports) == (0, "3 documents read, 3 new; the case holds 3\n", "")
    ran = cli("figures", case, "--from", "0001-01-01", "--to", "9999-12-31")
    assert (ran.code, ran.err) == (0, "")
    assert cli("report", case).code == 0
    assert cli("verify", case).out == "everything checks out\n"
