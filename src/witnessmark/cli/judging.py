"""Commands for a person's judgement: review, judge, judgements."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark import pipeline
from witnessmark.cli.options import CaseDir, Format, FormatOption
from witnessmark.cli.output import note, print_records, say
from witnessmark.cli.run import DONE
from witnessmark.errors import BusyCaseError, UsageError
from witnessmark.model.decision import Decision, Judgement
from witnessmark.pipeline import decisions
from witnessmark.pipeline.decisions import By
from witnessmark.pipeline.effects import effects

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
        from witnessmark.cli.pair_tables import print_pairs
        from witnessmark.cli.tables import print_doubtful
        from witnessmark.pipeline.dossiers import dossier

        held = dossier(opened)
    print_pairs(held, found, pairs)
    print_doubtful(held, doubtful)
    return DONE


CaseBy = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]
FourEyes = Annotated[
    bool, typer.Option("--four-eyes", help="Let it count only once another person confirmed it.")
]


def judge(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B VERDICT | CLAIM VERDICT | DOCUMENT read]",
            help="Two ids of claims or documents, or how they begin, and: same, different or unsure. "
            "Or one claim and: reject or accept. Or documents and: read.",
        ),
    ] = None,
    *,
    by: CaseBy = None,
    method: Annotated[
        str | None, typer.Option("--method", metavar="NAME", help="In place of --by: a program and version.")
    ] = None,
    reason: Reason = None,
    score: Annotated[
        float | None, typer.Option("--score", metavar="SHARE", min=0, max=1, help="How sure, 0 to 1.")
    ] = None,
    correct: Annotated[
        list[str] | None,
        typer.Option(
            "--correct", metavar="FIELD=VALUE",
            help="Say what a field of the one claim is; may be given again. Without a value it is not known.",
        ),
    ] = None,
    four_eyes: FourEyes = False,
    undo: Annotated[
        str | None, typer.Option("--undo", metavar="ID", help="Take back the judgement of this id.")
    ] = None,
) -> int:  # fmt: skip
    """Judge two reports to be one event or not, or a claim.

    A claim stands for the account of the event it is in; a document for what it is about above all. A
    person's judgement comes before what the program finds, and is kept in every re-run. Two claims of one
    account that are different part it. A rejected claim stays in the case and counts nowhere: in no
    incident, figure or grade. --undo takes one back, and all that were made in one go with it: everything is
    then as if they had never been made.
    """
    from witnessmark.store.case import Case

    who, why = _who(by, method, reason)
    who = replace(who, four_eyes=four_eyes)
    if sum((undo is not None, bool(correct), bool(words) and not correct)) != 1:
        raise UsageError(f"judge: give {_GIVE}; or --undo ID alone")
    with Case.open(case) as opened:
        if undo is not None:
            made = decisions.undo(opened, named(opened, undo), who, why)
        elif correct:
            made = _corrected(opened, words or [], fields_of("--correct", correct), who, why)
        else:
            names, verdict = _asked(words or [])
            made = _judged(opened, names, verdict, who, why, score)
        keep(opened, made)
    return DONE


def judgements(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002  (the option's name)
    """List every judgement, those taken back included."""
    from witnessmark.store.case import Case

    with Case.open(case) as opened:
        made = list(opened.decisions())
        candidates = list(opened.candidates(judged=True))
        read = {c.id for r in pipeline.readings(opened) for c in r.claims} if made else set()
    if format is Format.JSONL:
        print_records(made)
        return DONE
    from witnessmark.cli.pair_tables import print_judgements

    print_judgements(made, candidates, read)
    return DONE


_GIVE = "A B and same, different or unsure; or CLAIM and reject or accept; or CLAIM --correct FIELD=VALUE"


def _asked(words: list[str]) -> tuple[list[str], Judgement]:
    """What is judged and the verdict. Raises UsageError for anything else."""
    *names, verdict = words
    if verdict == Judgement.READ and names:
        return names, Judgement.READ
    if verdict not in {2: VERDICTS, 1: ON_ONE}.get(len(names), ()):
        raise UsageError(f"judge: give {_GIVE}, not {' '.join(words)}")
    return names, Judgement(verdict)


def _judged(
    opened: "Case", names: list[str], verdict: Judgement, who: By, why: str, score: float | None
) -> list[Decision]:
    subject = [opened.subject(name) for name in names]
    if verdict is Judgement.READ:
        return decisions.read(subject, who, why)
    if len(subject) == 1:
        _need_claim(opened, names[0], subject[0])
    return decisions.judged(subject, verdict, who, why, score)


def _corrected(
    opened: "Case", words: list[str], fields: Mapping[str, str], who: By, why: str
) -> list[Decision]:
    if len(words) != 1:
        raise UsageError("judge: --correct is of one claim: give its id alone")
    claim = opened.subject(words[0])
    _need_claim(opened, words[0], claim)
    return decisions.corrected(decisions.read_claim(opened, claim), fields, who, why)


def _need_claim(opened: "Case", name: str, claim: str) -> None:
    if not opened.recorded_claims([claim]):
        raise UsageError(f"judge: {name} is a document; name one of its claims (witnessmark claims)")


def fields_of(option: str, given: Sequence[str]) -> dict[str, str]:
    """The fields of FIELD=VALUE options. Raises UsageError for anything else."""
    for words in given:
        if "=" not in words:
            raise UsageError(f"{option} {words}: write it as FIELD=VALUE")
    return {words.partition("=")[0].strip(): words.partition("=")[2] for words in given}


def _who(by: str | None, method: str | None, reason: str | None) -> tuple[By, str]:
    """Whose judgement it is and why. Raises UsageError where that is not said."""
    named_ = (by or method or "").strip()
    if (by is None) == (method is None) or not named_:
        raise UsageError("judge: say who judges, with --by NAME for a person or --method NAME for a program")
    if reason is None or not reason.strip():
        raise UsageError("judge: say why, with --reason TEXT")
    return By(named_, human=by is not None), reason.strip()


def named(opened: "Case", name: str) -> str:
    """The id of the one judgement, or of those made in one go, that begins so. Raises UsageError."""
    made = list(opened.decisions())
    known = {i for d in made for i in (d.id, d.act) if i is not None}
    found = {i for i in known if i == name} or {i for i in known if name and i.startswith(name)}
    if len(found) != 1:
        many = "several judgements begin" if found else "no judgement begins"
        raise UsageError(f"{name}: {many} with this; witnessmark judgements lists them")
    return found.pop()


def keep(opened: "Case", made: Sequence[Decision]) -> None:
    """Record decisions, link again, and say what became of them.

    Names and reasons are in the decisions alone, not in the run. Another's run holds up what follows from
    a decision, and never the decision.
    """
    opened.decide(*made)
    try:
        opened.begin_run("judge", {"decision": made[0].id})
    except BusyCaseError as error:
        note(f"{error}")
        note("what was decided is kept, and counts once the case is next linked")
    else:
        pipeline.update(opened)
        opened.finish_run({"incidents": opened.incidents_number()})
        for line in effects(opened, made):
            note(line)
    case, first = quote(str(opened.root)), made[0]
    say(f"kept as {first.id}; to take it back: witnessmark judge {case} --undo {first.id[:12]}")
    if first.four_eyes:
        say(f"it counts once another person says: witnessmark confirm {case} {first.id[:12]}")
