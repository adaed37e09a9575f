"""The bundled case, run from reports to a page."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from witnessmark.cli import case as commands
from witnessmark.cli.output import say
from witnessmark.cli.run import DONE

# In the wheel the example lies inside the package; in a clone, where it is written, beside the sources.
_PLACES = (
    Path(str(files("witnessmark"))) / "examples" / "idlib",
    Path(str(files("witnessmark"))).parents[1] / "examples" / "idlib",
)


def demo(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Where to make the example case.")] = Path(
        "demo-case"
    ),
) -> int:
    """Run the bundled example from reports to a page.

    Five reports about attacks on clinics and schools become claims, incidents and figures. The last line
    printed is the path of the report. Run again, it shows the same case.
    """
    reports = sorted(str(p) for p in next(p for p in _PLACES if p.is_dir()).glob("*.txt"))
    if not (case / "case.json").exists():
        commands.init(case)
    code = commands.add(case, reports)
    commands.incidents(case)
    commands.figures(case)
    say("The report, one file to open in a browser:")
    commands.report(case)
    return code or DONE
