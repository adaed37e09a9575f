"""A package is what was signed, to the byte, or it is said what is wrong with it."""

import io
import json
import struct
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sites.packed import MADE, OFFICE, PARTY, THIEF, manifest, packed, ring, row
from witnessmark.errors import KeyRevokedError, PackageError, UsageError
from witnessmark.keys.keyring import card, revoked, rotated
from witnessmark.keys.signing import read_envelope
from witnessmark.model.ids import bytes_id
from witnessmark.sites import container, package
from witnessmark.sites.container import Fault
from witnessmark.sites.package import Request

RING = ring()
DATA = packed()
ROWS = [row(), row("WS-02", ("School of the mill", "Школа біля млина"), 61.5, 5.25, "utm")]


def faults(data: bytes, keys=RING) -> set[Fault]:
    found = package.verify(data, keys)
    assert found.sound == (not {f.fault for f in found.container.findings} - {Fault.NOTE})
    assert found.sound == (found.manifest is not None)
    return {f.fault for f in found.container.findings}


def repacked(change) -> bytes:
    """The files of the package, changed and zipped again as the program would."""
    files = dict(container._unzipped(DATA))
    change(files)
    return container._zipped(files)


def test_what_was_sent_is_read_back_without_what_was_kept():
    found = package.verify(packed(*reversed(ROWS)), RING)
    assert found.sound
    assert found.manifest == manifest()
    assert [r.site for r in found.rows] == ["WS-01", "WS-02"]
    assert [r.names for r in found.rows] == [r.names for r in ROWS]
    assert all(r.transmitted.offset is None for r in found.rows)
    assert found.container.sha256 == bytes_id(packed(*ROWS))


def test_the_same_sites_give_the_same_bytes_everywhere():
    assert packed(*ROWS) == packed(*reversed(ROWS))
    # Fixed, so that a change of the written form, or of a library below it, is noticed.
    files = {"b.txt": b"two", "a.txt": "\u00e9".encode()}
    assert (
        bytes_id(container.pack("notification", {"created": MADE}, files, OFFICE))
        == "45cf997deb6969f10e218885a894f7fa35bd9a24927686383fdb89ac1f106fa3"
    )


@pytest.mark.parametrize("request_", list(Request))
def test_each_request_has_its_own_words_on_the_sheet(request_):
    page = dict(container._unzipped(packed(request=request_)))[package.SHEET].decode()
    words = {"notify": "Notification of", "amend": "Correction of", "withdraw": "Withdrawal of"}
    assert [w in page for w in words.values()] == [r == request_ for r in Request]


def test_every_flipped_byte_is_found():
    """Each byte of the package once, with one bit or all of them turned."""
    kept = []
    for n in range(len(DATA)):
        for turn in ((1 << n % 8), 0xFF):
            data = bytearray(DATA)
            data[n] ^= turn
            if container.unpack("notification", bytes(data), RING).sound:
                kept.append(n)
    assert kept == []


@given(st.data())
@settings(max_examples=100)
def test_cut_lengthened_or_overwritten_it_is_found(data):
    n = data.draw(st.integers(0, len(DATA)))
    other = data.draw(st.binary(max_size=40))
    cut = data.draw(st.integers(0, 40))
    changed = DATA[:n] + other + DATA[n + cut :]
    if changed != DATA:
        assert not package.verify(changed, RING).sound


def rezipped(order=sorted, comment=b"", **how) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **how) as archive:
        for name, data in order(dict(container._unzipped(DATA)).items()):
            archive.writestr(zipfile.ZipInfo(name, container._WHEN), data)
        archive.comment = comment
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.LAYOUT),
        (b"hello", Fault.LAYOUT),
        (DATA[:-1], Fault.LAYOUT),
        (DATA + b"\0", Fault.LAYOUT),
        (b"\0" + DATA, Fault.LAYOUT),
        (DATA[:-2] + b"\x01\x00x", Fault.LAYOUT),
        (rezipped(comment=b"checked"), Fault.LAYOUT),
        (rezipped(lambda items: sorted(items, reverse=True)), Fault.LAYOUT),
        (repacked(lambda f: f.pop(container.ENVELOPE)), Fault.LAYOUT),
        (repacked(lambda f: f.update({"notification.csv": f["notification.csv"] + b"\r\n"})), Fault.CHANGED),
        (repacked(lambda f: f.pop("notification.html")), Fault.CHANGED),
        (repacked(lambda f: f.update({"more.txt": b"x"})), Fault.CHANGED),
    ],
)
def test_what_was_done_to_it_is_said(data, fault):
    assert faults(data) == {fault}


def test_a_file_twice_is_found():
    out = io.BytesIO(DATA)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("notification.csv", b"other")
    assert faults(out.getvalue()) == {Fault.LAYOUT}


def test_compressed_again_it_is_not_unfolded():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("envelope.json", bytes(10_000_000))
    assert faults(out.getvalue()) == {Fault.LAYOUT}


