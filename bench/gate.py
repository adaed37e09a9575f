"""Scores every bench and fails below a floor; README.md says how floors move.

python bench/gate.py                    all benches; exit 1 below a floor or with other cases than pinned
python bench/gate.py claims --cases     one bench, each wrong answer in words
python bench/gate.py --update           raise the floors to what was measured, accept changed cases
python bench/gate.py --update --lower   lower them too: the changelog then needs a line
python bench/gate.py speed --record     the speed figures alone, kept in speed/recorded.json
"""

import argparse
import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import floors
from measured import Measured

HERE = Path(__file__).parent
SCORED = ("claims", "articles", "negatives", "places", "lookups", "times", "linking")
SPEED = "speed"

Measure = Callable[[], Measured]


def main(
    arguments: Sequence[str] | None = None,
    benches: Mapping[str, Measure] | None = None,
    path: Path = HERE / "floors.json",
) -> int:
    """0 when every score reaches its floor on the cases it was pinned on, else 1."""
    parser = _parser()
    given = parser.parse_args(arguments)
    known = _benches() if benches is None else benches
    if unknown := sorted({*given.benches} - {*known, SPEED}):
        parser.error(f"no such bench: {', '.join(unknown)}; there are {', '.join((*known, SPEED))}")
    chosen = {name: known[name] for name in given.benches or known if name in known}
    measured = {name: measure() for name, measure in chosen.items()}
    pinned = floors.load(path)
    for name, now in measured.items():
        _print(name, now, pinned.get(name), cases=given.cases)
    code = _update(measured, pinned, path, lower=given.lower) if given.update else _judge(measured, pinned)
    if benches is None and (not given.benches or SPEED in given.benches):
        importlib.import_module("speed.run").main(record=given.record)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("benches", nargs="*", metavar="bench", help=f"of {', '.join((*SCORED, SPEED))}")
    parser.add_argument("--cases", action="store_true", help="say what was wrong")
    parser.add_argument("--update", action="store_true", help="raise floors, accept changed cases")
    parser.add_argument("--lower", action="store_true", help="with --update: let floors sink")
    parser.add_argument("--record", action="store_true", help="keep the speed figures of this run")
    return parser


def _benches() -> dict[str, Measure]:
    return {name: importlib.import_module(f"{name}.run").measure for name in SCORED}


def _print(name: str, now: Measured, floor: floors.Floor | None, *, cases: bool) -> None:
    print(f"\n{name} ({now.cases} cases)")
    for score, value in now.scores.items():
        least = floor.scores.get(score) if floor else None
        beside = "no floor" if least is None else f"floor {least:.3f}"
        mark = "  BELOW" if least is not None and floors.cut(value) < least else ""
        print(f"  {score:<28} {value:.3f}   {beside}{mark}")
    for line in now.notes:
        print(f"  {line}")
    if cases:
        print("".join(f"    {line}\n" for line in now.wrong), end="")


def _judge(measured: Mapping[str, Measured], pinned: Mapping[str, floors.Floor]) -> int:
    faults = []
    for name, now in measured.items():
        floor = pinned.get(name)
        worse = floors.lowered(floor, now) if floor else []
        faults += [f"{name}: {fault}" for fault in worse + floors.changed(floor, now)]
    for fault in faults:
        print(f"FAILED {fault}")
    if faults:
        print("If this is meant: python bench/gate.py --update (see bench/README.md)")
    return 1 if faults else 0


def _update(
    measured: Mapping[str, Measured], pinned: dict[str, floors.Floor], path: Path, *, lower: bool
) -> int:
    given_up = [
        f"{name}: {fault}"
        for name, now in measured.items()
        if name in pinned
        for fault in floors.lowered(pinned[name], now)
    ]
    for fault in given_up:
        print(f"LOWERED {fault}" if lower else f"REFUSED {fault}")
    if given_up and not lower:
        print("Nothing was written. To lower a floor: --update --lower, and say why in CHANGELOG.md")
        return 1
    floors.save(path, pinned | {name: floors.pinned(now) for name, now in measured.items()})
    print(f"\nFloors written to {path.name}.")
    if given_up:
        print("A floor was lowered: CHANGELOG.md needs a line that says which and why.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
