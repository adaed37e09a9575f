"""Fresh processes: how long a start takes, in starts of bare Python and imports of trafilatura."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from reading import ROOT
from speed.clock import Figure, turns

BARE = (sys.executable, "-c", "pass")
IMPORT = (sys.executable, "-c", "import trafilatura")


def command() -> str:
    """The console script of the interpreter that runs the bench."""
    beside = Path(sys.executable).parent
    found = shutil.which("witnessmark", path=str(beside))
    if found is None:
        raise SystemExit(f"no witnessmark beside {beside.name}/python: run `make install` first")
    return found


def version() -> Figure:
    pair = turns(lambda: _wall((command(), "--version")), lambda: _wall(BARE), rounds=11)
    return Figure(
        "witnessmark --version / python -c pass", pair.ratio, 8.0, "below",
        f"{pair.ours * 1000:.0f} ms", f"{pair.yardstick * 1000:.0f} ms",
    )  # fmt: skip


def linking() -> list[Figure]:
    """Five documents linked from a cold start; the gazetteer was compiled by an earlier run."""
    sets = {"example": ROOT / "examples" / "idlib", "shared seeds": ROOT.parent / "shared" / "seeds"}
    return [_link(name, sorted(folder.glob("*.txt"))) for name, folder in sets.items() if folder.is_dir()]


def _link(name: str, texts: Sequence[Path]) -> Figure:
    link = (command(), "link", *map(str, texts), "--format", "jsonl")
    _wall(link)
    pair = turns(lambda: _wall(link), lambda: _wall(IMPORT), rounds=3)
    return Figure(
        f"link {name} ({len(texts)} files) / import trafilatura", pair.ratio, 10.0, "below",
        f"{pair.ours:.2f} s", f"{pair.yardstick:.2f} s",
    )  # fmt: skip


def _wall(command: Sequence[str]) -> float:
    start = perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    taken = perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:2])} failed:\n{done.stderr}")
    return taken
