"""A register made ready to be compared with many incidents."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from witnessmark.model.register import Register
from witnessmark.model.site import Site, Stay
from witnessmark.sites.columns import Stays, stays
from witnessmark.sites.globe import Indices
from witnessmark.sites.options import CheckOptions
from witnessmark.sites.told import Dispatch, dispatches


@dataclass(frozen=True, slots=True)
class Known:
    """A stay of a site with what was sent about the site.

    Of sites nobody was told of, one stands for all of which the same is to be said on every day.
    """

    site: Site
    stay: Stay
    sent: tuple[Dispatch, ...]

    @property
    def changes(self) -> bool:
        """Whether what is to be said depends on the day."""
        return bool(self.sent or self.stay.start or self.stay.end)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is needed of a register to compare it with many incidents: `known[which[n]]` is said of stay n."""

    options: CheckOptions
    stays: Stays
    which: Indices
    known: tuple[Known, ...]
    version: str
    since: date | None
    countries: tuple[str, ...]


def prepare(register: Register, options: CheckOptions) -> Prepared:
    """The columns of a register, and what was sent about each of its sites."""
    sent = dispatches(register.notifications, register.events)
    alike: dict[object, int] = {}
    known: list[Known] = []
    which: list[int] = []
    for site in register.sites:
        own = sent.get(site.id, ())
        for stay in site.stays:
            one = Known(site, stay, own)
            says = bool(site.operator or site.supporter), stay.underground, len(site.stays) > 1
            number = alike.setdefault((site.id, len(which)) if one.changes else says, len(known))
            if number == len(known):
                known.append(one)
            which.append(number)
    return Prepared(
        options, stays(register.sites), np.array(which, dtype=np.int64), tuple(known),
        register.version, register.since, register.countries,
    )  # fmt: skip
