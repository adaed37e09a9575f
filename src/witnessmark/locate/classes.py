"""What kinds of districts are called, from `data/classes.csv`: county, raion, قضاء.

A district has three forms of its name: the whole ("Politischer Bezirk Zwettl"), the name without the word for
what it is ("Zwettl"), and one with the English word for it ("Zwettl district"), by which a report finds it
however the word is written.
"""

from functools import cache
from typing import NamedTuple

from witnessmark.locate.tables import data
from witnessmark.text.names import fold

# Between such a word and the name: "Provincia de la Convención", "Distretto di".
_OF = frozenset({"de", "del", "des", "du", "di", "da", "do", "of", "la", "las", "los"})
DISTRICT, COUNTY = "district", "county"


class Classes(NamedTuple):
    """Folded word -> the English word for the same, by where the word stands."""

    before: dict[str, str]
    after: dict[str, str]


@cache
def classes() -> Classes:
    """The table, read once."""
    out = Classes({}, {})
    for row in data("classes.csv"):
        side = out.before if row["side"] == "before" else out.after
        side[fold(row["word"])] = row["english"]
    return out


def taken_apart(name: str) -> tuple[str, str | None]:
    """The folded name without the word for what it is, and that word in English; None where there is none."""
    folded = fold(name.replace("d\u2019", "de ").replace("d'", "de "))
    words = folded.split()
    known = classes()
    for length in (2, 1):  # words of the class
        if len(words) <= length:
            continue
        if english := known.after.get(" ".join(words[-length:])):
            return " ".join(words[:-length]), english
        if english := known.before.get(" ".join(words[:length])):
            rest = words[length:]
            while len(rest) > 1 and rest[0] in _OF:
                rest = rest[1:]
            return " ".join(rest), english
    return folded, None


def canonical(bare: str, english: str | None) -> tuple[str, ...]:
    """The names by which `called` looks for a district; one without a word of its own answers to two."""
    if english == COUNTY:
        return f"{bare} {COUNTY}", f"{COUNTY} {bare}"  # "County Mayo"
    return (f"{bare} {english}",) if english else (f"{bare} {DISTRICT}", f"{bare} {COUNTY}")
