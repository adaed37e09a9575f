"""What one more report costs in a small and in a large case: `cases.py 1000 100000 [--record]`.

Cases are filled with made-up reports that nobody has to read; then `witnessmark add` is timed.

As in `reports`, events come at one rate, so that a larger case covers a longer time; some towns have many and
some events are in many reports. A report is its neighbour's copy, or tells the event in words of its own.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from witnessmark import pipeline
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id
from witnessmark.model.place import Location, Place, PlaceMention, PlacePrecision
from witnessmark.model.reading import Reading
from witnessmark.model.when import TimePrecision, When
from witnessmark.store.case import Case

V = TypeVar("V")
SEED, A_DAY, TOWNS = 7, 90, 20_000
FIRST_DAY = date(2021, 1, 1)
# Reports added one after the other, and how much more they may cost in the largest case than in the smallest.
TIMES, AT_MOST = 7, 3.0
RECORDED = Path(__file__).parent / "adding.json"
# Reports kept in one transaction while a case is filled.
BATCH = 1000
_WORDS, _OWN, _FILLING = 50_000, 14, 70
_WHAT = {"air_strike": "an air strike", "shelling": "shelling", "drone_strike": "a drone strike"}
_WHERE = ("market", "school", "clinic", "bakery", "bus station", "row of houses", "power station")
_SYLLABLES = (
    "ha",
    "zar",
    "be",
    "len",
    "mi",
    "rov",
    "ta",
    "qu",
    "dor",
    "ne",
    "sha",
    "li",
    "ur",
    "ko",
    "van",
    "es",
)


def readings(number: int, seed: int = SEED) -> Iterator[Reading]:
    """`number` reports of a third as many events. Equal arguments, equal reports."""
    random = Random(seed)  # noqa: S311  (text, not a secret)
    events = max(1, number // 3)
    last: dict[int, str] = {}
    for n in range(number):
        event = n if n < events else int(events * random.random() ** 2)
        copied = event in last and random.random() < 0.2
        text = last[event] if copied else _text(random, event, events)
        last[event] = text
        yield _reading(f"made-{n}", text, event, events, f"Paper {int(400 * random.random() ** 2)}")


def _reading(doc: str, text: str, event: int, events: int, publisher: str) -> Reading:
    town, day, dead, what, _ = _event(event, events)
    published = Published(day + timedelta(days=1), PublishedHow.STATED)
    zones = (Zone(ZoneKind.BODY, 0, len(text)),)
    document = Document(
        id=doc, path=f"{doc}.txt", text=text, sha256=bytes_id(text.encode()), format="text",
        published=published, publisher=publisher, language="en", zones=zones,
    )  # fmt: skip
    when = When(None, day, day, TimePrecision.DAY, "made")
    number = Count("killed", "civilian", dead, dead, dead, Qualifier.EXACTLY, str(dead))
    told = [
        Claim(
            id=f"{doc}-{k}", doc=doc, start=start, end=end, quote=text[start:end], zone=ZoneKind.BODY,
            kind=ClaimKind.INCIDENT, claimants=(Claimant(f"Witnesses of {doc}", explicit=True),),
            modality=Modality.REPORTED, event_type=(what,), location=Location(town.name, town), date=when,
            count=counted,
        )
        for k, (start, end, counted) in enumerate(_spans(text, number))
    ]  # fmt: skip
    at = text.index(town.name)
    mentioned = (PlaceMention(doc, at, at + len(town.name), town.name, town),)
    return Reading(document, places=mentioned, claims=tuple(told))


def _spans(text: str, number: Count) -> Iterator[tuple[int, int, Count | None]]:
    end = text.index(", ")
    yield 0, end, None
    yield end + 2, text.index(".", end), number


def _text(random: Random, event: int, events: int) -> str:
    town, day, dead, what, where = _event(event, events)
    own = Random(event + 1)  # noqa: S311  (as above)
    rare = [_words()[int(_WORDS * own.random() ** 0.5) - 1] for _ in range(_OWN)]
    words = [w for w in rare if random.random() < 0.45]
    words += [_words()[int(_WORDS * random.random() ** 2.5)] for _ in range(_FILLING)]
    random.shuffle(words)
    sentences = " ".join(" ".join(some).capitalize() + "." for some in batched(words, 12))
    first = f"{_WHAT[what].capitalize()} hit the {where} of {town.name} on {day:%d %B %Y}"
    return f"{first}, killing {dead} civilians.\n\n{sentences}\n"


@cache
def _event(event: int, events: int) -> tuple[Place, date, int, str, str]:
    random = Random(event * 31 + 5)  # noqa: S311  (as above)
    town = _town(int(TOWNS * random.random() ** 3))
    day = FIRST_DAY + timedelta(days=random.randrange(max(1, events // A_DAY)))
    return town, day, 1 + int(40 * random.random() ** 4), random.choice(list(_WHAT)), random.choice(_WHERE)


@cache
def _town(number: int) -> Place:
    random = Random(number * 17 + 3)  # noqa: S311  (as above)
    name = "".join(random.choices(_SYLLABLES, k=4)).capitalize()
    lat, lon = 30 + 0.05 * random.randrange(400), 30 + 0.05 * random.randrange(600)
    province = f"Province {int(lat) // 2} {int(lon) // 2}"
    return Place(name, "town", "XXA", province, lat, lon, number, PlacePrecision.TOWN, 5000)


@cache
def _words() -> list[str]:
    from wordfreq import top_n_list

    return [w for w in top_n_list("en", 2 * _WORDS) if w.isalpha() and w.isascii()][:_WORDS]


def batched(values: Iterable[V], size: int) -> Iterator[list[V]]:
    """The values in their order, so many at a time."""
    left = iter(values)
    return iter(lambda: list(islice(left, size)), [])


def main(numbers: list[int], *, record: bool) -> None:
    """Print the median of each case and the ratio of the largest to the smallest."""
    with TemporaryDirectory(prefix="witnessmark-") as folder:
        found = {number: _measured(Path(folder) / f"case-{number}", number) for number in numbers}
    least, most = found[min(numbers)], found[max(numbers)]
    ratio = round(most["processor"] / least["processor"], 2)
    print(f"one report more, {max(numbers):,} against {min(numbers):,}: {ratio} times (at most {AT_MOST:g})")
    if record:
        data = {**{str(n): f for n, f in found.items()}, "ratio": ratio}
        RECORDED.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _measured(root: Path, number: int) -> dict[str, float]:
    start = perf_counter()
    fill(root, number)
    filled = round(perf_counter() - start, 1)
    found = adding(root, TIMES)
    middle = {name: median(f[name] for f in found) for name in ("wall", "processor")}
    print(f"{number:,} reports, filled in {filled} s: {found}", flush=True)
    return middle | {"filled": filled}


def fill(root: Path, number: int) -> None:
    """A case of `number` reports, linked."""
    from django.db import transaction

    with Case.init(root) as case:
        case.begin_run("add", {"paths": ["made"]})
        for some in batched(readings(number), BATCH):
            with transaction.atomic(using=case._using):  # noqa: SLF001  (many at once, which no command does)
                for reading in some:
                    case.record(reading)
        pipeline.update(case)
        case.finish_run({"documents": number})


def adding(root: Path, times: int) -> list[dict[str, float]]:
    """What `witnessmark add` of one more report takes, time after time, each in a process of its own."""
    number = 1 + max(10, times)
    found = []
    for n, reading in enumerate(islice(readings(3 * number, SEED + 1), times)):
        path = root.parent / f"{root.name}-{n}.txt"
        path.write_text(reading.document.text, encoding="utf-8")
        found.append(
            _timed(["add", str(root), str(path), "--published", str(reading.document.published.day)])
        )
    return found


def _timed(words: list[str]) -> dict[str, float]:
    before, start = os.times(), perf_counter()
    command = [sys.executable, "-m", "witnessmark", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return {"wall": round(perf_counter() - start, 2), "processor": round(used, 2)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[1000, 100_000])
    parser.add_argument("--record", action="store_true", help="keep the figures in adding.json")
    given = parser.parse_args()
    main(given.numbers, record=given.record)
