"""axe-core finds no serious fault on any page: wide in English, narrow in Arabic."""

from pathlib import Path

import pytest

from web.browsing import PHONE, WIDE, browser, example, page, site  # noqa: F401  (fixtures)
from web.pages import SLUG, addresses

AXE = Path(__file__).parents[2] / "assets/node_modules/axe-core/axe.min.js"
SERIOUS = ("serious", "critical")
AT_LEAST = 14  # as a check that they are found at all


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix assets")
    return AXE.read_text(encoding="utf-8")


def faults(page, axe) -> list[str]:  # noqa: F811  (a page, not the fixture)
    page.evaluate(axe)
    found = page.evaluate("() => axe.run()")["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found if v["impact"] in SERIOUS]


def shown(page, site) -> list[str]:  # noqa: F811  (a page, not the fixture)
    """The addresses that answer with a page of their own; others lead on, take a form, or give a file."""
    found = []
    for address in addresses():
        answer = page.request.get(site + address)
        if answer.ok and answer.url == site + address and "text/html" in answer.headers["content-type"]:
            found.append(address)
    return found


def test_the_longest_name_of_a_party_fits_a_telephone(page, site):  # noqa: F811  (fixtures)
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/p/{SLUG}/tallies/")
    page.evaluate(
        "name => document.querySelector('select').add(new Option(name))", "Forces of the coalition " * 5
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_page_has_a_serious_fault(page, site, axe):  # noqa: F811  (fixtures)
    problems = {}
    pages = shown(page, site)
    assert len(pages) >= AT_LEAST
    for language, size in (("en", WIDE), ("ar", PHONE)):
        page.set_viewport_size(size)
        page.context.add_cookies([{"name": "django_language", "value": language, "url": site}])
        for address in pages:
            page.goto(site + address)
            assert page.locator("html").get_attribute("lang") == language
            found = faults(page, axe)
            if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
                found.append("wider than the window")
            if found:
                problems[address, language] = found
    assert problems == {}
