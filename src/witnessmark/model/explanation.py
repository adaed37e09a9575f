"""How one sentence was read: what its words were taken for, and which rules made claims of it or did not."""

from dataclasses import dataclass

from witnessmark.model.claim import Modality
from witnessmark.model.document import ZoneKind


@dataclass(frozen=True, slots=True)
class ReadChunk:
    """Words under one symbol of the grammar: `tags` are `axis=code`, `clause` counts from 0."""

    symbol: str
    start: int
    end: int
    words: str
    tags: tuple[str, ...]
    clause: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks over the chunks `first` to `last`, exclusive; origin first, without the publisher."""

    names: tuple[str, ...]
    modality: Modality
    first: int
    last: int
    explicit: bool


@dataclass(frozen=True, slots=True)
class Doer:
    """Parties said to act, named by chunks `first` to `last`; their scope ends before `scope_last`."""

    parties: tuple[str, ...]
    form: str
    first: int
    last: int
    scope_first: int
    scope_last: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule tried at chunk `at`: `claim` is what it made, else `why` the first condition that failed."""

    at: int
    words: str
    rule: str
    claim: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence as the grammar read it; `unused` are chunks of harm or attack that are in no claim."""

    doc: str
    start: int
    end: int
    quote: str
    zone: ZoneKind
    symbols: str
    chunks: tuple[ReadChunk, ...]
    voices: tuple[Voice, ...]
    doers: tuple[Doer, ...]
    attempts: tuple[Attempt, ...]
    unused: tuple[int, ...]