def test_files_that_overlap_are_not_unfolded():
    """Each begins within the one before it, so that 2,000 of them in 170 kB would come to 70 MB."""
    names = [b"%05d" % n for n in range(2000)]
    inside, listed = b"", b""
    for n, name in reversed(list(enumerate(names))):
        about = struct.pack("<5H3L2H", 20, 0, 0, 0, 0, zlib.crc32(inside), len(inside), len(inside), 5, 0)
        inside = b"PK\3\4" + about + name + inside
        more = struct.pack("<3H2L", 0, 0, 0, 0, n * 35)
        listed = b"PK\1\2" + struct.pack("<H", 20) + about + more + name + listed
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2000, 2000, len(listed), len(inside), 0)
    opened = container.unpack("notification", inside + listed + end, ring())
    assert [f.message for f in opened.findings] == [
        "it is compressed or encrypted, as no package is: it was packed again"
    ]


def test_a_second_signature_is_found():
    def add(files):
        envelope = json.loads(files[container.ENVELOPE])
        second = json.loads(THIEF.envelope("notification", {}))["signatures"]
        envelope["signatures"] += second
        files[container.ENVELOPE] = (
            json.dumps(envelope, sort_keys=True, separators=(",", ":")).encode() + b"\n"
        )

    found = package.verify(repacked(add), RING).container.findings
    assert "2 signatures" in found[0].message


def test_the_envelope_of_another_package_does_not_fit():
    other = dict(container._unzipped(packed(row("WS-09"))))[container.ENVELOPE]
    assert faults(repacked(lambda f: f.update({container.ENVELOPE: other}))) == {Fault.CHANGED}


def test_a_key_nobody_trusts_is_said_with_its_fingerprint():
    found = package.verify(packed(by=THIEF), RING)
    assert [f.fault for f in found.container.findings] == [Fault.UNKNOWN_KEY]
    assert THIEF.id in found.container.findings[0].message
    with pytest.raises(PackageError, match=r"round\.zip: signed by a key you have not said you trust"):
        found.container.trusted("round.zip")


def test_a_thief_who_takes_the_name_of_the_key_is_found():
    def forge(files):
        signed = read_envelope(files[container.ENVELOPE])
        forged = json.loads(THIEF.envelope("notification", signed.value))
        forged["signatures"][0]["keyid"] = OFFICE.id
        files[container.ENVELOPE] = json.dumps(forged, sort_keys=True, separators=(",", ":")).encode() + b"\n"

    assert faults(repacked(forge)) == {Fault.SIGNATURE}


def test_a_receipt_is_no_package():
    data = container.pack("receipt", {"created": MADE}, {}, OFFICE)
    assert faults(data) == {Fault.LAYOUT}


@pytest.mark.parametrize(
    ("since", "fault"),
    [("2026-02-01T00:00:00Z", Fault.REVOKED_KEY), ("2026-03-01T09:00:00Z", Fault.REVOKED_KEY),
     ("2026-03-01T09:00:01Z", Fault.NOTE)],
)  # fmt: skip
def test_what_a_key_signed_before_it_was_revoked_stands_and_it_is_said(since, fault):
    keys = ring(statements=revoked(OFFICE, OFFICE.line, since, "laptop stolen"))
    assert faults(DATA, keys) == {fault}
    found = package.verify(DATA, keys).container
    assert "laptop stolen" in found.findings[0].message
    if fault is Fault.REVOKED_KEY:
        with pytest.raises(KeyRevokedError, match="counts for nothing since"):
            found.trusted("round.zip")
    else:
        assert "by the word of the signer alone" in found.findings[0].message


def test_a_successor_that_the_old_key_named_is_trusted():
    said = rotated(OFFICE, PARTY.line, "Office, second", "yearly", "2026-02-15T00:00:00Z")
    assert faults(packed(by=PARTY)) == {Fault.UNKNOWN_KEY}
    assert faults(packed(by=PARTY), ring(statements=said)) == set()
    assert faults(DATA, ring(statements=said)) == {Fault.REVOKED_KEY}
    assert faults(packed(created="2026-02-01"), ring(statements=said)) == {Fault.NOTE}


def test_dated_before_its_key_was_made_or_with_a_key_for_something_else_it_is_refused():
    assert faults(packed(created="2025-12-31")) == {Fault.SIGNATURE}
    assert faults(DATA, ring(card(OFFICE, "Office", "register", MADE))) == {Fault.SIGNATURE}


@pytest.mark.parametrize("created", [None, 3, "yesterday", "2026-03-01"])
def test_a_container_without_its_time_is_refused(created):
    assert faults(container.pack("notification", {"created": created}, {}, OFFICE)) == {Fault.CONTENT}


def signed(**files) -> bytes:
    """A package that a trusted key really signed, with other files than the program writes."""
    good = dict(container._unzipped(DATA))
    value = dict(read_envelope(good.pop(container.ENVELOPE)).value)
    return container.pack("notification", value, {**good, **files}, OFFICE)


