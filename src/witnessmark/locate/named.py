# ruff: noqa: RUF001  (the typographic apostrophe is part of names, and so are Cyrillic letters)
"""A name that may be a settlement's, and whether the words around it say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from witnessmark.locate.entry import Entry
from witnessmark.locate.holder import Holder
from witnessmark.locate.patterns import DATELINE
from witnessmark.locate.unlisted_words import cues, party_names
from witnessmark.locate.words import words
from witnessmark.model.place import PlaceMention
from witnessmark.text.names import fold

LEAD = 50  # characters before a name that hold its cue
LONGEST = 4  # words of a village's name
ACRONYM = 5  # letters; a word of capitals up to that long is a body
_LINE_START = re.compile(r"(?:^|\n)[\s*\u2022\u200e\u200f\u202a-\u202c-]*$")
_LINE_END = re.compile(r"(?:\s*[,،]\s*[\w' -]{2,40})?[\s).،\u200e\u200f\u202a-\u202c]*(?:\n|$)")
_BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_a-zа-я][\w'’-]*) $")
_AFTER = re.compile(r" ([^\W\d_a-zа-я][\w'’-]*)(?<!'s)(?<!’s)")
_TIGHT = frozenset("'\u2019.")  # what joins a generic word to a name without a space
_TOWNS = frozenset({"town", "city"})


@dataclass(slots=True)
class Named:
    """A name that may be a settlement's; `entries` where a list has it, elsewhere or not clearly."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    known: PlaceMention | None = None  # it is a place already
    called: bool = False  # its own words call it a settlement
    listed: bool = False  # one of several that share what they lie in
    stands: bool = False  # it stands where a place stands


def whole(text: str, name: Named) -> None:
    """Take the capitalised words beside a name to it: of "Wad Karima" a list may know the first alone."""
    start, end = name.start, name.end
    if not text[start : start + 1].isupper():
        return
    while text[start - 1 : start] == " " and text[start - 2 : start - 1].isalpha():
        before = _BEFORE.search(text, max(0, start - LEAD), start)
        if not before or not _own(before.group(1)):
            break
        start = before.start()
    while (after := _AFTER.match(text, end)) and _own(after.group(1)):
        end = after.end()
    if (start, end) != (name.start, name.end):
        name.start, name.end, name.entries = start, end, ()


def _own(word: str) -> bool:
    """Whether a capitalised word may be part of a name, and not what stands before or behind one."""
    w, said = words(), fold(word)
    others = (w.leading, w.direction, w.title, w.settlement, w.admin1, w.district, w.facility, w.body)
    return said in cues().first or not any(said in kind for kind in others)


def is_called(text: str, name: Named, known: Sequence[PlaceMention]) -> None:
    """Mark a name that a generic word calls a settlement, or that stands where a place stands.

    Such a name then takes the capitalised words beside it.
    """
    c = cues()
    if not hints(text, name.start, name.end):
        return
    if not name.known and not name.called:
        whole(text, name)
    lead = _lead(text, name)
    last = _last_word(lead)
    joined = last in c.joined or lead[-1:] in _TIGHT
    one = joined and c.one.search(lead) is not None
    many = joined and c.many.search(lead) is not None
    in_it = last in c.before and c.place.search(lead) is not None
    name.stands = in_it or _LINE_START.search(lead) is not None
    if found := c.after.match(text, name.end):
        plural = found["many"] is not None
        adjective = _opens(lead) if plural else c.any_of.search(lead) is not None
        if not adjective and _ends(text, name.end, found.end(), known):
            one, many = one or not plural, many or plural
    if (one or many) and (name.known or may_be(text, name)):
        name.called = True
        name.listed = name.listed or many


def _lead(text: str, name: Named) -> str:
    """What stands before a name in its line."""
    line = text.rfind("\n", 0, name.start) + 1
    return text[max(line, name.start - LEAD) : name.start]


def _last_word(lead: str) -> str:
    """The word a name follows, in lower case."""
    return lead.rstrip().rpartition(" ")[2].lower()


def hints(text: str, start: int, end: int) -> bool:
    """A cheap look whether the words beside a name may call it a settlement; most names have none."""
    c = cues()
    tail = text[end : end + 24]
    follows = tail[1:].partition(" ")[0].rstrip(".,;:)") if tail[:1] == " " else ""
    if follows in c.generic:
        return True
    lead = text[max(0, start - 24) : start]
    if lead[-1:] not in {" ", "\u00a0"}:
        return lead[-1:] in {"", "\n", "'", "\u2019", ".", "\u200f"} or not lead.strip()
    last = _last_word(lead)
    if last in c.joined:
        return True
    return last in c.before and (tail[:1] in {",", "(", "،"} or follows in c.within or follows[:1].isupper())


def _ends(text: str, start: int, end: int, known: Sequence[PlaceMention]) -> bool:
    """Whether a generic word ends what is named: in "X village of <place>", not "the Y village of X"."""
    if not cues().goes_on.match(text, end):
        return True
    following = next((m for m in known if m.start >= end), None)
    return following is not None and cues().inside.fullmatch(text, start, following.start) is not None


def _opens(lead: str) -> bool:
    """Whether a name opens its sentence: "Burning villages" are none of that name."""
    return lead.rstrip()[-1:] in {"", ".", "!", "?", ":", "\u201c", '"'}


def may_be(text: str, name: Named) -> bool:
    """Whether the words of a name can be a settlement's: no body, title, people, feast, acronym."""
    said = text[name.start : name.end]
    parts = fold(said).split()
    if not 1 <= len(parts) <= LONGEST or any(ch.isdigit() for ch in said):
        return False
    if said.isascii() and any(w.isupper() and 1 < len(w) <= ACRONYM for w in said.split()):
        return False
    c, w = cues(), words()
    if not c.never.isdisjoint(parts) or fold(said) in party_names():
        return False
    if not said.isascii() and not c.stop.isdisjoint(parts):
        return False
    return not (len(parts) == 1 and any(parts[0] in kind for kind in (w.common, w.given, w.title)))


def in_place(text: str, name: Named, holder: Holder, container: PlaceMention) -> bool:
    """Whether a name before the place it is said to lie in stands where a place stands: "in X, Idlib"."""
    if not name.stands or holder.place.level in _TOWNS or not may_be(text, name):
        return False
    persons = words().given | words().title
    if any(p in persons and p not in cues().first for p in fold(text[name.start : name.end]).split()):
        return False
    lead = text[max(0, name.start - LEAD) : name.start]
    if not _LINE_START.search(lead):
        return text[name.start].isupper()
    if not cues().comma.fullmatch(text, name.end, container.start):
        return False
    return bool(DATELINE.match(text, container.end) or _LINE_END.match(text, container.end))
