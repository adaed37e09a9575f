"""From a command line to an exit code; errors raised on purpose become one line."""

import os
import sys
from collections.abc import Sequence

from witnessmark.errors import CaseError, IntegrityError, StorageError, UsageError, WitnessmarkError

DONE, SOME_FAILED, WRONG_USAGE, BROKEN = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Run a command line; the exit code."""
    import click
    from typer.main import get_command

    from witnessmark.cli.app import app

    command = get_command(app)
    try:
        code = command.main(args=list(arguments), prog_name="witnessmark", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        return _say("stopped; what was kept so far is kept, run the same command again to go on", SOME_FAILED)
    except IntegrityError as error:
        return _say(str(error), BROKEN)
    except (UsageError, CaseError) as error:
        return _say(str(error), WRONG_USAGE)
    except (StorageError, WitnessmarkError) as error:
        return _say(str(error), SOME_FAILED)
    except BrokenPipeError:
        # The reader of our output has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code if isinstance(code, int) else DONE


def _say(message: str, code: int) -> int:
    sys.stderr.write(f"witnessmark: {message}\n")
    return code
