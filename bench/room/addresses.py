"""The addresses of a room over a case of `generate.py`: every page that is read, every sort of filter."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from random import Random
from typing import Any
from urllib.parse import urlencode

from generate import KEPT, OBJECTS, PARTIES, documents_of, paired

from scale.cases import A_DAY, FIRST_DAY, _words
from witnessmark.model.ids import content_id

_FURTHER = re.compile(r'href="([^"]*(?:after|before)=[^"]*)"')
Address = Callable[[Random], str]
# Of the openings that reports have, in five scripts; one that is rare is drawn beside them.
TYPED = {
    "latin": ("market", "killing", '"killing 2 civilians"', "sch*", "touché"),
    "arabic": ("قصف", "مقتل", '"وأدى إلى مقتل"'),
    "cyrillic": ("удар", "погибли", "мирн*"),
    "chinese": ("遭到袭击", "平民"),
}
FILTERS: dict[str, Callable[[Random, int], dict[str, Any]]] = {
    "none": lambda _random, _days: {},
    "days": lambda random, days: {"start": str(FIRST_DAY + timedelta(random.randrange(days)))},
    "party": lambda random, _: {"party": random.choice(PARTIES)},
    "method": lambda random, _: {"method": random.choice(["air_strike", "shelling", "drone_strike"])},
    "object": lambda random, _: {"object": random.choice(OBJECTS)},
    "grade": lambda random, _: {"grade": f"V{random.randrange(1, 5)}"},
    "language": lambda random, _: {"language": random.choice(["ar", "en", "ru"])},
    "kind": lambda random, _: {"kind": random.choice(["incident", "aggregate"])},
    "place": lambda random, _: {"place": f"province {random.randrange(15, 25)}"},
    "box": lambda random, _: {"bbox": box(random, 5)},
    "undated": lambda _random, _days: {"undated": "only"},
    "unplaced": lambda _random, _days: {"unplaced": "only"},
    "three": lambda random, days: (
        {"start": str(FIRST_DAY + timedelta(random.randrange(days)))}
        | {"party": random.choice(PARTIES[:3]), "grade": "V1"}
    ),
    "text, latin": lambda random, _: {"text": random.choice([*TYPED["latin"], word(random)])},
    "text, arabic": lambda random, _: {"text": random.choice(TYPED["arabic"])},
    "text, cyrillic": lambda random, _: {"text": random.choice(TYPED["cyrillic"])},
    "text, chinese": lambda random, _: {"text": random.choice(TYPED["chinese"])},
}  # fmt: skip
LISTS = ("documents", "pairs", "claims", "second", "failures")
API = ("documents", "claims", "incidents", "pairs", "decisions")


def word(random: Random) -> str:
    """One of which some are common and some are in no report."""
    return random.choice(_words()[:5000])


def box(random: Random, wide: float) -> str:
    """A part of the map where reports come from."""
    west, south = random.uniform(30, 55), random.uniform(30, 45)
    return f"{west:.2f},{south:.2f},{west + wide:.2f},{south + wide:.2f}"


class Addresses:
    """Those of a case of so many incidents; `get` gives the text of a page."""

    def __init__(self, name: str, number: int, get: Callable[[str], str]) -> None:
        self._at, self._number, self._get = f"/p/{name}/", number, get
        self._behind: dict[str, str] = {}
        self.pages = self._single() | self._many() | self._drawn() | self._programs()

    def _single(self) -> dict[str, Address]:
        def at(rest: str, **query: object) -> str:
            return f"{self._at}{rest}" + (f"?{urlencode(query)}" if query else "")

        def incident(random: Random) -> str:
            return content_id("incident", {"made": random.randrange(self._number)})

        def pair(random: Random) -> str:
            n = random.choice(paired(self._number))
            return at("pairs/", a=f"made-{n}-0", b=f"made-{n + 1}-0")

        return {
            "document": lambda random: at(f"document/{self._doc(random)}"),
            "document, a claim of it": lambda random: at(
                f"document/{(doc := self._doc(random))}", claim=f"{doc}-{random.randrange(5)}"
            ),
            "bytes as received": lambda random: at(f"document-bytes/made-{random.randrange(KEPT)}"),
            "incident": lambda random: at(f"incidents/{incident(random)}/"),
            "incident of a claim": lambda random: at(f"incident-of/{self._doc(random)}-0/"),
            "two incidents": lambda random: at(
                f"incidents/{incident(random)}/beside/", other=incident(random)
            ),
            "pair": pair,
        }

    def _many(self) -> dict[str, Address]:
        first = {
            "projects": "/",
            "inbox": self._at,
            **{f"inbox, {name}": f"{self._at}?list={name}" for name in LISTS},
            "pair, most valuable": f"{self._at}pairs/",
            "explore": f"{self._at}explore/",
            "totals": f"{self._at}tallies/",
            "exports": f"{self._at}exports/",
            "people": f"{self._at}people/",
            "acts": f"{self._at}acts/",
        }
        second = [n for n in first if n.startswith(("inbox, ", "pair, ", "explore", "acts"))]
        second.remove("inbox, second")  # nothing waits for a second person in these cases

        def behind(name: str) -> Address:
            return lambda _: self._next(name, first[name])

        return (
            {name: (lambda _, address=address: address) for name, address in first.items()}
            | {f"{name}, further": behind(name) for name in second}
            | {"totals, some days": self._totals}
        )

    def _drawn(self) -> dict[str, Address]:
        """Explore and its map by every sort of filter."""
        days = max(1, self._number // A_DAY)

        def explore(make: Callable[[Random, int], dict[str, Any]]) -> Address:
            return lambda random: f"{self._at}explore/?{urlencode(make(random, days))}"

        def drawn(make: Callable[[Random, int], dict[str, Any]], zoom: int) -> Address:
            wide = 360 / 2 ** (zoom - 1)  # what a screen of a thousand pixels shows

            def address(random: Random) -> str:
                frame = {} if zoom < 4 else {"frame": box(random, min(wide, 30))}
                return f"{self._at}explore/map/?{urlencode(make(random, days) | frame | {'zoom': zoom})}"

            return address

        maps = {f"map at zoom {zoom}": drawn(FILTERS["none"], zoom) for zoom in range(2, 10)}
        asked = {f"map, {name}": drawn(make, 3) for name, make in FILTERS.items()}
        return {f"explore, {name}": explore(make) for name, make in FILTERS.items()} | maps | asked

    def _programs(self) -> dict[str, Address]:
        at = f"/api{self._at}"

        def part(what: str) -> Address:
            return lambda _: self._later(f"{at}{what}")

        one = {
            "api, a document": lambda random: f"{at}documents/{self._doc(random)}",
            "api, a claim": lambda random: f"{at}claims/{self._doc(random)}-1",
            "api, acts": lambda _: f"{at}acts",
        }
        return {f"api, {what}": part(what) for what in API} | one

    def _later(self, address: str) -> str:
        """The part behind the one that was read last, or the first again."""
        after = json.loads(self._get(self._behind.get(address, address)))["after"]
        self._behind[address] = address if after is None else f"{address}?{urlencode({'after': after})}"
        return self._behind[address]

    def _doc(self, random: Random) -> str:
        return f"made-{random.randrange(documents_of(self._number))}"

    def _totals(self, random: Random) -> str:
        start = FIRST_DAY + timedelta(random.randrange(max(1, self._number // A_DAY)))
        return f"{self._at}tallies/?{urlencode({'start': start, 'end': start + timedelta(2)})}"

    def _next(self, name: str, address: str) -> str:
        """The page behind the one that was read last, as reviewers go on; a list of one page is that page."""
        asked = self._behind.get(name, address)
        found = _FURTHER.search(self._get(asked)) or _FURTHER.search(self._get(address))
        if found is None:
            return address
        told = unescape(found[1])
        self._behind[name] = told if told.startswith("/") else f"{address.partition('?')[0]}{told}"
        return self._behind[name]
