"""Fetching from a server of this machine that behaves, breaks off, lies or has changed."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from listed_places import geonames, zipped
from witnessmark.errors import UnreadableError, UsageError
from witnessmark.locate.supply import fetch as module
from witnessmark.locate.supply.fetch import address, fetch
from witnessmark.locate.supply.fetching import alpha2

# does not shrink when packed, so that there is something to break off
TEXT = "".join(geonames(n, f"Place {n * 7919 % 10007} {n}") for n in range(1, 3000))
FILE = zipped("SY.txt", TEXT)
OTHER = zipped("SY.txt", TEXT + geonames(9000, "New"))


@dataclass
class Server:
    """What the server holds and how it behaves; what it was asked."""

    body: bytes = FILE
    etag: str = '"one"'
    modified: str = ""
    breaks: list[int] = field(default_factory=list)  # how much of each of the next replies is sent
    then: tuple[bytes, str] | None = None  # what the file has become after the first break
    ranges: bool = True
    careless: bool = False  # answers a range of another version
    status: int = 200
    root: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    server_state: Server

    def do_GET(self):
        s = self.server_state
        s.asked.append(dict(self.headers))
        if s.status != 200 or not self.path.endswith("/SY.zip"):
            self.send_error(s.status if s.status != 200 else 404)
            return
        version = s.etag or s.modified
        if version and version in {self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")}:
            self.send_response(304)
            self.end_headers()
            return
        start = self._start(s, version)
        if start is not None and start >= len(s.body):
            self.send_error(416)
            return
        self._send(s, start)

    def _start(self, s, version):
        span = self.headers.get("Range")
        fits = s.careless or self.headers.get("If-Range") == version
        return int(span.removeprefix("bytes=").rstrip("-")) if span and s.ranges and fits else None

    def _send(self, s, start):
        body = s.body[start or 0 :]
        self.send_response(200 if start is None else 206)
        self.send_header("Content-Length", str(len(body)))
        if start is not None:
            self.send_header("Content-Range", f"bytes {start}-{len(s.body) - 1}/{len(s.body)}")
        for name, value in (("ETag", s.etag), ("Last-Modified", s.modified)):
            if value:
                self.send_header(name, value)
        self.end_headers()
        if s.breaks:
            self.wfile.write(body[: s.breaks.pop(0)])
            if s.then:
                s.body, s.etag = s.then
                s.then = None
            self.close_connection = True
        else:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch) -> Iterator[Server]:
    monkeypatch.setattr(module, "PAUSE", 0.0)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    state = Server()
    handler = type("Bound", (Handler,), {"server_state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        state.root = f"http://127.0.0.1:{running.server_port}/dump"
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        running.shutdown()
        thread.join()


def get(server, tmp_path, known="", seen=None):
    tell = (lambda have, total: seen.append((have, total))) if seen is not None else lambda *_: None
    return fetch(tmp_path, f"{server.root}/SY.zip", known, tell)


def left(tmp_path):
    return sorted(p.name for p in tmp_path.iterdir())


def test_a_file_comes_whole_and_its_progress_is_told(server, tmp_path):
    seen = []
    path, etag = get(server, tmp_path, seen=seen)
    assert (path.read_bytes(), etag) == (FILE, '"one"')
    assert seen[-1] == (len(FILE), len(FILE))
    assert left(tmp_path) == ["SY.zip"]


def test_a_connection_that_breaks_is_gone_on_with(server, tmp_path):
    server.breaks = [4000, 3000]
    path, _ = get(server, tmp_path)
    assert path.read_bytes() == FILE
    assert [a.get("Range") for a in server.asked] == [None, "bytes=4000-", "bytes=7000-"]
    assert {a.get("If-Range") for a in server.asked[1:]} == {'"one"'}


def test_one_that_breaks_for_good_keeps_what_came_for_the_next_call(server, tmp_path):
    server.breaks = [1000] * module.TRIES
    with pytest.raises(UnreadableError, match=r"broke off after 4,000 bytes .*what came is kept: run"):
        get(server, tmp_path)
    assert left(tmp_path) == ["SY.zip.json", "SY.zip.part"]
    server.asked.clear()
    path, _ = get(server, tmp_path)
    assert path.read_bytes() == FILE
    assert [a.get("Range") for a in server.asked] == ["bytes=4000-"]


@pytest.mark.parametrize("careless", [False, True], ids=["the server notices", "the server does not"])
def test_a_file_that_changes_between_two_parts_is_begun_anew(server, tmp_path, careless):
    server.breaks, server.then, server.careless = [5000], (OTHER, '"two"'), careless
    path, etag = get(server, tmp_path)
    assert (path.read_bytes(), etag) == (OTHER, '"two"')


def test_a_server_without_ranges_sends_it_all_again(server, tmp_path):
    server.breaks, server.ranges = [5000], False
    assert get(server, tmp_path)[0].read_bytes() == FILE


def test_without_a_strong_tag_the_date_tells_versions_apart(server, tmp_path):
    server.etag, server.modified, server.breaks = 'W/"x"', "Mon, 01 Jan 2024 00:00:00 GMT", [5000]
    _, etag = get(server, tmp_path)
    assert etag == server.modified
    server.etag = ""
    assert get(server, tmp_path, known=etag) is None


def test_what_no_version_is_known_of_is_never_gone_on_with(server, tmp_path):
    (tmp_path / "SY.zip.part").write_bytes(FILE[:5000])
    assert get(server, tmp_path)[0].read_bytes() == FILE
    assert server.asked[0].get("Range") is None
    server.etag, server.breaks = "", [5000]
    assert get(server, tmp_path)[0].read_bytes() == FILE


def test_a_part_longer_than_the_file_is_begun_anew(server, tmp_path):
    server.breaks = [5000] + [0] * (module.TRIES - 1)
    with pytest.raises(UnreadableError):
        get(server, tmp_path)
    server.body = zipped("SY.txt", geonames(1, "Small"))
    assert get(server, tmp_path)[0].read_bytes() == server.body


def test_what_has_not_changed_is_not_sent_again(server, tmp_path):
    assert get(server, tmp_path, known='"one"') is None
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("status", "message"),
    [(404, "no such file there; check the country"), (503, "answers 503")],
)
def test_a_refusal_is_told(server, tmp_path, status, message):
    server.status = status
    with pytest.raises(UnreadableError, match=message):
        get(server, tmp_path)


@pytest.mark.parametrize(
    "body",
    [b"<html>Please log in</html>", b"", FILE[:9000], FILE[:3000] + b"\0" * 50 + FILE[3050:]],
    ids=["a page", "nothing", "half a file sent as whole", "a damaged file"],
)
def test_what_is_no_whole_zip_is_dropped(server, tmp_path, body):
    server.body = body
    with pytest.raises(UnreadableError, match=r"SY\.zip: .*(not a whole zip .*check --address|damaged; run)"):
        get(server, tmp_path)
    assert left(tmp_path) == []


def test_no_server_is_a_clear_error(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 0.0)
    with pytest.raises(UnreadableError, match=r"nothing came .Connection refused.; check"):
        fetch(tmp_path, "http://127.0.0.1:9/SY.zip", "", lambda *_: None)


def test_the_address_is_an_option_a_setting_or_geonames_own(monkeypatch):
    monkeypatch.delenv(module.ENVIRONMENT, raising=False)
    assert address() == module.ADDRESS
    monkeypatch.setenv(module.ENVIRONMENT, "http://mirror.example/geo/")
    assert address() == "http://mirror.example/geo"
    assert address("https://other.example/") == "https://other.example"
    for wrong in ("file:///etc/passwd", "ftp://a.example/x", "mirror"):
        with pytest.raises(UsageError, match=r"--address .*: give the folder"):
            address(wrong)


@pytest.mark.parametrize("given", ["SY", "sy", "SYR", "Syria"])
def test_a_country_is_named_by_code_or_name(given):
    assert alpha2(given) == "SY"
    with pytest.raises(UsageError, match="no country of this code or name"):
        alpha2("Ruritania")
