"""A title told beside the text is read with it, and the text's own offsets stay right."""

import json

import pytest

from witnessmark.model.document import Document, ZoneKind
from witnessmark.pipeline import analyse
from witnessmark.read import read_bytes
from witnessmark.read.titled import headline_end

STORY = "The mayor of Bergen asked for calm on Monday. Schools stay open, he said."


def page(title, text=STORY, publisher=None):
    line = json.dumps(
        {"id": "1", "text": text, "title": title, "publisher": publisher, "published": "2024-03-12"}
    )
    (found,) = read_bytes(line.encode(), "page.jsonl")
    assert isinstance(found, Document)
    return found


def test_the_title_is_a_zone_behind_the_text():
    document = page("Four people wounded by gunfire in Bergen")
    last = document.zones[-1]
    assert document.text.startswith(STORY)
    assert last.zone is ZoneKind.TITLE
    assert document.text[last.start : last.end] == "Four people wounded by gunfire in Bergen"


def test_a_title_that_the_text_holds_is_not_read_twice():
    text = f"Four people wounded in  BERGEN\n\n{STORY}"
    assert page("Four people wounded in Bergen", text).text == text


def test_a_claim_of_the_title_quotes_it():
    document = page("Four people wounded by gunfire in Bergen | Fjord News", publisher="fjordnews.example")
    claims = [c for c in analyse(document).claims if c.count]
    assert [(c.count.measure, c.count.value, c.zone) for c in claims] == [("injured", 4, ZoneKind.TITLE)]
    assert all(document.text[c.start : c.end] == c.quote for c in claims)


@pytest.mark.parametrize(
    ("title", "publisher", "headline"),
    [
        ("Two dead in Bergen | Fjord News", None, "Two dead in Bergen"),
        ("Two dead in Bergen - Fjord News, Weather", "www.fjordnews.example", "Two dead in Bergen"),
        ("Two dead in Bergen - health ministry", "fjordnews.example", "Two dead in Bergen - health ministry"),
        ("Two dead in Bergen", "fjordnews.example", "Two dead in Bergen"),
        ("| Fjord", None, "| Fjord"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_headline(title, publisher, headline):
    assert title[: headline_end(title, publisher)] == headline
