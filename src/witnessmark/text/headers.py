"""Names of columns, whatever their case, marks and remarks."""

import re

from witnessmark.text.names import fold

# A name in a language, as OpenStreetMap writes it: name:ar, alt_name:uk, name_fr.
_TONGUE = re.compile(
    r"(?:(?:alt|old|int|loc|short|official)_)?name[:_ ]((?<=:)[a-z]{2,3}|(?!id|no)[a-z]{2})"
    r"(?:[-_][a-z]{2,8})?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # "Latitude (WGS84)"
_PLAIN = re.compile(r"[\W_]+")


def plain(header: str) -> str:
    """A column's name without case, accents, spaces, marks and remarks in brackets."""
    return _PLAIN.sub("", fold(_REMARK.sub("", header)))


def tongue(header: str) -> str | None:
    """The language of a column of names, as `name:ar` has; None for other columns."""
    found = _TONGUE.fullmatch(header.strip())
    return found[1].lower() if found else None
