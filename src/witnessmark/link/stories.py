"""One report told twice in other words, or in another language.

Wording is gone, so what is left is compared: the figures with their places and days, quotations (their
translation keeps the content words), people quoted by name. Each agreement is worth as many bits as it is
unlikely by chance; two documents are one story when the bits are many, of more than one sort, and cover most
of what the shorter one says.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from witnessmark.link import dates
from witnessmark.link.corpus import Corpus
from witnessmark.link.matching import Match, match
from witnessmark.link.origins import Origin, speaker
from witnessmark.link.places import is_point
from witnessmark.link.sameness import SAME_WORDS, number_bits
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document

# Tuned on own stories written twice and on own pairs about one event by two desks: the first share 20 bits
# and more of at least two sorts and half of what the shorter one says, the second stay under 15.
ENOUGH_BITS = 20.0
ENOUGH_COVERED = 0.4
# A quotation or a speaker in common: as unlikely by chance as a number of two digits.
QUOTE_BITS = 6.0
SPEAKER_BITS = 5.0
# Background figures (war totals, populations) stand in every story on a conflict for months.
BACKGROUND_SHARE = 0.25
# Agencies move a story for a few days; a later one on the same subject is a new report.
DAYS_APART = 4
# A key that more documents than this share is no sign of a common report, and would cost quadratic time.
COMMON_KEY = 40
# Words a quotation must have to be told from a stock phrase.
QUOTE_WORDS = 6

_QUOTED = re.compile(r"[\"\u201c\u201f\u00ab]([^\"\u201c\u201d\u00bb]{20,600})[\"\u201d\u00bb]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Story:
    """Two documents that tell one report, with what they share, in words."""

    a: str
    b: str
    evidence: str


def find_stories(corpus: Corpus, own: Mapping[str, Origin]) -> list[Story]:
    """Pairs of documents that tell one report in other words, each pair once, in order of ids."""
    features = {doc: _features(corpus, doc) for doc in corpus.readings}
    out = []
    for a, b in _candidates(features):
        evidence = _weigh(corpus, own, features[a], features[b])
        if evidence is not None:
            out.append(Story(a, b, evidence))
    return out


@dataclass(frozen=True, slots=True)
class _Features:
    doc: str
    claims: tuple[Claim, ...]
    quotes: tuple[str, ...]
    speakers: frozenset[str]
    keys: frozenset[tuple[str, ...]]
    published: tuple[date | None, date | None]


def _features(corpus: Corpus, doc: str) -> _Features:
    document = corpus.readings[doc].document
    claims = tuple(corpus.of(doc))
    quotes = tuple(_quotes(document))
    speakers = frozenset(s.casefold() for c in claims if (s := speaker(c)))
    keys = frozenset(_keys(claims, quotes, speakers))
    pub = document.published
    return _Features(doc, claims, quotes, speakers, keys, (pub.day or pub.low, pub.day or pub.high))


def _quotes(document: Document) -> Iterator[str]:
    for zone in document.zones:
        if zone.claims_allowed:
            for m in _QUOTED.finditer(document.text[zone.start : zone.end]):
                if len(_WORD.findall(m.group(1))) >= QUOTE_WORDS:
                    yield m.group(1).casefold()


def _keys(
    claims: tuple[Claim, ...], quotes: tuple[str, ...], speakers: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """What documents of one story are likely to share exactly, for finding pairs worth comparing."""
    for s in speakers:
        yield ("speaker", s)
    for q in quotes:
        for word in _WORD.findall(q):
            if len(word) > 7:  # long words are rare words, and survive translation of what is around them
                yield ("word", word)
    for c in claims:
        if c.count is not None and c.count.value is not None and number_bits(c.count.value) >= 3:
            yield ("figure", c.count.measure, str(c.count.value))
        if c.date is not None and dates.length(c.date) == 1 and c.location and is_point(c.location.place):
            yield ("event", str(c.date.start), c.location.place.name.casefold())


def _candidates(features: Mapping[str, _Features]) -> list[tuple[str, str]]:
    """Pairs that share two keys, not counting keys which many documents have."""
    by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc, f in features.items():
        for key in f.keys:
            by_key[key].append(doc)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for docs in by_key.values():
        if 1 < len(docs) <= COMMON_KEY:
            for i, a in enumerate(docs):
                for b in docs[i + 1 :]:
                    shared[a, b] += 1
    return sorted(pair for pair, n in shared.items() if n >= 2)


def _weigh(corpus: Corpus, own: Mapping[str, Origin], a: _Features, b: _Features) -> str | None:
    """What the two share, in words, if it is enough for one story."""
    if _too_far_apart(a.published, b.published):
        return None
    matches = [m for m in match(a.claims, b.claims) if _origins_agree(own[m.a], own[m.b])]
    figures = [m for m in matches if corpus.claims[m.a].count is not None]
    quotes = sum(any(_alike(q, r) for r in b.quotes) for q in a.quotes)
    speakers = a.speakers & b.speakers
    bits = sum(_worth(m) for m in figures) + QUOTE_BITS * quotes + SPEAKER_BITS * len(speakers)
    bits += sum(_worth(m) for m in matches if corpus.claims[m.a].count is None and not quotes)
    covered = len(matches) / max(1, min(len(a.claims), len(b.claims)))
    sorts = (len(figures) > 1) + bool(quotes) + bool(speakers)
    if bits < ENOUGH_BITS or covered < ENOUGH_COVERED or sorts < 2:
        return None
    return (
        f"{len(figures)} figures, {quotes} quotations and {len(speakers)} named speakers in common; "
        f"{round(100 * covered)} % of the shorter one's statements are in the other"
    )


def _worth(m: Match) -> float:
    return m.bits * (BACKGROUND_SHARE if m.background else 1.0)


def _too_far_apart(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    """Whether the publication days, or what is known of them, are certainly too far apart."""
    return any(
        early is not None and late is not None and (late - early).days > DAYS_APART
        for early, late in ((a[1], b[0]), (b[1], a[0]))
    )


def _origins_agree(a: Origin, b: Origin) -> bool:
    """One voice, or one print that does not itself name whose it is."""
    return a.name == b.name or not (a.named and b.named and a.explicit and b.explicit)


def _alike(a: str, b: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(a, b) >= SAME_WORDS
