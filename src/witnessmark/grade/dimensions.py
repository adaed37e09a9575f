"""The dimensions of a grade, each with what a claim says on it (domain 3.5)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from witnessmark import codebook
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.sentence import sentence

# Groups that leave open whether the people were civilians.
_OPEN_STATUS = "person"
_ABOUT_IT = frozenset(
    {
        ClaimKind.INCIDENT,
        ClaimKind.INCIDENT_UNSPECIFIED,
        ClaimKind.AGGREGATE_TALLY,
        ClaimKind.CONTEXT_FIGURE,
        ClaimKind.SITUATION,
        ClaimKind.PROTECTIVE_MEASURE,
        ClaimKind.EVIDENCE,
        ClaimKind.PATTERN,
    }
)
# What is feared, threatened, demanded or thought is not said to have happened.
_NOT_SAID = frozenset(
    {
        Modality.DENIED,
        Modality.HYPOTHETICAL,
        Modality.THREATENED,
        Modality.FORECAST,
        Modality.DEMAND,
        Modality.OPINION,
        Modality.QUOTED_OPINION,
    }
)
_INHERITED = "inherited"

Answer = str
Answers = frozenset[Answer]
_NONE: Answers = frozenset()
_YES: Answers = frozenset({""})


def _occurrence(claim: Claim) -> Answers:
    return _YES if claim.kind in _ABOUT_IT and claim.modality not in _NOT_SAID else _NONE


def _place(claim: Claim) -> Answers:
    own = claim.location is not None and not claim.location.inherited
    return _YES if own and _occurrence(claim) else _NONE


def _time(claim: Claim) -> Answers:
    own = claim.date is not None and not claim.date.inherited
    return _YES if own and _occurrence(claim) else _NONE


def _method(claim: Claim) -> Answers:
    own = () if claim.event_type_how == _INHERITED else claim.event_type
    codes = {*_above("methods", own), *_above("weapons", claim.weapon)}
    return frozenset(codes) if _occurrence(claim) else _NONE


@cache
def _above(taxonomy: str, codes: tuple[str, ...]) -> Answers:
    """The codes with those above them, without the ones that leave the method open."""
    known = codebook.load().taxonomy(taxonomy)
    out: set[str] = set()
    for code in codes:
        at: str | None = code
        while at is not None and at in known:
            if not known[at].extra.get("covers"):
                out.add(at)
            at = known[at].parent
    return frozenset(out)


def _object(claim: Claim) -> Answers:
    return frozenset(claim.target) if _occurrence(claim) else _NONE


def blames(claim: Claim) -> Answers:
    """The parties a claim itself names as attackers; none in a denial, none carried over from elsewhere."""
    if claim.kind is ClaimKind.DENIAL or claim.modality in _NOT_SAID:
        return _NONE
    return frozenset(
        a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm and not a.inherited
    )


def _numbers(claim: Claim) -> Answers:
    n = claim.count
    if n is None or not _occurrence(claim):
        return _NONE
    value = n.value if n.value is not None else n.verbatim
    return frozenset({f"{n.measure}\t{n.group or ''}\t{value}"})


def _victim_status(claim: Claim) -> Answers:
    groups = {*claim.victim_group, *([claim.count.group] if claim.count and claim.count.group else [])}
    return frozenset(g for g in groups if _tells_status(g)) if _occurrence(claim) else _NONE


@cache
def _tells_status(group: str) -> bool:
    """Whether the codebook knows the group as people and as more than people of unknown status."""
    return group != _OPEN_STATUS and group in codebook.load().taxonomy("groups")


def _place_by_context(claim: Claim) -> bool:
    return claim.location is not None and bool(_occurrence(claim))


def _time_by_context(claim: Claim) -> bool:
    return claim.date is not None and bool(_occurrence(claim))


def _method_by_context(claim: Claim) -> bool:
    return bool(_above("methods", claim.event_type) and _occurrence(claim))


def _blame_by_context(claim: Claim) -> bool:
    return any(a.role is Role.PERPETRATOR and a.norm and a.inherited for a in claim.actors)


def _never(claim: Claim) -> bool:  # noqa: ARG001  (one of the questions a dimension asks of a claim)
    return False


@dataclass(frozen=True, slots=True)
class Dimension:
    """`says` gives a claim's own answers, `asks` what they tell, in words.

    Two claims speak for each other where they share an answer. `context` tells whether a claim has an answer
    that its sentence only takes over from others.
    """

    name: str
    asks: str
    says: Callable[[Claim], Answers]
    context: Callable[[Claim], bool] = _never
    taxonomies: tuple[str, ...] = ()


OCCURRENCE = Dimension("occurrence", sentence("that it happened"), _occurrence)
PLACE = Dimension("place_time", sentence("where"), _place, _place_by_context)
TIME = Dimension("place_time", sentence("when"), _time, _time_by_context)
METHOD = Dimension(
    "method_weapon", sentence("by what means"), _method, _method_by_context, ("methods", "weapons")
)
OBJECT = Dimension("object", sentence("what was hit"), _object, taxonomies=("objects",))
ATTRIBUTION = Dimension("attribution", sentence("who did it"), blames, _blame_by_context)
NUMBERS = Dimension("numbers", sentence("how many"), _numbers)
VICTIM_STATUS = Dimension(
    "victim_status", sentence("who the people were"), _victim_status, taxonomies=("groups",)
)

# In the order of the codebook's `dimensions`. Place and time are asked for one by one: one sentence often
# gives the day and the next the place.
DIMENSIONS: tuple[tuple[Dimension, ...], ...] = (
    (OCCURRENCE,), (PLACE, TIME), (METHOD,), (OBJECT,), (ATTRIBUTION,), (NUMBERS,), (VICTIM_STATUS,),
)  # fmt: skip
# An investigation shows that, where and when it happened; who did it, to how many, and who they were, each
# take evidence of their own, so a single investigator's word on them stays one voice's word.
INVESTIGABLE = frozenset({"occurrence", "place_time"})
# What the party to whom an attack is attributed can admit; its own count of the dead is one voice's count.
ADMITTABLE = frozenset({"occurrence", "attribution"})


def narrowest(dimension: Dimension, answers: Sequence[Answer]) -> Sequence[Answer]:
    """The answers without those that another one among them says more closely."""
    above = {code for a in answers for t in dimension.taxonomies for code in _above(t, (a,)) - {a}}
    return [a for a in answers if a not in above]


def worded(dimension: Dimension, answers: Iterable[Answer]) -> tuple[str, ...]:
    """The answers in words, with the ids of parties as they are; none where a claim can only say yes."""
    if dimension is NUMBERS:
        return tuple(map(_number, answers))
    return tuple(_label(dimension.taxonomies, a) for a in answers if a)


def _number(answer: Answer) -> str:
    measure, group, value = answer.split("\t")
    of = _label(("groups", "objects"), group) if value.isdecimal() else ""
    return f"{_label(('measures',), measure)} {value} {of}".strip()


def _label(taxonomies: tuple[str, ...], code: str) -> str:
    book = codebook.load()
    found = (book.taxonomy(t)[code].label.lower() for t in taxonomies if code in book.taxonomy(t))
    return next(found, code)
