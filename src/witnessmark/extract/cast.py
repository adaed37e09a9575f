"""The cast of a document: who has spoken so far, and the names its text spells out."""

import re
from dataclasses import dataclass, field

from witnessmark.extract.name_words import ARTICLES, JOINS, is_word_for, untitled
from witnessmark.text.normalise import lower

# Words between capitals and brackets ("Norwatch Monitoring Group (NMG)"); no word is longer than 40.
_ACRONYM = re.compile(
    r"\b((?:[A-Z][\w'-]{0,40}+\s(?:(?:of|for|and|the|in|to|on)\s){0,2}){2,8})\(([A-Z][A-Za-z]{1,7})\)"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: `names` from origin outwards, the `words` that name or describe them.

    `sure` tells that the words can only be a speaker; others need a verb that only people are subject of.
    """

    names: tuple[str, ...]
    words: frozenset[str] = frozenset()
    person: bool = False
    sure: bool = True


@dataclass(slots=True)
class Cast:
    """Who has spoken in a document so far, and the names its text spells out."""

    text: str  # folded
    known: list[Voice] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if "(" in self.text:
            for m in _ACRONYM.finditer(self.text):
                self.acronyms.setdefault(m[2], _initialled(m[1].split(), m[2][0]))

    def add(self, voice: Voice) -> Voice:
        """Remember a voice as the last that spoke."""
        if voice in self.known:
            self.known.remove(voice)
        self.known.append(voice)
        return voice

    def last(self, *, person: bool) -> Voice | None:
        """The last person, or the last body."""
        return next((v for v in reversed(self.known) if v.person is person), None)

    def described(self, words: frozenset[str]) -> Voice | None:
        """The last voice that all these words name or describe."""
        return next((v for v in reversed(self.known) if words <= v.words), None) if words else None

    def bearer(self, name: str) -> Voice | None:
        """The person known by this surname or one name."""
        last = lower(name)
        return next((v for v in reversed(self.known) if v.person and last in lower(v.names[0]).split()), None)

    def spelled(self, name: str) -> str:
        """A single name as the text spells it out elsewhere ("Darwa" -> "Amina Darwa"), else as it is."""
        if not self._follows_a_word(name):
            return name  # no pattern is made for it, of which a stream of documents needs thousands
        full = re.compile(rf"((?:[A-Z][\w'-]*[^\W_]\s){{1,3}})((?i:{re.escape(name)}))(?![\w-])")
        for m in full.finditer(self.text):
            words = untitled(m[1].split())
            if words and not any(is_word_for(w, "body") or lower(w) in ARTICLES | JOINS for w in words):
                return " ".join([*words, m[2]])
        return name

    def _follows_a_word(self, name: str) -> bool:
        """Whether the name stands anywhere behind a word and a space; True where only a pattern can tell."""
        text = self.text
        if not (text.isascii() and name.isascii()):
            return True
        low, form = lower(text), lower(name)
        at = low.find(form)
        while at >= 0:
            if at > 1 and text[at - 1].isspace() and text[at - 2].isalnum():
                return True
            at = low.find(form, at + 1)
        return False


def _initialled(words: list[str], initial: str) -> str:
    """The words from the last but matching capital on: the name an acronym stands for."""
    first = next((i for i, w in enumerate(words) if w[0] == initial), 0)
    return " ".join(words[first:])
