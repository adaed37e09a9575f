"""Starting a room: what is refused, what stays private, and that the documented deployment is sound."""

import os
import subprocess
import sys

import pytest

from witnessmark.cli.serving import serve
from witnessmark.errors import UsageError
from witnessmark.web import server
from witnessmark.web.models import Project
from witnessmark.web.server import LIMITS, prepare
from witnessmark.web.setup import DATABASE, SECRET, Room, secret

# The tests that drive a browser run inside its event loop and tell Django so: a deployment does not.
DEPLOYED = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
CHECK = """
import sys
from pathlib import Path
from witnessmark.web.setup import Room, configure
configure(Room((Path(sys.argv[1]),), ("room.example",), https=True))
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
call_command("makemigrations", "web", check=True, dry_run=True, verbosity=0)
"""

LOGGED = """
import sys
from pathlib import Path
from witnessmark.web.setup import Room, configure
configure(Room((Path(sys.argv[1]),)))
import logging
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.log import log_response
client = Client(raise_request_exception=False)
client.get("/account/login/", headers={"host": "evil.example"})
client.get("/account/login/", headers={"host": "localhost"})  # there are no tables: it fails
for status in (500, 503):
    request = RequestFactory().get("/welcome/an-invitation/")
    log_response("%s: %s", "no", request.path, response=HttpResponse(status=status), request=request)
logging.getLogger("waitress").error("of %s", "/welcome/an-invitation/")
"""


def run(*words):
    command = [sys.executable, "-m", "witnessmark", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::"])  # noqa: S104  (to be refused)
def test_no_room_opens_to_others_without_encryption(tmp_path, host):
    told = run("serve", tmp_path / "case", "--host", host, "--port", "0")
    assert (told.returncode, "--behind-https" in told.stderr) == (2, True)


def test_the_documented_deployment_passes_every_check_of_django_and_its_tables_are_its_models(tmp_path):
    command = [sys.executable, "-c", CHECK, tmp_path]
    told = subprocess.run(command, env=DEPLOYED, capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stderr


def test_key_and_accounts_are_their_owners_alone(room, engine):
    files = [SECRET, DATABASE] if engine == "sqlite" else [SECRET]
    for name in files:
        path = room.cases[0] / name
        path.unlink(missing_ok=True)
    old = os.umask(0)
    try:
        run("user", "add", room.cases[0], "omar")
    finally:
        os.umask(old)
    assert [(room.cases[0] / name).stat().st_mode & 0o777 for name in files] == [0o600] * len(files)


@pytest.mark.parametrize(
    ("text", "mode", "said"), [("", 0o600, "not the room's key"), ("x" * 86, 0o640, "chmod")]
)
def test_a_key_cut_short_or_open_to_others_opens_no_room(tmp_path, text, mode, said):
    kept = secret(tmp_path)
    assert secret(tmp_path) == kept
    (tmp_path / SECRET).write_text(text)
    (tmp_path / SECRET).chmod(mode)
    with pytest.raises(UsageError, match=said):
        secret(tmp_path)


def test_the_log_says_where_it_failed_and_never_of_what(tmp_path):
    command = [sys.executable, "-c", LOGGED, tmp_path]
    told = subprocess.run(command, env=DEPLOYED, capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stderr
    assert not [word for word in ("evil", "welcome", "login", "table", "Traceback") if word in told.stderr]
    assert [line.split(" of ")[0] for line in told.stderr.splitlines() if " of " in line] == [
        "error 500", "error 503", "error ",
    ]  # fmt: skip


@pytest.mark.parametrize(("mode", "told"), [(0o700, False), (0o750, True), (0o705, True)])
def test_who_serves_a_case_that_others_can_read_is_told(tmp_path, monkeypatch, capsys, mode, told):
    for name in ("prepare", "bring_up_to_date", "listen"):
        monkeypatch.setattr(server, name, lambda *_: 0)
    tmp_path.chmod(mode)
    assert serve([tmp_path], port=0, host="127.0.0.1", behind=None) == 0
    assert ("chmod 700" in capsys.readouterr().err) is told


def test_a_request_is_small_and_nothing_of_it_is_put_into_a_file():
    from waitress.adjustments import Adjustments

    from witnessmark.web import settings

    told = Adjustments(**LIMITS)
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE < told.max_request_body_size <= told.inbuf_overflow
    assert told.outbuf_overflow > told.outbuf_high_watermark


def test_somebody_is_added_from_the_command_line(room):
    told = run("user", "add", room.cases[0], "omar", "--role", "reviewer")
    assert (told.returncode, told.stdout.startswith("/welcome/")) == (0, True), told.stderr
    again = run("user", "add", room.cases[0], "omar")
    assert (again.returncode, "already" in again.stderr) == (2, True)


def test_two_cases_of_one_name_are_told_apart_by_whoever_runs_the_room(room):
    Project.objects.update(path="/elsewhere/case")
    with pytest.raises(UsageError, match="is called case"):
        prepare(Room(room.cases))
