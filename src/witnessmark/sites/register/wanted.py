"""What a row asks the register to hold, once its words are read and its problems told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from witnessmark.codebook import load
from witnessmark.model.site import Shape, Stay
from witnessmark.sites.register import words
from witnessmark.sites.register.problems import Problem, ProblemKind, Severity, severity
from witnessmark.sites.register.spots import Spot, spot
from witnessmark.sites.register.values import Options, Row

EARLIEST = date(1000, 1, 1)  # no site was opened before: an earlier day is a slip of the pen


class Told:
    """The problems of one row, in the order they are told."""

    def __init__(self, row: int, columns: dict[str, str], options: Options) -> None:
        """Nothing told yet of this row."""
        self.row, self._columns, self._options = row, columns, options
        self.problems: list[Problem] = []

    def __call__(
        self,
        kind: ProblemKind,
        field: str,
        why: str,
        remedy: str,
        site: str | None = None,
        other: int | None = None,
    ) -> bool:
        """Tell a problem; whether the row may be used in spite of it."""
        asks = severity(kind) is Severity.ASK
        accepted = asks and self._options.accepts(kind, self.row)
        column = self._columns.get(field, "")
        self.problems.append(Problem(self.row, kind, why, remedy, column, site, other, accepted))
        return not self.problems[-1].keeps_out

    @property
    def left_out(self) -> bool:
        """Whether a problem keeps the row out."""
        return any(p.keeps_out for p in self.problems)

    @property
    def accepted(self) -> Iterable[ProblemKind]:
        """What a person accepted."""
        return dict.fromkeys(p.kind for p in self.problems if p.accepted)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A site as a row has it."""

    row: int
    ref: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    operator: str
    supporter: str
    source: str
    stay: Stay


def wanted(row: Row, options: Options, tell: Told) -> Wanted | None:
    """What the row asks for; None where a problem, which is told, keeps it out. Every problem is told."""
    if not row.names:
        tell(ProblemKind.NO_NAME, "names", "no name", "give the site one, or remove the row")
    kind, whole = words.kind(row, options.kind)
    if kind and not whole:
        label = load().taxonomy("objects")[kind].label.lower()
        tell(ProblemKind.KIND_READ, "kind", f"taken for a {label} by words in it", "check that it is one")
    if kind is None:
        tell(
            ProblemKind.UNKNOWN_KIND, "kind", "a kind of site that is not known, or none",
            "use a code of the codebook, as medical_facility or school, or give one for the whole list",
        )  # fmt: skip
    country = _country(row, options, tell)
    where = spot(row, options, country, tell)
    start, end = _validity(row, tell)
    surveyed = _day(row, "surveyed", tell)
    underground = _underground(row, tell)
    _lengths(row, tell)
    if tell.left_out or where is None or kind is None:
        return None
    stay = Stay(replace(where.position, surveyed=surveyed), where.shape, start, end, underground)
    f = row.fields
    return Wanted(
        row.number, f.get("id", ""), row.names, kind, country, f.get("operator", ""), f.get("supporter", ""),
        options.source, stay,
    )  # fmt: skip


def spot_of(row: Row, country: str | None, options: Options) -> tuple[Spot | None, tuple[Problem, ...]]:
    """Where a row puts its site, and every problem of that; None where one of them keeps it out."""
    tell = Told(row.number, {}, options)
    found = spot(row, options, country, tell)
    return None if tell.left_out else found, tuple(tell.problems)


def same_ground(one: Shape, two: Shape) -> bool:
    """Whether two shapes are one, to half a metre."""
    return abs(one.radius - two.radius) <= 0.5 and len(one.rings) == len(two.rings)


def _country(row: Row, options: Options, tell: Told) -> str | None:
    said = row.fields.get("country", "")
    if not said:
        if options.country is None:
            tell(
                ProblemKind.NO_COUNTRY, "country", "no country: the position is not held against one",
                "add a column country, or name the country of the whole list",
            )  # fmt: skip
        return options.country
    found = options.ground.country(said) if options.ground else said.upper() if len(said) == 3 else None
    if found is None:
        tell(
            ProblemKind.UNKNOWN_COUNTRY, "country", "no country of this code or name",
            "use its ISO code of three letters",
        )  # fmt: skip
    return found


def _day(row: Row, field: str, tell: Told, *, last: bool = False) -> date | None:
    text = row.fields.get(field, "")
    if not text:
        return None
    found = words.day(text, last=last)
    if found is None and words.serial(text):
        tell(
            ProblemKind.BAD_DATE, field, "a spreadsheet's number of a day, which is not taken for one",
            "format the column as a date, or write days as 2031-12-24",
        )  # fmt: skip
        return None
    if found is None or found < EARLIEST:
        tell(ProblemKind.BAD_DATE, field, "no day that can be read", "write days as 2031-12-24")
        return None
    return found


def _validity(row: Row, tell: Told) -> tuple[date | None, date | None]:
    start, end = _day(row, "start", tell), _day(row, "end", tell, last=True)
    if start and end and end < start:
        tell(ProblemKind.BAD_VALIDITY, "end", "it ends before it begins", "correct one of the two days")
    return start, end


def _underground(row: Row, tell: Told) -> bool:
    found = words.yes(row.fields.get("underground", ""))
    if found is None:
        tell(ProblemKind.BAD_NUMBER, "underground", "neither yes nor no", "write yes or no")
    return bool(found)


def _lengths(row: Row, tell: Told) -> None:
    for field in ("accuracy", "radius"):
        text = row.fields.get(field, "")
        if text and words.metres(text) is None:
            tell(ProblemKind.BAD_NUMBER, field, "no number of metres", "write metres above 0, as 25")
