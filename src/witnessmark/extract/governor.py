"""The verb or noun before a number that governs it: "killed nine", "the death of nine", "a toll of nine"."""

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence, said_in
from witnessmark.extract.name_words import is_word_for
from witnessmark.extract.trace import missed, watching

# The rules that look back from the number, and for what.
_GOVERNORS = {
    "active_verb": "verb of harm",
    "noun_of": "noun of harm with `of`",
    "toll": "toll",
    "home_to": "`home to`",
}
NOT_DONE = "the verb is negated: it says what did not happen"
TO_COME = "the verb is of what may come"
_OPEN = "killed_or_injured"  # of verbs of attack that do not say how it ended
PART_TAKEN = "who had a part in an act is not yet whom it befell"
LACKS = "the verb lacks the word that would make it one of harm"
# Chunks a verb's reach goes across on its way to a number: the rest of a list, its places and times.
_LIST = frozenset("xmeH,&|NGAOWMlpdPDS'(F")
_REACH = 16
# From a toll to its verb: "the toll of the shelling has …".
_OF = 5
# What stands before a second verb of one toll: "rose to 12 on Friday and reached 14".
_SHARING = frozenset("&,|")
# What stands between "it" and such a verb.
_SINCE = frozenset("xBd")


def governor(sentence: Sentence, number: int) -> tuple[str, str, int | None] | None:
    """The verb or noun before a number that it is the object of."""
    chunks = sentence.chunks
    for j in range(number - 1, max(-1, number - _REACH), -1):
        chunk = chunks[j]
        code = chunk.code("triggers")
        if chunk.kind in "Tt" and code:
            if chunk.kind == "t" and (_passive(chunks, j) or chunks[j + 1].kind == "y"):
                return missed(sentence, number, "active_verb", "the verb before it is passive")
            if why := _untold(chunks, j, number):
                return missed(sentence, number, "active_verb", why)
            other = chunks[j - 2].code("triggers") if j > 1 and chunks[j - 1].kind in "|&" else None
            return combined(code, other), "active_verb", j
        if chunk.kind == "z" or (chunk.kind == "D" and code == "population"):
            return "population", "home_to", j
        if chunk.kind == "o" and j and chunks[j - 1].code("triggers"):
            return _noun_of(sentence, j - 1, number)
        if chunk.kind == "M" and code and _toll(chunk, chunks[j + 1 : number]):
            return code, "toll", j
        if chunk.code("relations") == "supersedes" and (toll := _risen(sentence, j)):
            return toll, "toll", j
        if not _reaches(chunks, j, number):
            _ungoverned(sentence, number, chunk.word)
            return None
    _ungoverned(sentence, number, "the edge of its reach")
    return None


def _reaches(chunks: list[Chunk], at: int, number: int) -> bool:
    """Whether a governor may stand further back than this chunk."""
    if chunks[at].kind == "B":
        return any(c.kind == "M" for c in chunks[max(0, at - _OF) : at])  # "the number of wounded has risen"
    if chunks[at].kind == "q":  # killed "a dozen rebels", 'neutralised' 40
        return at == number - 1 or chunks[at - 1].kind in "Tt"
    led = chunks[number - 1].kind == "p" or chunks[number - 1].code("grammar") == "risen"
    return chunks[at].kind in _LIST or (chunks[at].kind in "oR" and led)


def _ungoverned(sentence: Sentence, number: int, reached: str) -> None:
    """No word before the number governs it: none of the rules that look back for one fires."""
    if not watching():
        return
    for rule, wanted in _GOVERNORS.items():
        missed(sentence, number, rule, f"no {wanted} between `{reached}` and the number")


def _toll(noun: Chunk, between: list[Chunk]) -> bool:
    """Whether what stands between a noun of harm and a number makes it a toll ("the toll … rose to 41")."""
    if noun.attr("triggers", "bodily"):
        return False  # "a bullet wound above one eye"
    if all(c.kind in "xBpdm" or c.code("grammar") == "as" for c in between):
        return True
    if all(c.kind in "xpdlAWOeo'P" for c in between) and between[-1].kind in "AWO":
        return True  # a headline: "death toll from market blast at least 112"
    led = between[-1].kind == "p" or between[-1].code("relations") == "supersedes"
    led = led or between[-1].code("grammar") == "risen"
    return led and not any(c.kind in "NTtI" for c in between)


