"""One report told twice in other words, or in another language, or written up twice from one release.

Wording is gone, so what is left is compared: the row of facts both tell in one order (`facts`), the claims
read in them with places and days, quotations (their translation keeps the content words), people quoted by
name. Each agreement is worth as many bits as it is unlikely by chance.
"""

from collections.abc import Callable, Mapping

from witnessmark.link.corpus import Corpus
from witnessmark.link.lineage.anew import told_anew
from witnessmark.link.lineage.facts import common_row
from witnessmark.link.lineage.pairs import Pair
from witnessmark.link.lineage.prints import Print
from witnessmark.link.matching import Match, match
from witnessmark.link.origins import Origin, speaker
from witnessmark.model.incident import LineageKind, Tie
from witnessmark.model.sentence import quantified, sentence

# Tuned on own stories written twice and on own pairs about one event by two desks: the first share 20 bits
# and more of at least two sorts and half of what the shorter one says, the second stay under 15.
ENOUGH_BITS = 20.0
ENOUGH_COVERED = 0.4
# A quotation or a speaker in common: as unlikely by chance as a number of two digits.
QUOTE_BITS = 6.0
SPEAKER_BITS = 5.0
# Background figures (war totals, populations) stand in every story on a conflict for months.
BACKGROUND_SHARE = 0.25
# A row of facts: own stories and their translations share 26 bits and three numbers and more, four fifths of
# what the shorter one has; two desks on one event have its place, day and toll in common, under 17 bits.
ROW_BITS, ROW_NUMBERS, ROW_COVERED = 17.0, 3, 0.6
# A release is known again by a quotation of a full sentence, with three quotations and numbers in all.
RELEASE_WORDS, RELEASE_SHARED = 10, 3
# Agencies move a story for a few days; a later one on the same subject is a new report.
DAYS_APART = 4


class Stories:
    """Weighs pairs of prints by what they tell: their facts, claims, quotations and named speakers."""

    def __init__(self, corpus: Corpus, own: Mapping[str, Origin]) -> None:
        self._corpus = corpus
        self._own = own

    def speakers(self, print_: Print) -> frozenset[str]:
        """The persons quoted by name, folded."""
        return frozenset(s.casefold() for c in self._corpus.of(print_.doc) if (s := speaker(c)))

    def weigh(self, a: Print, b: Print) -> Tie | None:
        """How two prints tell one report, or None."""
        pair = Pair(a, b, self.speakers(a), self.speakers(b))
        if too_far_apart(a, b):
            return told_anew(self._corpus, pair)
        if pair.own_witnesses:
            return None
        return _by_row(pair) or _by_release(pair) or self._by_claims(pair)

    def _by_claims(self, pair: Pair) -> Tie | None:
        """The claims read in both agree, in bits and in what they cover of the shorter one."""
        a, b = (self._corpus.of(p.doc) for p in (pair.a, pair.b))
        matches = [m for m in match(a, b) if _origins_agree(self._own[m.a], self._own[m.b])]
        figures = [m for m in matches if self._corpus.claims[m.a].count is not None]
        quotes, speakers = pair.quotes, pair.speakers
        bits = sum(_worth(m) for m in figures) + QUOTE_BITS * len(quotes) + SPEAKER_BITS * len(speakers)
        bits += sum(_worth(m) for m in matches if self._corpus.claims[m.a].count is None and not quotes)
        covered = len(matches) / max(1, min(len(a), len(b)))
        sorts = (len(figures) > 1) + bool(quotes) + bool(speakers)
        if bits < ENOUGH_BITS or covered < ENOUGH_COVERED or sorts < 2 or pair.lead_elsewhere:
            return None
        return pair.tie(
            LineageKind.SAME_STORY,
            sentence(
                "{n} figures, {m} quotations and {total} named speakers in common; {rest} % of the shorter "
                "one's statements are in the other",
                n=len(figures),
                m=len(quotes),
                total=len(speakers),
                rest=round(100 * covered),
            ),
        )


def _by_row(pair: Pair) -> Tie | None:
    """Both tell one long row of facts in one order."""
    row = common_row(pair.a.facts, pair.b.facts, least=ROW_BITS)
    numbers = row.of("number")
    if row.bits < ROW_BITS or row.covered < ROW_COVERED or len(numbers) < ROW_NUMBERS:
        return None
    told = [_SORTS[sort](len(row.of(sort))) for sort in _SORTS if row.of(sort)]
    return pair.tie(
        LineageKind.SAME_STORY,
        sentence(
            "{listed} in one order ({words}), {n} % of the facts of the poorer one",
            listed=", ".join(told),
            words=", ".join(f.value for f in numbers),
            n=round(100 * row.covered),
        ),
    )


_SORTS: Mapping[str, Callable[[int], str]] = {
    "number": lambda n: quantified("{n} numbers", n=n),
    "place": lambda n: quantified("{n} places", n=n),
    "day": lambda n: quantified("{n} days", n=n),
    "name": lambda n: quantified("{n} names", n=n),
}


def _by_release(pair: Pair) -> Tie | None:
    """Both print long quotations of one statement that at least one of them calls a release."""
    called = sorted({p.release for p in (pair.a, pair.b) if p.release})
    numbers = {f.value for f in pair.a.facts if f.sort == "number"}
    numbers &= {f.value for f in pair.b.facts if f.sort == "number"}
    long = [q for q in pair.quotes if len(q.split()) >= RELEASE_WORDS]
    if not called or not long or len(pair.quotes) + len(numbers) < RELEASE_SHARED:
        return None
    return pair.tie(
        LineageKind.PRESS_RELEASE,
        sentence(
            "{words}: {n} quotations of {names} and {m} numbers in common, and neither quotes anybody of its "
            "own that the other does not",
            words=repr(called[0]),
            n=len(pair.quotes),
            names=", ".join(sorted(pair.speakers)) or "its speaker",
            m=len(numbers),
        ),
    )


def too_far_apart(a: Print, b: Print) -> bool:
    """Whether the publication days, or what is known of them, are certainly too far apart."""
    return any(
        early is not None and late is not None and (late - early).days > DAYS_APART
        for early, late in ((a.published[1], b.published[0]), (b.published[1], a.published[0]))
    )


def _worth(m: Match) -> float:
    return m.bits * (BACKGROUND_SHARE if m.background else 1.0)


def _origins_agree(a: Origin, b: Origin) -> bool:
    """One voice, or one print that does not itself name whose it is."""
    return a.name == b.name or not (a.named and b.named and a.explicit and b.explicit)
