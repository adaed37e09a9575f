"""Tallies: places with nothing but a number behind them, counts of what their head line names.

"Civilians killed by district: Harn 16; Odlin 7", or the same in lines of their own; where the head names
no measure ("By district: Harn 16; Odlin 7"), they are parts of the total told before.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from witnessmark.extract.acts import object_measure
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.governor import combined
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.persons import is_of_objects
from witnessmark.extract.phrases import Draft, Phrase, drafted
from witnessmark.text.numbers import NumberKind

# A place with its number, a colon, dash, bracket or bar at most between: "Harn: 16", "Odlin (7)", "Harn | 9".
_ITEM = r"(?:[lP](?:,?[lPxU]){0,2}[:(-]?N\)?)"
_ITEMS = re.compile(rf"{_ITEM}(?:(?:[,;]&?|&){_ITEM})*x?$")
_ONE = re.compile(r"(?P<name>[lPxU,]+)[:(-]?(?P<number>N)")
_BULLET = re.compile(r"(?:-|\([ex]\)|[xe]\))")
# Lines between a tally and the total it divides.
_LINES = 8
_RULE = "tally"


class _Of(NamedTuple):
    """What a tally counts."""

    measure: str
    group: str | None
    head: str


def tallied(sentence: Sentence, here: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """The counts of a sentence that is a run of places with bare numbers; none where nothing says of what."""
    if here or not {"l", "P"} & set(sentence.symbols) or "N" not in sentence.symbols:
        return []
    first = _start(sentence)
    if first is None or _ITEMS.match(sentence.symbols, first) is None:
        return []
    total, of = _counted(sentence, first, earlier)
    if of is None:
        return []
    return [d for d in _items(sentence, first, of) if _under(d, total)]


def _start(sentence: Sentence) -> int | None:
    """Where the places begin: behind a bullet, or behind the label of the run."""
    bullet = _BULLET.match(sentence.symbols)
    first = bullet.end() if bullet else 0
    if _ITEMS.match(sentence.symbols, first):
        return first
    colon = sentence.symbols.find(":", first)
    return colon + 1 if colon >= 0 else None


def _counted(sentence: Sentence, first: int, earlier: Sequence[Draft]) -> tuple[Draft | None, _Of | None]:
    """The total a tally divides, if one was told, and what it counts."""
    label = range(first) if first > 1 else range(0)
    heads = sentence.entry.of.heads[::-1] if sentence.entry else ()
    of = _named(sentence, label)
    for head in () if of else heads:
        of = of or _named(head, range(len(head.chunks)))
    near = [d for d in earlier if d.parent is None and d.head in {"person", "act"} and d.rule != _RULE]
    near = [d for d in near if 0 <= sentence.paragraph - d.sentence.paragraph <= _LINES]
    if of is not None:
        whole = [d for d in near if (d.count.measure, d.count.group) == (of.measure, of.group)]
        return (whole[-1] if whole else None), of
    if not near or not _broken_down(sentence, label, heads):
        return None, None
    last = near[-1]
    if last.head == "person" and not is_measure(last.count.measure, "harm"):
        return None, None
    return last, _Of(last.count.measure, last.count.group, last.head)


def _broken_down(sentence: Sentence, label: range, heads: Sequence[Sentence]) -> bool:
    """Whether a label, or the line above, says by what a total is divided: "By district:"."""
    if label:
        return sentence.symbols.startswith("y")
    return bool(heads) and heads[0].symbols.startswith("y")


def _named(sentence: Sentence, stretch: range) -> _Of | None:
    """What a label or a head line says is counted: harm to persons, things struck, or one sort of acts."""
    chunks = [sentence.chunks[i] for i in stretch]
    if any(c.kind in "NFR" for c in chunks):
        return None  # a sentence with figures of its own
    thing = next((c for c in chunks if c.kind == "O" and c.code("objects")), None)
    if thing is not None and (struck := _struck(chunks)):
        code = thing.code("objects")
        return _Of(object_measure(struck, Phrase(0, 0, (thing,), ()), code), code, "object")
    acts = {code for c in chunks if c.kind in "AT" and (code := c.code("act_nouns")) is not None}
    harm = [
        code for c in chunks if c.kind in "tTMD" and not c.code("act_nouns") and (code := c.code("triggers"))
    ]
    measure = _one_measure(harm)
    if measure is not None and not is_of_objects(measure):
        group = next((g for c in chunks if c.kind == "G" and (g := c.code("groups"))), "person")
        return _Of(measure, group, "person")
    return _Of(acts.pop(), None, "act") if len(acts) == 1 and not harm else None


def _struck(chunks: Sequence[Chunk]) -> str | None:
    """The measure of things that a head line's verb says: "Clinics hit by province", "Houses destroyed"."""
    codes = (code for c in chunks if c.kind in "tVA" and (code := c.code("triggers")))
    return next((code for code in codes if is_of_objects(code)), None)


def _one_measure(harm: Sequence[str]) -> str | None:
    """The one measure that words of harm name together: "killed and injured" is their union."""
    known = set(harm)
    for one in harm[1:]:
        both = combined(harm[0], one)
        known -= {harm[0], one} if both not in {harm[0], one} else set()
        known.add(both)
    return known.pop() if len(known) == 1 else None


def _items(sentence: Sentence, first: int, of: _Of) -> Iterator[Draft]:
    for hit in _ONE.finditer(sentence.symbols, first):
        number, name = hit.start("number"), range(hit.start("name"), hit.end("name"))
        known = sentence.chunks[number].number
        if known is None or known.kind is NumberKind.ORDINAL:
            continue
        draft = drafted(sentence, Phrase(number, number + 1, (), ()), of.measure, of.group, _RULE, of.head)
        draft.objects = (of.group,) if of.head == "object" and of.group else ()
        draft.item = range(name.start, number + 1)
        yield draft


def _under(draft: Draft, total: Draft | None) -> bool:
    """Make a tally's number part of its total; no count where it is larger than that."""
    if total is None:
        return True
    value, whole = draft.count.value, total.count.value
    if value is None or (whole is not None and value > whole):
        return False
    draft.parent, draft.relation = total, "subset"
    return True
