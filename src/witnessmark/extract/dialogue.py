"""Transcripts: whose turn it is where paragraphs begin with the name of who speaks."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from witnessmark.extract.attribution import Attribution
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.name_words import is_word_for, untitled
from witnessmark.model.claim import Modality
from witnessmark.text.normalise import lower

# A label in capitals before a colon at the start of a line ("AL-SALEM:", "DR BASHA:", "Q:").
_LABEL = re.compile(r"^[ \t]*([^\W\d_a-z](?:[^\W\d_a-z]|[ .'-]){0,38}):(?=\s)", re.MULTILINE)
# A dialogue has two voices, and one of them speaks twice.
_VOICES = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that begins; `said` is None where the outlet's own voice has it."""

    said: Attribution | None


def turns(text: str, cast: Cast) -> Mapping[int, Voice | None]:
    """Where each turn of a transcript begins, and whose it is; None is the outlet's own voice."""
    found = [(m.start(1), m[1].strip()) for m in _LABEL.finditer(text)]
    often = Counter(label for _, label in found)
    if len(often) < _VOICES or max(often.values()) < _VOICES:
        return {}
    known = {label: _voice(label, cast) for label in often}
    return {start: known[label] for start, label in found}


def turn_of(sentence: Sentence, known: Mapping[int, Voice | None]) -> Turn | None:
    """The turn that begins with a sentence, if one does."""
    if not known or sentence.start not in known:
        return None
    voice, colon = known[sentence.start], sentence.find(":", 0, len(sentence.chunks))
    if voice is None or colon is None:
        return Turn(None)
    span = (colon, len(sentence.chunks))
    return Turn(Attribution(voice.names, Modality.ASSERTED, *span, colon, speech=range(colon)))


def _voice(label: str, cast: Cast) -> Voice | None:
    words = untitled(label.split())
    if not words or is_word_for(words[-1], "publisher"):
        return None
    name = cast.spelled(words[-1]) if len(words) == 1 else " ".join(words)
    if name.isupper():
        name = name.title()
    return Voice((name,), frozenset(lower(name).split()), person=True)
