"""Harm people do to themselves: "shot his wife and then himself", "before taking his own life".

Whoever did it is among the dead or the hurt, as one person. A suicide that nobody else was hurt in is no
attack and gives no count; a shot one gives oneself is one of those that casualty recorders keep.
"""

from collections.abc import Sequence

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.governor import governor
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.extract.trace import missed

RULE = "own_hand"
_WAYS = frozenset({"reflexive", "own_life"})
# Rules that count one whom something befell: the one the sentence is about, who did it to himself.
_BEFELL = frozenset({"passive", "intransitive", "reduced_passive", "pronoun", "named"})
_BACK = 6  # counts back to those hurt beside: one or two sentences


def own_hand(sentence: Sentence, here: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """The counts of people who hurt themselves, one for each time it is said."""
    if sentence.small_words.isdisjoint(_WAYS):
        return []
    ways = [i for i, c in enumerate(sentence.chunks) if c.code("grammar") in _WAYS]
    found = [_of(sentence, i, here, earlier) for i in ways]
    return [d for d in found if d is not None]


def _of(sentence: Sentence, i: int, here: Sequence[Draft], earlier: Sequence[Draft]) -> Draft | None:
    others = [d for d in (*earlier[-_BACK:], *here) if is_measure(d.count.measure, "harm")]
    if sentence.chunks[i].code("grammar") == "own_life":
        harm: tuple[str, int | None] | None = ("killed", None)
    else:
        governed = governor(sentence, i)
        harm = (governed[0], governed[2]) if governed else None
    if harm is None or not is_measure(harm[0], "harm"):
        return missed(sentence, i, RULE, "no verb of harm before it")
    if _meant(sentence, i if harm[1] is None else harm[1]):
        return missed(sentence, i, RULE, "what somebody wanted to do, not what was done")
    if any(d.rule in _BEFELL and d.count.value == 1 for d in others if d.sentence is sentence):
        return missed(sentence, i, RULE, "whoever did it is counted already")
    if harm[0] == "killed" and not others:
        return missed(sentence, i, RULE, "nobody else was hurt: no attack")
    verb = i if harm[1] is None else harm[1]
    draft = drafted(sentence, Phrase(i, i + 1, (), ()), harm[0], _group(sentence, verb), RULE, "person")
    draft.verb = verb
    return draft


def _group(sentence: Sentence, verb: int) -> str:
    """Whom the verb's subject names right before it."""
    at = verb - 1
    while at > 0 and sentence.chunks[at].kind in "xHU-":
        at -= 1
    return (sentence.chunks[at].code("groups") if at >= 0 else None) or "person"


def _meant(sentence: Sentence, verb: int) -> bool:
    """Whether "to" stands before the verb: "tried to kill himself"."""
    before = sentence.chunks[verb - 1] if verb else None
    return before is not None and before.code("grammar") == "to"
