"""Made-up incidents, sites and notifications: only what a test speaks of needs to be given."""

from datetime import date
from typing import Any

from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.notification import Event, Notification, Step, Transmitted
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.register import Register
from witnessmark.model.site import Position, Shape, Site, Stay

DAY = date(2031, 5, 10)
SPOT = (12.5, 47.25)  # anywhere
NORTH_100_M = 100 / 111_195  # degrees of latitude


def incident(name: str = "i", at: tuple[float, float] | None = SPOT, **more: Any) -> Incident:
    """An incident at a point known to 20 m, by default a strike on a medical facility by RUS_GOV."""
    precision = more.pop("precision", PlacePrecision.EXACT)
    place = Place(
        "Anywhere", "town", more.pop("country", None), lat=at[0] if at else None, lon=at[1] if at else None,
        precision=precision, radius=more.pop("radius", 0.02),
    )  # fmt: skip
    return Incident(
        name, more.pop("kind", IncidentKind.INCIDENT), (), (), more.pop("days", (DAY, DAY)), place, (), (),
        more.pop("target", ("medical_facility",)), more.pop("by", ("RUS_GOV",)), more.pop("figures", ()), (),
        1, more.pop("grade", Grade()), **more,
    )  # fmt: skip


def stay(at: tuple[float, float] = SPOT, *, radius: float = 50, accuracy: float = 10, **more: Any) -> Stay:
    """A disc where something stands."""
    return Stay(
        Position(at[0], at[1], accuracy, "survey"), Shape(radius, more.pop("rings", ())), **more
    )  # fmt: skip


def site(name: str = "s", *stays: Stay, kind: str = "medical_facility", **more: Any) -> Site:
    """A site, by default a medical facility at SPOT that nobody runs."""
    return Site(name, (f"House {name}",), kind, stays or (stay(),), **more)


def sent(
    party: str = "RUS_GOV", day: date = date(2031, 1, 1), at: tuple[float, float] = SPOT, **more: Any
) -> Notification:
    """A notification of site `s` handed in on a day."""
    where = more.pop("site", "s")
    name = more.pop("name", f"n-{where}-{party}")
    return Notification(
        name, where, "batch", party, "an office", Transmitted("as sent", "decimal", "WGS 84", *at, None),
        day, **more,
    )  # fmt: skip


def step(which: Step, day: date, party: str = "RUS_GOV", **more: Any) -> Event:
    """A step of the notification of site `s` to a party."""
    return Event(f"{which}-{day}-{party}", more.pop("of", f"n-s-{party}"), which, day, **more)


def register(
    *sites: Site, sent: tuple[Notification, ...] = (), steps: tuple[Event, ...] = (), **more: Any
) -> Register:
    """A register of these sites."""
    return Register(sites or (site(),), sent, steps, version="v1", **more)
