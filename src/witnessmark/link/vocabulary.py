"""What the codebook says about kinds of person and of attack, as the questions linking asks."""

from functools import cache

from witnessmark import codebook


@cache
def broader(taxonomy: str, code: str) -> tuple[str, ...]:
    """The code and everything above it in a taxonomy, nearest first; an unknown code stands alone."""
    entries = codebook.load().taxonomy(taxonomy)
    out = [code]
    while (entry := entries.get(out[-1])) is not None and entry.parent is not None:
        out.append(entry.parent)
    return tuple(out)


# Suffix of the codes that say no more than that something happened ("attack_unspecified").
_GENERIC = "_unspecified"


@cache
def groups_compatible(a: str | None, b: str | None) -> bool:
    """Whether two texts may mean the same people or objects: the same, one unsaid, or one above the other."""
    if a is None or b is None or a == b:
        return True
    return a in broader("groups", b) or b in broader("groups", a)


def is_generic(code: str) -> bool:
    return code.endswith(_GENERIC)


def methods_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both texts name a method and none of one can be one of the other."""
    one, other = _methods(a), _methods(b)
    if not one or not other:
        return False
    return not any(x in broader("methods", y) or y in broader("methods", x) for x in one for y in other)


def _methods(codes: frozenset[str]) -> frozenset[str]:
    known = codebook.load().taxonomy("methods")
    return frozenset(c for c in codes if c in known and not is_generic(c))
