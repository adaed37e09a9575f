# ruff: noqa: RUF001  (letters that look alike are what this table is about)
"""Folding of names: what two spellings of one place share.

`fold` removes what writers vary freely (case, diacritics, hyphens, apostrophes, Arabic letter variants).
`key` goes further, to the consonants that survive transliteration (domain 3.6): articles and their
assimilated forms, vowels, doubled letters and k/q/g are dropped or merged. Equal folds are one spelling;
equal keys are a suggestion that needs a closer look.
"""

import re
import unicodedata
from functools import lru_cache

from witnessmark.text import arabic as arabic_script

MAX_NAME = 200  # longer than any name in the base (longest: 152 letters); longer text is no name

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ə": "a", "ŋ": "n",
        "ё": "е", "ґ": "г", "’": None, "‘": None, "'": None, "`": None, "ʻ": None, "ʼ": None, "ʿ": None,
        "ʾ": None, "ʹ": None, "´": None, "ˈ": None, "′": None, ".": None, "-": " ", "–": " ", "‐": " ",
        "‑": " ", "/": " ", "\u00a0": " ", "\u200b": None, "\u200c": None, "\u200d": None, "\u200e": None,
        "\u200f": None,
    }
)  # fmt: skip
_LETTERS |= arabic_script.LETTERS | arabic_script.MARKS
# What is no letter at all: halves of a character, marks of writing direction, hyphens and marks not seen.
_LETTERS |= dict.fromkeys(
    (*range(0xD800, 0xE000), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x00AD, 0xFEFF)
)
_LATIN_END = "\u0250"
_ASCII = str.maketrans({"'": None, "`": None, ".": None, "-": " ", "/": " "})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` in the one form the index is keyed by; empty for text too long to be a name."""
    if len(name) > MAX_NAME:
        return ""
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII).split())
    # Compatibility forms first: a mathematical capital has no lower case until it is a plain letter.
    bare = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", bare)
    if bare[:1] >= _LATIN_END:
        bare = _uncombined(bare)
    if bare[:1] < _LATIN_END:  # the common case, in C: what is left of a Latin name is ASCII
        latin = bare.encode("ascii", "ignore").decode()
        if latin.strip():
            return " ".join(latin.translate(_LETTERS).split())
    return " ".join(_uncombined(bare).translate(_LETTERS).split())


def _uncombined(decomposed: str) -> str:
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# al- and its assimilated forms, as written before sun letters, with e- and u- spellings
ARTICLES = frozenset(
    vowel + consonants
    for vowel in "aeu"
    for consonants in ("l", "d", "dh", "n", "r", "s", "sh", "t", "th", "z")
) | {"il"}
_DIGRAPHS = (("kh", "x"), ("sh", "$"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ts", "s"))
_MERGED = str.maketrans({"q": "k", "g": "k", "c": "k", "p": "b", "v": "b", "z": "s", "j": "j"})
_VOWELS = re.compile(r"[aeiouwy]+")
_DOUBLED = re.compile(r"(.)\1+")
_FINAL = re.compile(r"(?:ah|eh|at|et)$")


# Arabic consonants as the same Latin ones; letters for vowels, ayn and hamza go, as they do in Latin.
_ARABIC = str.maketrans(
    dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچگ", "bttjhxddrss$sdtsgfkklmnhb$k", strict=True))
    # letters of Kurdish, Persian, Pashto and Urdu names
    | dict(zip("ژڕڵڤڈڑٹڼڭںھہۀگڨݢ", "srlbdrtnknhhhkkk", strict=True))
    | dict.fromkeys("اويعءىئؤەێۆۇۈېےۍٸ")
)
_NO_ARABIC = re.compile(r"[^a-z$]")


# Cyrillic letters as the romanisations of Russian and Ukrainian names write them; the signs are not written.
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэў", "abvgdeziiklmnoprstufyeu", strict=True))
    | {"є": "ie", "ж": "zh", "і": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ю": "iu", "я": "ia", "ь": "", "ъ": ""}
)
# Case endings of place names in Russian and Ukrainian: "in <name>", "near <name>" bend the name itself.
_ENDING = re.compile(r"(?:ому|ого|ами|ом|ем|ою|ой|[аеєиійоуюяыь])$")
STEM, ROOT = 4, 2  # letters that stay of a Cyrillic and of an Arabic word whose ending goes


def arabic(folded: str) -> bool:
    """Whether a folded name is in Arabic script."""
    return "\u0600" <= folded[:1] <= "\u06ff"


def cyrillic(folded: str) -> bool:
    """Whether a folded name is in Cyrillic script."""
    return "\u0400" <= folded[:1] <= "\u04ff"


def core(folded: str) -> str:
    """A folded name without what its own script varies: articles and last letters, case endings, gaps."""
    if arabic(folded):
        return "".join(_unended(w, w.removeprefix("ال").rstrip("هاي")) for w in folded.split())
    if cyrillic(folded):
        return "".join(_unended(w, _ENDING.sub("", w)) for w in folded.split())
    return folded


def _unended(word: str, stem: str) -> str:
    return stem if len(stem) >= (ROOT if arabic(word) else STEM) else word


@lru_cache(maxsize=65536)
def key(folded: str) -> str:
    """The transliteration key of a folded name; empty where too few consonants are left to tell names by."""
    words = folded.split()
    if not words:
        return ""
    if arabic(folded):
        kept = [w[2:] if w.startswith("ال") and len(w) > 3 else w for w in words]
        first = "a" if kept[0][0] in "اع" else ""
        bare = _NO_ARABIC.sub("", "".join(w.removesuffix("ه") for w in kept).translate(_ARABIC))
        # two of a letter are written only where a vowel parts them, which Latin writes between them
        skeleton = bare.translate(_MERGED)
    elif folded.isascii() or cyrillic(folded):
        if cyrillic(folded):
            words = core(folded).translate(_CYRILLIC).split()
        kept = [w for i, w in enumerate(words) if not (w in ARTICLES and i + 1 < len(words))]
        bare = "".join(_FINAL.sub("", _DOUBLED.sub(r"\1", w)) for w in kept)
        first = "a" if bare[:1] in tuple("aeiou") else ""
        for digraph, letter in _DIGRAPHS:
            bare = bare.replace(digraph, letter)
        skeleton = _VOWELS.sub("", bare.translate(_MERGED))
    else:
        return ""
    return first + skeleton if len(skeleton) >= 3 else ""
