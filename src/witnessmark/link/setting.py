"""Whether a document tells of a war, where attacks are many, or of a place where an attack is rare.

Where attacks are many, one place and one week hold several, and taking two for one is the worse mistake;
where they are rare, a day or a town read wrongly is likelier than a second attack told in the same words.
What a document itself tells decides, never the country or the case it stands in: two reports must compare
alike whichever others are there.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from witnessmark import codebook
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim

_TAXONOMIES = ("methods", "weapons", "groups", "party_types")


def peace_of(claims: Iterable[Claim]) -> bool | None:
    """Whether a document with these claims tells of no war; None where it tells of nothing that would say.

    What more of its claims tell of decides, in a tie a war: one claim does not make it, for spent shells lie
    at many a scene of crime.
    """
    told = [w for c in claims if (w := _of_war(c)) is not None]
    return told.count(True) < told.count(False) if told else None


def is_peace(one: bool | None, other: bool | None) -> bool:
    """Whether two reports are compared as of a place where attacks are rare: no word of a war in either."""
    return one is not False and other is not False and (one or other) is True


def _of_war(claim: Claim) -> bool | None:
    """What the codebook says of its weapons, of whom they hit, and of a known party that used them."""
    said = [w for code in _codes(claim) if (w := _said().get(code)) is not None]
    return any(said) if said else None


def _codes(claim: Claim) -> Iterator[tuple[str, str]]:
    parties = codebook.load().parties
    yield from (("methods", code) for code in claim.event_type)
    yield from (("weapons", code) for code in claim.weapon)
    if claim.count is not None and claim.count.group is not None:
        yield "groups", claim.count.group
    for actor in claim.actors:
        known = parties.get(actor.norm or "")
        if known is not None and actor.role is Role.PERPETRATOR:
            yield "party_types", known.type


@cache
def _said() -> dict[tuple[str, str], bool]:
    """The codes of the codebook that say `of_war` of themselves."""
    book = codebook.load()
    known = [(name, entry) for name in _TAXONOMIES for entry in book.taxonomy(name).values()]
    return {(name, e.code): bool(e.extra["of_war"]) for name, e in known if "of_war" in e.extra}