@pytest.mark.parametrize(
    "files",
    [
        {package.CSV: b"site\r\n"},
        {package.CSV: b"\xff"},
        {package.CSV: dict(container._unzipped(packed(row("WS-02"))))[package.CSV]},
        {package.CSV: dict(container._unzipped(DATA))[package.CSV].replace(b"45.250000", b"45.25")},
        {package.CSV: dict(container._unzipped(DATA))[package.CSV].replace(b"45.250000", b"east")},
        {package.GEOJSON: b"{}"},
    ],
)
def test_a_table_and_a_map_layer_that_differ_are_refused_whoever_signed_them(files):
    assert faults(signed(**files)) == {Fault.CONTENT}


@pytest.mark.parametrize(
    "change", [{"request": "forget"}, {"batch": 7}, {"sender": None}, {"earlier": []}, {"format": 2}]
)
def test_a_statement_of_another_version_is_refused(change):
    files = dict(container._unzipped(DATA))
    value = {**read_envelope(files.pop(container.ENVELOPE)).value, **change}
    written = {
        "format": container.FORMAT,
        "key": OFFICE.id,
        "files": {n: bytes_id(d) for n, d in files.items()},
    }
    envelope = OFFICE.envelope("notification", {**value, **written, **change})
    assert faults(container._zipped({**files, container.ENVELOPE: envelope})) == {Fault.CONTENT}


WORDS = st.text(max_size=12)
POINTS = st.tuples(st.floats(-80, 84, exclude_max=True), st.floats(-180, 180))


@given(
    names=st.lists(WORDS, max_size=3), site=WORDS, sent=WORDS, point=POINTS,
    words=st.fixed_dictionaries({"batch": WORDS, "party": WORDS, "channel": WORDS, "sender": WORDS}),
)  # fmt: skip
@example(["=1+1", "'=1", " | ", "a\r\nb", '"'], "@SUM", "-1.5, 3", (0.0, 180.0), {"batch": "-x"})
@settings(max_examples=60)
def test_whatever_names_and_positions_are_the_package_is_sound_and_tells_them(
    names, site, sent, point, words
):
    given_row = row(site, names, *point)
    given_row = replace(given_row, transmitted=replace(given_row.transmitted, verbatim=sent))
    found = package.verify(packed(given_row, **words), RING)
    assert found.sound, found.container.findings
    told = found.rows[0]
    assert (told.site, told.transmitted.verbatim) == (site, sent)
    assert list(told.names) == [part for name in names for part in name.split(" | ") if part]
    assert abs(told.transmitted.lat - point[0]) < 6e-7
    assert abs(told.transmitted.lon - point[1]) < 6e-7


def test_a_spreadsheet_runs_nothing_in_the_table():
    table = dict(container._unzipped(packed(row("+1", ["=HYPERLINK(1)", "@x"]))))[package.CSV].decode(
        "utf-8-sig"
    )
    line = table.splitlines()[1]
    assert line.startswith("'+1,'=HYPERLINK(1) | @x,")
    assert '"-12.500000, 45.250000"' in line


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ward;=HYPERLINK(1)", "Ward;'=HYPERLINK(1)"),
        ("Ward\t@x", "Ward\t'@x"),
        ("Ward\n-2", '"Ward\n\'-2"'),
        ("\uff1dx", "'\uff1dx"),
        ("';'=x", "'';''=x"),
        ("North-west; south", "North-west; south"),
    ],
)
def test_a_spreadsheet_that_parts_cells_otherwise_runs_nothing_either(name, written):
    data = packed(row("WS-1", [name]))
    table = dict(container._unzipped(data))[package.CSV].decode("utf-8-sig")
    assert f"WS-1,{written},medical_facility" in table
    assert package.verify(data, ring()).rows[0].names == (name,)


def test_the_sheet_shows_names_as_text_and_asks_for_nothing():
    page = dict(container._unzipped(packed(row(names=["<script>x</script>", "مشفى المعبر"]))))[
        package.SHEET
    ].decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert '<p dir="auto">مشفى المعبر</p>' in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "Notification changes no protection under the law; neither does its absence." in page
    assert OFFICE.id in page


@pytest.mark.parametrize(
    ("rows", "changes", "said"),
    [
        ((), {}, "at least one site"),
        ((row(), row()), {}, "twice"),
        ((row(),), {"created": "2026-03-01T09:00:00"}, "no day or time"),
    ],
)
def test_what_can_not_be_sent_is_refused(rows, changes, said):
    with pytest.raises(UsageError, match=said):
        package.build(manifest(**changes), rows, OFFICE)


def test_no_finding_names_a_site_or_a_position():
    said = " ".join(
        f.message for f in package.verify(repacked(lambda f: f.pop(package.SHEET)), RING).container.findings
    )
    assert "Ferry hospital" not in said
    assert "45.25" not in said
