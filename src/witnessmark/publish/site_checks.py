"""What checks against the register found, as those may read it who may not see the register.

A result, bands and counts: no name, position or id of a site leaves, and no exact distance, since distances
from a few known points fix a place.
"""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from witnessmark.model.site_check import SiteCheck, SiteMatch, SiteResult
from witnessmark.publish import words
from witnessmark.publish.cards import title_of
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels, lowered, raised
from witnessmark.publish.protect import withhold

# Results that speak of no site, and among them those that looked for none.
_NO_SITE = frozenset({SiteResult.NOT_LISTED, SiteResult.NO_REGISTER, SiteResult.PLACE_UNKNOWN})
_NOT_SOUGHT = _NO_SITE - {SiteResult.NOT_LISTED}


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """One incident against the register; `facts` are label and words, `reasons` sentences."""

    anchor: str
    title: str
    code: str
    result: str
    facts: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    statement: str


@dataclass(frozen=True, slots=True)
class SiteSection:
    """All checks of a dossier, and how many had each result, in the order of the codebook."""

    sheets: tuple[CheckSheet, ...]
    counts: tuple[tuple[str, int], ...]


def site_section(index: Index, labels: Labels) -> SiteSection:
    """The checks in the order of the incidents."""
    place = {name: n for n, name in enumerate(index.incidents)}
    checks = sorted(index.dossier.checks, key=lambda c: (place[c.incident], c.id))
    found = Counter(c.result.value for c in checks)
    codes = sorted(found, key=lambda code: labels.rank("site_results", code))
    return SiteSection(
        tuple(_sheet(c, index, labels) for c in checks),
        tuple((labels.of("site_results", code), found[code]) for code in codes),
    )


def likeliest(check: SiteCheck) -> SiteMatch | None:
    """The site the result speaks of; None where it speaks of none."""
    if check.result in _NO_SITE:
        return None
    fits = [m for m in check.matches if m.result is check.result] or list(check.matches)
    return max(fits, key=lambda m: m.probability, default=None)


def band(axis: str, value: float, labels: Labels) -> str:
    """The value as the band of a taxonomy (`likelihood`, `distance_bands`) it falls into."""
    for code, entry in labels.fields.get(axis, {}).items():
        below = entry.get("below")
        if not isinstance(below, int | float) or value < below:
            return labels.of(axis, code)
    return words.DASH


def _sheet(check: SiteCheck, index: Index, labels: Labels) -> CheckSheet:
    incident = index.incidents[check.incident]
    match = likeliest(check)
    return CheckSheet(
        anchor=anchor("i", check.incident),
        title=title_of(incident, labels),
        code=check.result.value,
        result=labels.of("site_results", check.result.value),
        facts=_facts(check, match, labels),
        reasons=_reasons(check, labels),
        statement=check.statement,
    )


def _facts(check: SiteCheck, match: SiteMatch | None, labels: Labels) -> tuple[tuple[str, str], ...]:
    others = "; or ".join(lowered(labels.of("site_results", r.value)) for r in check.could_be)
    if check.result in _NOT_SOUGHT:
        return (("Could also be", others),) if others else ()
    reach = ceil(check.reach / 1000)
    rows = [("In reach", f"{words.plural(check.candidates, 'listed site')} within {reach} km")]
    if match:
        rows += [
            ("Kind of site", labels.of("objects", match.kind)),
            ("Struck point inside", band("likelihood", match.probability, labels)),
            ("Distance", f"{band('distance_bands', match.distance, labels)} from the position reported"),
        ]
    return (*rows, *((("Could also be", others),) if others else ()))


def _reasons(check: SiteCheck, labels: Labels) -> tuple[str, ...]:
    """What the result is, then why; the check's own words hold no name and only bands, or they are masked."""
    said = labels.said("site_results", check.result.value, "said")
    why = (withhold(labels.told(reason)) for reason in check.reasons)
    return tuple(f"{raised(text)}." for text in dict.fromkeys((said, *why)) if text)
