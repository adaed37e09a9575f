import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from witnessmark.model.incident import IncidentKind
from witnessmark.publish import Dossier, publish

VOID = {"meta", "br", "img", "input", "link", "hr", "stop"}


class Page(HTMLParser):
    """Collects what the tests ask of the page, and fails on a tag that does not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.marked: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for key, value in attrs:
            self.attributes.append((tag, key, value or ""))
            if key == "id":
                self.ids.append(value)
            if key == "href":
                self.links.append(value)
        if tag not in VOID:
            self._open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if "mark" in self._open:
            self.marked[-1] += data


@pytest.fixture(scope="module")
def text(dossier, labels):
    return publish(dossier, "html", labels)


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


def test_it_needs_nothing_from_outside(page, text):
    assert all(link.startswith("#") for link in page.links)
    assert {"link", "img", "iframe", "object"}.isdisjoint(page.tags)
    assert not [a for a in page.attributes if a[1] in {"src", "srcset", "action"} or a[1].startswith("on")]
    assert "url(http" not in text
    assert "default-src 'none'" in text


def test_every_link_leads_somewhere_and_every_id_is_one_place(page):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_a_hostile_document_is_shown_and_not_run(page, text):
    assert page.tags.count("script") == 1
    assert "&lt;script&gt;alert(&#34;read me&#34;)&lt;/script&gt;" in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text
    assert "javascript:alert(2)" not in page.links


def test_each_figure_opens_to_its_quotes_marked_in_their_paragraph(page, text):
    for quote in ("Seven civilians were killed", "7 civilians", "Two houses were destroyed"):
        assert page.marked.count(quote) >= 2, quote  # under its figure, and in its document
    assert "in air strikes near a clinic in Karsund on 3 March 2021" in text


def test_who_says_it_and_how_that_is_known(text):
    chain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    assert "Vesteria Monitor (origin, named here) →, passed on by Novo Wire (publisher, from" in chain


def test_a_claim_set_aside_is_shown_with_its_reason(text):
    assert "a single voice against the origin" in text


def test_what_is_not_known_is_said_in_words(text):
    for words in (
        "no response of the accused party recorded",
        "perpetrator not stated",
        "date not stated",
        "place not stated",
    ):
        assert words in text


def test_the_setting_is_closed_and_last(dossier, labels):
    strike = dossier.incidents[0]
    war = replace(strike, id="war", kind=IncidentKind.CONTEXT)
    text = publish(replace(dossier, incidents=(war, *dossier.incidents)), "html", labels)
    Page(text)
    cards = re.findall(r'data-kind="(\w+)"', text)
    assert cards == ["incident", "aggregate", "allegation", "context"]
    setting = text.index('<details class="quiet"')
    assert text.index('data-kind="allegation"') < setting < text.index('data-kind="context"')
    listed = re.search(r'<ul class="places">.*?</section>', text, re.DOTALL)[0]
    assert "4. " not in listed


def test_sums_are_shown_as_a_tree_with_bars(text):
    tree = text[text.index('id="totals"') : text.index('id="documents"')]
    assert re.search(r'"sum">25 \+ 15 = 40</span> <span class="verdict holds">adds up', tree)
    assert [float(w) for w in re.findall(r'"filled" width="([\d.]+)"', tree)] == [
        100, 62.5, 15, 37.5, 100, 33.3,
    ]  # fmt: skip


def test_origins_stand_beside_publications(text):
    assert "1 independent origin (Vesteria Monitor), in 2 publications" in text


def test_refused_zones_are_dimmed_and_say_so(text):
    assert "newsletter sign-up: not read for claims" in text
    assert re.search(r'class="zone refused">.*?Subscribe to Novo Wire', text, re.DOTALL)


def test_failures_are_listed(text):
    assert "the file is empty: leave it out" in text


def test_it_can_be_read_without_eyes_or_mouse(page, text):
    assert '<html lang="en">' in text
    assert text.count("<h1>") == 1
    assert '<a class="skip" href="#summary">' in text
    assert 'dir="auto" lang="en"' in text
    images = [a for a in page.attributes if a == ("svg", "role", "img")]
    assert len(images) == len([a for a in page.attributes if a[:2] == ("svg", "aria-labelledby")]) == 2
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_an_empty_case_says_so(labels):
    text = publish(Dossier("Nothing yet", ()), "html", labels)
    Page(text)
    for words in (
        "No incident was found",
        "No document could be read",
        "No incident has a date",
        "None: every",
    ):
        assert words in text
