"""How many of what: from each number to its head noun, its measure, its group and the total it is part of.

The rules, in the order they are tried, are named in the claims they make; docs/method/extract.md has
their examples.
"""

import re
from itertools import accumulate

from witnessmark.extract.acts import acts, acts_labelled, elliptic_acts, labelled, notified, objects, share
from witnessmark.extract.ages import aged_too
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.kinds import is_measure
from witnessmark.extract.nobody import nobody
from witnessmark.extract.own_hand import own_hand
from witnessmark.extract.parts import told_before
from witnessmark.extract.persons import harm_noun, persons
from witnessmark.extract.phrases import Draft, Phrase, is_definite, one_in_a_row, phrase, single
from witnessmark.extract.pronouns import gone_on
from witnessmark.extract.restated import one_more, restated
from witnessmark.extract.trace import ANY_COUNT, missed
from witnessmark.model.count import Qualifier
from witnessmark.text.numbers import NumberKind

# A verb of saying, but not one over what befell them ("six people reported killed").
_SAYING = re.compile(r"(?:[pro][exlOS']{1,6}){0,2}R(?![tDI])")
# "aged", and the ages before the last of a list.
_AGES = re.compile(r"U[xp]?(?:N,?&?p?)*$")
# "Two sisters, 12 and 15", "two boys (8 and 11)": as many ages as persons.
_AGES_OF = re.compile(r"N[xDP]?G[,(](?P<ages>N(?:,?&?N)*)(?=,|$|[xRprU)])")
# A name or one person, a comma: "Amina Yusuf, 54, said", "wounds girl, 9".
_AGED = re.compile(r"[xlSGPOAWTVf],$")
# The largest whole that a share in words is given of: "one in 20", but "one in 2014".
_SHARE_OF = 100
# What says of one person told before that they died.
_VERBS = frozenset({"passive", "intransitive", "reduced_passive"})
# What a count can begin with: a number, a share, an article, persons, an age, a pronoun.
_OPENING = re.compile("[NFeGUnm]")
_SIBLINGS = 12  # how far before an age those may stand whose ages are listed
_TOGETHER = 12  # how many counts back those may stand that "all five" sums up
_AGE_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.FEWER_THAN})


def counts(sentence: Sentence, earlier: list[Draft]) -> list[Draft]:
    """The counts of a sentence, in order; `earlier` are those of the sentences before, latest last."""
    out: list[Draft] = []
    symbols = sentence.symbols
    if not _OPENING.search(symbols):
        return own_hand(sentence, out, earlier)
    for i in [m.start() for m in _OPENING.finditer(symbols)]:
        one = _opened(sentence, i, out, earlier)
        out.extend([one] if one else [])
    out.extend(own_hand(sentence, out, earlier))
    if "respectively" in sentence.small_words:
        for place, draft in enumerate(out):
            draft.order = (place, len(out))
    return out


