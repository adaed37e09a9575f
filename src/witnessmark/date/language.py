"""The words of a language's time expressions: CLDR's month and weekday names and our own function words."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, product
from typing import Any, NamedTuple

from witnessmark.date.patterns import REACHING, TELLING
from witnessmark.date.stretches import Stretches
from witnessmark.text.number_atoms import any_of
from witnessmark.text.spotter import Spotter
from witnessmark.text.tokens import Phrases

# The letter the grammar knows a class of words by (patterns.py says what each stands for).
_LETTERS = {
    "preposition": "i", "at": "i", "since": "s", "from": "f", "to": "t", "between": "b", "and": "j",
    "or": "k", "of": "z", "the": "e", "a": "a", "for": "g", "about": "c", "vague": "p", "last": "L",
    "past": "L", "previous": "L", "next": "X", "following": "X", "this": "T", "every": "V", "early": "E",
    "mid": "E", "late": "E", "beginning": "B", "middle": "B", "end": "B", "ago": "G", "earlier": "G",
    "later": "G", "half": "h", "quarter": "q", "quarters": "q", "weekend": "x", "zone": "+", "eve": "l",
    "times": "*", "latest": "L", "current": "!", "fiscal": "&",
    "period": "r", "ended": "$", "last_after": "<", "next_after": ">", "ago_before": "(",
    "before": ")", "after": ")",
}  # fmt: skip
# The night that ends on the day of publication.
OVERNIGHT = "NI-1"
# A decade named in words ("the sixties"), which are an age too.
IN_WORDS = "words"
_CODES = {
    "beginning": "early", "middle": "mid", "end": "late", "last_after": "last", "next_after": "next",
    "ago_before": "ago", "current": "PRESENT_REF",
}  # fmt: skip


# "Later" leads on; units in the plural are 1, those in the singular 0 (a quarter's is -1).
_NUMBERS = {"later": 1, "quarters": 1}


class Word(NamedTuple):
    """What a word is to the grammar: its letter, a number and a code."""

    letter: str
    value: int = 0
    code: str = ""


# A word found and not yet made a mark: most belong to no time expression.
Found = tuple[int, int, Word]


class Words(dict[str, Word]):
    """Words by their form; a form found across a line end or wide spaces is the one with single spaces."""

    def __missing__(self, form: str) -> Word:
        plain = " ".join(form.split())
        if plain == form:
            raise KeyError(form)
        return self[plain]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language, ready to read with."""

    code: str
    words: Words
    known: Phrases  # finds the longest known word, in lower case
    stretches: Stretches  # finds where the words may form a time expression
    cased: bool
    locales: tuple[str, ...]  # the CLDR locales whose names it reads
    attached: Mapping[str, Word]  # words written in one with the figure behind them
    ordinal_suffixes: frozenset[str]
    meridiem: Mapping[str, int]
    future: Phrases  # a word saying that something is still to come
    coming: Spotter  # a word of each of these: a cheap look first
    since: re.Pattern[str]
    ages: tuple[str, ...]
    counted: frozenset[str]
    hijri: re.Pattern[str]  # what may stand behind a Hijri year
    rate: re.Pattern[str]  # a number and what it counts, before "a year"
    not_a_rate: tuple[str, ...]  # words behind "a year" that make it no rate
    speech: re.Pattern[str]  # what stands right before the time of a statement


@cache
def language(code: str) -> Language:
    """A language by its ISO 639-1 code. English where none is known; raises nothing for an unknown one.

    A language is known when date/data has its file; what it lacks, such as articles, its file leaves out.
    """
    import yaml

    folder = files("witnessmark.date") / "data"
    known = code.partition("-")[0].lower()
    if not (folder / f"{known}.yaml").is_file():
        known = "en"
    data: dict[str, Any] = yaml.safe_load((folder / f"{known}.yaml").read_text(encoding="utf-8"))
    words = Words(_words(data))
    words.update(_names(known, data))
    return Language(
        code=known,
        words=words,
        known=_phrases(words),
        stretches=Stretches(
            words,
            (form for form, word in words.items() if word.letter in TELLING or _may_be_year(word)),
            (form for form, word in words.items() if word.letter in REACHING),
        ),
        cased=data["cased"],
        locales=tuple(data.get("locales", (known,))),
        attached={form: words[form] for form in data.get("attached", ()) if form in words},
        ordinal_suffixes=frozenset(data["ordinal_suffixes"]),
        meridiem=data["meridiem"],
        future=_phrases(data["future_cues"]),
        coming=Spotter(max(cue.split(), key=len) for cue in data["future_cues"]),
        since=_word_pattern(data["words"].get("since", ())),
        ages=tuple(data["ages"]),
        counted=frozenset(data["counted"]),
        rate=re.compile(rf"(?:[\d%]|\b{any_of(_number_words(data))}\b)[^.;:!?\n\"]*\s\Z"),
        not_a_rate=tuple(data.get("not_a_rate", ())),
        hijri=re.compile(rf"\s?{any_of(data.get('hijri_era', ()))}(?!\w)"),
        speech=re.compile(rf"\b{any_of(data.get('speech', ()))}(?:\s\w+){{0,2}}\s\Z"),
    )


