"""What a report is about: figures of floods, matches, films and old battles are no figures of a conflict.

Words of the codebook's settings are weighed over the zones that allow claims, each word once. A text that
speaks of another setting at least as much as of conflict keeps its claims, but as out of scope, so that
they enter no incident and no total and a reviewer still sees them; so does a text of some length without
any word of conflict. In any text a sentence that names a flood or a crash, and nothing of conflict, is
about that; and what ended a generation before publication is history. Two things weigh against that: in a
text with few words of conflict nothing is taken for it up to the first claim that its own words bear out,
which must be of the last year unless the text opens with its day, as news does (novels, obituaries and
tales of a grandfather's war name no such day); and a claim of these weeks whose sentence speaks of
conflict stays in any text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from witnessmark import codebook
from witnessmark.extract.attribution import is_unnamed
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.words import Words
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.document import Document
from witnessmark.model.when import Timex
from witnessmark.text.normalise import fold, lower, unwrap

CONFLICT, FICTION, HISTORY, NONE = "conflict", "fiction", "history", "none"
VIOLENCE = "violence"
# Words of war, and those of armed violence outside it, which crime stories are told in as well: both say that
# persons were attacked, only the former leave no doubt that it is no tale.
_WAR = frozenset({CONFLICT})
_ATTACKS = _WAR | {VIOLENCE}
# Kinds that say something happened; figures of the setting, rules and demands are said in any text.
_TOLD = frozenset(
    {
        ClaimKind.INCIDENT,
        ClaimKind.INCIDENT_UNSPECIFIED,
        ClaimKind.AGGREGATE_TALLY,
        ClaimKind.PATTERN,
        ClaimKind.SITUATION,
    }
)
# Set half way: in bench/negatives/building the setting weighs one and a half times as much as conflict, in
# the reports of the claim and article benches and of the shared development sets at most three quarters of
# it. From which weight on a setting holds, and how many times that of conflict: with a decisive word, and
# without.
_LEAST, _TIMES = 3, 1.0
_LEAST_WEAK, _TIMES_WEAK = 5, 2.0
_DECISIVE = 2  # the weight of a word that is enough in a sentence
# Weight of conflict from which on a text of some length leaves no doubt what it is about: nearly all texts of
# bench/negatives/building weigh less, all reports of bench/articles/building as much or more.
_ENOUGH = 4
_ALONE = 60  # words; a text of that length without any word of conflict is about something else
_LEDE = 5  # sentences by which news has said when; from two to five the benches of negatives stand alike
_GENERATION = timedelta(days=25 * 365)
_NEWS = timedelta(days=31)  # a month: what day-by-day reports and monthly digests are about
_OF_LATE = timedelta(days=365)  # yearly reports are the slowest that tell of events of their time
_YEAR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\d")


class Cue(NamedTuple):
    """A word that tells what a text is about."""

    start: int
    code: str
    form: str
    weight: int


def set_aside(
    claims: Sequence[Claim],
    sentences: Sequence[Sentence],
    document: Document,
    timexes: Sequence[Timex],
    known: Words,
) -> list[Claim]:
    """The claims, those of another setting than conflict marked as out of scope."""
    if not known.tells_settings or not any(c.kind in _TOLD for c in claims):
        return list(claims)
    cues = _cues(document, known)
    size = sum(len(s.chunks) for s in sentences)
    about = setting_of(cues, size, _old(document, timexes))
    doubt = about == CONFLICT and doubtful(cues, size)
    placed = sorted(sentences, key=lambda s: s.start)
    starts, told = [s.start for s in placed], [q.start for q in cues]
    ages = _ages(document, timexes)
    published = document.published.day or document.published.low
    news = _opens_with_a_day(placed, timexes, published)
    crime = _weight_of(cues, VIOLENCE) >= _ENOUGH
    out = []
    for c in claims:
        if c.kind not in _TOLD:
            out.append(c)
            continue
        here = placed[max(0, bisect_right(starts, c.start) - 1)]
        own = cues[bisect_left(told, here.start) : bisect_left(told, here.end)]
        code = None if _newly_fought(c, own, published) else _setting(c, about, own, document)
        if code is None and doubt:
            if _borne_out(c, own) and (news or _of_late(c, published) or (crime and _vouched_for(c))):
                doubt = False
            else:
                code = NONE
        if code is None and c.date is None and _told_of_the_past(c, ages, document.text):
            code = HISTORY
        out.append(_aside(c, code) if code else c)
    return out


def _ages(document: Document, timexes: Sequence[Timex]) -> list[tuple[int, bool]]:
    """Where the text names a year, and whether it is a generation and more before publication."""
    published = document.published.day or document.published.low
    if published is None:
        return []
    return [
        (t.end, published - t.value_end > _GENERATION)
        for t in timexes
        if t.value_end and (published - t.value_end > _GENERATION or _YEAR.search(t.quote))
    ]


def _told_of_the_past(claim: Claim, ages: Sequence[tuple[int, bool]], text: str) -> bool:
    """Whether the last year named before a claim without a day, in its paragraph, is long past."""
    before = bisect_right(ages, claim.start, key=lambda age: age[0])
    end, old = ages[before - 1] if before else (0, False)
    return old and "\n" not in text[end : claim.start]


def setting_of(cues: Sequence[Cue], size: int, old: int = 0) -> str:
    """The setting of a text of `size` words; `old` is by how much long past days outnumber others in it.

    Crime stories, films and drills speak of armed violence too: against those its words weigh half.
    """
    words = _by_code(cues)
    words[HISTORY].update((str(n), _DECISIVE) for n in range(old))
    war, attacks = (sum(weight for _, weight in words.pop(code, ())) for code in (CONFLICT, VIOLENCE))
    long = size >= _ALONE
    held = [
        (most, code)
        for code, own in words.items()
        if (most := _weight(own, war + (attacks // 2 if code == FICTION else attacks), long=long))
    ]
    if held:
        return max(held)[1]
    return NONE if long and not any(q.code in _ATTACKS for q in cues) else CONFLICT


def _by_code(cues: Sequence[Cue]) -> dict[str, set[tuple[str, int]]]:
    """The words of each setting with their weights, each once."""
    words: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for q in cues:
        words[q.code].add((q.form, q.weight))
    return words


def doubtful(cues: Sequence[Cue], size: int) -> bool:
    """Whether a text of some length has few words of war: those of armed violence are any crime story's."""
    return size >= _ALONE and _weight_of(cues, CONFLICT) < _ENOUGH


