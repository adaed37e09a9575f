"""Whose land a point is: how often settlements that the map does not hold are put in their own country.

    python bench/register/country.py [--sample 20000]

A random sample of the gazetteer's settlements is taken off the map; each is then asked for as it is, with
latitude and longitude swapped, and with the sign of its latitude turned.
"""

import argparse
import random
from collections import Counter

from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.ground import SettledGround
from witnessmark.model.ground import Inside

SEED = 6
Settlement = tuple[float, float, str | None, int]


class Rest(Gazetteer):
    """The settlements that are not in the sample."""

    def __init__(self, rows: list[Settlement]) -> None:
        self._rest = rows

    def settlements(self) -> list[Settlement]:
        return self._rest


def main() -> None:
    """Print the share of each answer."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=20_000)
    size = parser.parse_args().sample
    rows = Gazetteer.default().settlements()
    random.Random(SEED).shuffle(rows)  # noqa: S311  (a sample, no secret)
    ground = SettledGround(Rest(rows[size:]))
    found: dict[str, Counter[str]] = {"as it is": Counter(), "swapped": Counter(), "sign turned": Counter()}
    for lat, lon, country, _ in rows[:size]:
        for how, (y, x) in (("as it is", (lat, lon)), ("swapped", (lon, lat)), ("sign turned", (-lat, lon))):
            there = ground.inside(y, x, country or "") if abs(y) <= 90 else Inside.NO
            found[how][there.value] += 1
    for how, counts in found.items():
        print(
            f"{how:12}",
            *(f"{k} {100 * counts[k] / size:.2f} %" for k in ("yes", "perhaps", "unlikely", "no")),
        )


if __name__ == "__main__":
    main()
