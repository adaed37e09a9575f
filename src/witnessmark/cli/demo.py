"""The bundled case, run from reports to a page."""

from importlib.resources import files
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from witnessmark.cli import case as commands
from witnessmark.cli import demo_sites
from witnessmark.cli.output import say
from witnessmark.cli.run import DONE

# In the wheel the examples lie inside the package; in a clone, where they are written, beside the sources.
_PLACES = (
    Path(str(files("witnessmark"))) / "examples",
    Path(str(files("witnessmark"))).parents[1] / "examples",
)


def demo(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Where to make the example case.")] = Path(
        "demo-case"
    ),
) -> int:
    """Run the bundled example from reports to a page.

    Five reports about attacks on clinics and schools, and three of an exercise, become claims, incidents and
    figures; the incidents are checked against an invented register of protected sites, whose throw-away keys
    are made beside the case, in CASE-keys. The last line printed is the path of the report. Run again, it
    shows the same case.
    """
    examples = next(p for p in _PLACES if p.is_dir())
    reports = sorted(str(p) for folder in ("idlib", "sites") for p in (examples / folder).glob("*.txt"))
    if not (case / "case.json").exists():
        commands.init(case)
    code = commands.add(case, reports)
    code = code or demo_sites.add_register(case, examples / "sites")
    commands.incidents(case)
    commands.figures(case)
    code = code or demo_sites.check(case)
    say(f"To read and decide, several people at once: witnessmark serve {quote(str(case))}")
    say("The report, one file to open in a browser:")
    return code or demo_sites.report(case) or DONE
