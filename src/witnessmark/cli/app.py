"""The commands and the modules they live in."""

from typing import Annotated

import typer

from witnessmark.cli import case, demo, stateless

app = typer.Typer(
    name="witnessmark",
    help="Reports of attacks on civilians become claims, incidents and figures, each traced to a sentence.",
    epilog="Exit codes: 0 done, 1 some items failed and the rest was kept, 2 wrong usage, 3 broken record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from witnessmark.cli import main

        main(["--version"])


STATELESS = (stateless.read, stateless.extract, stateless.link)
IN_A_CASE = (
    case.init, case.add, case.status, case.claims, case.incidents, case.figures, case.report, case.rebuild,
    case.verify, case.serve,
)  # fmt: skip

for _command in (*STATELESS, *IN_A_CASE, demo.demo):
    app.command()(_command)
