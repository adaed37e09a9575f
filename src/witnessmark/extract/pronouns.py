"""One victim who is told of again: "A man was shot. He died in hospital."""

import re
from collections.abc import Sequence

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.model.count import Qualifier

# What says of "he" or "she" that they died: "died", "later died", "was pronounced dead", "was killed".
_BEFELL = re.compile(r"n(?:[xdH]{0,2}|(?:B[xdH!]{0,2}){1,3})(?P<verb>[ItD])(?:&(?P<second>[tD]))?")
RULE = "pronoun"
_DEAD = "killed"
_BACK = 2  # sentences back to whom the pronoun means


def gone_on(sentence: Sentence, index: int, earlier: Sequence[Draft]) -> Draft | None:
    """The death of the one victim told last, whom "he" or "she" means, if this is what the sentence says."""
    if not sentence.chunks[index].attr("grammar", "one"):
        return None
    found = _BEFELL.match(sentence.symbols, index)
    if found is None or "!" in found.group():
        return None
    verbs = [sentence.chunks[found.start(g)] for g in ("verb", "second") if found[g]]
    if not any(v.code("triggers") == _DEAD for v in verbs):
        return None
    told = [d for d in earlier if d.head == "person" and is_measure(d.count.measure, "harm")]
    last = told[-1] if told else None
    if last is None or not _one(last) or abs(sentence.paragraph - last.sentence.paragraph) > 2 * _BACK:
        return None
    draft = drafted(sentence, Phrase(index, index + 1, (), ()), _DEAD, last.count.group, RULE, "person")
    draft.verb = found.start("verb")
    return draft


def _one(draft: Draft) -> bool:
    return draft.count.qualifier is Qualifier.SINGULAR or draft.count.value == 1
