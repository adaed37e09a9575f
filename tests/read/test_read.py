import importlib
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from witnessmark.model.document import Document, PublishedHow, ZoneKind
from witnessmark.model.failure import Failure
from witnessmark.model.ids import bytes_id
from witnessmark.read import FORMATS, read, read_bytes
from witnessmark.read.limits import MAX_TEXT_BYTES

LEAD = (
    "Two shells hit the market in the town of Velmora on Tuesday morning, killing at least four people "
    "and wounding eleven others, the civil protection service said."
)
TODAY = date(2024, 6, 1)


def line(**fields):
    return json.dumps(fields, ensure_ascii=False).encode()


def only(items):
    (item,) = items
    return item


def document(data, path="a.txt", **options):
    item = only(read_bytes(data, path, today=TODAY, **options))
    assert isinstance(item, Document), item
    return item


def failure(data, path="a.txt"):
    item = only(read_bytes(data, path, today=TODAY))
    assert isinstance(item, Failure), item
    assert item.stage == "read"
    return item


def test_text_is_what_open_gives(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(f"Headline\r\n\r\n{LEAD}\r\n".encode())
    doc = only(read([path]))
    assert doc.text == path.read_text(encoding="utf-8")
    assert doc.sha256 == bytes_id(path.read_bytes())
    assert (doc.path, doc.format, doc.encoding, doc.language) == (str(path), "text", "utf-8", "en")


def test_the_id_is_of_bytes_and_name_not_of_the_folder(tmp_path):
    ids = set()
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(LEAD)
        ids |= {d.id for d in read([tmp_path / folder])}
    assert len(ids) == 1
    assert document(LEAD.encode(), "b.txt").id not in ids


def test_reading_kept_bytes_gives_the_same_document(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"Headline\n\n{LEAD}")
    first = list(read([path], today=TODAY))
    assert (
        first
        == list(read([path], today=TODAY))
        == list(read_bytes(path.read_bytes(), str(path), today=TODAY))
    )


def test_a_kept_line_of_a_jsonl_file_gives_the_same_document(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [line(text=f"{LEAD} {n}") for n in range(3)]
    path.write_bytes(b"\n".join(rows))
    docs = list(read([path], today=TODAY))
    assert [d.path for d in docs] == [f"{path}:{n}" for n in (1, 2, 3)]
    assert docs[1] == only(read_bytes(rows[1], f"{path}:2", today=TODAY))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding):
    assert document(LEAD.encode(encoding)).text == LEAD


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1256", "قال الدفاع المدني إن القصف على البلدة أسفر عن إصابة خمسة أشخاص بينهم طفلان"),
        ("cp1251", "По данным местных властей, в результате обстрела посёлка ранены пять человек."),
        ("cp1252", "Le bombardement a blessé cinq personnes près de l'hôpital, selon les secours déployés."),
        ("utf-16-le", "قال الدفاع المدني إن القصف على البلدة أسفر عن إصابة خمسة أشخاص"),
    ],
)
def test_legacy_encodings_are_detected_and_named(encoding, text):
    doc = document(text.encode(encoding))
    assert (doc.text, doc.encoding) == (text, encoding)


def test_damaged_utf8_is_kept_and_said():
    text = "قال الدفاع المدني إن القصف على البلدة أسفر عن إصابة خمسة أشخاص بينهم طفلان وامرأة"
    doc, said = read_bytes(text.encode() + b" \xff.", "a.txt")
    assert doc.text == text + " \ufffd."
    assert said.error == "UnreadableError"
    assert "kept" in said.message


@pytest.mark.parametrize(
    ("data", "error", "word"),
    [
        (b"", "EmptyError", "empty"),
        (b" \n\t ", "EmptyError", "empty"),
        ("\ufeff \n".encode(), "EmptyError", "white space"),
        (b"%PDF-1.7 ...", "UnreadableError", "PDF"),
        (b"PK\x03\x04rest", "UnreadableError", "zip"),
        (b"some text \x00\x01\x02 and more", "UnreadableError", "binary"),
        (bytes(range(1, 32)) * 9, "UnreadableError", "not text"),
        (b"\xff\xfea", "UnreadableError", "utf-16"),
    ],
)
def test_what_is_no_text_fails_by_name(data, error, word):
    said = failure(data)
    assert (said.item, said.error) == ("a.txt", error)
    assert word in said.message


