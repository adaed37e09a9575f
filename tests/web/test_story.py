"""A reviewer's story in a real browser, on the example case."""

import csv
import os
from pathlib import Path

import pytest

from web.browsing import browser, example, page, site  # noqa: F401  (fixtures)
from web.conftest import PASSWORD
from web.pages import SLUG
from web.pictures import TAKEN, take
from web.registers import keeper, market
from witnessmark.model.site import Position
from witnessmark.web import work
from witnessmark.web.cases import opened
from witnessmark.web.models import Project

MISSED = "strew dozens of small charges"  # words of a text that no claim is read from


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(work.linked, "__defaults__", (120.0,))


def case():
    return opened(Project.objects.get().path)


@pytest.fixture
def told():
    """A single incident with a number that rests on one claim, its claim and its document."""
    single = (i for i in case().incidents() if i.kind.value == "incident" and i.figures)
    incident = next(i for i in single if len(i.documents) > 1)
    claim = incident.figures[0].claims[0]
    home = next(r for r in case().readings() if any(c.id == claim for c in r.claims))
    return incident, claim, home.document


def figures(page, site, doc, claim):  # noqa: F811
    """The figures of the incident that a claim of a document is in; none where it is in none."""
    page.goto(f"{site}/p/{SLUG}/document/{doc}?claim={claim}#beside")
    ways = page.locator("#beside a[href*='/incidents/']")
    if not ways.count():
        return []
    ways.first.click()
    page.wait_for_url("**/incidents/**")
    return page.locator("#figures h3").all_inner_texts()


def human():
    return [d for d in case().decisions() if d.human]


def select(page, words):  # noqa: F811
    """Select words of the text as one does: press the mouse before them, let it go behind them."""
    box = page.evaluate(
        """words => {
            const walk = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                const edge = (from, to) => {
                    range.setStart(node, from);
                    range.setEnd(node, to);
                    return range.getBoundingClientRect();
                };
                scrollBy(0, edge(at, at + 1).top - innerHeight / 2);
                const first = edge(at, at + 1), last = edge(at + words.length - 1, at + words.length);
                const middle = (box) => box.top + box.height / 2;
                return [first.left + 0.5, middle(first), last.right - 0.5, middle(last)];
            }
        }""",
        words,
    )
    page.mouse.move(*box[:2])
    page.mouse.down()
    page.mouse.move(*box[2:], steps=8)
    page.mouse.up()


