"""The command line: parse, call, print. No rule of the field lives here."""

import sys
from collections.abc import Sequence

_VERSION = ("--version", "-V")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 some items failed, 2 wrong usage, 3 integrity broken."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in ([v] for v in _VERSION):  # answered before anything heavy is loaded
        from importlib.metadata import version

        sys.stdout.write(f"witnessmark {version('witnessmark')}\n")
        raise SystemExit(0)
    from witnessmark.cli.run import run

    raise SystemExit(run(given))
