"""Who a sentence names first without letting them speak: whom "it" or "she" means in the next one."""

from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract import voices
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.name_words import is_word_for

# The longest name looked at, in chunks.
_LONGEST = 8
# What a party does, is no voice of it: "it" after "the army shelled the town" may be anybody.
_TOLD = frozenset("NTtVXIDMA")
# What no name of somebody who may be meant by "it" holds, and what presents a person right after the name.
_OTHER = frozenset("NdlTtVXIMAqyc")
_PRESENTS = frozenset({",e", ",N", ",h"})


def opening(sentence: Sentence, cast: Cast, *, speaks: bool = False) -> Voice | None:
    """The body, the party or the person whose name begins a sentence; None for what need not be a voice.

    `speaks` tells that the sentence itself has its subject say something ("which they say are").
    """
    chunks = sentence.chunks
    first = int(bool(chunks) and chunks[0].kind == "e")
    end = next((i for i in range(first, min(len(chunks), _LONGEST)) if not _of_name(chunks, i)), 0)
    symbols = sentence.symbols
    named = set(symbols[:end])
    acts = not speaks and named & set("PK") and _TOLD & set(symbols)
    if end <= first or _OTHER & named or acts:
        return None
    voice = voices.read(sentence, [range(end)], cast)
    if voice is None or not voice.sure:
        return None
    name = voice.names[0]
    if voice.person:
        return voice if " " in name and symbols[end : end + 2] in _PRESENTS else None
    body = " " in name and is_word_for(name.split()[-1], "body")
    return voice if body or name in codebook.load().parties else None


def _of_name(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a chunk is a word of a name, or a small word between two."""
    if chunks[i].capital:
        return True
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return chunks[i].kind in "op&e'-" and after is not None and (after.capital or after.kind == "e")
