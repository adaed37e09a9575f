"""Figures explained, and figures of a period, for people: `figures --explain`, `figures --from --to`."""

from witnessmark.cli.output import count, say, visible
from witnessmark.cli.tables import Column, print_table
from witnessmark.model.incident import Incident
from witnessmark.model.period import Period, Scope
from witnessmark.publish import phrases, words
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels, codebook_labels
from witnessmark.publish.reasons import reasons


def print_reasons(dossier: Dossier) -> None:
    """Each figure with all that speaks for it, incident by incident."""
    labels, index = codebook_labels(), Index(dossier)
    for incident in index.incidents.values():
        figures = phrases.figures(incident, labels)
        if figures:
            say(visible(_head(incident, labels)))
        for figure in figures:
            for line in reasons(figure, incident, index, labels):
                say(visible(f"  {line}"))
            say("")
    if not any(i.figures for i in index.incidents.values()):
        say("0 figures")


def print_period(found: Period, dossier: Dossier) -> None:
    """The sums, what each incident brings to them, what is left out, and the totals others gave."""
    labels = codebook_labels()
    known = {i.id: i for i in dossier.incidents}
    columns = (
        Column("figure", 4), Column("low", right=True), Column("best", right=True),
        Column("high", right=True), Column("incidents", right=True), Column("sum of best", 6),
    )  # fmt: skip
    rows = [
        [phrases.counted(f.figure.measure, f.figure.group, labels), words.number(f.figure.low, words.DASH),
         words.number(f.figure.best, words.DASH), words.number(f.figure.high, words.DASH),
         f"{len(f.shares):,}", f.figure.rule]
        for f in found.figures
    ]  # fmt: skip
    print_table(f"{_asked(found.scope, labels)}: {count(len(found.incidents), 'incident')}", columns, [rows])
    say("Sums made by this program over single incidents; figures of several groups or measures may overlap.")
    say("High also counts incidents that may lie outside what was asked for.")
    for left in found.left_out:
        say(visible(f"left out: {_head(known[left.incident], labels)}: {left.reason}"))
    for total in found.totals:
        told = "; ".join(phrases.figure(f, labels) for f in phrases.figures(known[total], labels))
        who = phrases.joined(map(labels.name, known[total].origins))
        say(visible(f"a total beside, never added: {words.span(*known[total].date)}: {told} ({who})"))


def _head(incident: Incident, labels: Labels) -> str:
    return f"{words.span(*incident.date)}, {words.place(incident.place)}: {phrases.what(incident, labels)}"


def _asked(asked: Scope, labels: Labels) -> str:
    days = words.span(asked.start, asked.end) if asked.start or asked.end else "any day"
    where = f", {asked.place}" if asked.place else ""
    who = f", attributed to {labels.name(asked.party)}" if asked.party else ""
    return f"{days}{where}{who}"
