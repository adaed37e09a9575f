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


# Suffix of the codes that say no more than that something happened ("attack_unspecified"); the codebook's
# crosswalk gives these, too, no sub-event of ACLED.
_GENERIC = "_unspecified"
_FAMILY = "acled"


@cache
def groups_compatible(a: str | None, b: str | None) -> bool:
    """Whether two texts may mean the same people or objects: the same, one unsaid, or one above the other."""
    if a is None or b is None or a == b:
        return True
    return a in broader("groups", b) or b in broader("groups", a)


@cache
def is_generic(code: str) -> bool:
    known = codebook.load().taxonomy("methods")
    placed = any(_FAMILY in known[c].crosswalk for c in broader("methods", code) if c in known)
    return code.endswith(_GENERIC) or (code in known and not placed)


def methods_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both texts name a method and none of one can be one of the other.

    Methods of one ACLED sub-event ("Shelling/artillery/missile attack") are told apart by few reporters, so
    they are no contradiction.
    """
    one, other = _methods(a), _methods(b)
    if not one or not other:
        return False
    return not any(_may_be(x, y) for x in one for y in other)


def _methods(codes: frozenset[str]) -> frozenset[str]:
    known = codebook.load().taxonomy("methods")
    return frozenset(c for c in codes if c in known and not is_generic(c))


@cache
def _may_be(a: str, b: str) -> bool:
    known = codebook.load().taxonomy("methods")
    family = known[a].crosswalk.get(_FAMILY) == known[b].crosswalk.get(_FAMILY)
    return family or a in broader("methods", b) or b in broader("methods", a)


@cache
def families(code: str) -> tuple[str, ...]:
    """What a method may be told as: the code, those above it, and its ACLED sub-event."""
    entry = codebook.load().taxonomy("methods").get(code)
    family = entry.crosswalk.get(_FAMILY) if entry is not None else None
    named = tuple(c for c in broader("methods", code) if not is_generic(c))
    return (*named, *((f"{_FAMILY}:{family}",) if family else ()))
