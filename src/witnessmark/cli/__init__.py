"""The command line: parse, call, print. No rule of the field lives here."""

import sys
from collections.abc import Sequence

_VERSION = ("--version", "-V")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 some items failed, 2 wrong usage, 3 integrity broken."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in ([v] for v in _VERSION):  # answered before anything heavy is loaded
        raise SystemExit(_print_version())
    try:
        from witnessmark.cli.run import run
    except KeyboardInterrupt:  # Ctrl-C before the work has begun
        raise SystemExit(1) from None
    raise SystemExit(run(given))


def _print_version() -> int:
    from importlib.metadata import version

    try:
        print(f"witnessmark {version('witnessmark')}", flush=True)  # noqa: T201  (output is not loaded for this)
    except OSError as error:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python would complain of the rest on its way out
        sys.stderr.write(f"witnessmark: standard output: {error.strerror}\n")
        return 0 if isinstance(error, BrokenPipeError) else 1
    return 0
