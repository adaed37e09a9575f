"""The gazetteer at the size of a whole country: python bench/gazetteer/scale.py [ROWS].

Compiles the base in a folder of its own, makes up a GeoNames country file, imports it, and prints what each
step took. Nothing of the user's gazetteer is read or changed.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = 4
KINDS = (("P", "PPL", 70), ("A", "ADM3", 5), ("S", "SCH", 10), ("P", "PPLX", 5), ("T", "MT", 10))
CONSONANTS = ("k", "b", "r", "n", "t", "s", "m", "d", "l", "z", "h", "j", "f", "kh", "sh")
LETTERS = "ابتثجحخدرزسشصضطعغفقكلمنهوي"
LOOK = """
import resource, sys, time
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.text.names import fold
names = [line.split("\\t")[1] for line in open(sys.argv[1], encoding="utf-8")][::40][:10_000]
begin = time.perf_counter(); tool = Gazetteer.default(); opened = time.perf_counter() - begin
begin = time.perf_counter(); found = sum(bool(tool.named(fold(n))) for n in names)
each = (time.perf_counter() - begin) / len(names)
begin = time.perf_counter()
for n in names[:300]: tool.near_spelling(fold(n + "e"), ("SYR",))
near = (time.perf_counter() - begin) / 300
resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"opened in {1000 * opened:.0f} ms; a name {1e6 * each:.0f} us ({found:,} of {len(names):,} known);"
      f" another spelling {1000 * near:.1f} ms; {resident:.0f} MB resident")
"""


def main() -> None:
    """Print the figures."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 400_000
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if k != "WITNESSMARK_GAZETTEER"}
        environment["XDG_CACHE_HOME"] = folder
        path = Path(folder) / "SY.txt"
        made_up(path, rows)
        print("base: compiled in " + timed(environment, "-m", "witnessmark", "gazetteer", "build"))
        print("base: " + timed(environment, "-c", LOOK, str(path), told=True))
        wide = f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB"
        print(
            f"{wide}: imported in "
            + timed(environment, "-m", "witnessmark", "gazetteer", "import", str(path))
        )
        print("with them: " + timed(environment, "-c", LOOK, str(path), told=True))


def timed(environment: dict[str, str], *words: str, told: bool = False) -> str:
    """What a command says of itself, or its processor time, clock time and memory at most."""
    begin = time.perf_counter()
    child = subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.PIPE, text=True)
    said = child.stdout.read().strip() if child.stdout else ""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{words}: exit code {child.returncode}")
    if told:
        return said
    clock = time.perf_counter() - begin
    core = used.ru_utime + used.ru_stime
    return f"{clock:.0f} s ({core:.0f} s of one core), {used.ru_maxrss / 1024:.0f} MB at most"


def made_up(path: Path, rows: int) -> None:
    """A country file with names of random syllables."""
    chance = random.Random(SEED)  # noqa: S311  (nothing secret)
    kinds, weights = [k[:2] for k in KINDS], [k[2] for k in KINDS]
    with path.open("w", encoding="utf-8") as out:
        for number in range(rows):
            name = _name(chance)
            also = f"{_name(chance)},{''.join(chance.choices(LETTERS, k=6))}"
            point = (f"{chance.uniform(33, 37):.5f}", f"{chance.uniform(36, 41):.5f}")
            division = chance.choice(("09", "10", "11", "12"))
            people = str(chance.choice((0, 0, 500, 3000)))
            kind = chance.choices(kinds, weights)[0]
            cells = (str(90_000_000 + number), name, name, also, *point, *kind, "SY", "", division)
            out.write(
                "\t".join((*cells, "", "", "", people, "", "300", "Asia/Damascus", "2024-01-01")) + "\n"
            )


def _name(chance: random.Random) -> str:
    words = (
        "".join(chance.choice(CONSONANTS) + chance.choice("aiu") for _ in range(chance.randint(2, 4)))
        for _ in range(chance.randint(1, 2))
    )
    return " ".join(words).title()


if __name__ == "__main__":
    main()
