"""Why a figure is what it is, in lines of plain text: rule, claims used and set aside, sums, revisions."""

from collections.abc import Iterator

from witnessmark import codebook
from witnessmark.model.figure import Figure
from witnessmark.model.incident import AuditLine, Incident
from witnessmark.publish import phrases, words
from witnessmark.publish.figures import figure_row, why_aside
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels

QUOTE = 160  # letters of a quote shown: a sentence


def reasons(value: Figure, incident: Incident, index: Index, labels: Labels) -> Iterator[str]:
    """The figure and all that speaks for it, most important first; what it rests on is indented below it."""
    row = figure_row(value, incident, index, labels)
    yield f"{row.what}: low {row.low}, best {row.best}, high {row.high}"
    yield f"  rule: {row.rule}"
    yield from (f"    {line}" for line in _rule_set(value))
    yield f"  {row.said}: {row.origins}"
    yield from _claims("used", [(c, "") for c in value.claims], index, labels)
    aside = [(s.claim, why_aside(s.reason, index, labels)) for s in value.set_aside]
    yield from _claims("set aside", aside, index, labels)
    yield from (f"  {line}" for line in row.conceded)
    quotes = [_short(index.claims[r.claim].quote) for r in value.revisions]
    told = [f"{line}: {quote}" for line, quote in zip(row.over_time, quotes, strict=True)]
    yield from _listed("over time", told)
    yield from _listed("arithmetic", [_checked(line) for line in incident.audit if _about(line, value)])


def _rule_set(value: Figure) -> Iterator[str]:
    """What the rule set does, in the words of the codebook, where several origins had to be weighed."""
    for entry in codebook.load().taxonomy("figure_rules").values():
        if value.rule.endswith(f"best: {entry.extra['shown']}"):
            yield f"rule set {entry.code}: {entry.label}. {entry.definition}"
            yield f"after: {entry.source}"


def _claims(title: str, told: list[tuple[str, str]], index: Index, labels: Labels) -> Iterator[str]:
    lines = []
    for claim, why in told:
        known = index.claims[claim]
        document = index.documents[known.doc]
        says = labels.name(known.claimants[0].name) if known.claimants else "nobody named"
        counted = phrases.count(known.count, labels) if known.count else ""
        shown = f"{_short(known.quote)} ({says}; {words.title(document)}, {words.published(document)})"
        lines.append(f"{counted}: {shown}" + (f": {why}" if why else ""))
    yield from _listed(title, lines)


def _checked(line: AuditLine) -> str:
    holds = {True: "holds", False: "DOES NOT HOLD", None: "nothing contradicts"}[line.holds]
    return f"{line.statement}: {holds}" + (f" ({line.note})" if line.note else "")


def _about(line: AuditLine, value: Figure) -> bool:
    return bool(set(line.claims) & {*value.claims, *(s.claim for s in value.set_aside)})


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}:"
        yield from (f"    {line}" for line in lines)


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return f"“{text if len(text) <= QUOTE else f'{text[: QUOTE - 1].rstrip()}…'}”"
