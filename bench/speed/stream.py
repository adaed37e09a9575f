"""Peak memory of `extract` over one .jsonl file of more and more documents; too long for the gate.

python bench/speed/stream.py                          1,000, 10,000 and 100,000 documents: some ten minutes
python bench/speed/stream.py 1000 5000 --jobs 2       these numbers, two processes
python bench/speed/stream.py --record                 kept in speed/streamed.json
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from speed.documents import write
from speed.memory import held

NUMBERS = (1_000, 10_000, 100_000)
SIZE = 500  # characters, a wire brief: memory is asked for here, and long documents only take longer
RECORDED = Path(__file__).parent / "streamed.json"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("numbers", nargs="*", type=int, default=NUMBERS, help="of documents, a run each")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args(arguments)
    rows = [_run(number, given.jobs) for number in given.numbers]
    if given.record:
        data = {"date": datetime.now(UTC).date().isoformat(), "characters": SIZE, "runs": rows}
        RECORDED.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _run(number: int, jobs: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.jsonl"
        write(path, number, size=SIZE)
        peak, seconds = held("extract", path, "--format", "jsonl", "--jobs", str(jobs))
    row = {"documents": number, "jobs": jobs, "peak_mb": round(peak, 1), "cpu_seconds": round(seconds)}
    print(
        f"  {number:>9,} documents, {jobs} jobs: {row['peak_mb']} MB at most, {row['cpu_seconds']} s",
        flush=True,
    )
    return row


if __name__ == "__main__":
    main()
