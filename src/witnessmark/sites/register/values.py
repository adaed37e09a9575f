"""Rows of a list of sites, what a person says of the list, and the plan that is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from witnessmark.model.ground import Ground
from witnessmark.model.site_change import SiteChange
from witnessmark.sites.register.problems import Problem, ProblemKind

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its list gives it: text by field (`codebook/data/site_columns.yaml`).

    `columns` are the list's own names of the fields, `rings` outlines of (lat, lon), `tags` columns and
    values that say what kind of thing it is, `unread` columns that say nothing here.
    """

    number: int
    names: tuple[str, ...]
    fields: Mapping[str, str]
    columns: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[tuple[str, str], ...] = ()
    rings: tuple[Ring, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What a person says of a list and decides on its problems.

    `country` (ISO 3166-1 alpha-3), `datum`, `kind` and `accuracy` (metres) are those of rows that name none;
    `source` is what the register says they are from, `name` what notes call the list. `accept` holds kinds of
    problem, or `kind@row` for one row. `same` names the known site that a row is about, by row number.
    `secret` keys the ids of new sites, so that nobody without it can test a guess against one. `ground` is
    the map; without it no row is checked against its country.
    """

    country: str | None = None
    datum: str = "WGS 84"
    kind: str | None = None
    accuracy: float | None = None
    source: str = ""
    name: str = "list"
    encoding: str | None = None
    accept: frozenset[str] = frozenset()
    same: Mapping[int, str] = field(default_factory=dict)
    secret: bytes = b""
    ground: Ground | None = None

    def accepts(self, kind: ProblemKind, row: int) -> bool:
        """Whether a person has said yes to such a problem of that row."""
        return str(kind) in self.accept or f"{kind}@{row}" in self.accept


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of one row: changes to record (none where it is left out or says nothing new), problems."""

    row: int
    changes: tuple[SiteChange, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def left_out(self) -> bool:
        """Whether the row is left out for a problem."""
        return any(p.keeps_out for p in self.problems)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, in the order of the list.

    `additions` register new sites, `changes` are of known ones. `problems` are the first of each kind
    (`plan.MOST_KEPT`), `counts` say how many there are of each. `unchanged` rows say what is known already,
    `left_out` rows have a problem that keeps them out. `columns` are the list's own names by what they hold,
    `unread` those of which nothing is taken.
    """

    additions: tuple[SiteChange, ...]
    changes: tuple[SiteChange, ...]
    problems: tuple[Problem, ...]
    counts: Mapping[ProblemKind, int]
    rows: int
    unchanged: int
    left_out: int
    columns: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
