"""Inflection and spelling variants of the words in a lexicon, driven by its `morphology.yaml`.

In a lexicon `~` joins words that are also written with a hyphen or closed ("air~strike": air strike,
air-strike, airstrike), `-` words that are also written with a space, and `*` follows the word to inflect
where that is not the last of a noun phrase or the first of a verb phrase ("crime* against humanity").
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from witnessmark.codebook.files import items, read_yaml, section
from witnessmark.errors import UsageError

VERB_FORMS = ("base", "third", "past", "participle", "gerund")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_PLURAL = re.compile(r"[^aisu]s$")


@dataclass(frozen=True, slots=True)
class Morphology:
    """Irregular words of a language and its spelling variants; the regular rules are those of English."""

    nouns: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]
    doubling: frozenset[str]
    spelling: re.Pattern[str]
    american: Mapping[str, str]

    def plurals(self, noun: str) -> tuple[str, ...]:
        """The plurals of a noun in use; the noun itself where it has no other."""
        if noun in self.nouns:
            return self.nouns[noun]
        if _PLURAL.search(noun):
            return (noun,)
        if _CONSONANT_Y.search(noun):
            return (noun[:-1] + "ies",)
        return (noun + ("es" if _SIBILANT.search(noun) else "s"),)

    def conjugate(self, verb: str) -> tuple[str, ...]:
        """base, third person, past, past participle, gerund."""
        if verb in self.verbs:
            return (verb, *self.verbs[verb])
        third = self.plurals(verb)[0] if verb not in self.nouns else verb + "s"
        if verb.endswith("e"):
            stem, past = verb[:-1], verb + "d"
            gerund = verb + "ing" if verb.endswith("ee") else stem + "ing"
        elif _CONSONANT_Y.search(verb):
            past, gerund = verb[:-1] + "ied", verb + "ing"
        else:
            stem = verb + verb[-1] if verb in self.doubling else verb
            past, gerund = stem + "ed", stem + "ing"
        return (verb, third, past, past, gerund)

    def spellings(self, form: str) -> tuple[str, ...]:
        """The form and its variant in the other spelling, if it has one."""
        if not self.spelling.search(form):
            return (form,)
        return (form, self.spelling.sub(self._american, form))

    def _american(self, match: re.Match[str]) -> str:
        word = match[0]
        return self.american.get(word) or match["stem"] + "iz" + match["ending"]


def read_morphology(path: Path) -> Morphology | None:
    """The morphology of a language, None where there is no file. Raises UsageError naming a malformed one."""
    if not path.exists():
        return None
    data = read_yaml(path)
    verbs = {verb: items(forms, path, verb, " ") for verb, forms in section(data, "verbs", path).items()}
    for verb, forms in verbs.items():
        if len(forms) != len(VERB_FORMS) - 1:
            raise UsageError(f"codebook: {path}: `{verb}` needs third, past, participle and gerund")
    nouns = {noun: items(plural, path, noun) for noun, plural in section(data, "nouns", path).items()}
    doubling = frozenset(items(data.get("doubling"), path, "doubling", " "))
    american = section(data, "spelling", path)
    return Morphology(
        nouns, verbs, doubling, _spelling(american, items(data.get("ise"), path, "ise", " ")), american
    )


def _spelling(american: Mapping[str, str], stems: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern of every British spelling at the start of a word, and of the stems written -ise or -ize."""
    ise = rf"(?P<stem>{'|'.join(stems)})is(?P<ending>e|es|ed|ing|ation|ations)\b"
    return re.compile(rf"\b(?:{'|'.join(american)}|{ise})")


def expand(phrase: str, inflect: str, words: Morphology | None) -> Iterator[tuple[str, dict[str, str]]]:
    """Each surface form of a phrase with what its inflection says (`number`, or `form` and `lemma`).

    Without a morphology the phrase is taken as it is written.
    """
    for joined in _joins(phrase):
        if words is None:
            yield joined, {}
            continue
        for form, attrs in _inflected(joined, inflect, words):
            for spelling in words.spellings(form):
                yield spelling, attrs


def _joins(phrase: str) -> tuple[str, ...]:
    if "~" in phrase:
        return tuple(dict.fromkeys(v for by in (" ", "-", "") for v in _joins(phrase.replace("~", by))))
    return (phrase, phrase.replace("-", " ").strip()) if "-" in phrase else (phrase,)


def _inflected(phrase: str, inflect: str, words: Morphology) -> Iterator[tuple[str, dict[str, str]]]:
    before, head, after = _head(phrase, first=inflect == "verb")
    if inflect == "noun":
        plurals = words.plurals(head)
        yield before + head + after, {"number": "singular plural" if head in plurals else "singular"}
        for plural in plurals:
            if plural != head:
                yield before + plural + after, {"number": "plural"}
    elif inflect == "verb":
        forms: dict[str, list[str]] = {}
        for name, form in zip(VERB_FORMS, words.conjugate(head), strict=True):
            for variant in form.split("/"):
                forms.setdefault(variant, []).append(name)
        lemma = before + head + after
        for form, names in forms.items():
            yield before + form + after, {"lemma": lemma, "form": " ".join(names)}
    else:
        yield before + head + after, {}


def _head(phrase: str, *, first: bool) -> tuple[str, str, str]:
    """The phrase as what stands before the word to inflect, that word, and what stands after it."""
    if "*" in phrase:
        start, _, after = phrase.partition("*")
        cut = max(start.rfind(" "), start.rfind("-")) + 1
        return start[:cut], start[cut:], after
    space, hyphen = (phrase.find(" "), phrase.find("-")) if first else (phrase.rfind(" "), phrase.rfind("-"))
    if first:
        cut = min((at for at in (space, hyphen) if at >= 0), default=len(phrase))
        return "", phrase[:cut], phrase[cut:]
    cut = max(space, hyphen) + 1
    return phrase[:cut], phrase[cut:], ""
