"""A real browser on a real server: chromium, driven by Playwright, on the room of the example case."""

import base64
import hmac
import shutil
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from playwright.sync_api import Browser

from web.conftest import PASSWORD
from witnessmark.web import cases
from witnessmark.web.models import Membership, Project
from witnessmark.web.rights import Role
from witnessmark.web.server import prepare
from witnessmark.web.setup import Room

CHROMIUM = shutil.which("chromium")
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105  (of a second factor of tests)
WIDE, PHONE = {"width": 1200, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, made as `witnessmark demo` makes it, without the register of sites."""
    from witnessmark import pipeline
    from witnessmark.store.case import Case

    root = tmp_path_factory.mktemp("example") / "example-case"
    reports = Path(__file__).parents[2] / "examples/idlib"
    with Case.init(root) as case:
        case.begin_run("add", {})
        list(pipeline.add(case, sorted(reports.glob("*.txt"))))
        pipeline.update(case)
        case.finish_run({})
    return root


@pytest.fixture
def site(example, tmp_path, monkeypatch) -> Iterator[str]:
    """The address of a running room over a copy of the example case, with `ada`, its administrator."""
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    monkeypatch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
    root = Path(shutil.copytree(example, tmp_path / "example-case")).resolve()
    prepare(Room((root,)))
    cache.clear()  # where codes of the second factor are kept that were used
    person("ada", Role.ADMINISTRATOR, register=True)
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=_run, args=(server,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=10)
    cases.close()


def _run(server) -> None:
    try:
        server.run()
    except OSError:  # closed under its hands: the test is over
        return


def person(name: str, role: Role, *, register: bool = False) -> None:
    """Somebody with a password and a second factor."""
    from allauth.mfa.totp.internal.auth import TOTP

    user = get_user_model().objects.create_user(name, password=PASSWORD)
    Membership.objects.create(user=user, project=Project.objects.get(), role=role, register=register)
    TOTP.activate(user, SECRET)


def code() -> str:
    """What the second factor shows at the moment (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(SECRET), struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return str((struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6).zfill(6)


_running: list[Browser] = []  # each module that asks has a fixture of its own; Playwright runs once


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the test is skipped, and says so, where it is not installed."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    if _running:
        yield _running[0]
        return
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as driver:
        # Playwright keeps a loop in this thread; Django takes it for asynchronous code, which this is not.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        _running.append(driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]))
        yield _running[0]
        _running.pop().close()


@pytest.fixture
def page(browser, site):
    """A window in which `ada` has signed in, by the forms; no console error may come."""
    context = browser.new_context(viewport=WIDE, locale="en")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    sign_in(page, site)
    yield page
    assert not said, said
    context.close()


def sign_in(page, site: str, name: str = "ada") -> None:
    """By name, password and second factor."""
    page.goto(f"{site}/account/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("main form.stacked button")
    page.fill("#id_code", code())
    page.click("main form.stacked button")
    page.wait_for_url(lambda url: "/account/" not in url)
