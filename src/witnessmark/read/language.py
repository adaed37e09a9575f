"""The language of a text, by py3langid on a sample of it."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

UNDETERMINED = "und"  # ISO 639-2
# Letters below which a guess is a coin toss: the model's errors on short headlines end at about this length.
MIN_LETTERS = 20
# Cost grows with the sample: on 973 Arabic and English pages 200 characters were right on 916, 800 on 920.
SAMPLE_CHARS = 200
# The model's classes with a two-letter code, and written languages without one. Its others are varieties
# written as the main language is: left in, they split the probability of Arabic between ar, ary and arz.
_WRITTEN = frozenset({"crh", "sdh"})
# Normalised probability below which the answer is not used.
MIN_CONFIDENCE = 0.6


def language(text: str) -> str:
    """ISO 639-1 code, or "und" where there is too little text or the model is not sure."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return UNDETERMINED
    code, confidence = _classifier()(sample.lower())
    return str(code) if confidence >= MIN_CONFIDENCE else UNDETERMINED


def _sample(text: str) -> str:
    """The start and the middle: a page's top may be names and menus only."""
    half = SAMPLE_CHARS // 2
    if len(text) <= SAMPLE_CHARS:
        return text
    middle = max(half, len(text) // 2)
    return f"{text[:half]} {text[middle : middle + half]}"


@cache
def _classifier() -> "Callable[[str], tuple[str, float]]":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([c for c in identifier.nb_classes if len(c) == 2 or c in _WRITTEN])
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify
