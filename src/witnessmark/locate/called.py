"""Names called a district by the word beside them: "Ariha district", "Jackson and Barrow counties".

Such a name means the district, where the base has one; a town of that name only in countries without such a
district.
"""

import re
from collections.abc import Sequence
from functools import cache

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.classes import classes
from witnessmark.locate.entry import Entry
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.prior import extent
from witnessmark.locate.words import words
from witnessmark.text.names import fold
from witnessmark.text.spotter import Spotter

LEVELS = frozenset({"district", "subdistrict"})
# "<name> County, <name> and <name> counties": what stands between the names of a list
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or|&)\s+")
_WORD = re.compile(r"\w+")
# A body of another kind of district, or of a court: "the <name> district attorney".
_BODY = re.compile(r"\s+\w+\s+(?:attorney|court|judge|school|council|superintendent)", re.IGNORECASE)


def calls(text: str) -> bool:
    """Whether a text has any word for a district: a cheap look, since most have none."""
    return _kinds().seen(text.lower())


@cache
def _kinds() -> Spotter:
    return Spotter(word for kind in words().district for word in _WORD.findall(kind))


def call(text: str, candidates: Sequence[Candidate], gazetteer: Gazetteer) -> None:
    """Give the candidates of `text`, in order, the districts they are called."""
    word = ""
    following: Candidate | None = None
    for candidate in reversed(candidates):
        listed = (
            bool(word)
            and following is not None
            and _LIST.fullmatch(text, candidate.end, following.start) is not None
        )
        word = _several(candidate) or (word if listed else "")
        if called := word or kind(candidate):
            candidate.called = True
            give(candidate, named(candidate.folded, called, gazetteer))
        following = candidate


def kind(candidate: Candidate) -> str:
    """The English word for the kind of district that the words beside a name call it, or ""."""
    right = candidate.right
    if right in words().district and not _BODY.match(candidate.after):
        return english(right)
    before = candidate.before
    left = before[-1] if before else ""
    if before[-3:-2] == ("the",) and left == "of":  # not "<name> district of <name>"
        left = before[-2]
    elif left.isascii():  # "<name> County <name>"; one that begins with its class is in the base so
        return ""
    return english(left) if left in words().district else ""


def english(word: str) -> str:
    """The English word for a kind of district, of one district or of several; "" where it is none."""
    known = classes()
    for ending, instead in (("", ""), ("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            stem = fold(word.removesuffix(ending) + instead)
            if found := known.after.get(stem) or known.before.get(stem):
                return found
    return ""


def _several(candidate: Candidate) -> str:
    """The English word where several are called by it at once: "<name> and <name> counties"."""
    right = candidate.right
    return english(right) if right.endswith("s") and right in words().district else ""


def named(folded: str, called: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The districts of a name, whatever its own language calls them."""
    listed = [e for e in gazetteer.named(folded) if e.place.level in LEVELS]
    found = {e.id: e for e in (*listed, *gazetteer.named(f"{folded} {called}")) if e.place.level in LEVELS}
    return tuple(found.values())


def give(candidate: Candidate, districts: tuple[Entry, ...]) -> None:
    """Let the candidate mean the districts, or a place of its name in another country."""
    if not districts:
        return
    theirs = {e.place.country for e in districts}
    elsewhere = tuple(e for e in candidate.entries if e.place.country not in theirs)
    candidate.entries = districts + elsewhere
    candidate.extent = extent(candidate.entries)
