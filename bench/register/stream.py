"""A list of sites of a gigabyte: seconds, rows a second and the most memory, beside a list a tenth as long.

    python bench/register/stream.py [--megabytes 1000] [--write]

The list is made up: rows of about 2,000 characters, a tenth of them sites on a grid in open water, the others
rows of no kind that a register holds, every hundredth with latitude and longitude swapped. No map is asked.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILLER = "remarks of no use " * 105
MEASURED = Path(__file__).with_name("measured.json")


def make(path: Path, megabytes: int) -> int:
    """Write a list of that size; the number of its rows."""
    rows = 0
    with path.open("w", encoding="utf-8") as out:
        out.write("id,name,kind,latitude,longitude,country,remarks\n")
        while out.tell() < megabytes * 1_000_000:
            for _ in range(1000):
                lat, lon = f"{-60 + rows // 3000 / 50:.5f}", f"{-150 + rows % 3000 / 50:.5f}"
                where = f"{lon},{lat}" if rows % 100 == 0 else f"{lat},{lon}"
                kind = "clinic" if rows % 10 == 0 else "teapot"
                out.write(f"{rows},Made Up Place {rows},{kind},{where},,{FILLER}\n")
                rows += 1
    return rows


def read(path: Path) -> dict[str, float]:
    """Plan the list in this process."""
    from witnessmark.sites.register import Options, plan, rows

    options = Options(kind=None, secret=b"bench")
    start = time.perf_counter()
    found = plan(rows(path, options), (), options)
    seconds = time.perf_counter() - start
    return {
        "rows": found.rows,
        "sites": len(found.additions),
        "left_out": found.left_out,
        "seconds": round(seconds, 1),
        "rows_a_second": round(found.rows / seconds),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    """Measure a list of a tenth and one of the whole size, each in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--read", type=Path)
    asked = parser.parse_args()
    if asked.read:
        print(json.dumps(read(asked.read)))
        return
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in (asked.megabytes // 10, asked.megabytes):
            path = Path(folder) / "list.csv"
            make(path, size)
            command = [sys.executable, __file__, "--read", str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            measured[f"{size} MB"] = json.loads(done.stdout)
            print(size, "MB:", measured[f"{size} MB"], flush=True)
    if asked.write:
        MEASURED.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
