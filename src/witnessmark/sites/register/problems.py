"""What can be wrong with a row of a list of sites.

A problem never shows a coordinate or a name: the row's number and the column are enough for who has the file.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What becomes of the row."""

    REFUSE = "refuse"  # left out until the list is corrected
    ASK = "ask"  # left out unless a person accepts what is proposed
    NOTE = "note"  # taken, and said


class ProblemKind(StrEnum):
    """What is wrong, as `--accept` names it."""

    UNREADABLE = "unreadable"
    NO_NAME = "no_name"
    NO_POSITION = "no_position"
    BAD_COORDINATE = "bad_coordinate"
    MINUTES = "minutes_over_59"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_DATUM = "unknown_datum"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_COUNTRY = "unknown_country"
    BAD_DATE = "bad_date"
    BAD_VALIDITY = "impossible_validity"
    BAD_NUMBER = "bad_number"
    CROSSING = "polygon_crosses_itself"
    SWAPPED = "swapped"
    SIGN = "sign_missing"
    OUTSIDE = "out_of_country"
    COARSE = "coarse"
    CENTRE = "village_centre"
    DUPLICATE = "duplicate"
    TWICE = "twice_in_file"
    MOVED = "position_differs"
    KIND = "kind_differs"
    OVERLAP = "overlapping_stays"
    NO_COUNTRY = "country_not_said"
    BORDER = "near_border"
    DATUM = "datum_shift"
    SAME_SPOT = "same_position"
    KIND_READ = "kind_by_its_words"


_ASK = {
    ProblemKind.SWAPPED, ProblemKind.SIGN, ProblemKind.OUTSIDE, ProblemKind.COARSE, ProblemKind.CENTRE,
    ProblemKind.DUPLICATE, ProblemKind.TWICE, ProblemKind.MOVED, ProblemKind.KIND,
}  # fmt: skip
_NOTE = {
    ProblemKind.NO_COUNTRY, ProblemKind.BORDER, ProblemKind.DATUM, ProblemKind.SAME_SPOT,
    ProblemKind.KIND_READ,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with row `row` (line of a table, number of a feature or placemark) in `column`.

    `site` is the id of the known site, `other` the row of the same list, that it is about. `accepted` where a
    person has said yes to what `remedy` proposes.
    """

    row: int
    kind: ProblemKind
    why: str
    remedy: str
    column: str = ""
    site: str | None = None
    other: int | None = None
    accepted: bool = False

    @property
    def severity(self) -> Severity:
        """What becomes of the row."""
        return severity(self.kind)

    @property
    def keeps_out(self) -> bool:
        """Whether the row is left out for it."""
        return not self.accepted and self.severity is not Severity.NOTE


def severity(kind: ProblemKind) -> Severity:
    """What becomes of a row with such a problem."""
    return Severity.ASK if kind in _ASK else Severity.NOTE if kind in _NOTE else Severity.REFUSE
