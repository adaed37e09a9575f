"""Before a wheel is made, or the sources are installed in place: what the browser loads, and translations.

Neither is kept in git. Scripts and maps come from npm, by the lock file, without running any of their own
scripts; translations are compiled from the `.po` files. Where npm is missing and the files are there from an
earlier build, those are used.
"""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path("src/witnessmark/web")
# What of each package is shipped, and as what.
SHIPPED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "topojson-client/dist/topojson-client.min.js": "topojson-client.min.js",
    "world-atlas/land-50m.json": "land-50m.json",
}


class CustomBuildHook(BuildHookInterface[Any]):
    """Fetches and compiles; raises where that cannot be done and nothing is there from before."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's own)
        web = Path(self.root) / WEB
        fetch(Path(self.root) / "assets", web / "static" / "vendor")
        compile_catalogs(web / "locale")


def fetch(assets: Path, vendor: Path) -> None:
    """Put what `SHIPPED` names into `vendor`."""
    npm = shutil.which("npm")
    if npm is None:
        if all((vendor / name).is_file() for name in SHIPPED.values()):
            return
        raise RuntimeError(
            "the review room's scripts come from npm: install Node.js with npm, then build again"
        )
    subprocess.run(  # noqa: S603  (found on the path, no word of it from outside)
        [npm, "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--silent"],
        cwd=assets,
        check=True,
    )
    vendor.mkdir(parents=True, exist_ok=True)
    for source, name in SHIPPED.items():
        shutil.copyfile(assets / "node_modules" / source, vendor / name)


def compile_catalogs(locale: Path) -> None:
    """Make the `.mo` of each `.po`."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(source))
