"""One file shown to browsers of this machine, until it is stopped."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from witnessmark.cli.output import say
from witnessmark.errors import UsageError

LOOPBACK = "127.0.0.1"


class _OneFile(SimpleHTTPRequestHandler):
    """Answers every path with the one page; the case's other files are never served."""

    def __init__(self, page: bytes, *args: object) -> None:
        self.page = page
        super().__init__(*args)  # type: ignore[arg-type]  # the server's own three

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.page)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(self.page)

    do_HEAD = do_GET  # noqa: N815  (the library's own naming)

    def log_message(self, *_: object) -> None:
        """Keep no record of who looked."""


def serve_file(path: Path, port: int) -> int:
    """Serve until interrupted; 0. Raises UsageError when the port is taken."""
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), partial(_OneFile, path.read_bytes()))
    except OSError as error:
        raise UsageError(f"--port {port}: {error.strerror}; choose another, or 0 for a free one") from error
    say(f"http://{LOOPBACK}:{server.server_port}/  (stop with Ctrl-C)")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("stopped")
    return 0