def _may_be_year(word: Word) -> bool:
    """Whether a number word begins a year written in words ("nineteen forty-three")."""
    return word.letter == "u" and 10 < word.value < 20


def _phrases(forms: Collection[str]) -> Phrases:
    """Finds the longest of some forms as whole words, in lower case, all through a text."""
    return Phrases(any_of(forms) + r"(?!\w)", forms)


def _number_words(data: Mapping[str, Any]) -> list[str]:
    return [form for value, forms in data["numbers"].items() if value > 1 for form in forms]


def _word_pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest of some forms as whole words, in lower case."""
    return re.compile(any_of(forms, after=r"(?<!\w.)") + r"(?!\w)", re.DOTALL)


def _words(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for name, forms in data["words"].items():
        code = _CODES.get(name, name)
        yield from _each(forms, Word(_LETTERS[name], _NUMBERS.get(name, -1), code))
    for letter, table in (("U", data["units"]), ("S", data["seasons"]), ("P", data["day_parts"])):
        for code, forms in table.items():
            one, *more = forms if isinstance(forms[0], list) else ([form] for form in forms)
            yield from _each(one, Word(letter, 0, code))
            yield from _each(chain.from_iterable(more), Word(letter, 1, code))
    for clock, forms in data["clock_words"].items():
        yield from _each(forms, Word("C", 0, clock))
    for offset, forms in data["days"].items():
        yield from _each(forms, Word("d", offset))
    yield from _each(data["tonight"], Word("d", 0, "NI"))
    yield from _each(data["overnight"], Word("d", 0, OVERNIGHT))
    for letter, table in (("R", data["references"]), ("F", data["sets"]), ("%", data.get("lengths", {}))):
        for code, forms in table.items():
            yield from _each(forms, Word(letter, 0, code))
    for letter, table in (("u", data["numbers"]), ("o", data["ordinals"])):
        for value, forms in table.items():
            yield from _each(forms, Word(letter, value))
    yield from _compounds(data["numbers"])
    yield from _later_additions(data)


def _later_additions(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    """Feasts, Hijri months, repetitions, quarters in one word; a language may leave any of them out."""
    yield from _each(data.get("last_night", ()), Word("d", -1, "NI"))
    for first, forms in data.get("decades", {}).items():
        yield from _each(forms, Word("K", first, IN_WORDS))
    for code, numbered in data.get("shares_of_year", {}).items():
        for number, forms in numbered.items():
            yield from _each(forms, Word("@", number, code))
    weak = set(data.get("ambiguous_hijri", ()))
    for number, forms in data.get("hijri_months", {}).items():
        yield from ((form, Word("v" if form in weak else "I", number)) for form in forms)
    for letter, name in (("O", "feasts"), ("Z", "same"), ("=", "duals")):
        for code, forms in data.get(name, {}).items():
            yield from _each(forms, Word(letter, 0, code))
    for number, forms in data.get("frequencies", {}).items():
        yield from _each(forms, Word("Q", number))


def _compounds(numbers: Mapping[int, Sequence[str]]) -> Iterator[tuple[str, Word]]:
    """Numbers of tens and ones ("forty-three") from the words for both."""
    for tens in range(20, 100, 10):
        for ones in range(1, 10):
            yield from (
                (f"{a}-{b}", Word("u", tens + ones))
                for a in numbers.get(tens, ())
                for b in numbers.get(ones, ())
            )


def _each(forms: Iterable[str], word: Word) -> Iterator[tuple[str, Word]]:
    return ((form, word) for form in forms)


def _names(code: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    """Months and weekdays in full and, where the language's short ones are no other words, abbreviated.

    Short ones with and without a full stop; in the forms of every `locale` of the language that differs;
    with what the language writes in one with them.
    """
    from babel.dates import get_day_names, get_month_names

    weak, attached = set(data["ambiguous"]), ("", *data.get("attached", ()))
    for upper, get in (("M", get_month_names), ("W", get_day_names)):
        whole: set[str] = set()
        for locale in data.get("locales", (code,)):
            names = {str(name).lower(): int(value) for value, name in get("wide", locale=locale).items()}
            whole.update(names)
            for (form, value), prefix in product(names.items(), attached):
                yield prefix + form, Word(upper.lower() if form in weak else upper, value)
        for form, value in _short_names(code, data, upper):
            yield form, Word(upper.lower() if form in weak else upper, value)
            if form not in whole:
                yield f"{form}.", Word(upper, value)


def _short_names(code: str, data: Mapping[str, Any], upper: str) -> Iterator[tuple[str, int]]:
    """Abbreviated names, where the language has them, and further forms of its own file."""
    from babel.dates import get_day_names, get_month_names

    if data.get("abbreviations", True):
        get = get_month_names if upper == "M" else get_day_names
        for value, name in get("abbreviated", locale=code).items():
            yield str(name).lower(), int(value)
    if upper == "M":
        yield from data["month_abbreviations"].items()
    else:
        more = data.get("more_weekdays", {})
        yield from ((form, value) for value, forms in more.items() for form in forms)
