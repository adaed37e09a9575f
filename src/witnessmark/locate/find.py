"""Finding: capitalised sequences (or, without capitals, word groups) that hold a name of the gazetteer.

A name inside a longer sequence counts only where the words beside it allow it: "Aleppo University" names
Aleppo, "Aleppo Herald" a paper, "Paris Moreau" a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from witnessmark.locate.bent import nominatives
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.patterns import (
    ARTICLE,
    CAPITAL,
    GROUP,
    GROUP_WORD,
    JOINED,
    POSSESSIVE,
    SEQUENCE,
    SEQUENCE_WORD,
)
from witnessmark.locate.prior import NOWHERE, Extent, extent
from witnessmark.locate.words import demonyms, signs, words
from witnessmark.text.names import cyrillic, fold

# Arabic words written onto the next one: and, so, in, to, like.
PROCLITICS = frozenset("وفبلك")
# start, end, folded word, whether it is a possessive, whether a hyphen follows it
Token = tuple[int, int, str, bool, bool]
# a name's next token, folded name, places, and letters of another word written onto it
Hit = tuple[int, str, tuple[Entry, ...], int]
PARTY = 3  # letters of a party before a hyphen: "R-<place>", "DFL-<place>"
SHORT = 3  # words; a name alone between commas is read whole or not at all, even without capitals
LONGEST = 6  # words in a name; longer names of the base are official titles nobody writes in full


class Beside(Enum):
    """What the next capitalised word makes of a name."""

    NOTHING = 0
    BODY = 1  # "Aleppo Police": still the place
    FACILITY = 2  # "Aleppo University": a facility in the place
    COMPOUND = 3  # "Aleppo Veterans": the place only after "the", else perhaps a person


@dataclass(frozen=True, slots=True)
class Found:
    """A name inside a sequence, by offsets into it."""

    start: int
    end: int
    folded: str
    entries: tuple[Entry, ...]
    words: int
    left: str  # the word before it in the sequence, folded, or ""
    right: str
    beside: Beside
    extent: Extent = NOWHERE
    abbreviated: bool = False  # some place of it is found by an abbreviation


@dataclass(frozen=True, slots=True)
class Parsed:
    """The names of one sequence, the words of it that are a person's, and itself if it is an unknown name."""

    found: tuple[Found, ...]
    persons: tuple[str, ...]
    peoples: tuple[str, ...] = ()  # alpha-3 of each demonym
    unknown: Found | None = None  # itself, where it reads like a name and is in no base


