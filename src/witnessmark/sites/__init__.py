"""Protected sites: the register, what was notified to whom, and whether an incident hit one."""

from collections.abc import Iterable, Iterator

from witnessmark.model.incident import Incident
from witnessmark.model.register import Register
from witnessmark.model.site_check import SiteCheck
from witnessmark.sites.options import CheckOptions, options_of, usual_options

__all__ = ["CheckOptions", "check", "options_of", "usual_options"]


def check(
    incidents: Iterable[Incident], register: Register, options: CheckOptions | None = None, jobs: int = 1
) -> Iterator[SiteCheck]:
    """Each single incident against the register, in their order; see `witnessmark.sites.match.check`.

    Where no options are given, they are `options_of(register)`.
    """
    from witnessmark.sites import match  # numpy only where something is compared

    yield from match.check(incidents, register, options or options_of(register), jobs)
