"""Whether two voices corroborate each other: other origins, in other reports, not visibly one account."""

from collections.abc import Iterable, Sequence

from witnessmark.grade.sources import house, is_known, passes_on
from witnessmark.grade.testimony import Case, Told
from witnessmark.text.normalise import fold, lower

# Domain 3.5: two rare tokens in common (a quoted sentence, an odd number) tell one account told twice.
SHARED = 2
# A number below twenty, or a round one, is in many true reports; six words in a row are not chance.
ODD_FROM, ROUND = 20, 5
RUN = 6


def independent(told: Sequence[Told], case: Case) -> tuple[str, ...]:
    """The voices that have a second, independent one beside them; none where all is one account.

    Adding a voice never takes one out: what counts is that one other independent voice exists.
    """
    by_voice: dict[str, list[Told]] = {}
    for t in told:
        for voice in t.voices:
            if voice in case.sure:
                by_voice.setdefault(voice, []).append(t)
    return tuple(
        a
        for a in sorted(by_voice)
        if any(house(a) != house(b) and _apart(a, by_voice[a], b, by_voice[b], case) for b in by_voice)
    )


def _apart(a: str, by_a: list[Told], b: str, by_b: list[Told], case: Case) -> bool:
    lines_a, lines_b = {t.line for t in by_a}, {t.line for t in by_b}
    if not any(x != y for x in lines_a for y in lines_b):
        return False
    if _own_witness(a, by_a) and _own_witness(b, by_b):
        return True
    return _shared(a, b, case) < SHARED


def _own_witness(voice: str, told: Iterable[Told]) -> bool:
    """Whether it is known where the voice has it from: not a publisher that names nobody."""
    if passes_on(voice):
        return False
    heard = any(t.claim.claimants and t.claim.claimants[-1].name != voice for t in told)
    return heard or is_known(voice)


def _shared(a: str, b: str, case: Case) -> int:
    """How many odd numbers and sentences two accounts have in common."""
    one, other = case.accounts[a], case.accounts[b]
    numbers = _odd_numbers(one) & _odd_numbers(other)
    runs = _runs(one) & _runs(other)
    return len(numbers) + min(sum(bool(_runs([t]) & runs) for t in side) for side in (one, other))


def _odd_numbers(told: Iterable[Told]) -> set[tuple[str, int]]:
    counts = (t.claim.count for t in told)
    return {
        (n.measure, n.value)
        for n in counts
        if n is not None and n.value is not None and n.value >= ODD_FROM and n.value % ROUND
    }


def _runs(told: Iterable[Told]) -> set[tuple[str, ...]]:
    texts = (lower(fold(t.claim.quote)).split() for t in told)
    return {tuple(words[i : i + RUN]) for words in texts for i in range(len(words) - RUN + 1)}