def _weight_of(cues: Sequence[Cue], code: str) -> int:
    """What the words of one setting weigh in a text, each once."""
    return sum(weight for _, weight in _by_code(cues)[code])


def _vouched_for(claim: Claim) -> bool:
    """Whether an undated claim is laid to somebody in so many words, as the police reports of news are."""
    source = claim.claimants[0] if claim.claimants else None
    return claim.date is None and source is not None and source.explicit and not is_unnamed(source.name)


def _borne_out(claim: Claim, here: Sequence[Cue]) -> bool:
    """Whether a claim's sentence speaks of conflict, or the claim says with what or by whom it was done."""
    methods = codebook.load().taxonomy("methods")
    how = any(m not in methods or not methods[m].extra.get("of_else") for m in claim.event_type)
    told = how or bool(claim.weapon) or any(a.norm for a in claim.actors)
    return told or any(q.code in _ATTACKS and q.weight for q in here)


def _of_late(claim: Claim, published: date | None) -> bool:
    """Whether a claim is of the year before publication, where that is known."""
    if published is None:
        return True
    return claim.date is not None and claim.date.end is not None and published - claim.date.end <= _OF_LATE


def _opens_with_a_day(
    sentences: Sequence[Sentence], timexes: Sequence[Timex], published: date | None
) -> bool:
    """Whether a text tells in its first sentences of a day just before publication, as news does."""
    if published is None or not sentences:
        return False
    end = sentences[:_LEDE][-1].end
    days = [t.value_end for t in timexes if t.start < end and t.value_end and t.value_start == t.value_end]
    return any(day <= published and published - day <= _NEWS for day in days)