class Finder:
    """Parses sequences against one gazetteer and remembers them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.words = words()
        w = self.words
        self._places = w.admin1 | w.district | w.settlement | w.part | w.neighbourhood | w.pocket
        self._left_ok = self._places | w.leading | w.direction | w.facility | w.body | demonyms().keys()
        self._right_ok = self._places | w.direction | w.facility | w.body | w.title | w.leading
        self._never_alone = w.leading | w.direction | w.title | self._places | w.facility | w.body
        self._no_place = w.not_place | w.nature
        self._demonyms = demonyms()
        self._peoples = signs() | self._demonyms  # words that speak of a country
        self.parse = lru_cache(maxsize=100_000)(self._parse)

    def sequences(self, text: str, start: int, end: int, caseless: bool) -> Iterator[tuple[int, Parsed]]:
        """Each sequence's start and what it holds."""
        if caseless:
            for match in GROUP.finditer(text, start, end):
                yield match.start(), self.parse(match.group(), caseless)
            return
        at = start
        # jumping from capital to capital is several times faster than one pattern tried at every letter
        while capital := CAPITAL.search(text, at, end):
            at = capital.start()
            if at > start and text[at - 1] in JOINED:
                article = ARTICLE.search(text, max(start, at - 4), at)
                at = article.start() if article else at
            found = SEQUENCE.match(text, at, end)
            if found is None or (at > start and (text[at - 1].isalnum() or text[at - 1] == "_")):
                at = capital.end()
                continue
            yield at, self.parse(found.group(), caseless)
            at = found.end()

    def _parse(self, sequence: str, caseless: bool) -> Parsed:
        tokens = list(_tokens(sequence, caseless))
        # the last word, since "al-Shabaab" is one token
        spoken = (t[2].rpartition(" ")[2] for t in tokens)
        peoples = tuple(self._peoples[w] for w in spoken if w in self._peoples)
        found: list[Found] = []
        persons: set[str] = set()
        i = 0
        while i < len(tokens):
            hit = self._longest(sequence, tokens, i, caseless)
            if hit is None:
                i += 1
                continue
            name = self._name(tokens, i, hit, found[-1] if found else None, caseless)
            if name is None:
                persons.update(t[2] for t in tokens[i : hit[0]])
                i += 1
                continue
            found.append(name)
            i = hit[0]
        if not found and not caseless:
            return self._nameless(sequence, tokens, peoples)
        if caseless and not found and len(tokens) <= LONGEST:
            return Parsed((), (), peoples, _unknown(sequence, tokens))
        if not caseless and all(f.beside == Beside.COMPOUND for f in found) and len(tokens) <= SHORT:
            # a known name with an unknown word after it may be a longer name written another way
            return Parsed(tuple(found), tuple(persons), peoples, _unknown(sequence, tokens))
        return Parsed(tuple(found), tuple(persons), peoples)

    def _name(
        self, tokens: list[Token], i: int, hit: Hit, last: Found | None, caseless: bool
    ) -> Found | None:
        """The name found at token `i`, `last` the one found before it; None where it is a person's."""
        j, folded, entries, shift = hit
        beside = last is not None and i > 0 and last.end >= tokens[i - 1][0]
        compound = last is not None and last.beside == Beside.COMPOUND
        paired = beside and compound and last is not None and last.folded not in self.words.given
        joined = paired or (beside and not compound)
        verdict = self._beside(tokens, (i, j), entries, joined=joined, caseless=caseless)
        if paired and verdict:  # two small names side by side: both in doubt
            verdict = Beside.COMPOUND
        if verdict is None:
            return None
        left, right = tokens[i - 1][2] if i else "", tokens[j][2] if j < len(tokens) else ""
        start, end = tokens[i][0] + shift, tokens[j - 1][1]
        short = any(e.kind >= NameKind.ABBREVIATION for e in entries)
        return Found(start, end, folded, entries, j - i, left, right, verdict, extent(entries), short)

    def _nameless(self, sequence: str, tokens: list[Token], peoples: tuple[str, ...]) -> Parsed:
        """A sequence without a known name: a person, or a place that another spelling may know."""
        inner = list(tokens)
        while inner and inner[0][2] in self._left_ok:
            inner.pop(0)
        while inner and inner[-1][2] in self._right_ok:
            inner.pop()
        persons = tuple(t[2] for t in inner) if len(inner) > 1 else ()
        if any(t[2] in self._demonyms or t[2] in self.words.organisation for t in inner):
            return Parsed((), (), peoples)
        return Parsed((), persons, peoples, _unknown(sequence, inner))

    def _longest(self, sequence: str, tokens: list[Token], i: int, caseless: bool) -> Hit | None:
        for j in range(min(len(tokens), i + LONGEST), i, -1):
            name = sequence[tokens[i][0] : tokens[j - 1][1]]
            folded = tokens[i][2] if j == i + 1 else fold(name)
            if j == i + 1 and folded in self._never_alone:
                continue
            if j == i + 1 and folded in self._demonyms:
                continue
            if len(folded) < 2 or (name.isupper() and 2 < len(name) < 5 and not caseless):
                entries = tuple(e for e in self.gazetteer.named(folded) if _shouted(e))
            else:
                entries = self.gazetteer.named(folded)
            if len(folded) < 4 and not _plain_short(name, caseless):
                entries = tuple(e for e in entries if e.kind == NameKind.ABBREVIATION)
            if not entries and cyrillic(folded):
                entries = next(filter(None, map(self.gazetteer.named, nominatives(folded))), ())
            if entries:
                return j, folded, entries, 0
            if name[0] in PROCLITICS and len(folded) > 3 and (entries := self.gazetteer.named(folded[1:])):
                return j, folded[1:], entries, 1
        return None

    def _beside(
        self,
        tokens: list[Token],
        span: tuple[int, int],
        entries: tuple[Entry, ...],
        *,
        joined: bool,
        caseless: bool,
    ) -> Beside | None:
        """What the neighbours in the sequence make of a name; None where they make it no place."""
        i, j = span
        large = any(e.place.level in {"country", "admin1", "region"} for e in entries[:4])
        left, of = _left(tokens, i)
        if (
            left
            and not joined
            and self._left_forbids(left, of=of, large=large, caseless=caseless, short=len(tokens) <= SHORT)
        ):
            return None
        if j == len(tokens) or tokens[j - 1][3]:
            return Beside.NOTHING
        right = tokens[j][2]
        person = tokens[i][2] in self.words.given and not large
        if right in self.words.facility and right not in self._no_place:
            return Beside.FACILITY
        if right in self._right_ok and (large or right not in self._no_place):
            return Beside.BODY
        if j - i > 1 and tokens[j - 1][2] in self._places:  # "<name> County": whatever follows
            return Beside.BODY
        if j - i > 1 and tokens[i][2] not in self.words.given and right not in self._no_place:
            return Beside.NOTHING
        loose = caseless and len(tokens) > SHORT
        alone = caseless or tokens[i][2] in self.words.generic
        known = loose or large or right in PARTICLES or self._follows(right, alone=alone)
        if right in self._no_place or (caseless and not known):
            return None
        return Beside.NOTHING if known and not person else Beside.COMPOUND

    def _follows(self, right: str, *, alone: bool) -> bool:
        """Whether the next word may be a place of its own: two small ones side by side are a person."""
        entries = self.gazetteer.named(right)
        return bool(entries) and (alone or any(_holder(e) for e in entries))

    def _left_forbids(self, left: str, *, of: bool, large: bool, caseless: bool, short: bool) -> bool:
        if left in self.words.nature:
            return True
        if of:  # "the Association of <place>", "<person> of <place>"
            return False
        if left in self.words.title and left not in self.words.body:
            return not large
        if caseless:
            return short and left not in self._left_ok
        return left in self.words.given or left not in self._left_ok


