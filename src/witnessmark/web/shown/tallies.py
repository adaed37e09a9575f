"""Totals beside the incidents of the same period: what is said, what adds up, what incidents support."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from witnessmark.model.figure import Figure
from witnessmark.model.incident import AuditLine, Incident
from witnessmark.model.listing import Sum
from witnessmark.publish import phrases, words
from witnessmark.publish.cards import title_of
from witnessmark.publish.labels import Labels
from witnessmark.publish.tongue import say
from witnessmark.web.tallied import Left, TallyFile

Row = tuple[str, str | None]  # what a figure counts: measure and group
# Why an incident is in no sum.
REASONS: Mapping[str, str | Promise] = {
    "alleged": gettext_lazy("an allegation that its own source calls not verified"),
    "retracted": gettext_lazy("taken back by who said it"),
    "within": gettext_lazy("counted in another incident, which it is said to be among"),
    "undated": gettext_lazy("its date is not known"),
    "unplaced": gettext_lazy("its place is not known"),
    "nobody": gettext_lazy("it is attributed to nobody"),
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """A figure's ends in words."""

    low: str
    best: str
    high: str


@dataclass(frozen=True, slots=True)
class Supported:
    """What the incidents come to: over how many, and how it was worked out."""

    bounds: Bounds
    incidents: int
    certain: int
    rule: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a total says of one thing counted."""

    incident: str
    who: str
    said: str
    when: str
    where: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing counted: the sum over incidents, and the totals beside it, never added."""

    what: str
    supported: Supported | None
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A total with its own period and place; `query` asks for the incidents of the same."""

    incident: str
    title: str
    who: str
    when: str
    where: str
    attributed: str
    figures: tuple[str, ...]
    audit: tuple[AuditLine, ...]
    query: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A way to an incident."""

    incident: str
    title: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Incidents that are in no sum for one reason; `more` of them are not named."""

    reason: str | Promise
    number: int
    some: tuple[Named, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """The page's content; `totals` are the first of `all_totals`."""

    compared: tuple[Compared, ...]
    totals: tuple[Total, ...]
    all_totals: int
    aside: tuple[Aside, ...]
    incidents: int
    parties: tuple[tuple[str, str], ...]


def tallies(file: TallyFile, labels: Labels) -> Tallies:
    """What a file comes to in words."""
    return Tallies(
        compared=_compared(file.sums, file.totals, labels),
        totals=tuple(_total(i, labels) for i in file.totals),
        all_totals=file.all_totals,
        aside=tuple(_aside(left, labels) for left in file.left),
        incidents=file.counted,
        parties=_parties(file, labels),
    )


def _parties(file: TallyFile, labels: Labels) -> tuple[tuple[str, str], ...]:
    """The parties that something is attributed to, by name; the one asked for is always there."""
    found = {*file.parties, *filter(None, [file.scope.party])}
    return tuple(sorted(((p, labels.name(p)) for p in found), key=lambda pair: pair[1]))


def _compared(found: Iterable[Sum], totals: Iterable[Incident], labels: Labels) -> tuple[Compared, ...]:
    sums: dict[Row, Sum] = {(s.measure, s.group): s for s in found}
    given: dict[Row, list[Given]] = {}
    for total in totals:
        for figure in total.figures:
            given.setdefault((figure.measure, figure.group), []).append(_given(total, figure, labels))
    rows = sorted({*sums, *given}, key=lambda row: _rank(row, labels))
    return tuple(
        Compared(phrases.counted(*row, labels), _supported(sums.get(row)), tuple(given.get(row, ())))
        for row in rows
    )


def _rank(row: Row, labels: Labels) -> tuple[int, int, str]:
    measure, group = row
    return labels.rank("measures", measure), labels.rank("groups", group), group or ""


def _supported(found: Sum | None) -> Supported | None:
    if found is None:
        return None
    bounds = Bounds(words.number(found.low, "0"), words.number(found.best), words.number(found.high, "open"))
    return Supported(bounds, found.incidents, found.certain, _rule(found))


def _rule(found: Sum) -> str:
    """The terms of a sum where they are few, else how many there are."""
    if found.terms:
        return _("sum over incidents: %(terms)s") % {"terms": " + ".join(_term(*t) for t in found.terms)}
    return _("sum over incidents: %(certain)s certain, %(all)s in all") % {
        "certain": words.number(found.certain, "0"),
        "all": words.number(found.incidents),
    }


def _term(best: int | None, low: int | None) -> str:
    if best is not None:
        return words.number(best)
    return _("at least %(low)s") % {"low": words.number(low)} if low is not None else _("not known")


def _given(total: Incident, figure: Figure, labels: Labels) -> Given:
    return Given(
        incident=total.id,
        who=phrases.joined(map(labels.name, total.origins)),
        said=phrases.figure(figure, labels),
        when=words.span(*total.date),
        where=words.place(total.place),
    )


def _total(total: Incident, labels: Labels) -> Total:
    start, end = total.date
    query = {
        "start": start.isoformat() if start else "",
        "end": end.isoformat() if end else "",
        "place": total.place.name if total.place else "",
        "party": total.attributed_to[0] if len(total.attributed_to) == 1 else "",
    }
    return Total(
        incident=total.id,
        title=title_of(total, labels),
        who=phrases.joined(map(labels.name, total.origins)),
        when=words.span(*total.date),
        where=words.place(total.place),
        attributed=say(", ").join(map(labels.name, total.attributed_to)),
        figures=tuple(phrases.figure(f, labels) for f in phrases.figures(total, labels)),
        audit=total.audit,
        query={name: value for name, value in query.items() if value},
    )


def _aside(left: Left, labels: Labels) -> Aside:
    some = tuple(Named(i.id, title_of(i, labels)) for i in left.some)
    return Aside(REASONS[left.reason], left.number, some, left.number - len(some))
