"""Signs that a text is a machine's translation (data/translation.yaml)."""

import re
from functools import cache

from witnessmark.model.sentence import sentence
from witnessmark.read.cues import level
from witnessmark.read.knowledge import knowledge

# Distinct signs that together are no longer chance: one untranslated acronym may be an author's habit.
ENOUGH = 2


def translated(text: str, language: str) -> tuple[bool | None, tuple[str, ...]]:
    """Whether `text` is a machine translation, and the words that say so.

    True: the text says it, or two independent signs are in it. None: one weak sign, a person should look.
    """
    low = level(text)
    stated = [p for p in knowledge("translation")["stated"] if p in low]
    if stated:
        return True, tuple(sentence('the text says "{words}"', words=p) for p in stated)
    signs = _leftovers(text, language)
    evidence = [sentence('"{words}" left in another language', words=s) for s in signs]
    if signs and (broken := _breaks().search(text)):
        evidence.append(sentence('sentence broken at "{words}"', words=broken[0]))
    if len(evidence) >= ENOUGH:
        return True, tuple(evidence)
    served = (p for p in knowledge("translation")["widget"] if p in low)
    evidence += [sentence('page service line "{words}"', words=p) for p in served]
    return (None if evidence else False), tuple(evidence)


def _leftovers(text: str, language: str) -> list[str]:
    words = [w for w in knowledge("translation")["leftovers"].get(language, ()) if w in text]
    return sorted({w.lower(): w for w in words if re.search(rf"\b{re.escape(w)}\b", text)}.values())


@cache
def _breaks() -> re.Pattern[str]:
    words = "|".join(knowledge("translation")["breaks"])
    return re.compile(rf"[^\W\d_A-Z]{{4,}}\. (?:{words}) \w+")
