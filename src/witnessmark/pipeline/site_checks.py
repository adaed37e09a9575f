"""Incidents beside the register, in the order of the case."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from witnessmark.errors import WitnessmarkError
from witnessmark.model.incident import Incident
from witnessmark.model.register import Register
from witnessmark.model.site_check import SiteCheck
from witnessmark.model.site_measures import SiteMeasures


def check(incidents: Iterable[Incident], register: Register, jobs: int = 1) -> Iterator[SiteCheck]:
    """What had been notified of the place of each single incident; see `witnessmark.sites.check`."""
    from witnessmark.sites import check as check_stage

    return check_stage(incidents, register, jobs=jobs)


def measure(checks: Sequence[SiteCheck], incidents: Iterable[Incident], register: Register) -> SiteMeasures:
    """What these checks come to; `incidents` are those that were checked."""
    from witnessmark.sites.measures import measures

    return measures(checks, incidents, register)


@contextmanager
def withheld() -> Iterator[None]:
    """Whatever goes wrong inside without being foreseen comes out without its words.

    Those of a library may quote what it was given: a name, a position. Where it happened stays.
    """
    try:
        yield
    except (WitnessmarkError, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001  (raised again, without its words)
        told = f"{type(error).__name__}; what it says is withheld, as the register was open"
        raise RuntimeError(told).with_traceback(error.__traceback__) from None
