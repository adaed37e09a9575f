"""Invented incidents of every sort, and what a filter means when it is worked out one incident at a time."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from store import made
from witnessmark.model.filter import Filter, Unknowns
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.links import Links
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.trace import Trace
from witnessmark.store.words import wanted, words

TEXTS = (
    "Shells struck the market of Norvale; medics counted the dead.",
    "قُتل ثلاثة مدنيين في سوق أورزان صباح اليوم",
    "北京市场遭到炮击,三人死亡",
    "Un marché de Vallon a été bombardé",
    "Обстрел рынка в Норвале",
    "बाज़ार पर हमला हुआ",
)
LANGUAGES = ("en", "ar", "zh", "fr", "ru", "hi")
PLACES = (
    None,
    Place("Norvale", "town", "XXA", "Upper Lea", 12.5, 41.25, 1, PlacePrecision.TOWN),
    Place("Vallón del Mar", "town", "XXB", "Costa", -33.4, 179.9, 2, PlacePrecision.EXACT),
    Place("Isle of Sorn", "town", "XXC", "Sorn", 51.0, -179.8, 3, PlacePrecision.TOWN),
    Place("Lower Lea", "admin1", "XXA", "Lower Lea", None, None, 4, PlacePrecision.ADMIN1),
)
METHODS, PARTIES, OBJECTS = ("shelling", "air_strike", "raid"), ("north", "south"), ("market", "school")


def reading(i):
    body = f"{TEXTS[i % len(TEXTS)]} Report {i}."
    document = made.reading(
        i, body=f"{body} Shells struck, killing {i + 2} people, on {1 + i % 28} March 2031 at Norvale."
    )
    return replace(document, document=replace(document.document, language=LANGUAGES[i % len(LANGUAGES)]))


def incidents(readings, seed=3):
    random = Random(seed)  # noqa: S311  (incidents, not a secret)
    base = made.views(list(readings))[1][0]
    return [_incident(random, base, n, r) for n, r in enumerate(readings)]


def _incident(random, base, n, of):
    start = date(2031, 1, 1) + timedelta(random.randrange(400)) if random.random() < 0.8 else None
    end = start + timedelta(random.randrange(40)) if start and random.random() < 0.7 else None
    return replace(
        base,
        id=f"{random.getrandbits(256):064x}",
        kind=random.choice([IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.SITUATION]),
        claims=tuple(c.id for c in of.claims),
        documents=(of.document.id,),
        date=(start, end) if random.random() < 0.9 else (None, start),
        place=random.choice(PLACES),
        method=tuple(random.sample(METHODS, random.randrange(3))),
        target=tuple(random.sample(OBJECTS, random.randrange(3))),
        attributed_to=tuple(random.sample(PARTIES, random.randrange(3))),
        figures=tuple(replace(f, best=n) for f in base.figures),
        grade=Grade((), (), random.choice(["", "V0", "V1", "V3"])),
    )


def links(readings, listed, **more):
    traces = [Trace(r.document.id, r.document.id, "", (), (), f"{n:064x}") for n, r in enumerate(readings)]
    lineages, _, across = made.views(list(readings))
    return Links(lineages, listed, across, traces=traces, **more)


def fill(case, number=60):
    """A case of as many documents and incidents; both."""
    readings = [reading(i) for i in range(number)]
    for r in readings:
        case.capture(r.document.path, r.document.text.encode())
        case.record(r)
    listed = incidents(readings)
    case.replace_links(links(readings, listed))
    return readings, listed


def has(wanted_: Filter, incident: Incident, texts: dict[str, tuple[str, str]]) -> bool:
    """Whether the filter has the incident; `texts` gives of each document its language and words."""
    start, end = incident.date
    first, last = start or end, end or start
    place = incident.place
    pointed = place is not None and place.lat is not None
    return (
        _dated(wanted_, first, last)
        and _placed(wanted_, place, pointed=pointed)
        and (not wanted_.kind or incident.kind in wanted_.kind)
        and all(
            not asked or not set(asked).isdisjoint(there)
            for asked, there in (
                (wanted_.method, incident.method),
                (wanted_.party, incident.attributed_to),
                (wanted_.object, incident.target),
                (wanted_.language, [texts[d][0] for d in incident.documents]),
            )
        )
        and (not wanted_.grade or incident.grade.minimum >= wanted_.grade)
        and (not wanted_.text or any(_told(wanted_.text, texts[d][1]) for d in incident.documents))
    )


def _dated(f, first, last):
    if f.undated is Unknowns.ONLY:
        return first is None
    if not f.dated:
        return True
    if first is None:
        return f.undated is Unknowns.INCLUDED
    return last >= (f.start or date.min) and first <= (f.end or date.max)


def _placed(f, place, *, pointed):
    if f.unplaced is Unknowns.ONLY:
        return not pointed
    if f.unplaced is Unknowns.INCLUDED and not pointed:
        return True
    names = " ".join(words(f"{place.name} {place.admin1}")) if place else ""
    return (
        (not f.country or (place is not None and place.country == f.country))
        and (not f.admin1 or (place is not None and place.admin1 == f.admin1))
        and all(word in names for word in words(f.place))
        and (f.bbox is None or (pointed and _in(f.bbox, place)))
    )


def _in(box, place):
    beside = box.west <= place.lon <= box.east
    if box.west > box.east:
        beside = place.lon >= box.west or place.lon <= box.east
    return beside and box.south <= place.lat <= box.north


def _told(asked, text):
    there = words(text)
    rows = wanted(asked)
    return bool(rows) and all(any(_at(w, there, n) for n in range(len(there))) for w in rows)


def _at(asked, there, n):
    found = there[n : n + len(asked.words)]
    if asked.prefix:
        return (
            found[:-1] == list(asked.words[:-1])
            and bool(found)
            and len(found) == len(asked.words)
            and found[-1].startswith(asked.words[-1])
        )
    return found == list(asked.words)
