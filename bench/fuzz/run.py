"""Reads spoiled texts for as long as told; says every crash and broken promise (docs/method/bench.md).

python bench/fuzz/run.py --minutes 60 --seed 1 --keep found     one row of texts, those at fault kept as files
python bench/fuzz/run.py --seed 1 --case 4711                   one text of the row again
"""

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path
from random import Random

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.invariants import HangsError, check_again, check_linked, read_one
from fuzz.mutate import mutated
from speed.documents import documents
from witnessmark.model.reading import Reading

ROOT = Path(__file__).parents[2]
TOGETHER = 6  # as many documents are linked together, every so many texts
AGAIN = 10  # one text in so many is read twice
SUFFIXES = (".txt", ".txt", ".txt", ".html", ".jsonl")


def main() -> int:
    """0 when nothing was found."""
    given = _arguments()
    found = Found(given.keep)
    until = time.monotonic() + given.minutes * 60
    texts = corpus()
    group: list[Reading] = []
    done = 0
    for number in [given.case] if given.case is not None else count():
        if given.case is None and time.monotonic() > until:
            break
        random = Random(f"{given.seed} {number}")  # noqa: S311  (text, not a secret)
        data, path = case(texts, random, number)
        try:
            readings = read_one(data, path)
            if number % AGAIN == 0:
                check_again(data, path, readings)
            group = [*group, *readings][-TOGETHER:]
            if number % TOGETHER == 0 or given.case is not None:
                check_linked(group, random)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is the finding)
            found.add(error, data, path)
        done += 1
        if done % 1000 == 0:
            print(f"{done} texts, {found}", flush=True)
    print(f"{done} texts, {found}")
    for place, times in found.places.most_common():
        print(f"  {times:>5}  {place}")
    return 1 if found.places else 0


class Found:
    """What went wrong: each place of failure is told in full once, its later texts are only counted."""

    def __init__(self, keep: Path | None) -> None:
        self.keep = keep
        self.places: Counter[str] = Counter()

    def __str__(self) -> str:
        return f"{self.places.total()} faults in {len(self.places)} places"

    def add(self, error: Exception, data: bytes, path: str) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        own = [f for f in frames if "/witnessmark/" in Path(f.filename).as_posix()] or list(frames)
        what = "" if isinstance(error, HangsError) else f": {str(error)[:60]}"
        place = f"{type(error).__name__} at {Path(own[-1].filename).name}:{own[-1].lineno}{what}"
        self.places[place] += 1
        if self.keep:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / path).write_bytes(data)
        if self.places[place] == 1:
            print(f"\n{path} ({len(data)} bytes)\n{''.join(traceback.format_exception(error))}", flush=True)


def corpus() -> list[str]:
    """The project's own prose: the example, the texts of the benches, made-up news."""
    files = sorted((ROOT / "examples/idlib").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    for path in sorted((ROOT / "bench").glob("**/*.yaml")):
        if "measuring" in path.parts:
            continue  # half of a bench that nobody looks at
        texts += _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    return texts + [row["text"] for row in documents(60, seed=9)]


def case(texts: list[str], random: Random, number: int) -> tuple[bytes, str]:
    """The bytes of one case and the path they come under."""
    own = "\n\n".join(random.choices(texts, k=random.choice((1, 1, 2, 6))))
    text = mutated(own, random.choice(texts), random)
    suffix = random.choice(SUFFIXES)
    if suffix == ".html":
        marked = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
        head = f"<head><title>{escape(text[:60])}</title></head>"
        text = f"<html>{head}<body><article>{marked}</article></body></html>"
    elif suffix == ".jsonl":
        text = json.dumps({"id": f"d{number}", "text": text}, ensure_ascii=random.random() < 0.5)
    encoding = random.choice(("utf-8", "utf-8", "utf-8", "utf-16", "latin-1"))
    return text.encode(encoding, "replace"), f"case-{number}{suffix}"


def _texts(value: object) -> Iterator[str]:
    """Every string under a `text` key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "text" and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1, help="one seed, one row of texts")
    parser.add_argument("--case", type=int, help="only this text of the row")
    parser.add_argument("--keep", type=Path, help="folder for the bytes of the first text of each fault")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
