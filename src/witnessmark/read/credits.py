"""Credits: where the text, or a picture, comes from; at the end of a block, or all of it."""

import re
from functools import cache

from witnessmark.read.knowledge import knowledge

# Longest credit in characters; a longer parenthesis says something about the events.
CREDIT_CHARS = 200


@cache
def _credit() -> re.Pattern[str]:
    known = knowledge("boilerplate")
    labels = "|".join(map(re.escape, known["trailing_credit"])).replace(":", r"\s*:")
    closing = "|".join(map(re.escape, known["closing_credit"]))
    inner = rf"[^()\[\]\n]{{2,{CREDIT_CHARS}}}"
    return re.compile(
        rf"[(\[]\s*(?i:{labels})\s*{inner}[)\]]\s*$"
        rf"|(?<=[.!?\"”\u2019])\s+(?i:{closing})\s+[A-Z][^.\n]{{2,{CREDIT_CHARS}}}\.?$"
    )


def trailing_credit(text: str) -> int | None:
    """Offset where the credit at the end of `text` begins, or None where it ends in none."""
    if not text.endswith((")", "]")) and " by " not in text[-CREDIT_CHARS:].lower():
        return None  # most blocks: no need to look closer
    tail = max(0, len(text) - CREDIT_CHARS - 40)
    m = _credit().search(text, tail)
    if not m:
        return None
    return m.start() + (len(m.group()) - len(m.group().lstrip()))


def picture_credit(text: str) -> bool:
    """Whether a line only says whose picture stands there ("Photo: Ana Dorn / Harbour Wire")."""
    known = knowledge("boilerplate")
    low = text.lower()
    label = next((label for label in known["picture_credit"] if low.startswith(label)), None)
    if label is None or len(text) > CREDIT_CHARS:
        return False
    words = re.findall(r"\w[\w.'\u2019-]*", text[len(label) :])
    small = {*known["name_particles"], *known["byline"]}
    return bool(words) and all(w[0].isupper() or w in small for w in words)
