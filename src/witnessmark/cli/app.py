"""The commands: where they live, and how each is called."""

from collections.abc import Callable
from typing import Annotated, NamedTuple

import typer

from witnessmark.cli import case, demo, stateless


class Command(NamedTuple):
    """A command and the examples its help ends with."""

    run: Callable[..., int]
    examples: tuple[str, ...]


COMMANDS = (
    Command(stateless.read, ("read reports/", "read page.html --format jsonl > documents.jsonl")),
    Command(
        stateless.extract,
        (
            "extract report.txt --published 2020-05-11",
            "extract - --format jsonl --mentions < report.txt",
            'extract --explain "Six civilians were killed at the ferry."',
        ),
    ),
    Command(stateless.link, ("link reports/*.txt", "link reports/ --format jsonl > records.jsonl")),
    Command(case.init, ("init my-case",)),
    Command(case.add, ("add my-case reports/", "add my-case page.html --published 2020-05-11")),
    Command(case.status, ("status my-case",)),
    Command(case.claims, ("claims my-case", "claims my-case --format jsonl > claims.jsonl")),
    Command(case.review, ("review my-case", "review my-case --below 0.8 --format jsonl")),
    Command(case.incidents, ("incidents my-case", "incidents my-case --format jsonl > incidents.jsonl")),
    Command(case.figures, ("figures my-case",)),
    Command(case.report, ("report my-case", "report my-case -o report.html")),
    Command(case.rebuild, ("rebuild my-case", "rebuild my-case --rule conservative")),
    Command(case.verify, ("verify my-case",)),
    Command(case.serve, ("serve my-case", "serve my-case --port 0")),
    Command(demo.demo, ("demo", "demo my-example")),
)

_HELP = """Reports of attacks on civilians become claims, incidents and figures, each traced to a sentence.

read, extract and link keep nothing. The other commands work in a case: a directory that keeps what was
received and everything found in it."""

_EPILOG = """\b
Exit codes:
  0  done
  1  some items failed and are listed, the rest was kept; or work was stopped
  2  wrong usage, or a case that cannot be used
  3  the record is broken"""

app = typer.Typer(
    name="witnessmark",
    help=_HELP,
    epilog=_EPILOG,
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


for _command in COMMANDS:
    _lines = "\n".join(f"  witnessmark {example}" for example in _command.examples)
    app.command(epilog=f"\b\nExamples:\n{_lines}")(_command.run)
