"""What several test modules of the command line use."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from witnessmark.store.case import Case


def ledger(case: Path) -> list[str]:
    """Everything recorded in a case, runs apart."""
    with Case.open(case) as opened:
        return list(opened.dump())


@contextmanager
def process(*words: object, **more: Any) -> Iterator[subprocess.Popen[str]]:
    """The program for real, in a process of its own, gone when the block ends."""
    environment = {k: v for k, v in os.environ.items() if k != "WITNESSMARK_DATABASE_URL"}
    command = [sys.executable, "-m", "witnessmark", *map(str, words)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    with subprocess.Popen(command, text=True, env=environment, **pipes) as child:
        try:
            yield child
        finally:
            child.kill()
