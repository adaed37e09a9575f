"""Deciding by a program: the same decisions as on the pages, under the name of who made its key."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest

from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.record import to_record
from witnessmark.pipeline import decisions
from witnessmark.web import deciding, dividing
from witnessmark.web.api.asked import (
    AddIn,
    Asked,
    ClaimsIn,
    ConfirmIn,
    CorrectIn,
    MergeIn,
    MoveIn,
    PairIn,
    ReadIn,
    SplitIn,
    UndoIn,
)
from witnessmark.web.api.auth import desk_of
from witnessmark.web.api.conflicts import Conflict, fitting
from witnessmark.web.api.router import CONFLICTS, Slug, router
from witnessmark.web.api.shapes import Settled, Told
from witnessmark.web.permissions import Desk, get_document_for
from witnessmark.web.rights import Right
from witnessmark.web.single import (
    get_act_for,
    get_claim_now_for,
    get_outward_for,
    need_claims,
    need_reports,
)
from witnessmark.web.spots import spot

_ANSWERS = {200: Settled, CONFLICTS: Told}
_TAGS = ["decide"]


@router.post("/p/{slug}/decide/pair", response=_ANSWERS, tags=_TAGS)
def decide_pair(request: HttpRequest, slug: Slug, asked: PairIn) -> dict[str, Any]:
    """Judge whether two reports tell of one event."""
    desk = desk_of(request, slug, Right.DECIDE)
    need_reports(desk, asked.subject)
    with fitting():
        made = deciding.judged(desk, [asked.subject], Judgement(asked.judgement), asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/claims", response=_ANSWERS, tags=_TAGS)
def decide_claims(request: HttpRequest, slug: Slug, asked: ClaimsIn) -> dict[str, Any]:
    """Accept or reject claims."""
    desk = desk_of(request, slug, Right.DECIDE)
    need_claims(desk, asked.claims)
    subjects = [(name,) for name in asked.claims]
    with fitting():
        made = deciding.judged(desk, subjects, Judgement(asked.judgement), asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/read", response=_ANSWERS, tags=_TAGS)
def decide_read(request: HttpRequest, slug: Slug, asked: ReadIn) -> dict[str, Any]:
    """Mark documents as read."""
    desk = desk_of(request, slug, Right.DECIDE)
    documents = [(get_document_for(desk, name).id,) for name in asked.documents]
    with fitting():
        made = deciding.judged(desk, documents, Judgement.READ, asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/add", response=_ANSWERS, tags=_TAGS)
def decide_add(request: HttpRequest, slug: Slug, asked: AddIn) -> dict[str, Any]:
    """Add a claim that the program missed, by its words in the document."""
    desk = desk_of(request, slug, Right.DECIDE)
    document = get_document_for(desk, asked.document)
    near = "" if asked.start is None else str(asked.start)
    with fitting():
        start, end = spot(document, asked.quote, near, "")
        fields = asked.fields.stated()
        made = decisions.added(document, start, end, fields, deciding.by(desk), asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/correct", response=_ANSWERS, tags=_TAGS)
def decide_correct(request: HttpRequest, slug: Slug, asked: CorrectIn) -> dict[str, Any]:
    """Give fields of a claim another value."""
    desk = desk_of(request, slug, Right.DECIDE)
    claim = get_claim_now_for(desk, asked.claim)
    with fitting():
        made = decisions.corrected(claim, asked.fields.stated(), deciding.by(desk), asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/merge", response=_ANSWERS, tags=_TAGS)
def decide_merge(request: HttpRequest, slug: Slug, asked: MergeIn) -> dict[str, Any]:
    """Say that incidents are one event."""
    desk = desk_of(request, slug, Right.DECIDE)
    with fitting():
        made = dividing.merged(desk, asked.incidents, asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/split", response=_ANSWERS, tags=_TAGS)
def decide_split(request: HttpRequest, slug: Slug, asked: SplitIn) -> dict[str, Any]:
    """Say that claims of an incident tell of another event than its others."""
    desk = desk_of(request, slug, Right.DECIDE)
    with fitting():
        made = dividing.divided(desk, asked.incident, asked.claims, asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/move", response=_ANSWERS, tags=_TAGS)
def decide_move(request: HttpRequest, slug: Slug, asked: MoveIn) -> dict[str, Any]:
    """Say that claims of an incident tell of another incident there is."""
    desk = desk_of(request, slug, Right.DECIDE)
    with fitting():
        made = dividing.moved(desk, asked.incident, asked.claims, asked.to, asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/undo", response=_ANSWERS, tags=_TAGS)
def decide_undo(request: HttpRequest, slug: Slug, asked: UndoIn) -> dict[str, Any]:
    """Take back a decision, and all of its act."""
    desk = desk_of(request, slug, Right.DECIDE)
    get_act_for(desk, asked.decision)
    with fitting():
        made = deciding.undone(desk, asked.decision, asked.reason)
    return _settled(desk, made, asked)


@router.post("/p/{slug}/decide/confirm", response=_ANSWERS, tags=_TAGS)
def decide_confirm(request: HttpRequest, slug: Slug, asked: ConfirmIn) -> dict[str, Any]:
    """Agree, as a second person, with decisions of others."""
    desk = desk_of(request, slug, Right.CONFIRM)
    for name in asked.decisions:
        get_act_for(desk, name)
    with fitting():
        made = deciding.confirmed(desk, asked.decisions, asked.reason)
    return _settled(desk, made, asked)


def _settled(desk: Desk, made: Sequence[Decision], asked: Asked) -> dict[str, Any]:
    """Keep them, where nobody decided on the same since `seen`, and say what became of them."""
    if asked.seen is not None:
        others = deciding.meanwhile(desk, made, asked.seen)
        if others:
            raise Conflict("others decided on the same meanwhile", get_outward_for(desk, others))
    with fitting():
        settled = deciding.decide(desk, made, asked.seen)
    return {
        "decisions": [to_record(d) for d in get_outward_for(desk, settled.decisions)],
        "linked": settled.linked,
        "told": list(settled.told),
        "changes": [asdict(change) for change in settled.changes],
        "others": [to_record(d) for d in get_outward_for(desk, settled.others)],
    }
