import json
from datetime import date

import pytest

from witnessmark.model.document import Document, PublishedHow, ZoneKind
from witnessmark.read import read_bytes

PARAGRAPHS = (
    "Two shells hit the market in the town of Velmora on Tuesday morning, killing at least four people and "
    "wounding eleven others, the civil protection service said in a statement published in the afternoon.\n"
    "Rescue workers searched the rubble until nightfall. The service said that three of the dead were "
    "children and that the nearest clinic had been closed since the previous week for want of fuel.\n"
    "The council of Velmora called on both sides to keep to the truce signed in the spring. Neither side had "
    "answered questions about the shelling by the evening, and no group said that it had fired the shells."
).splitlines()
HEAD = """<meta charset="{charset}"><title>Shells hit market in Velmora - Harbour Post</title>
<meta property="og:title" content="Shells hit market in Velmora">
<meta property="og:site_name" content="Harbour Post">
<meta property="og:url" content="https://harbour.example/velmora">
<meta property="article:published_time" content="2018-05-06T10:00:00+00:00">"""


def page(*, head=HEAD, charset="utf-8", paragraphs=PARAGRAPHS):
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    body = (
        f"<nav><a href='/news'>News</a></nav><article><h1>Shells hit market in Velmora</h1>{body}</article>"
    )
    head = head.replace("{charset}", charset)
    footer = "<footer>Harbour Post, all rights reserved</footer>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}{footer}</body></html>"


def only(items):
    (item,) = items
    return item


def test_the_article_and_its_metadata():
    doc = only(read_bytes(page().encode(), "a.html"))
    assert isinstance(doc, Document), doc
    assert (doc.title, doc.publisher) == ("Shells hit market in Velmora", "Harbour Post")
    assert (doc.url, doc.language, doc.format) == ("https://harbour.example/velmora", "en", "html")
    assert (doc.published.day, doc.published.how) == (date(2018, 5, 6), PublishedHow.METADATA)
    assert all(p in doc.text for p in PARAGRAPHS)
    assert "all rights reserved" not in doc.text
    assert doc.text[doc.zones[0].start : doc.zones[0].end] == doc.title
    assert doc.zones[0].zone is ZoneKind.TITLE


def test_a_declared_charset_goes_before_a_guess():
    paragraphs = [p.replace("Velmora", "Vélmora") for p in PARAGRAPHS]
    doc = only(read_bytes(page(charset="iso-8859-1", paragraphs=paragraphs).encode("latin-1"), "a.htm"))
    assert doc.encoding == "cp1252"
    assert "Vélmora" in doc.text


def test_a_page_that_declares_what_it_is_not_is_still_read():
    doc = only(read_bytes(page(charset="utf-16").encode(), "a.html"))
    assert doc.encoding == "utf-8"


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><head><title>T</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
    ],
)
def test_a_page_without_an_article_fails_with_a_remedy(html):
    said = only(read_bytes(html.encode(), "a.html"))
    assert said.error == "EmptyError"
    assert ".txt" in said.message


def test_a_page_without_dates_has_no_date():
    doc = only(read_bytes(page(head="<title>T</title>").encode(), "a.html"))
    assert (doc.published.day, doc.published.how) == (None, PublishedHow.UNKNOWN)


def test_markup_in_a_jsonl_line_keeps_the_lines_own_metadata():
    row = json.dumps({"id": "a", "html": page(), "title": "Own title", "published": "2018-05-09"})
    doc = only(read_bytes(row.encode(), "a.jsonl"))
    assert (doc.id, doc.title, doc.published.day) == ("a", "Own title", date(2018, 5, 9))
    assert PARAGRAPHS[0] in doc.text


def test_deep_and_broken_markup_is_no_crash():
    for html in (
        "<html>" + "<div>" * 20_000 + PARAGRAPHS[0],
        "<html><p>" + "<" * 5000,
        "<html>&#0;&#x110000;</p></html>",
    ):
        assert list(read_bytes(html.encode(), "a.html"))
