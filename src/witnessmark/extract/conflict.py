"""Which conflict a report is about, so that "the military" means a party only where it has one."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from functools import cache

from witnessmark import codebook
from witnessmark.codebook import Alias, Conflict
from witnessmark.codebook.parties import BARE_USES, USES, state_party
from witnessmark.extract.chunks import Sentence
from witnessmark.model.document import Document

# Use of the name of the one country a war is fought in: before an act it says where ("Mali air strikes").
HOST_COUNTRY = "host"
# Types of parties of which a country may have several that are called alike.
_GROUPS = frozenset({"nsag", "pmc"})


def resolve_parties(sentences: Sequence[Sentence], document: Document) -> None:
    """Settle in place which party each alias names: bare words only in the report's own conflict."""
    countries, parties = _named(sentences)
    conflict = _conflict(countries, parties, document)
    host = _host(conflict, countries)
    home = max(countries, key=lambda c: (countries[c], c), default=None)
    for c in [c for s in sentences for c in s.chunks if c.parties]:
        c.party = _chosen(c.parties, conflict, host, home, parties)
        if c.party and host == c.party[0] and _only_host(conflict, c.party[1]):
            c.party = (c.party[0], _as_host(c.party[1]))
        c.kind = "P" if c.party and c.party[1].use != "attributive" else c.kind
    if host is None:
        return
    for c in [c for s in sentences for c in s.chunks if c.codes and c.party is None]:
        if c.codes and c.codes.get("grammar") == "state_forces":
            c.party = (host, Alias(c.word, document.language, loaded=False, use="context"))


@cache
def _as_host(alias: Alias) -> Alias:
    return replace(alias, use=HOST_COUNTRY)


def _only_host(conflict: Conflict | None, alias: Alias) -> bool:
    """Whether a country's name is that of the one country a conflict is fought in."""
    return alias.use == "country" and conflict is not None and len(conflict.countries) == 1


def _chosen(
    parties: Iterable[tuple[str, Alias]],
    conflict: Conflict | None,
    host: str | None,
    home: str | None,
    named: Container[str],
) -> tuple[str, Alias] | None:
    own = set(conflict.parties) if conflict else set()
    allowed = [p for p in parties if p[1].use not in BARE_USES or _bare(p, conflict, host, home, named)]
    return min(allowed, key=lambda p: (USES.index(p[1].use), p[0] not in own, p[0]), default=None)


def _bare(
    party: tuple[str, Alias],
    conflict: Conflict | None,
    host: str | None,
    home: str | None,
    named: Container[str],
) -> bool:
    """Whether bare words mean this party: in its conflict, and of several countries in the most named.

    "Rebels" accuses no armed group that the report does not name: there may be others.
    """
    if conflict is None or party[1].conflict != conflict.id:
        return False
    known = codebook.load().parties[party[0]]
    if known.type in _GROUPS and not known.umbrella and party[0] not in named:
        return False
    if len(conflict.countries) == 1:
        return True
    if known.type == "state":
        return party[0] == host
    return known.country is None or home not in conflict.countries or known.country == home


def _conflict(countries: Counter[str], parties: Counter[str], document: Document) -> Conflict | None:
    """The conflict most named by its countries and parties on its dates, if any."""
    day = document.published.day or document.published.low
    best: tuple[int, str, Conflict] | None = None
    for conflict in codebook.load().conflicts.values():
        if day and ((conflict.since and day < conflict.since) or (conflict.until and day > conflict.until)):
            continue
        if countries.keys().isdisjoint(conflict.countries) and parties.keys().isdisjoint(conflict.parties):
            continue
        score = 2 * sum(countries[c] for c in conflict.countries) + sum(parties[p] for p in conflict.parties)
        if score and (best is None or (score, conflict.id) > best[:2]):
            best = (score, conflict.id, conflict)
    return best[2] if best else None


def _named(sentences: Iterable[Sentence]) -> tuple[Counter[str], Counter[str]]:
    countries: Counter[str] = Counter()
    parties: Counter[str] = Counter()
    for s in sentences:
        for c in s.chunks:
            if c.place and c.place.place and c.place.place.country:
                countries[c.place.place.country] += 1
            for party in {p for p, alias in c.parties if alias.use not in BARE_USES} if c.parties else ():
                parties[party] += 1
    return countries, parties


def _host(conflict: Conflict | None, countries: Counter[str]) -> str | None:
    """The government of the country a report is about: whose "army" and "troops" are meant without a name."""
    if conflict:
        countries = Counter({c: countries[c] for c in conflict.countries if countries[c]})
        if not countries and len(conflict.countries) == 1:
            countries = Counter(conflict.countries)
    if not countries:
        return None
    party = state_party(max(countries, key=lambda c: (countries[c], c)))
    return party if party in codebook.load().parties else None
