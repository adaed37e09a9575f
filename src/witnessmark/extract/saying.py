"""How a claim is said and by whom: its speakers or publisher, and the hedges over it."""

from collections.abc import Sequence

from witnessmark.codebook import UNNAMED
from witnessmark.extract.attribution import Spoken, chain, modality_of
from witnessmark.extract.chunks import Sentence
from witnessmark.model.claim import Claimant, Modality
from witnessmark.model.document import TITLES

# How far before its word a hedge reaches, in chunks; the wide ones reach over the clause.
_HEDGE_REACH = 6
_WIDE_HEDGES = frozenset({Modality.REPORTED, Modality.NEEDS_VERIFICATION})


def voice_of(
    s: Sentence, spoken: Spoken, publishers: Sequence[str], at: int, verb: int | None = None
) -> tuple[Modality, tuple[Claimant, ...]]:
    """How it is said and by whom; a hedge before the verb of a count is over it ("9 may have died")."""
    over = spoken.over(at)
    hedge = _hedge(s, at) or _hedge_between(s, at, verb)
    modality = over.modality if over else Modality.ASSERTED
    if hedge is not None and modality is Modality.ASSERTED:
        modality = hedge
    elif modality is Modality.ASSERTED and _documented(s, at):
        modality = Modality.DOCUMENTED_BY_CLAIMANT
    names = over.names if over else ()
    if hedge is Modality.REPORTED and (not names or over in spoken.found):
        names = (UNNAMED, *names)
    elif names and over not in spoken.found and _of_reports(s, at):
        names = (UNNAMED,)
    if not names and s.zone in TITLES and s.in_quotes(s.chunks[at].start):
        names = (UNNAMED,)  # a headline's quotation marks: somebody says so, not the paper
    if not names:
        return modality, chain(publishers[:1], explicit=False, publishers=publishers)
    return modality, chain(
        names,
        explicit=over is None or (over.explicit and over in spoken.found),
        publishers=publishers,
    )


def _of_reports(s: Sentence, at: int) -> bool:
    """Whether reports, not who spoke before, are what a sentence goes by ("there are also reports of")."""
    return "H" in s.symbols and any(s.chunks[i].attr("hedges", "source") == "reports" for i in s.clause(at))


def _hedge(s: Sentence, at: int) -> Modality | None:
    """The hedge over a chunk, if any."""
    if "H" not in s.symbols:
        return None
    for i in s.clause(at):
        if s.chunks[i].kind != "H":
            continue
        code = modality_of(s.chunks[i].code("hedges") or s.chunks[i].code("reporting"))
        if code in _WIDE_HEDGES or 0 <= at - i <= _HEDGE_REACH:
            return code
    return None


def _hedge_between(s: Sentence, number: int, verb: int | None) -> Modality | None:
    """The hedge between a number and the verb after it, if any."""
    for i in range(number + 1, verb or 0):
        own = "," not in s.symbols[i:verb]  # "three men, possibly guards, were shot": of what they were
        if own and s.chunks[i].kind == "H" and (code := s.chunks[i].code("hedges")):
            return modality_of(code)
    return None


def _documented(s: Sentence, at: int) -> bool:
    """Whether a participle says how the claimant knows ("among the documented attacks")."""
    said = [
        i
        for i, c in enumerate(s.chunks)
        if c.codes and c.kind == "x" and c.codes.get("reporting") == Modality.DOCUMENTED_BY_CLAIMANT
    ]
    return bool(said) and any(i in s.clause(at) for i in said)
