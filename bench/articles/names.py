"""Whether two ways of naming a speaker, a party or a place mean the same one."""

import re
from functools import cache

from witnessmark import codebook

_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "s"})


def same_name(said: str, read: str) -> bool:
    """Whether the words of one name hold all of the other's; `read` may be an id of the codebook."""
    own = _words(said)
    return any(own <= other or other <= own for other in _known(read) if own and other)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold().replace("_", " "))) - _SMALL


@cache
def _known(name: str) -> tuple[frozenset[str], ...]:
    """The words of a name, and of every alias where it is an id."""
    book = codebook.load()
    aliases = [name]
    if name in book.claimants:
        aliases += book.claimants[name].aliases
    if name in book.parties:
        aliases += [alias.text for alias in book.parties[name].aliases]
    return tuple(_words(alias) for alias in aliases)
