# ruff: noqa: INP001  (a script beside the picture it takes, not a package)
"""Takes the picture of the README again, from the top of a clone: `.venv/bin/python docs/images/make.py`.

Needs a chromium on the path. The bundled case is run into a folder of its own and its report is drawn as it
is, with the sections around left out and the first figure opened.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
WIDTH, HEIGHT, SCALE = 1000, 2330, 0.8
# Sections left out of the picture, so that a map, one incident and one total fit in it.
LEFT_OUT = (
    "nav, .about, #summary > .note, #map .columns, #map .note, #timeline, .tools, #documents, #failures"
)
LAYOUT = f"""footer, {LEFT_OUT}, #incidents .card:not(.shown), #incidents .kind:not(.shown), #setting,
#totals .card:not(.shown), #totals .note {{ display: none !important; }}
section[id] {{ margin-top: 1.6rem !important; }} body {{ display: block !important; }}"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "idlib"
        run(str(Path(sys.executable).with_name("witnessmark")), "demo", str(case))
        page = Path(folder) / "page.html"
        page.write_text(arranged((case / "report.html").read_text(encoding="utf-8")), encoding="utf-8")
        run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{HEIGHT}",
            f"--force-device-scale-factor={SCALE}",
            f"--screenshot={HERE / 'report.png'}", page.as_uri(),
        )  # fmt: skip
    return 0


def arranged(html: str) -> str:
    """The report with one incident and the largest tree of totals left in, and the first figure opened."""
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)  # our own style goes in
    html = html.replace("</style>", f"{LAYOUT}</style>", 1)
    html = html.replace('<h3 class="kind">', '<h3 class="kind shown">', 1)
    html = html.replace('<article class="card" ', '<article class="card shown" ', 1)
    html = html.replace("<details><summary>said in", "<details open><summary>said in", 1)
    trees = re.findall(r'<div class="card tree">.*?(?=<div class="card|</section>)', html, re.DOTALL)
    if trees:
        best = max(trees, key=lambda tree: tree.count("adds up") * 100 + tree.count('class="node"'))
        html = html.replace(best, best.replace("card tree", "card tree shown", 1), 1)
    return html


def run(*command: str) -> None:
    subprocess.run(  # noqa: S603  (the commands are those above)
        command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
