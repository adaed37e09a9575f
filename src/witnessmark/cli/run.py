"""From a command line to an exit code; errors raised on purpose become one line."""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from io import TextIOWrapper

from witnessmark.cli.output import OutputError, note, standard_output
from witnessmark.errors import CaseError, IntegrityError, UsageError, WitnessmarkError

DONE, SOME_FAILED, WRONG_USAGE, BROKEN = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Run a command line; the exit code."""
    _open_streams()
    _speak_utf8()
    try:
        code = _called(list(arguments))
        with standard_output():
            return code  # once the last of it is out
    except KeyboardInterrupt:
        return _say("stopped; what was kept so far is kept, run the same command again to go on", SOME_FAILED)
    except BrokenPipeError:  # whoever read our output has enough
        _drop_output()
        return DONE
    except OutputError as error:
        _drop_output()
        return _say(str(error), SOME_FAILED)
    except IntegrityError as error:
        return _say(str(error), BROKEN)
    except (UsageError, CaseError) as error:
        return _say(str(error), WRONG_USAGE)
    except WitnessmarkError as error:
        return _say(str(error), SOME_FAILED)


def _called(arguments: list[str]) -> int:
    """The command's own exit code. Its errors pass through, also Ctrl-C and a closed pipe."""
    import typer
    from typer.main import get_command

    from witnessmark.cli.app import app

    command = get_command(app)
    try:
        words = [*arguments] or ["--help"]
        helped = standard_output() if "--help" in words else nullcontext()  # typer itself prints the help
        with helped, command.make_context("witnessmark", words) as context:
            code = command.invoke(context)
    except typer.Exit as done:  # after --help
        return done.exit_code if arguments else WRONG_USAGE
    except typer.TyperException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", "witnessmark")
        message = error.format_message().rstrip(".").replace("Value error, ", "")
        return _say(f"{message}; see: {path} --help", WRONG_USAGE)
    return code if isinstance(code, int) else DONE


def _open_streams() -> None:
    """Where the caller closed a standard stream, nothing is read from or written to it; the work goes on."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115, PTH123  (as long as the process)
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115, PTH123  (as long as the process)
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115, PTH123  (as long as the process)


def _speak_utf8() -> None:
    """Piped output is UTF-8 whatever the locale says; what cannot be encoded is escaped, as JSON would."""
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _drop_output() -> None:
    """Python would try to write the rest once more on its way out, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, code: int) -> int:
    note(f"witnessmark: {message}")
    return code
