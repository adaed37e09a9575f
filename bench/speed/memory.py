"""The most memory a command held at once over many documents."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from speed.clock import Figure
from speed.documents import write
from speed.starts import command

NUMBER = 2000
TARGET = 700.0
# A process of its own, small: a child's peak starts from its parent's, and the bench is large by now.
# ru_maxrss is kibibytes on Linux and bytes on macOS.
LAUNCHER = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), usage.ru_utime + usage.ru_stime)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def linking() -> Figure:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.jsonl"
        write(path, NUMBER)
        peak, seconds = held("link", path, "--format", "jsonl")
    name = f"peak memory of link over {NUMBER} documents, in megabytes"
    return Figure(
        name, peak, TARGET, "below", f"{peak:.0f} MB", f"nothing; {seconds:.0f} s of processor time"
    )


def held(*words: str | Path) -> tuple[float, float]:
    """The most megabytes that one process of a command of ours held, and its seconds of processor time."""
    run = (sys.executable, "-S", "-c", LAUNCHER, command(), *map(str, words))
    done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True)
    peak, seconds = map(float, done.stdout.split())
    return peak / 1e6, seconds
