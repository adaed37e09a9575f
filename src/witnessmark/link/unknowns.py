"""What is not known of a fold, in words. Silence is shown as silence, never as a no."""

from collections.abc import Sequence

from witnessmark.link import places
from witnessmark.link.describe import Description
from witnessmark.link.vocabulary import broader, is_generic
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import PlacePrecision
from witnessmark.model.sentence import sentence

_ATTACKS = frozenset({IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.ALLEGATION})
_WIDE = {
    PlacePrecision.DISTRICT: sentence("place known only to the district"),
    PlacePrecision.ADMIN1: sentence("place known only to the province"),
    PlacePrecision.ADMIN1_PART: sentence("place known only to part of a province"),
    PlacePrecision.ADMIN1_MULTI: sentence("place known only to several provinces"),
    PlacePrecision.INFORMAL_REGION: sentence("place known only to a region"),
    PlacePrecision.COUNTRY: sentence("place known only to the country"),
    PlacePrecision.UNRESOLVED: sentence("place named but not found on the map"),
}


def unknowns(kind: IncidentKind, known: Description, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What a reader would ask and the claims do not answer."""
    if kind not in _ATTACKS:
        return ()
    out = [*_who(known, claims), *_when_where(kind, known), *_harm(claims)]
    if kind is not IncidentKind.AGGREGATE:
        out += _how(known)
    if kind is IncidentKind.ALLEGATION:
        out.append(sentence("not verified, by the account of who alleges it"))
    return tuple(out)


def _who(known: Description, claims: Sequence[Claim]) -> list[str]:
    if not known.attributed_to:
        return [sentence("perpetrator not stated")]
    answered = any(c.kind is ClaimKind.DENIAL or c.modality is Modality.DENIED for c in claims)
    return [] if answered else [sentence("no response of the accused party recorded")]


def _when_where(kind: IncidentKind, known: Description) -> list[str]:
    out = []
    start, end = known.date
    if start is None and end is None:
        out.append(sentence("date not stated"))
    elif start is None:
        out.append(
            sentence("start of the period not stated")
            if kind is IncidentKind.AGGREGATE
            else sentence("day not stated")
        )
    if known.place is None:
        out.append(sentence("place not stated"))
    elif (wide := _WIDE.get(places.precision(known.place))) is not None:
        out.append(wide)
    return out


def _harm(claims: Sequence[Claim]) -> list[str]:
    hurt = [c.count for c in claims if c.count is not None and c.count.measure in ("killed", "injured")]
    if not hurt:
        return []
    plain = [n for n in hurt if n.group is None or "civilian" not in broader("groups", n.group)]
    return [sentence("civilian status not stated")] if len(plain) == len(hurt) else []


def _how(known: Description) -> list[str]:
    out = []
    named = [m for m in known.method if not is_generic(m)]
    if not named:
        out.append(sentence("delivery system not stated") if known.weapon else sentence("method not stated"))
    out += [
        sentence("whether the {object} nearby was hit is not stated", object=t.replace("_", " "))
        for t in known.target_near
    ]
    return out
