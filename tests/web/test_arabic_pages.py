"""The pages of the example case in Arabic: no sentence of the program's own is left in English."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from web.browsing import example  # noqa: F401  (a fixture)
from web.conftest import PASSWORD
from web.pages import SLUG, addresses
from witnessmark.web import cases
from witnessmark.web.cases import opened
from witnessmark.web.models import Membership, Project
from witnessmark.web.rights import Role
from witnessmark.web.server import prepare
from witnessmark.web.setup import Room

VOID = {"input", "br", "meta", "link", "img", "hr", "wbr", "source"}
QUOTED = {"q", "blockquote", "bdi", "script", "title"}  # a page of a document has its title
ENGLISH = re.compile(r"[A-Za-z']{2,} [a-z']{2,} [a-z']{2,}")
MARKED = '<span lang="en" dir="ltr">'
APART = re.compile("\N{FIRST STRONG ISOLATE}[^\N{POP DIRECTIONAL ISOLATE}]*\N{POP DIRECTIONAL ISOLATE}")


class Said(HTMLParser):
    """Text that is said to be Arabic and is English: three words in a row, quoted from nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None]] = []
        self.english: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        language = next((lang for _, lang in reversed(self._open) if lang), None)
        if language == "ar" and not QUOTED & {tag for tag, _ in self._open}:
            found = ENGLISH.search(APART.sub("", data))
            self.english += [found[0]] if found else []


def english(page: str) -> list[str]:
    said = Said()
    said.feed(page)
    return said.english


@pytest.fixture
def reader(example, tmp_path, monkeypatch):  # noqa: F811  (the fixture)
    """Somebody who reads the example case in Arabic and may do everything."""
    from allauth.mfa.models import Authenticator

    monkeypatch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
    prepare(Room((Path(shutil.copytree(example, tmp_path / SLUG)).resolve(),)))
    cache.clear()
    user = get_user_model().objects.create_user("ada", password=PASSWORD)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    Membership.objects.create(
        user=user, project=Project.objects.get(), role=Role.ADMINISTRATOR, register=True
    )
    client = Client(headers={"host": "localhost"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "ar"
    yield client
    cases.close()


def every_page() -> list[str]:
    case = opened(Project.objects.get().path)
    incidents = [reverse("incident", args=[SLUG, i.id]) for i in case.incidents()]
    documents = [
        f"{reverse('document', args=[SLUG, r.document.id])}?claim={c.id}"
        for r in case.readings()
        for c in r.claims[:: max(len(r.claims) // 3, 1)]
    ]
    pairs = [f"{reverse('pairs', args=[SLUG])}?a={c.a}&b={c.b}" for c in case.candidates()]
    assert min(map(len, (incidents, documents, pairs))) > 3
    return [*addresses(), *incidents, *documents, *pairs]


def test_no_page_says_in_english_what_the_program_says(reader):
    left, read = {}, 0
    for address in every_page():
        answer = reader.get(address, follow=True)
        if answer.status_code != 200 or "text/html" not in answer.headers["content-type"]:
            continue
        page, read = answer.content.decode(), read + 1
        if MARKED in page or english(page):
            left[address] = english(page) or MARKED
    assert read > 40
    assert left == {}


def test_english_on_an_arabic_page_is_found():
    page = '<html lang="ar"><p>one two three</p><p lang="en">one two three</p><q>one two three</q></html>'
    assert english(page) == ["one two three"]
