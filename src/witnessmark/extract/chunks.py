"""Chunks: a sentence as a row of tagged stretches, each with a one-letter symbol.

The grammar's rules are written over these letters, so that a rule reads like the construction it names:
`N[xe]*G` is a number, up to its head noun of persons. The letters:

    N number       F fraction     G persons      U unit         M noun of harm (deaths, injuries)
    A act noun     W weapon       O object       f platform     C situation     E evidence   J legal term
    T harm verb, active   t harm verb, past or participle   I intransitive harm (died)   D state (dead)
    V attack verb  X verb of doing (carried out, dropped)   R verb of saying   c according to
    B auxiliary    ? modal verb   ! negation     H hedge        P party         S speaker    K forces
    y by  o of  i including  k of whom  & and  | or  w while  h which  m more  e the  n pronoun  b backed
    r near  p preposition  l place  d time  z home to  , ; : - ' ( )  as written          x any other word
    q a quotation mark
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from witnessmark.codebook import Alias, Term
from witnessmark.extract.event import Event
from witnessmark.model.document import ZoneKind
from witnessmark.model.place import PlaceMention
from witnessmark.model.when import Timex
from witnessmark.text.numbers import Number

if TYPE_CHECKING:  # entries are made of sentences
    from witnessmark.extract.entries import Entry


@dataclass(slots=True)
class Chunk:
    """`text[start:end]` under one symbol; `terms` are the lexicon's readings of it."""

    kind: str
    start: int
    end: int
    word: str  # lower case
    capital: bool = False
    terms: tuple[Term, ...] = ()
    codes: Mapping[str, str] | None = None  # axis -> code, worked out once with the reading
    number: Number | None = None
    timex: Timex | None = None
    place: PlaceMention | None = None
    party: tuple[str, Alias] | None = None
    parties: tuple[tuple[str, Alias], ...] = ()  # every party the words may name
    speaker: str | None = None
    acts: bool = False  # it is an agent here: no place of the event

    def code(self, axis: str) -> str | None:
        """The code of this chunk's reading on an axis, if it has one."""
        return self.codes.get(axis) if self.codes else None

    def inflected(self, *forms: str) -> bool:
        """Whether a reading is a verb in one of these forms ("gerund", "past", "participle")."""
        for t in self.terms:
            own = t.attrs.get("form")
            if own and not set(own.split()).isdisjoint(forms):
                return True
        return False

    def attr(self, axis: str, name: str) -> str:
        """An attribute of this chunk's reading on an axis; empty where it has none."""
        if self.codes and axis in self.codes:
            for t in self.terms:
                if t.axis == axis:
                    return t.attrs.get(name, "")
        return ""


@dataclass(slots=True)
class Sentence:
    """A sentence of a claim zone, chunked; `quoted` are the spans inside quotation marks.

    `symbols` and `small_words` are what every rule asks first; they are known once the chunks are settled.
    """

    start: int
    end: int
    paragraph: int
    zone: ZoneKind
    chunks: list[Chunk]
    quoted: Sequence[tuple[int, int]] = ()
    legal: Sequence[tuple[int, int, Term]] = ()  # legal terms with their ends; they may overlap chunks
    clause_of: list[int] = field(default_factory=list)
    events: Sequence[Event] = ()  # what its verbs tell, once roles are read
    speech: frozenset[int] = frozenset()  # chunks that say who speaks: no part of what happened
    symbols: str = ""  # the letter of each chunk
    entry: "Entry | None" = None  # of the list it stands in
    small_words: frozenset[str] = frozenset()  # codes of its words of grammar ("wide", "respectively")

    def settled(self, chunks: list[Chunk], clause_of: list[int]) -> None:
        """Take the chunks as they will be read, with the clause of each."""
        self.chunks, self.clause_of = chunks, clause_of
        self.symbols = "".join([c.kind for c in chunks])
        self.small_words = frozenset([c.codes["grammar"] for c in chunks if c.codes and "grammar" in c.codes])

    def recast(self, index: int, kind: str) -> None:
        """Give a chunk another symbol."""
        self.chunks[index].kind = kind
        self.symbols = self.symbols[:index] + kind + self.symbols[index + 1 :]

    def find(self, kinds: str, start: int, stop: int, step: int = 1) -> int | None:
        """Index of the first chunk of one of these kinds from `start` towards `stop` (exclusive)."""
        for i in range(start, stop, step):
            if self.chunks[i].kind in kinds:
                return i
        return None

    def clause(self, index: int) -> range:
        """Indices of the clause that holds the chunk at `index`."""
        own = self.clause_of[index]
        first = self.clause_of.index(own)
        last = len(self.clause_of) - self.clause_of[::-1].index(own)
        return range(first, last)

    def in_quotes(self, position: int) -> bool:
        """Whether a position of the text lies between quotation marks."""
        return any(a <= position < b for a, b in self.quoted)


def said_in(chunks: Sequence[Chunk], needed: str) -> bool:
    """Whether one of the words needed is in these chunks; "from_their_homes" is a chunk of three words."""
    wanted = {*needed.split()}
    return any(not wanted.isdisjoint(c.word.split()) or "_".join(c.word.split()) in wanted for c in chunks)