PARTICLES = frozenset(
    ["of", "the", "de", "del", "la", "al", "el", "i", "y", "e", "du", "da", "do", "di", "der", "den", "bin"]
)


def _tokens(sequence: str, caseless: bool) -> Iterator[Token]:
    pattern = GROUP_WORD if caseless else SEQUENCE_WORD
    for match in pattern.finditer(sequence):
        start, end = match.span()
        word = match.group()
        hyphen = sequence[end : end + 1] == "-"
        if cut := POSSESSIVE.search(word):
            end -= len(cut.group())
            word = word[: cut.start()]
        if word:
            if "." in word and " " in word:  # "W. Va."
                word = word.replace(" ", "")
            yield start, end, fold(word), cut is not None, hyphen


def _left(tokens: list[Token], i: int) -> tuple[str, bool]:
    """The word before, past "of the", and whether there was an "of"; "" where nothing before counts."""
    before = tokens[max(0, i - 3) : i]
    passed = []
    while before and before[-1][2] in PARTICLES:
        passed.append(before.pop()[2])
    of = "of" in passed
    if not before:
        return "", of
    *_, last = before
    party = len(last[2]) <= PARTY and last[1] + 1 == tokens[i][0] and last[4]
    return "" if party or last[3] else last[2], of


def _unknown(sequence: str, tokens: list[Token]) -> Found | None:
    """The words as a name with no places yet."""
    if not tokens or len(tokens) > LONGEST:
        return None
    start, end = tokens[0][0], tokens[-1][1]
    return Found(start, end, fold(sequence[start:end]), (), len(tokens), "", "", Beside.NOTHING)


def _shouted(entry: Entry) -> bool:
    """Whether a few capitals in mixed text may name it: "USA", "UAE", "NSW", not "IRS" or "CIA"."""
    return entry.place.level in {"country", "admin1", "region"} or entry.kind == NameKind.CODE


def _holder(entry: Entry) -> bool:
    """Whether towns are written right before it: "<town> <country>"."""
    return entry.place.level in {"country", "admin1", "region"}


def _plain_short(name: str, caseless: bool) -> bool:
    """Whether a name of up to three letters is written like one: "UK", "U.S.", "Ibb", never "Us" or "IN"."""
    if not name[:1].isascii():
        return len(name) >= 3
    return "." in name if caseless else name.isupper() or len(name) == 3


@lru_cache(maxsize=8)
def finder(gazetteer: Gazetteer) -> Finder:
    """The finder of a gazetteer, made once."""
    return Finder(gazetteer)
