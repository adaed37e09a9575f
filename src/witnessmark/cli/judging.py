"""Commands for a person's judgement: review, judge, judgements."""

from datetime import UTC, datetime
from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark import pipeline
from witnessmark.cli.effects import effect
from witnessmark.cli.options import CaseDir, Format, FormatOption
from witnessmark.cli.output import note, print_records, say
from witnessmark.cli.run import DONE
from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision, Judgement, on_claims
from witnessmark.model.ids import content_id

if TYPE_CHECKING:
    from witnessmark.store.case import Case


VERDICTS = (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)
ON_ONE = (Judgement.REJECT, Judgement.ACCEPT)


def review(
    case: CaseDir,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    pairs: Annotated[
        int, typer.Option("--pairs", metavar="N", min=0, help="List at most so many pairs of reports.")
    ] = 20,
    below: Annotated[
        float | None,
        typer.Option(
            "--below", metavar="SHARE", min=0, max=1,
            help="List claims less sure than this; if not given, those more likely wrong than right.",
        ),
    ] = None,
) -> int:  # fmt: skip
    """List pairs of reports and claims to look at.

    Pairs that may be one event come first where the question is most open and its answer changes most; a
    merge that was refused is listed with what stood against it. Claims are the least sure ones, by the share
    of right claims measured for claims like them. All of it stays in the case and in its figures.
    """
    from witnessmark.store.case import Case

    with Case.open(case) as opened:
        found = pipeline.pairs(opened)
        doubtful = opened.unsure(below)
        shown = list(islice(found, pairs))
        if format is Format.JSONL:
            print_records((*shown, *doubtful))
            return DONE
        from witnessmark.cli.case import dossier
        from witnessmark.cli.pair_tables import print_pairs
        from witnessmark.cli.tables import print_doubtful

        held = dossier(opened)
    print_pairs(held, found, pairs)
    print_doubtful(held, doubtful)
    return DONE


def judge(
    case: CaseDir,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B VERDICT | CLAIM VERDICT]",
            help="Two ids of claims or documents, or how they begin, and: same, different or unsure. "
            "Or one claim and: reject or accept.",
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges.")] = None,
    method: Annotated[
        str | None, typer.Option("--method", metavar="NAME", help="In place of --by: a program and version.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")] = None,
    score: Annotated[
        float | None, typer.Option("--score", metavar="SHARE", min=0, max=1, help="How sure, 0 to 1.")
    ] = None,
    undo: Annotated[
        str | None, typer.Option("--undo", metavar="ID", help="Take back the judgement of this id.")
    ] = None,
) -> int:
    """Say whether two reports are one event, or reject a claim.

    A claim stands for the account of the event it is in; a document for what it is about above all. A
    person's judgement comes before what the program finds, and is kept in every re-run. A rejected claim
    stays in the case and counts nowhere: in no incident, figure or grade. --undo takes one back: everything
    is then as if it had never been made.
    """
    from witnessmark.store.case import Case

    who = _who(by, method, reason)
    if (undo is None) == (not words):
        raise UsageError(f"judge: give {_GIVE}; or --undo ID alone")
    asked = _asked(words or [])
    with Case.open(case) as opened:
        if asked is None:
            decision = _withdrawal(opened, undo or "", who)
        else:
            names, verdict = asked
            decision = _decision(_subject(opened, names), verdict, who, score)
        _keep(opened, decision)
        said = effect(opened, decision)
    for line in said:
        note(line)
    undoing = f"witnessmark judge {quote(str(case))} --undo {decision.id[:12]}"
    say(f"kept as {decision.id}; to take it back: {undoing}")
    return DONE


def judgements(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002  (the option's name)
    """List every judgement, those taken back included."""
    from witnessmark.store.case import Case

    with Case.open(case) as opened:
        made = list(opened.decisions())
        candidates = list(opened.candidates(judged=True))
        read = {c.id for c in opened.claims()} if on_claims(made) else set()
    if format is Format.JSONL:
        print_records(made)
        return DONE
    from witnessmark.cli.pair_tables import print_judgements

    print_judgements(made, candidates, read)
    return DONE


_GIVE = "A B and same, different or unsure; or CLAIM and reject or accept"


def _asked(words: list[str]) -> tuple[list[str], Judgement] | None:
    """What is judged and the verdict; None where nothing is asked. Raises UsageError for anything else."""
    if not words:
        return None
    *names, verdict = words
    if verdict not in {2: VERDICTS, 1: ON_ONE}.get(len(names), ()):
        raise UsageError(f"judge: give {_GIVE}, not {' '.join(words)}")
    return names, Judgement(verdict)


def _subject(opened: "Case", names: list[str]) -> tuple[str, ...]:
    """The ids of what is judged: two different claims or documents, or one claim."""
    subject = tuple(opened.subject(name) for name in names)
    if len(set(subject)) < len(subject):
        raise UsageError(f"judge: {' and '.join(names)} are one and the same")
    if len(subject) == 1 and not opened.recorded_claims(subject):
        raise UsageError(f"judge: {names[0]} is a document; name one of its claims (witnessmark claims)")
    return subject


def _who(by: str | None, method: str | None, reason: str | None) -> tuple[str, bool, str]:
    """Whose judgement it is, whether a person's, and why. Raises UsageError where that is not said."""
    named = (by or method or "").strip()
    if (by is None) == (method is None) or not named:
        raise UsageError("judge: say who judges, with --by NAME for a person or --method NAME for a program")
    if reason is None or not reason.strip():
        raise UsageError("judge: say why, with --reason TEXT")
    return named, by is not None, reason.strip()


def _decision(
    subject: tuple[str, ...],
    judgement: Judgement,
    who: tuple[str, bool, str],
    score: float | None = None,
    supersedes: str | None = None,
) -> Decision:
    named, human, reason = who
    at = datetime.now(UTC).isoformat()
    content = {"subject": subject, "judgement": judgement, "by": named, "at": at, "supersedes": supersedes}
    name = content_id("decision", content)
    return Decision(name, subject, judgement, named, human, reason, at, score, supersedes)


def _withdrawal(opened: "Case", undo: str, who: tuple[str, bool, str]) -> Decision:
    """What takes the judgement of this id back; it is one in force, or itself took one back."""
    made = list(opened.decisions())
    named = [d for d in made if d.id == undo] or [d for d in made if d.id.startswith(undo)]
    if len(named) != 1:
        many = "several judgements begin" if named else "no judgement begins"
        raise UsageError(f"--undo {undo}: {many} with this; witnessmark judgements lists them")
    (target,) = named
    if any(d.supersedes == target.id and not _taken_back(d, made) for d in made):
        raise UsageError(f"--undo {undo}: it was taken back already")
    return _decision(target.subject, Judgement.WITHDRAW, who, None, target.id)


def _taken_back(decision: Decision, made: list[Decision]) -> bool:
    return any(d.supersedes == decision.id and not _taken_back(d, made) for d in made)


def _keep(opened: "Case", decision: Decision) -> None:
    """Record the decision and link again. Names and reasons are in the decision alone, not in the run."""
    opened.begin_run("judge", {"decision": decision.id})
    opened.decide(decision)
    pipeline.update(opened)
    opened.finish_run({"incidents": opened.status()["incidents"]})
