"""Tables of pairs of reports and of what was judged about them."""

from collections.abc import Collection, Sequence
from pathlib import PurePath

from witnessmark.cli.output import count, say
from witnessmark.cli.tables import Column, print_table
from witnessmark.model.decision import ON_CLAIMS, ON_READINGS, Decision, Judgement, Settled, settled
from witnessmark.model.pair import Candidate, Pair, Standing
from witnessmark.publish.dossier import Dossier

# Letters of an id that tell it from the others of a case, and of a quote that tell what it is about.
ID, QUOTE = 12, 160
# The comparisons that weigh most; the record has all of them.
REASONS = 4


def print_pairs(dossier: Dossier, pairs: Sequence[Pair], most: int) -> None:
    """The first `most` pairs: both quotes, why they may be one event, what an answer would change.

    Open pairs and refused merges are counted each for themselves.
    """
    shown = pairs[:most]
    paths = {r.document.id: PurePath(r.document.path).name for r in dossier.readings}
    columns = (
        Column("one event?", right=True), Column("reports", 3), Column("quotes", 7), Column("why", 5),
        Column("changes", 4, wide_only=True), Column("stand", 2, wide_only=True),
    )  # fmt: skip
    for refused, what in ((False, "pair"), (True, "refused merge")):
        held, told = ([p for p in of if (p.standing is Standing.REFUSED) is refused] for of in (pairs, shown))
        title = count(len(held), what) + ("" if refused else " of reports to review")
        more = f"; {len(told):,} of them shown" if len(told) < len(held) else ""
        if held or not refused:
            print_table(f"{title}{more}", columns, [_rows(p, paths) for p in told])
    if shown:
        say("Why: + speaks for one event, - against it;")
        say("each 1 makes it twice, or half, as likely.")


def _rows(pair: Pair, paths: dict[str, str]) -> list[list[str]]:
    chance = "" if pair.probability is None else f"{pair.probability:.2f}"
    documents = [paths.get(d, d) for d in pair.documents] or ["", ""]
    quotes = [q if len(q) <= QUOTE else f"{q[:QUOTE]}…" for q in pair.quotes]
    first = [chance, f"{pair.a[:ID]}\n{documents[0]}", quotes[0], "\n".join(pair.reasons[:REASONS])]
    second = ["", f"{pair.b[:ID]}\n{documents[1]}", quotes[1], ""]
    return [[*first, "\n".join(pair.changes), str(pair.standing)], [*second, "", ""]]


def print_judgements(
    decisions: Sequence[Decision], candidates: Sequence[Candidate], read: Collection[str]
) -> None:
    """Every judgement in order: who judged what, and what it does now; `read` are the claims in force."""
    columns = (
        Column("id"), Column("judgement", 2), Column("on", 3), Column("now", 3), Column("by", 3),
        Column("reason", 5, wide_only=True), Column("at", 2, wide_only=True),
    )  # fmt: skip
    now = settled(decisions)
    on = {name: candidate for candidate in candidates for name in candidate.judged}
    rows = [
        [_id(d), _judgement(d), "\n".join(s[:ID] for s in d.subject), _now(d, now, on.get(d.id), read),
         d.by if d.human else f"{d.by} (program)", d.reason, d.at[:16].replace("T", " ")]
        for d in decisions
    ]  # fmt: skip
    print_table(count(len(rows), "judgement"), columns, [[row] for row in rows])


def _id(decision: Decision) -> str:
    """The id, with that of what was decided in one go."""
    return decision.id[:ID] + (f"\nin {decision.act[:ID]}" if decision.act else "")


def _judgement(decision: Decision) -> str:
    """What was judged, with what is so now where that was said."""
    told = decision.content or {}
    if decision.judgement is Judgement.ADD:
        return f"{decision.judgement}: {told['quote'][:QUOTE]}"
    return f"{decision.judgement}: {', '.join(sorted(told))}" if told else str(decision.judgement)


def _now(decision: Decision, now: Settled, candidate: Candidate | None, read: Collection[str]) -> str:
    if decision in now.awaiting:
        return "waits for a second person"
    agreed = [d.by for d in now.in_force if d.judgement is Judgement.CONFIRM and d.subject == (decision.id,)]
    return _stands(decision, now, candidate, read) + (
        f"; confirmed by {', '.join(dict.fromkeys(agreed))}" if agreed else ""
    )


def _stands(decision: Decision, now: Settled, candidate: Candidate | None, read: Collection[str]) -> str:
    if decision.id in now.gone:
        return "taken back"
    if decision.supersedes is not None and decision.judgement is Judgement.WITHDRAW:
        return f"takes back {decision.supersedes[:ID]}"
    if decision.judgement in ON_CLAIMS | ON_READINGS and decision.subject[0] not in read:
        return "in force, on what is read no longer"
    if candidate is None:
        return "in force"
    if candidate.judged[-1] != decision.id:
        return f"another holds: {candidate.judged[-1][:ID]}"
    return f"in force: {candidate.standing}"