def test_a_huge_text_is_refused_with_a_remedy():
    said = failure(b"a" * (MAX_TEXT_BYTES + 1))
    assert (said.error, "split" in said.message) == ("UnreadableError", True)


def test_a_text_of_countless_lines_is_refused():
    assert "lines" in failure(b"x\n" * 300_000).message


def test_a_broken_line_fails_alone(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [line(id="a", text=LEAD), b"", b'{"id": "b", "text"', b"[1]", line(id="c"), line(id="d", text=" ")]
    rows += [
        line(id="e", text=5),
        b'{"text": "\\ud800"}',
        b'{"text": "\xff"}',
        line(id="", text="x"),
        line(id="f", text=LEAD),
    ]
    path.write_bytes(b"\r\n".join(rows))
    items = list(read([path]))
    assert [d.id for d in items if isinstance(d, Document)] == ["a", "f"]
    failures = [f for f in items if isinstance(f, Failure)]
    assert [f.item for f in failures] == [f"{path}:{n}" for n in range(3, 11)]
    assert [f.error for f in failures if f.error != "UnreadableError"] == ["EmptyError"]


def test_an_over_long_line_fails_alone(monkeypatch):
    monkeypatch.setattr(importlib.import_module("witnessmark.read.lines"), "MAX_TEXT_BYTES", 200)
    rows = [line(id="a", text="first"), line(id="b", text="x" * 900), line(id="c", text="last")]
    items = list(read_bytes(b"\n".join(rows), "a.jsonl"))
    assert [type(i).__name__ for i in items] == ["Document", "Failure", "Document"]
    assert items[1].item == "a.jsonl:2"


def test_a_large_jsonl_is_read_line_by_line():
    class Endless(io.RawIOBase):
        served = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            row = line(id=str(self.served), text=LEAD)
            row += b" " * (len(buffer) - len(row) - 1) + b"\n"
            buffer[:] = row
            self.served += 1
            return len(row)

    raw = Endless()
    items = read(["-"], stdin=io.BufferedReader(raw))
    assert [next(items).id for _ in range(3)] == ["0", "1", "2"]
    assert raw.served < 50


def test_metadata_of_a_line():
    doc = document(
        line(
            id=7,
            text=LEAD,
            title="T",
            published="2024-05-06T10:00:00Z",
            url="http://x.example/1",
            publisher="P",
            language="EN",
        ),
        "a.jsonl",
    )
    assert (doc.id, doc.title, doc.url, doc.publisher, doc.language) == (
        "7",
        "T",
        "http://x.example/1",
        "P",
        "en",
    )
    assert (doc.published.day, doc.published.how) == (date(2024, 5, 6), PublishedHow.METADATA)


def test_two_documents_with_one_id():
    rows = [line(id="a", text=LEAD), line(id="a", text="Another text"), line(id="a", text=LEAD)]
    doc, other, same = read_bytes(b"\n".join(rows), "a.jsonl")
    assert doc.id == "a"
    assert [(f.item, f.error) for f in (other, same)] == [
        ("a.jsonl:2", "DuplicateIdError"),
        ("a.jsonl:3", "DuplicateIdError"),
    ]
    assert "another text" in other.message
    assert "same text" in same.message


def test_exact_copies_under_two_names_are_two_documents(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LEAD)
    first, second = read([tmp_path])
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_a_folder_is_read_sorted_and_drops_nothing(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.TXT", "sub/c.txt", "d.pdf", "e.xyz", ".hidden", ".git/f.txt"):
        (tmp_path / name).write_text(f"{name} {LEAD}")
    (tmp_path / "linked").symlink_to(tmp_path / "sub")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    items = list(read([tmp_path]))
    docs = [os.path.relpath(d.path, tmp_path) for d in items if isinstance(d, Document)]
    failures = {os.path.relpath(f.item, tmp_path): f.message for f in items if isinstance(f, Failure)}
    assert docs == ["a.TXT", "b.txt", f"sub{os.sep}c.txt"]
    assert sorted(failures) == ["d.pdf", "e.xyz", "gone.txt", "linked"]
    assert "not read yet" in failures["d.pdf"]
    assert all(suffix in failures["e.xyz"] for suffix in FORMATS)


def test_a_link_out_of_a_folder_is_refused_and_one_inside_is_read(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    (tmp_path / "private.txt").write_text(f"private {LEAD}")
    (reports / "a.txt").write_text(f"a {LEAD}")
    (reports / "b.txt").symlink_to(reports / "a.txt")
    (reports / "c.txt").symlink_to(tmp_path / "private.txt")
    items = list(read([reports]))
    assert [Path(d.path).name for d in items if isinstance(d, Document)] == ["a.txt", "b.txt"]
    [failure] = [f for f in items if isinstance(f, Failure)]
    assert failure.item.endswith("c.txt")
    assert "link out of the folder" in failure.message


def test_paths_that_cannot_be_read_fail_and_the_rest_goes_on(tmp_path):
    good, pipe, empty = tmp_path / "good.txt", tmp_path / "pipe", tmp_path / "empty"
    good.write_text(LEAD)
    os.mkfifo(pipe)
    empty.mkdir()
    items = list(read([tmp_path / "none.txt", pipe, empty, "nul\0.txt", good]))
    assert [type(i).__name__ for i in items] == ["Failure"] * 4 + ["Document"]
    assert "no such file" in items[0].message
    assert items[2].error == "EmptyError"


def test_a_file_that_vanishes_between_listing_and_opening(tmp_path, monkeypatch):
    package = importlib.import_module("witnessmark.read.pieces")
    monkeypatch.setattr(package, "files", lambda path: iter([str(path)]))
    said = only(read([tmp_path / "gone.txt"]))
    assert (said.error, said.item) == ("UnreadableError", str(tmp_path / "gone.txt"))


def test_standard_input_is_told_by_content():
    page = f"<!DOCTYPE html><html><head><title>T</title></head><body><p>{LEAD}</p></body></html>"
    for data, kind in ((LEAD.encode(), "text"), (line(id="a", text=LEAD), "jsonl"), (page.encode(), "html")):
        assert only(read(["-"], stdin=io.BytesIO(data))).format == kind
    assert only(read(["-"], stdin=io.BytesIO(b""))).error == "EmptyError"


def test_given_date_goes_before_metadata_and_metadata_before_the_text():
    text = f"Published: 5 May 2018\n\nHeadline of it\n\n{LEAD}"
    stated = document(text.encode()).published
    assert (stated.day, stated.how) == (date(2018, 5, 5), PublishedHow.STATED)
    data = line(id="a", text=text, published="2018-05-06")
    assert document(data, "a.jsonl").published.how is PublishedHow.METADATA
    given_day = document(data, "a.jsonl", published=date(2018, 5, 7)).published
    assert (given_day.day, given_day.how) == (date(2018, 5, 7), PublishedHow.GIVEN)


def test_a_future_date_is_not_believed_and_said():
    published = document(line(id="a", text=LEAD, published="2031-01-02"), "a.jsonl").published
    assert (published.day, published.how) == (None, PublishedHow.UNKNOWN)
    assert "later than 2024-06-01" in published.evidence
    assert (published.low, published.high) == (None, date(2024, 6, 1))


def test_no_date_and_a_date_that_is_none():
    assert document(LEAD.encode()).published.how is PublishedHow.UNKNOWN
    assert (
        "no date" in document(line(id="a", text=LEAD, published="2018-13-45"), "a.jsonl").published.evidence
    )


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl", ""])
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_any_bytes_give_documents_or_failures(suffix, data):
    items = list(read_bytes(data, f"a{suffix}", today=TODAY))
    assert items
    assert items == list(read_bytes(data, f"a{suffix}", today=TODAY))
    for item in items:
        assert isinstance(item, Failure) or item.text.strip()
        if isinstance(item, Document):
            assert item.text.encode()
            assert ZoneKind(item.zones[0].zone)