def read(page, site):  # noqa: F811
    """The first document of the inbox is opened with the keyboard and marked as read; it waits no more."""
    page.goto(f"{site}/p/{SLUG}/")
    first = page.inner_text("li[data-item] a")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document/**")
    with page.expect_navigation():
        page.keyboard.press("r")
    page.goto(f"{site}/p/{SLUG}/")
    assert first not in page.locator("section:has(#list-documents) a").all_inner_texts()


def add(page, site):  # noqa: F811
    """Words are selected in the text, and a claim is made of them."""
    document = next(r.document for r in case().readings() if MISSED in r.document.text)
    page.goto(f"{site}/p/{SLUG}/document/{document.id}")
    select(page, MISSED)
    assert page.inner_text("#add output") == MISSED
    page.select_option("#add-measure", "killed")
    page.fill("#add-value", "4")
    page.fill("#add-why", "the sentence counts the dead of the market")
    page.click("#add form button")
    assert page.inner_text("#beside blockquote") == MISSED
    (made,) = (d for d in human() if d.judgement == "add")
    assert (made.content["start"], made.content["doc"]) == (document.text.index(MISSED), document.id)


def reject_and_undo(page, site, claim, document):  # noqa: F811
    """A claim is rejected and why is said; a copy says the same, so the event and its figures stay."""
    before = figures(page, site, document.id, claim)
    assert before
    event = next(i for i in events() if claim in i.claims)
    page.goto(f"{site}/p/{SLUG}/document/{document.id}?claim={claim}#beside")
    page.fill("#beside #why", "the sentence is about another day")
    page.click("#beside button[value=reject]")
    said = page.inner_text("main")
    assert "the sentence is about another day" in said
    assert before[0] not in said  # nothing of it reads otherwise
    assert figures(page, site, document.id, claim) == []
    left = next(i for i in events() if set(i.claims) == set(event.claims) - {claim})
    assert [(f.low, f.best, f.high) for f in left.figures] == [(f.low, f.best, f.high) for f in event.figures]
    page.goto(f"{site}/p/{SLUG}/document/{document.id}?claim={claim}#beside")
    page.click("#beside .decisions summary")
    page.fill("#beside .decisions [name=reason]", "it is about that day after all")
    page.click("#beside .decisions button")
    assert figures(page, site, document.id, claim) == before


def split_and_merge(page, site, incident):  # noqa: F811
    """A claim is split off into an incident of its own, and that is merged with the others again."""
    claim, number = incident.claims[0], len(events())
    page.goto(f"{site}/p/{SLUG}/incidents/{incident.id}/")
    page.check(f"input[name=claims][value='{claim}']")
    page.fill("#split-why", "the other strike of that day")
    page.click("text=Split the chosen claims off")
    assert len(events()) == number + 1
    page.goto(f"{site}/p/{SLUG}/incident-of/{claim}/")
    page.select_option("#merge-other", index=1)
    page.click("section:has(#h-merge) button")
    page.fill("#why", "one strike, told twice")
    page.click("text=They are one event: merge")
    assert len(events()) == number
    assert "one strike, told twice" in page.inner_text("#history")
    assert "the other strike of that day" in page.inner_text("#history")


def events():
    return [i for i in case().incidents() if i.kind.value == "incident"]


def judge(page, site):  # noqa: F811
    """A pair is judged with one key, and the next one comes."""
    page.goto(f"{site}/p/{SLUG}/pairs/")
    first = page.input_value("main [name=a]"), page.input_value("main [name=b]")
    with page.expect_navigation():
        page.keyboard.press("d")
    made = human()[-1]
    assert (set(made.subject), made.judgement.value) == (set(first), "different")
    assert made.reason  # what agrees and what differs, as nothing was typed


def explore(page, site, place):  # noqa: F811
    """The map is filtered by a place that is typed; the list has what the map has. Its incidents."""
    page.goto(f"{site}/p/{SLUG}/explore/")
    page.wait_for_selector("#map .ring")
    rings = page.locator("#map .ring").count()
    page.click("#filter details summary")
    page.fill("#f-place", place)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**place={place}**")
    page.wait_for_selector("#map .ring")
    assert 0 < page.locator("#map .ring").count() < rings
    return [a.get_attribute("href").split("/")[-2] for a in page.locator(".incidents tbody th a").all()]


def export(page, listed):  # noqa: F811
    """What is on the screen leaves as a file, once who asks has said again who they are."""
    page.keyboard.press("e")
    page.wait_for_url("**/reauthenticate/**")
    page.fill("#id_password", PASSWORD)
    page.click("main form.stacked button")
    page.wait_for_url("**/exports/**")
    with page.expect_download() as file:
        page.click("button[value=csv]")
    with Path(file.value.path()).open(newline="", encoding="utf-8") as rows:
        assert [row["id"] for row in csv.DictReader(rows)] == listed
    assert "exported" in {act.deed for act in case().acts()}


def test_from_signing_in_to_signing_out(page, site, told):  # noqa: F811
    incident, claim, document = told
    read(page, site)
    add(page, site)
    reject_and_undo(page, site, claim, document)
    split_and_merge(page, site, incident)
    judge(page, site)
    export(page, explore(page, site, incident.place.name))
    page.click("header form[action*=logout] button")
    page.goto(f"{site}/p/{SLUG}/")
    assert "/account/login/" in page.url


def test_a_key_that_is_held_or_pressed_in_haste_decides_once(page, site):  # noqa: F811
    page.goto(f"{site}/p/{SLUG}/pairs/")
    with page.expect_navigation():
        page.evaluate(
            """() => [["d", false], ["s", false], ["d", true], ["d", true]].forEach(([key, repeat]) =>
                document.body.dispatchEvent(new KeyboardEvent("keydown", {key, repeat, bubbles: true})))"""
        )
    assert "Decided meanwhile" not in page.inner_text("main")
    page.evaluate(
        """() => document.body.dispatchEvent(
            new KeyboardEvent("keydown", {key: "d", repeat: true, bubbles: true}))"""
    )
    page.wait_for_timeout(500)
    (made,) = human()
    assert made.judgement == "different"


def test_each_page_lists_its_keys(page, site):  # noqa: F811
    page.goto(f"{site}/p/{SLUG}/pairs/")
    page.keyboard.press("?")
    assert {"s", "d", "u"} <= set(page.locator("#keys dt").all_inner_texts())
    assert "Two events" in page.locator("#keys dd").all_inner_texts()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    assert not human()


def test_what_was_typed_and_selected_comes_back_with_what_is_wrong(page, site):  # noqa: F811
    document = next(r.document for r in case().readings() if MISSED in r.document.text)
    page.goto(f"{site}/p/{SLUG}/document/{document.id}")
    select(page, MISSED)
    page.fill("#add-date", "some day")
    page.fill("#add-why", "nobody read it")
    page.click("#add form button")
    assert page.locator("#add [role=alert]").is_visible()
    assert page.input_value("#add-why") == "nobody read it"
    assert page.inner_text("#add output") == MISSED


def test_who_has_only_the_password_is_asked_for_the_second_factor(browser, site):  # noqa: F811
    window = browser.new_page()
    window.goto(f"{site}/account/login/")
    window.fill("#id_login", "ada")
    window.fill("#id_password", PASSWORD)
    window.click("main form.stacked button")
    window.goto(f"{site}/p/{SLUG}/")
    assert "/account/" in window.url
    window.close()


def test_a_page_in_arabic_runs_from_right_to_left_and_says_figures_in_arabic(page, site, told):  # noqa: F811
    page.click("button[name=language][value=ar]")
    said = figures(page, site, told[2].id, told[1])
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert any("قتلى" in line for line in said)


def test_pages_are_kept_as_pictures(page, site, told, tmp_path):  # noqa: F811
    if not os.environ.get(TAKEN):
        pytest.skip(f"pictures are taken only where {TAKEN} is set")
    incident, claim, document = told
    at, folder = incident.place, tmp_path / "keys"
    keeper(case(), folder)
    market(case(), folder, "Three Lanterns", Position(at.lat, at.lon, 15.0, "a made-up list"), at.country)
    take(page, site, incident.id, f"{document.id}?claim={claim}", folder / "opens")
