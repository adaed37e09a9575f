"""Pictures of the pages for the documentation: each page, in both languages, wide and on a telephone."""

import subprocess
import tempfile
from pathlib import Path

from web.browsing import PHONE, WIDE
from web.conftest import PASSWORD
from web.pages import SLUG
from web.registers import PHRASE

FOLDER = Path(__file__).parents[2] / "docs/images/room"
TAKEN = "WITNESSMARK_SCREENSHOTS"  # set: the pages are kept as pictures
TALL = {WIDE["width"]: 1100, PHONE["width"]: 1500}  # pixels of a page that a picture shows, from its top
COLOURS = 20  # as many as text on paper needs


def take(page, site: str, incident: str, document: str, key: Path) -> None:
    """Keep the matrix: every page, English and Arabic, wide and narrow. Needs ImageMagick.

    `key` opens the register of sites of the case, with the passphrase of `registers`.
    """
    project = f"{site}/p/{SLUG}/"
    pages = {
        "inbox": project,
        "document": f"{project}document/{document}",
        "incident": f"{project}incidents/{incident}/",
        "pairs": f"{project}pairs/",
        "explore": f"{project}explore/",
        "totals": f"{project}tallies/",
        "exports": f"{project}exports/",
        "people": f"{project}people/",
        "acts": f"{project}acts/",
        "keys": f"{site}/keys/",
    }
    page.click("header form[action*=blur] button")  # the case is invented: its text may be read
    page.goto(pages["exports"])
    page.fill("#id_password", PASSWORD)
    page.click("main form.stacked button")
    page.wait_for_url("**/exports/**")
    for language in ("en", "ar"):
        page.context.add_cookies([{"name": "django_language", "value": language, "url": site}])
        for name, address in pages.items():
            _both(page, address, f"{name}-{language}")
        _checked(page, f"{pages['incident']}sites/", key, f"sites-{language}")
    _signing_in(page, site)


def _checked(page, address: str, key: Path, name: str) -> None:
    """What the register says of an incident: an answer to a form, which no address brings again."""
    page.goto(address)
    page.set_input_files("#id_key", key)
    page.fill("#id_passphrase", PHRASE)
    page.fill("#id_reason", "asked by the desk")
    page.click("main form.stacked button")
    page.wait_for_selector("#h-result")
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        _keep(page, FOLDER / f"{name}-{size['width']}.png")


def _signing_in(page, site: str) -> None:
    page.click("header form[action*=logout] button")
    for language in ("en", "ar"):
        page.context.add_cookies([{"name": "django_language", "value": language, "url": site}])
        _both(page, f"{site}/account/login/", f"sign-in-{language}")


def _both(page, address: str, name: str) -> None:
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        _keep(page, FOLDER / f"{name}-{size['width']}.png")


def _keep(page, path: Path) -> None:
    width = page.viewport_size["width"]
    shown = page.evaluate("document.body.getBoundingClientRect().height")
    path.parent.mkdir(parents=True, exist_ok=True)
    clip = {"x": 0, "y": 0, "width": width, "height": min(TALL[width], shown)}
    with tempfile.NamedTemporaryFile(suffix=".png") as whole:
        page.screenshot(path=whole.name, full_page=True, clip=clip)
        less = ["+dither", "-colors", str(COLOURS), "-strip", "-define", "png:compression-level=9"]
        subprocess.run(["convert", whole.name, *less, f"PNG8:{path}"], check=True)
