"""Figures, methods and objects as neutral phrases: `11 civilians killed`, `18 attacks on schools`.

The words come from the codebook's taxonomies; here they are only put in order.
"""

from collections.abc import Iterable, Sequence

from witnessmark.model.count import Count
from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.publish import words
from witnessmark.publish.labels import Labels, lowered
from witnessmark.publish.tongue import N_, retold, say, tongue

STATUS = N_("civilian status not stated")  # as `link` words it among what is not known of an incident
ANYONE = "person"  # the group of people of whom no status is said
KINDS = {
    IncidentKind.INCIDENT: N_("Incident"),
    IncidentKind.AGGREGATE: N_("Total over several events"),
    IncidentKind.ALLEGATION: N_("Allegation"),
    IncidentKind.PROTECTIVE_MEASURE: N_("Protective measure"),
    IncidentKind.TERRITORIAL_CONTROL: N_("Territorial control"),
    IncidentKind.SITUATION: N_("Situation"),
    IncidentKind.CONTEXT: N_("Context"),
}
ACTS = frozenset({IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.ALLEGATION})


def joined(parts: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; semicolons where a part has a comma of its own."""
    *most, last = [*parts] or [""]
    if not most:
        return last
    if any("," in part for part in (*most, last)):
        return say("{most}; and {last}").format(most="; ".join(most), last=last)
    return say("{most} and {last}").format(most=say(", ").join(most), last=last)


def figure(value: Figure, labels: Labels) -> str:
    """A reconciled figure: `at least 40 people killed (civilian status not stated)`.

    A sum that no source states says so, with its parts: `26 children killed (derived: 12 + 14)`.
    """
    low, best, high = value.low, value.best, value.high
    if low is None and best is None and high is None:
        return say("{what}: number not known").format(what=counted(value.measure, value.group, labels))
    beside = best is not None and low is not None and best not in (low, low - 1)
    said = words.bounds(low, None if beside else best, high)
    text = _numbered(said, value.measure, value.group, labels)
    if beside:
        text = say("{figure}, best {best}").format(figure=text, best=words.number(best))
    return (
        text
        if value.working is None
        else say("{figure} (derived: {sum})").format(figure=text, sum=retold(value.working))
    )


def count(value: Count, labels: Labels) -> str:
    """A count of one claim, with the words of the text where they give no number."""
    if value.value is None and value.low is None and value.high is None:
        return f"{counted(value.measure, value.group, labels)}: “{tongue().apart(value.verbatim)}”"
    said = words.bounds(value.low, value.value, value.high)
    return _numbered(said, value.measure, value.group, labels)


def counted(measure: str, group: str | None, labels: Labels) -> str:
    """What a figure counts, without its number: `civilians killed`, `attacks on schools`."""
    return _phrase("", measure, group, labels)


def needs_status(value: Figure, labels: Labels) -> bool:
    """Whether it counts people hurt of whom nobody says if they were civilians."""
    asks = labels.fields.get("measures", {}).get(value.measure, {}).get("status") is True
    return asks and value.group in (None, ANYONE)


def _numbered(said: str, measure: str, group: str | None, labels: Labels) -> str:
    text = _phrase(said, measure, group, labels)
    return (
        f"{text} ({say(STATUS)})" if needs_status(Figure(measure, group, 0, 0, 0, "", ()), labels) else text
    )


def _phrase(said: str, measure: str, group: str | None, labels: Labels) -> str:
    if tongue().label_first:
        return _labelled(said, measure, group, labels)
    single = said.split()[-1:] == ["1"]
    form = labels.one if single else labels.many
    before = labels.said("measures", measure, "before_group")
    template = labels.said("measures", measure, "phrase")
    if template and not before:
        noun = form(_axis(group, labels), group) if group else form("measures", measure)
        return template.format(f"{said} {noun}".strip())
    of = f" {before} {labels.many(_axis(group, labels), group)}" if group and before else ""
    in_brackets = f" ({labels.many(_axis(group, labels), group)})" if group and not before else ""
    return f"{said} {form('measures', measure)}{of}{in_brackets}".strip()


def _labelled(said: str, measure: str, group: str | None, labels: Labels) -> str:
    """Label first: a form that fits whatever the number is."""
    what = labels.of("measures", measure)
    told = f"{what} ({labels.many(_axis(group, labels), group)})" if group else what
    return f"{told}: {said}" if said else told


def _axis(group: str, labels: Labels) -> str:
    return "groups" if labels.has("groups", group) else "objects"


def figures(incident: Incident, labels: Labels) -> tuple[Figure, ...]:
    """The figures in the order of the codebook: people first, the worst harm first."""
    return tuple(
        sorted(
            incident.figures,
            key=lambda f: (labels.rank("measures", f.measure), labels.rank("groups", f.group), f.group or ""),
        )
    )


def methods(codes: Sequence[str], labels: Labels, *, many: bool = False) -> str:
    """The methods named, without one that is only the unspecified umbrella of another; empty for none."""
    return joined((labels.many if many else labels.one)("methods", c) for c in _named(codes, labels))


def says_no_method(codes: Sequence[str], labels: Labels) -> bool:
    """Whether the words of `methods` say already that the means of an attack is not known."""
    entries = labels.fields.get("methods", {})
    covered = (entries.get(c, {}).get("covers") for c in _named(codes, labels))
    return any(isinstance(every, list | tuple) and "any" in every for every in covered)


def _named(codes: Sequence[str], labels: Labels) -> list[str]:
    known = [c for c in codes if labels.has("methods", c) or not labels.has("situations", c)]
    return [c for c in known if not any(_covers(c, other, labels) for other in known if other != c)]


def _covers(broad: str, narrow: str, labels: Labels) -> bool:
    """Whether `narrow` says more exactly what `broad` says; two that cover each other both stay."""
    entries = labels.fields.get("methods", {})
    covered = entries.get(broad, {}).get("covers", ())
    back = entries.get(narrow, {}).get("covers", ())
    named = isinstance(covered, list | tuple) and (narrow in covered or "any" in covered)
    mutual = isinstance(back, list | tuple) and (broad in back or "any" in back)
    return (named and not mutual) or entries.get(narrow, {}).get("parent") == broad


def situations(codes: Iterable[str], labels: Labels) -> str:
    """The situations among the codes: what is told beside an act."""
    return joined(lowered(labels.of("situations", c)) for c in codes if labels.has("situations", c))


def objects(codes: Iterable[str], labels: Labels, *, many: bool = False) -> str:
    """The objects named; empty for none."""
    return joined((labels.many if many else labels.one)("objects", c) for c in codes)


def what(incident: Incident, labels: Labels) -> str:
    """What it is about in a few neutral words: method, else weapon, else situation, else its first figure."""
    many = incident.kind is IncidentKind.AGGREGATE
    act = methods(incident.method, labels, many=many) or joined(
        lowered(labels.of("weapons", w)) for w in incident.weapon
    )
    told = situations(incident.method, labels)
    counted_first = next((figure(f, labels) for f in figures(incident, labels)), "")
    if incident.kind in ACTS:
        return act or told or counted_first or lowered(say(KINDS[incident.kind]))
    return told or counted_first or act or lowered(say(KINDS[incident.kind]))
