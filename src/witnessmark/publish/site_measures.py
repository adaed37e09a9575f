"""What many checks come to, in words; the values hold nothing that points to a site."""

from collections.abc import Iterator
from dataclasses import dataclass

from witnessmark.model.site_measures import (
    Comparison,
    Delay,
    KindMeasures,
    Number,
    OutOfService,
    SiteMeasures,
)
from witnessmark.publish import words
from witnessmark.publish.labels import Labels
from witnessmark.publish.phrases import joined


@dataclass(frozen=True, slots=True)
class MeasureSheet:
    """What was measured, in lines of words; `warning` where the sample does not carry it."""

    what: str
    lines: tuple[str, ...]
    warning: str = ""

    @property
    def said(self) -> str:
        """Its lines as one text."""
        return "\n".join(self.lines)


def measure_sheets(found: SiteMeasures | None, labels: Labels) -> tuple[MeasureSheet, ...]:
    """All measures, attacks and facilities as two figures; none where nothing was measured."""
    return tuple(_sheets(found, labels)) if found else ()


def _sheets(found: SiteMeasures, labels: Labels) -> Iterator[MeasureSheet]:
    hit = [kind for kind in found.kinds if kind.attacks.high]
    yield from (MeasureSheet(labels.of("objects", kind.kind), tuple(_kind(kind))) for kind in hit)
    spared = [labels.many("objects", kind.kind) for kind in found.kinds if kind not in hit]
    if spared:
        yield MeasureSheet("No incident likely on listed", (joined(spared),))
    if found.delay:
        yield MeasureSheet("From notification to strike", (_delay(found.delay),))
    yield from (_comparison(c, labels) for c in found.comparisons)
    given = (
        f"the register holds {found.coverage:.0%} of the sites of a kind; reports name the kind of object hit"
    )
    yield MeasureSheet("Taken as given", (f"{given} rightly in {found.reliability:.0%}",))
    if found.out_of_service:
        yield MeasureSheet("Put out of service, as told", tuple(map(_month, found.out_of_service)))


def _kind(kind: KindMeasures) -> Iterator[str]:
    yield f"attacks on listed sites: {_number(kind.attacks)}"
    yield f"distinct sites hit: {_number(kind.facilities)} of {words.plural(kind.sites, 'listed site')}"
    if kind.repeats:
        told = (f"{words.plural(sites, 'site')} {times} times" for times, sites in kind.repeats)
        yield f"hit more than once: {'; '.join(told)}"


def _number(number: Number) -> str:
    span = f"{number.low} to {number.high}" if number.low != number.high else f"{number.low}"
    return f"{number.expected:.1f} expected ({span} in 95 of 100); likelier than not: {number.likely}"


def _delay(delay: Delay) -> str:
    days = f"{delay.median:g} days in the middle, half of them {delay.lower_quartile:g} to"
    return f"{days} {delay.upper_quartile:g} ({words.plural(delay.strikes, 'strike')} on notified sites)"


def _comparison(c: Comparison, labels: Labels) -> MeasureSheet:
    shares = f"likely hit: {c.notified_hit} of {c.notified} notified, {c.others_hit} of {c.others} others"
    apart = f"difference {c.difference:+.0%} ({c.low:+.0%} to {c.high:+.0%})"
    what = f"{labels.of('objects', c.kind)}, in {words.plural(c.areas, 'area')} with both"
    return MeasureSheet(what, (shares, apart), c.warning)


def _month(month: OutOfService) -> str:
    said = words.bounds(month.low, month.best, month.high)
    incidents = words.plural(month.incidents, "incident")
    return f"{words.MONTHS[month.month.month - 1]} {month.month.year}: {said} ({incidents})"
