"""What checks against the register found, as those may read it who may not see the register.

A result, bands and counts: no name, position or id of a site leaves, and no exact distance, since distances
from a few known points fix a place.
"""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from witnessmark.model.site_check import CoarseCheck, SiteCheck, SiteMatch, SiteResult
from witnessmark.publish.cards import title_of
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels, lowered, raised
from witnessmark.publish.site_measures import MeasureSheet, measure_sheets
from witnessmark.publish.tongue import forms, retold, say, tongue
from witnessmark.text.coordinates import withhold

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
    """All checks of a dossier, how many had each result, by the codebook's order, and what they come to."""

    sheets: tuple[CheckSheet, ...]
    counts: tuple[tuple[str, int], ...]
    measures: tuple[MeasureSheet, ...] = ()


def site_section(index: Index, labels: Labels) -> SiteSection:
    """The checks in the order of the incidents."""
    place = {name: n for n, name in enumerate(index.incidents)}
    checks = sorted(index.dossier.checks, key=lambda c: (place[c.incident], c.id))
    found = Counter(c.result.value for c in checks)
    codes = sorted(found, key=lambda code: labels.rank("site_results", code))
    return SiteSection(
        tuple(_sheet(c, index, labels) for c in checks),
        tuple((labels.of("site_results", code), found[code]) for code in codes),
        measure_sheets(index.dossier.measures, labels),
    )


def likeliest(check: SiteCheck) -> SiteMatch | None:
    """The site the result speaks of; None where it speaks of none."""
    if check.result in _NO_SITE:
        return None
    fits = [m for m in check.matches if m.result is check.result] or list(check.matches)
    return max(fits, key=lambda m: m.probability, default=None)


def coarse(check: SiteCheck, labels: Labels) -> CoarseCheck:
    """The check without what would lead to a site."""
    match = likeliest(check)
    return CoarseCheck(
        id=check.id,
        incident=check.incident,
        result=check.result,
        could_be=check.could_be,
        kind=match.kind if match else None,
        likelihood=band("likelihood", match.probability, labels) if match else None,
        distance=band("distance_bands", match.distance, labels) if match else None,
        candidates=check.candidates,
        within=ceil(check.reach / 1000),
        register=check.register,
        reasons=tuple(withhold(labels.told(reason)) for reason in check.reasons),
        statement=check.statement,
    )


def band(axis: str, value: float, labels: Labels) -> str | None:
    """The band of a taxonomy (`likelihood`, `distance_bands`) that the value falls into."""
    for code, entry in labels.fields.get(axis, {}).items():
        below = entry.get("below")
        if not isinstance(below, int | float) or value < below:
            return code
    return None


def _sheet(given: SiteCheck, index: Index, labels: Labels) -> CheckSheet:
    check = coarse(given, labels)
    return CheckSheet(
        anchor=anchor("i", check.incident),
        title=title_of(index.incidents[check.incident], labels),
        code=check.result.value,
        result=labels.of("site_results", check.result.value),
        facts=facts(check, labels),
        reasons=_reasons(given, labels),
        statement=retold(check.statement),
    )


def _reasons(check: SiteCheck, labels: Labels) -> tuple[str, ...]:
    """What the result is, then why: of a site's own result its history, as the facts have the rest."""
    match = likeliest(check)
    why = match.reasons if match and match.result is check.result else check.reasons
    said = labels.said("site_results", check.result.value, "said")
    told = (_sentence(reason, labels) for reason in dict.fromkeys(why))
    return (*((f"{raised(said)}.",) if said else ()), *told)


def _sentence(reason: str, labels: Labels) -> str:
    """A reason with a stop; in English where the language that is spoken has no words for it."""
    spoken = tongue()
    told = spoken.retell(reason)
    whole = f"{raised(withhold(labels.told(reason if told is None else told)))}."
    return spoken.foreign(whole) if told is None else whole


def facts(check: CoarseCheck, labels: Labels) -> tuple[tuple[str, str], ...]:
    """What a check holds, each as label and words; a line without words is left out."""
    others = say("; or ").join(lowered(labels.of("site_results", r.value)) for r in check.could_be)
    sought = check.result not in _NOT_SOUGHT
    n, far = check.candidates, ""
    reach = forms("{n} listed site within {km} km", "{n} listed sites within {km} km", n) if sought else ""
    if check.distance:
        told = labels.of("distance_bands", check.distance)
        far = say("{distance} from the position reported").format(distance=told)
    rows = (
        ("In reach", reach.format(n=f"{n:,}", km=check.within)),
        ("Kind of site", labels.of("objects", check.kind) if check.kind else ""),
        ("Struck point inside", labels.of("likelihood", check.likelihood) if check.likelihood else ""),
        ("Distance", far),
        ("Could also be", others),
    )
    return tuple((label, said) for label, said in rows if said)
