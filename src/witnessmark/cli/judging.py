"""Commands for a person's judgement: review, judge, judgements."""

from datetime import UTC, datetime
from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark import pipeline
from witnessmark.cli.options import CaseDir, Format, FormatOption
from witnessmark.cli.output import note, print_records, say
from witnessmark.cli.run import DONE
from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.ids import content_id
from witnessmark.model.pair import Standing

if TYPE_CHECKING:
    from witnessmark.store.case import Case


VERDICTS = (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)


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
    print_pairs(held, shown, len(found))
    print_doubtful(held, doubtful)
    return DONE


def judge(
    case: CaseDir,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B VERDICT]",
            help="Two ids of claims or documents, or how they begin, and: same, different or unsure.",
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
    """Say whether two reports tell of one event.

    A claim stands for the account of the event it is in; a document for what it is about above all. A
    person's judgement comes before what the program finds, and is kept in every re-run. --undo takes one
    back: everything is then as if it had never been made.
    """
    from witnessmark.store.case import Case

    who = _who(by, method, reason)
    if (undo is None) == (not words):
        raise UsageError("judge: give A B and same, different or unsure; or --undo ID alone")
    asked = _asked(words or [])
    with Case.open(case) as opened:
        if asked is None:
            decision = _withdrawal(opened, undo or "", who)
        else:
            a, b, verdict = asked
            subject = (opened.subject(a), opened.subject(b))
            if subject[0] == subject[1]:
                raise UsageError(f"judge: {a} and {b} are one and the same")
            decision = _decision(subject, verdict, who, score)
        _keep(opened, decision)
        said = _effect(opened, decision)
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
        candidates = list(opened.candidates())
    if format is Format.JSONL:
        print_records(made)
        return DONE
    from witnessmark.cli.pair_tables import print_judgements

    print_judgements(made, candidates)
    return DONE


def _asked(words: list[str]) -> tuple[str, str, Judgement] | None:
    """The two reports and the verdict; None where nothing is asked. Raises UsageError for anything else."""
    if not words:
        return None
    if len(words) != 3 or words[2] not in VERDICTS:
        raise UsageError(f"judge: give A B and same, different or unsure, not {' '.join(words)}")
    return words[0], words[1], Judgement(words[2])


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
    linked = pipeline.rebuild(opened)
    opened.finish_run({"incidents": len(linked.incidents)})


def _effect(opened: "Case", decision: Decision) -> list[str]:
    """What became of it, in words, where that is not what was asked for."""
    out = []
    for candidate in opened.candidates():
        if decision.id in candidate.judged:
            out += [f"these two are judged by {d} too" for d in candidate.judged if d != decision.id]
            if candidate.judged[-1] != decision.id:
                out.append(f"{candidate.judged[-1]} holds: a person's judgement comes before a program's")
            elif decision.judgement is Judgement.SAME and candidate.standing is not Standing.TOGETHER:
                out.append(candidate.reason or "the merge is refused, as another judgement stands against it")
            elif decision.judgement is Judgement.DIFFERENT and candidate.reason.startswith("judgement "):
                out.append(candidate.reason)
    return out
