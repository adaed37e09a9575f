"""Whether an act is told as one that took place, or as what somebody does in general."""

from collections.abc import Sequence

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.event import Event
from witnessmark.extract.kinds import is_measure, is_wide
from witnessmark.extract.phrases import Draft
from witnessmark.model.claim import ClaimKind

# Rules of counts that are parts of what was told before.
_PARTS = frozenset({"named_part", "share", "part_of_total"})


def told_in(sentence: Sentence, clause: range) -> list[Event]:
    """The events of a clause that no count is of and that say whom or what they struck."""
    found = (e for e in sentence.events if e.at in clause and e.told and not e.counted)
    return [e for e in found if e.targets or e.names or _says_enough(sentence, e)]


def _says_enough(sentence: Sentence, event: Event) -> bool:
    """Whether persons who are only described make an event: of a known agent, or told as known of ("the")."""
    chunks = sentence.chunks
    if event.agents:
        articled = chunks[event.at].kind == "T" and event.at > 0 and chunks[event.at - 1].kind == "e"
        acts = chunks[event.at].kind in "Ay" or articled or chunks[event.at].code("grammar") == "planting"
        return bool(event.victims) or acts
    noun = chunks[event.at].kind in "TM"
    return noun and any(first and chunks[first - 1].kind == "e" for first, _ in event.victims)


def act_kind(sentence: Sentence, clause: range, told: Sequence[Event]) -> ClaimKind:
    """The kind of the claim that tells of these events, before its day and place are known."""
    one = any(once(sentence, clause, e.at, e) for e in told)
    return ClaimKind.INCIDENT_UNSPECIFIED if one else ClaimKind.PATTERN


def once(sentence: Sentence, clause: range, at: int, event: Event | None = None) -> bool:
    """Whether an act is told as one that took place.

    A single act with an article; or a verb of the past with a place, a day, one victim or thing, or somebody
    who is only described: "forces used mines" and "has shelled hospitals" tell of no one event.
    """
    chunks = sentence.chunks
    if is_wide(sentence) or any(c.kind in "?!" for c in chunks[max(clause.start, at - 3) : at + 3]):
        return False
    if chunks[at].kind == "A":
        articled = any(c.kind == "e" for c in chunks[max(clause.start, at - 3) : at])
        return articled and not chunks[at].word.endswith("s") and chunks[at].code("methods") is not None
    if event is not None and chunks[at].kind in "TM" and any(c.kind == "o" for c in chunks[at + 1 : at + 2]):
        return not chunks[at].word.endswith("s")  # "the murder of the priests"
    before = chunks[max(clause.start, at - 3) : at]
    befell = event is not None and any(c.word == "been" for c in before)  # "have been kidnapped"
    if not befell and any(c.code("grammar") == "have" and c.word != "had" for c in before):
        return False
    done = [chunks[i] for i in clause if chunks[i].kind in "VXtT" and _past(chunks[i])]
    placed = any(chunks[i].kind in "ld" or chunks[i].place for i in clause)
    return bool(done) and (placed or (event is not None and _of_one(sentence, event)))


def points_back(sentence: Sentence, clause: range, at: int) -> bool:
    """Whether acts with a definite article are those told before: "the strikes were carried out by X"."""
    if is_wide(sentence) or sentence.small_words & {"habitual", "apart"}:
        return False
    chunks, i = sentence.chunks, at - 1
    if chunks[at].kind != "A" or chunks[at].code("methods") is None:
        return False
    while i > clause.start and chunks[i].kind == "x":
        i -= 1
    return i >= clause.start and chunks[i].code("grammar") == "definite"


def goes_back(draft: Draft) -> bool:
    """Whether a count is of an event told before: "the raid also killed", "two more", "eight of the dead"."""
    s, at = draft.sentence, draft.index
    if draft.head == "person" and not is_measure(draft.count.measure, "harm"):
        return False
    part = draft.rule in _PARTS or s.symbols[at + 1 : at + 2] in {"o", "k"}
    more = "m" in s.symbols[max(0, at - 1) : at + 3]
    definite = any(
        c.kind == "A" and i and s.chunks[i - 1].code("grammar") == "definite" for i, c in enumerate(s.chunks)
    )
    return part or more or definite


def _past(chunk: Chunk) -> bool:
    planted = chunk.code("grammar") == "planting" and not chunk.word.endswith("ing")  # "set off", "threw"
    done = chunk.kind == "X" and chunk.word.endswith("ed")
    return chunk.inflected("past", "participle") or planted or done


def _of_one(sentence: Sentence, event: Event) -> bool:
    """Whether it befell one named or single thing, or was done by people who are only described."""
    spans = (*event.targets, *event.victims)
    single = any(not sentence.chunks[last - 1].word.endswith("s") for _, last in spans)
    return single or bool(event.names) or any(a.norm is None for a in event.agents)