def _opened(sentence: Sentence, i: int, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """The count that begins at a chunk, if one does."""
    chunk = sentence.chunks[i]
    if why := _of_others(sentence, i):
        return missed(sentence, i, ANY_COUNT, why)
    if chunk.kind == "n":
        return gone_on(sentence, i, [*earlier, *here])
    if chunk.kind in "eGUm" or one_in_a_row(sentence, i):
        return _singular(sentence, i, here, earlier)
    if (another := one_more(sentence, i, here)) is not None:
        return another
    if chunk.number is None or chunk.number.kind is NumberKind.ORDINAL:
        return None
    return _count(sentence, i, here, earlier)


def _of_others(sentence: Sentence, i: int) -> str:
    """Why a chunk only says of whom or of how many a number before it is; empty where it may count."""
    symbols = sentence.symbols
    if symbols[i] == "N" and (symbols[max(0, i - 2) : i] == "No" or symbols[max(0, i - 3) : i] == "Noe"):
        return "it says of how many, not how many"
    if _ratio(sentence, i) or _ratio(sentence, i + 2):
        return "one in so many: a share, not a count"
    if symbols[i : i + 2] == "Nx" and sentence.chunks[i + 1].code("grammar") == "charge":
        return "it says how often somebody is charged"
    if symbols[max(0, i - 2) : i] in {"Go", "Gp"} and _of_family(sentence, i):
        return "it says of which group: `four members of one family`"
    return ""


def _ratio(sentence: Sentence, at: int) -> bool:
    """Whether a number closes a share in words: "one in five of the dead", "two in three civilians"."""
    if at < 2 or at >= len(sentence.chunks) or sentence.symbols[at - 2 : at + 1] != "NpN":
        return False
    part, of, whole = sentence.chunks[at - 2 : at + 1]
    if of.code("grammar") != "in" or part.number is None or whole.number is None:
        return False
    small, large = part.number.bounds.value, whole.number.bounds.value
    told = sentence.symbols[at + 1 : at + 2] in set("okGB")
    return told and small is not None and large is not None and 0 < small < large <= _SHARE_OF


def _count(sentence: Sentence, i: int, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    np = phrase(sentence, i)
    if why := _no_count(sentence, np, earlier):
        return missed(sentence, i, ANY_COUNT, why)
    if sentence.chunks[i].kind == "F" and not np.head("G"):
        return share(sentence, np, here, earlier)
    if (row := acts_labelled(sentence, np)) is not None:
        return row
    if np.head("U"):
        return notified(sentence, np) or missed(sentence, i, ANY_COUNT, "it measures, and counts nobody")
    last = np.heads[-1].kind if np.heads else ""
    harm = np.head("M")
    if (np.head("A") and last != "G") or (np.head("W") and not np.head("G")):
        return acts(sentence, np, here, earlier)
    if harm and harm.code("act_nouns"):
        return acts(sentence, np, here, earlier)
    if harm:
        return _as_persons(sentence, np, here, earlier) or harm_noun(sentence, np, here, earlier)
    if (np.head("O") or np.head("f")) and not np.head("G"):
        return objects(sentence, np, here)
    if (row := labelled(sentence, np) or restated(sentence, np, here, earlier)) is not None:
        return row
    return elliptic_acts(sentence, np, here, earlier) or persons(sentence, np, here, earlier)


def _no_count(sentence: Sentence, np: Phrase, earlier: list[Draft]) -> str:
    """Why a number counts nothing of ours, whatever stands around it; empty where it may."""
    if _age(sentence, np):
        return "it is an age"
    if _speaks(sentence, np):
        return "the persons are those who say it"
    if _said_before(sentence, np, earlier):
        return "it points back to a figure given before"
    before = sentence.chunks[np.number - 1] if np.number else None
    if why := nobody(sentence, np):
        return why
    named = before is not None and before.kind == "U" and before.code("designations")
    return "it is part of a name" if named and not np.head("U") else ""


def _of_family(sentence: Sentence, i: int) -> bool:
    """Whether a number only says of how many families: "four members of one family"."""
    after = sentence.chunks[i + 1] if i + 1 < len(sentence.chunks) else None
    if after is None or after.kind != "G":
        return False
    return sentence.chunks[i - 1].kind == "o" or after.attr("groups", "unit") == "family"


def _singular(sentence: Sentence, i: int, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """One victim without a number: "killed a teacher", "a nine-year-old boy was killed"."""
    np = single(sentence, i)
    if np and (_speaks(sentence, np) or _names_speaker(sentence, np)):
        return missed(sentence, i, ANY_COUNT, "the person is the one who says it")
    one = persons(sentence, np, here, earlier) if np else None
    if np is None or one is None or not is_definite(sentence, np):
        return one
    if one.rule not in _VERBS:
        return missed(sentence, i, one.rule, "somebody told of before, and no verb says what befell them")
    if one.count.measure != "killed" and _harmed(earlier, here):
        return missed(sentence, i, one.rule, "somebody told of before, and not that they died")
    return one


def _harmed(*told: list[Draft]) -> bool:
    """Whether people hurt have been counted before."""
    return any(d.head == "person" and is_measure(d.count.measure, "harm") for drafts in told for d in drafts)


def _as_persons(sentence: Sentence, np: Phrase, here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """Persons named by what befell them ("thirty displaced people were killed"), where a verb says more."""
    head = np.head("M")
    if head is None or head.code("groups") is None:
        return None
    at = sentence.chunks.index(head)
    sentence.recast(at, "G")
    found = persons(sentence, np, here, earlier)
    if found is None:
        sentence.recast(at, "M")
    return found


def _speaks(sentence: Sentence, np: Phrase) -> bool:
    """Whether the persons are those who say it ("two residents said"), not those it befell."""
    if not np.head("G") or _SAYING.match(sentence.symbols, np.last) is None:
        return False
    harmed = any(m.attr("triggers", "body") for m in np.modifiers)
    return not harmed and not any(h.attr("groups", "harm") for h in np.heads)


def _names_speaker(sentence: Sentence, np: Phrase) -> bool:
    """Whether a noun of persons only describes the speaker behind it: "a local rescue committee said"."""
    after = sentence.chunks[np.last] if np.last < len(sentence.chunks) else None
    return np.number in sentence.speech and after is not None and np.last in sentence.speech


def _age(sentence: Sentence, np: Phrase) -> bool:
    """Whether a number is an age: a bound after persons ("boys under 16"), or in "aged 19, 24 and 61"."""
    before = sentence.chunks[np.number - 1] if np.number else None
    if np.number and _AGES.search(sentence.symbols[: np.number]):
        first = sentence.symbols.rindex("U", 0, np.number)
        if sentence.chunks[first].code("units") == "age" and sentence.chunks[first - 1].kind not in "N-":
            return True
    if not np.heads and _one_each(sentence, np.number):
        return True
    number = sentence.chunks[np.number].number
    if not np.heads and (aged_too(sentence, np.number) or _both(sentence, np.number)):
        return True
    if _AGED.search(sentence.symbols[: np.number]) and not np.heads and _closes(sentence, np):
        at = np.number - 2
        one = sentence.chunks[at - 1 if at and sentence.chunks[at].word == "." else at]  # "Brandis Jr., 31,"
        return one.capital or (one.kind == "G" and "singular" in one.attr("groups", "number"))
    if before and before.kind == "o" and np.number > 1 and not np.heads:
        whose = sentence.chunks[np.number - 2]  # "a man of 52", but "a family of seven"
        return "singular" in whose.attr("groups", "number") and whose.attr("groups", "unit") != "family"
    if before is None or before.kind != "G" or np.heads or number is None:
        return False
    return number.bounds.qualifier in _AGE_BOUNDS


def _both(sentence: Sentence, number: int) -> bool:
    """Whether a number is the age of two who are named: "Moor and Brandis, both 31, were"."""
    before = sentence.chunks[number - 1] if number else None
    after = sentence.symbols[number + 1 : number + 2]
    return before is not None and before.code("grammar") == "both" and after in {"", ",", "x"}


def _one_each(sentence: Sentence, number: int) -> bool:
    """Whether as many bare numbers follow persons as they are: their ages ("two sisters, 12 and 15")."""
    for hit in _AGES_OF.finditer(sentence.symbols, max(0, number - _SIBLINGS)):
        whole = sentence.chunks[hit.start()].number
        ages = hit["ages"].count("N")
        if hit.start("ages") <= number < hit.end("ages"):
            return whole is not None and whole.bounds.value == ages
    return False


def _closes(sentence: Sentence, np: Phrase) -> bool:
    """Whether an aside ends behind a number: a comma, the end, a verb of saying, or a verb of one person."""
    after = sentence.chunks[np.last] if np.last < len(sentence.chunks) else None
    number = sentence.chunks[np.number].number
    if after is not None and after.kind == "B" and number is not None and (number.bounds.value or 0) > 1:
        return after.attr("grammar", "of_one") == "true"  # "Otto Brandis, 24 was shot"
    return after is None or after.kind in ",)R-q" or after.word == "."


def _counted_up(value: int | None, earlier: list[Draft]) -> bool:
    """Whether persons told just before are so many, alone or together: "a man and four girls … all five"."""
    sums = accumulate(d.count.value or 0 for d in reversed(earlier[-_TOGETHER:]) if d.head == "person")
    return value is None or value in sums or any(d.count.value == value for d in earlier[-_TOGETHER:])


def _said_before(sentence: Sentence, np: Phrase, earlier: list[Draft]) -> bool:
    """Whether "the 18 attacks" only points back to a figure the document gave."""
    before = sentence.chunks[np.number - 1] if np.number else None
    number = sentence.chunks[np.number].number
    if not np.heads and sentence.chunks[np.number].word.startswith("all "):
        return number is not None and _counted_up(number.bounds.value, earlier)
    if before is None or number is None:
        return False
    if told_before(sentence, np.number, earlier) is not None:
        return True
    if before.code("grammar") != "definite" or not np.heads:
        return False
    heads = {h.code("act_nouns") or h.code("groups") for h in np.heads}
    same = [d for d in earlier if d.count.value == number.bounds.value and d.count.value is not None]
    return any(d.count.measure in heads or d.count.group in heads for d in same)
