"""Incidents against a register: which sites may have been hit, and what had been notified of them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from witnessmark.codebook import load
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.register import Register
from witnessmark.model.site_check import SiteCheck, SiteMatch
from witnessmark.sites.columns import Cases, cases
from witnessmark.sites.options import CheckOptions, usual_options
from witnessmark.sites.prepared import prepare
from witnessmark.sites.verdict import Answers, answered, handed_on
from witnessmark.workers import ordered

# Incidents compared at once: their columns and pairs stay within some tens of megabytes.
CHUNK = 20_000


def check(
    incidents: Iterable[Incident], register: Register, options: CheckOptions | None = None, jobs: int = 1
) -> Iterator[SiteCheck]:
    """Each single incident against the register, in their order; totals and situations are passed over.

    More jobs give the same answer. Nothing is presumed of an incident whose place or day is not known: the
    check says so.
    """
    ready = prepare(register, options or usual_options())
    single = (i for i in incidents if i.kind is IncidentKind.INCIDENT)
    taken: deque[Cases] = deque()

    def columns() -> Iterator[Cases]:
        for chunk in _chunks(single):
            taken.append(cases(chunk))
            yield taken[-1]

    values = _Values(register)
    # Processes get columns and give columns back: to send values to and fro costs more than it saves.
    work = answered if jobs == 1 else handed_on
    for answers in ordered(partial(work, ready=ready), columns(), jobs):
        yield from values.of(taken.popleft(), answers)


def _chunks(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    rest = iter(incidents)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


class _Values:
    """Makes values of what was found in columns."""

    def __init__(self, register: Register) -> None:
        self.version = register.version
        self.sites = [(site.id, site.kind) for site in register.sites for _ in site.stays]
        self.statement = load().statements["notification_and_law"]

    def of(self, asked: Cases, answers: Answers) -> Iterator[SiteCheck]:
        match = self._matches(answers)
        for incident, reach, said in zip(asked.ids, asked.reach.tolist(), answers.said, strict=True):
            name, result, could_be, reasons, candidates, first, last = said
            yield SiteCheck(
                name, incident, result, could_be, tuple(map(match, range(first, last))), candidates, reach,
                self.version, reasons, self.statement,
            )  # fmt: skip

    def _matches(self, answers: Answers) -> Callable[[int], SiteMatch]:
        """What makes the value of a row."""
        rows = answers.reached
        columns = (rows.stay, rows.distance, rows.probability, rows.agrees, answers.telling)
        stays, distances, chances, agree, telling = (c.tolist() for c in columns)

        def match(row: int) -> SiteMatch:
            site, kind = self.sites[stays[row]]
            said = answers.tellings[telling[row]]
            return SiteMatch(site, kind, distances[row], chances[row], _AGREES[agree[row]], *said)

        return match


_AGREES = (False, True, None)  # by the codes of `Reached.agrees`