def _noun_of(sentence: Sentence, noun: int, number: int) -> tuple[str, str, int | None] | None:
    if noun and sentence.chunks[noun - 1].code("grammar") == "tried":
        return missed(sentence, number, "noun_of", "the act was not carried through")
    wound = any(c.attr("triggers", "bodily") for c in sentence.chunks[noun:number])
    if wound or sentence.chunks[noun].kind == "I":
        return missed(sentence, number, "noun_of", "what they died of, not how many")
    return _of_noun(sentence.chunks, noun), "noun_of", noun


def _of_noun(chunks: list[Chunk], noun: int) -> str:
    """What a noun of harm tells, with the state before it that says which: "the fatal shooting of"."""
    state = chunks[noun - 1].code("triggers") if noun and chunks[noun - 1].kind == "D" else None
    return combined(str(chunks[noun].code("triggers")), state)


def _risen(sentence: Sentence, verb: int) -> str:
    """What a verb of rising or reaching counts, by the toll it is said of; empty where it is said of none.

    "The toll reached 14" and "it rose to 14" are said of one, "a convoy reached Hays" is not.
    """
    chunks = sentence.chunks
    for j in range(verb, -1, -1):
        chunk = chunks[j]
        if j < verb and chunk.code("relations") == "supersedes":
            return _risen(sentence, j) if chunks[verb - 1].kind in _SHARING else ""
        if chunk.kind == "M" or chunk.attr("groups", "toll"):
            return chunk.code("triggers") or "killed"
        if any(is_word_for(w, "tally") for w in chunk.word.split()):
            return "killed"
        if chunk.attr("grammar", "of_thing") and not set(sentence.symbols[j + 1 : verb]) - _SINCE:
            return "killed"  # "it has risen to 14"
    return ""


def _passive(chunks: list[Chunk], verb: int) -> bool:
    j = verb - 1
    while j >= 0 and chunks[j].kind in "xH!":
        j -= 1
    return j >= 0 and chunks[j].kind == "B" and chunks[j].code("grammar") != "have"


def _not_done(chunks: list[Chunk], verb: int) -> str:
    """Why a verb does not tell what was done ("has never killed", "may kill"); empty where it may."""
    j = verb - 1
    while j > 0 and chunks[j].kind in "xHpdB":
        j -= 1
    if j >= 0 and chunks[j].kind == "?":
        return TO_COME
    if _wanted(chunks, verb):
        return TO_COME
    return NOT_DONE if j > 0 and chunks[j].kind == "!" and chunks[j - 1].kind in "B?Hxn" else ""


def _wanted(chunks: list[Chunk], verb: int) -> bool:
    """Whether "to" makes it what somebody wanted to do: "tried to kill", "armed to harm or kill".

    What is used or done to kill has killed: "used a rifle to kill", "launched a raid to kill".
    """
    j = verb - 1
    while j > 1 and chunks[j].kind in "|&" and chunks[j - 1].kind in "Tt":
        j -= 2
    if j < 1 or chunks[j].code("grammar") != "to":
        return False
    said = chunks[j - 1].code("reporting") is not None  # "threatened to kill" is a threat of its own
    done = any(c.kind in "XV" or c.code("grammar") == "achieved" for c in chunks[max(0, j - _REACH) : j])
    return not said and not done


def _untold(chunks: list[Chunk], verb: int, number: int) -> str:
    """Why a verb does not tell that those of a number were harmed; empty where it does."""
    lacking = _lacking(chunks[verb], chunks[number + 1 : number + _REACH])
    return _not_done(chunks, verb) or _took_part(chunks, verb, number) or lacking


def _took_part(chunks: list[Chunk], verb: int, number: int) -> str:
    """Why persons had a part in an act that need not have befallen them: "a shooting involving two"."""
    part = any(c.code("grammar") == "involving" for c in chunks[verb:number])
    return PART_TAKEN if part and chunks[verb].code("triggers") == _OPEN else ""


def _lacking(verb: Chunk, after: list[Chunk]) -> str:
    return LACKS if wanting(verb, after) else ""


def wanting(verb: Chunk, around: list[Chunk]) -> bool:
    """Whether a verb lacks the word it needs to be one of harm ("left nine dead", "claimed nine lives")."""
    needs = verb.attr("triggers", "needs")
    return bool(needs) and not said_in(around, needs)


def combined(one: str, other: str | None) -> str:
    """One number for two measures ("hundreds dead and injured") is their union, not either."""
    known = codebook.load().taxonomy("measures")
    measures = known.values()
    wider = known[one].extra.get("union_of")
    if other and isinstance(wider, list) and other in wider:
        return other  # "shot and killed": the second says which
    return next((m.code for m in measures if m.extra.get("union_of") in ([one, other], [other, one])), one)