def _weight(own: set[tuple[str, int]], conflict: int, *, long: bool) -> int:
    """The weight of a setting's words where it holds against that of conflict, else 0."""
    weight = sum(w for _, w in own)
    decisive = any(w >= _DECISIVE for _, w in own)
    if decisive and long and weight >= _TIMES_WEAK * conflict:
        return weight  # a report of some length has more than a word or two of conflict
    least, times = (_LEAST, _TIMES) if decisive else (_LEAST_WEAK, _TIMES_WEAK)
    return weight if weight >= max(least, times * conflict) else 0


def _setting(claim: Claim, about: str, here: Sequence[Cue], document: Document) -> str | None:
    """The setting a claim is out of scope for, None where it is in scope."""
    published = document.published.day or document.published.low
    if published and claim.date and claim.date.end and published - claim.date.end > _GENERATION:
        return HISTORY
    settings = codebook.load().taxonomy("settings")
    if about != CONFLICT:  # a flood in a country at war: what is said of the war in so many words stays
        return None if _fought(here) and not settings[about].extra.get("shows") else about
    if any(q.code in _ATTACKS for q in here):
        return None
    causes = [q.code for q in here if q.weight >= _DECISIVE and settings[q.code].extra.get("cause")]
    return causes[0] if causes else None


def _newly_fought(claim: Claim, here: Sequence[Cue], published: date | None) -> bool:
    """Whether a claim is of the month before publication and its sentence of conflict, or a figure by arms.

    No old battle, film or match is told so, whatever the text around it is about; of hunting, drills and
    stage fights the words of armed violence are.
    """
    if published is None or claim.date is None or claim.date.start is None or claim.date.end is None:
        return False
    if published - claim.date.start > _NEWS or not claim.date.start <= claim.date.end <= published:
        return False
    return _fought(here, _WAR) or (claim.count is not None and bool(claim.weapon))


def _fought(here: Sequence[Cue], codes: frozenset[str] = _ATTACKS) -> bool:
    """Whether a sentence speaks of an attack: by a word that is enough, or two that bear each other out."""
    return sum(w for _, w in {(q.form, q.weight) for q in here if q.code in codes}) >= _DECISIVE


def _aside(claim: Claim, code: str) -> Claim:
    if code == HISTORY:
        claim = replace(claim, modality=Modality.HISTORICAL)
        if claim.count is not None:
            return replace(claim, kind=ClaimKind.CONTEXT_FIGURE)
    return replace(claim, kind=ClaimKind.OUT_OF_SCOPE, event_type=(code,))


def _cues(document: Document, known: Words) -> list[Cue]:
    """The cues in the zones that allow claims, in order."""
    low = lower(unwrap(fold(document.text)))
    zones = [(z.start, z.end) for z in document.zones if z.claims_allowed]
    return [
        Cue(start, *sign)
        for start, end, sign in known.settings.find(low)
        if any(a <= start and end <= b for a, b in zones)
    ]


def _old(document: Document, timexes: Sequence[Timex]) -> int:
    """By how much the days a generation and more before publication outnumber the later ones.

    A day without a year ("9 October") is on neither side: in a text on history its year is that of the story.
    """
    published: date | None = document.published.day or document.published.low
    if published is None:
        return 0
    zones = [(z.start, z.end) for z in document.zones if z.claims_allowed]
    ends = {
        t.value_end
        for t in timexes
        if t.value_end
        and (_YEAR.search(t.quote) or not _FIGURE.search(t.quote))
        and any(a <= t.start and t.end <= b for a, b in zones)
    }
    past = sum(published - end > _GENERATION for end in ends)
    return max(0, 2 * past - len(ends))
