"""With what, against what, how: the method, weapon and object axes of a stretch of a sentence.

"Near a hospital" is not a hospital hit: an object named as a place nearby stays on its own axis.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.patients import suffered
from witnessmark.extract.reckoned_from import without_other
from witnessmark.extract.verbal import is_munition

# What may stand between a preposition or verb and the object.
_QUALIFIES = frozenset("exmSP'lDJNU-")
# Before the mark of a possessive stands whose it is ("the town's market").
_POSSESSORS = frozenset("OGKU")
_JOINS = frozenset(",&|")
_STRUCK = re.compile(r"(?:B[xH]{0,2}){1,3}[VtX]")
# Where or when, between a thing and its verb.
_ASIDE = re.compile(r"(?:,?p?e?[xl]{0,2}l,?|,?d,?){0,2}")
# What stands between a verb of bearing and the damage borne.
_BORNE = 4
# A verb that is said not to have been done: "did not hit", "no shell hit".
_UNDONE = re.compile(r"![xBH]{0,2}$|(?:^|[^BxHV])![xWAVKGOfP]{1,3}$")


@dataclass(frozen=True, slots=True)
class Frame:
    """Codes of the axes in order of mention, with the words that gave them."""

    method: tuple[str, ...] = ()
    method_how: str = "unknown"  # stated | implied | unknown
    weapon: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    weapon_words: tuple[str, ...] = ()
    target_words: tuple[str, ...] = ()


def frame(sentence: Sentence, text: str, indices: Sequence[int]) -> Frame:
    """The frame of the chunks at `indices`, usually a clause."""
    chunks = sentence.chunks
    indices = without_other(sentence, indices)
    methods: list[str] = []
    weapons: list[Chunk] = []
    targets: list[Chunk] = []
    near: list[str] = []
    begin, end = (chunks[indices[0]].start, chunks[indices[-1]].end) if indices else (0, 0)
    legal = [t.code for a, b, t in sentence.legal if begin <= a and b <= end]
    for i in indices:
        c = chunks[i]
        if not c.codes:
            continue
        if c.kind in "AVTtM" and (code := (c.kind != "M" and c.code("methods")) or _conduct(chunks, i)):
            methods.append(code)
        if "weapons" in c.codes:
            weapons.append(c)
        if (code := c.code("objects")) and (c.kind == "O" or (c.kind == "A" and not c.code("methods"))):
            part = None if _names_place(c, chunks, i) else _part(sentence, i)
            if (
                part == "target"
                and c.attr("objects", "weak")
                and not _direct(chunks, i, counted=c.kind == "A")
            ):
                part = None  # "in two villages" says where
            if part == "near":
                near.append(code)
            elif part == "target":
                targets.append(c)
    inside = [chunks[i] for i in indices]
    method, how = _specific(methods, inside)
    if not method:
        method, how = _done(inside)
    return Frame(
        method,
        how,
        _unique([str(c.code("weapons")) for c in weapons]),
        _unique([str(c.code("objects")) for c in targets]),
        _unique(near),
        _unique(legal),
        _unique([_weapon_words(text, c) for c in weapons]),
        _unique([text[c.start : c.end] for c in targets]),
    )


def _weapon_words(text: str, chunk: Chunk) -> str:
    """The weapon as written, without the act it is part of ("bomb" of "bomb attack")."""
    words = text[chunk.start : chunk.end]
    return words.rpartition(" ")[0] if chunk.kind == "A" and " " in words else words


def _conduct(chunks: Sequence[Chunk], at: int) -> str | None:
    """A way of killing or an act of one time that is no method of attack ("beheaded", "burned")."""
    chunk = chunks[at]
    after = chunks[at + 1].kind if at + 1 < len(chunks) else ""
    if chunk.attr("conducts", "object") and after not in set("eNGO"):
        return None  # "shops burnt down": nobody is said to have burned them
    code = chunk.code("conducts")
    entry = codebook.load().taxonomy("conducts").get(code) if code else None
    return code if entry is not None and (entry.extra.get("kills") or entry.extra.get("act")) else None


def _names_place(chunk: Chunk, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word such as "town" only introduces a place ("the town of …"), as no "hospital" does."""
    if not (chunk.attr("objects", "weak") or _is_ground(chunk)):
        return False
    after = "".join(c.kind for c in chunks[at + 1 : at + 4])
    if after.startswith("'"):
        return True  # "the town's hospital"
    return after.startswith(("ol", "l")) or bool(at and chunks[at - 1].kind == "l" and not chunks[at].capital)


def _is_ground(chunk: Chunk) -> bool:
    """Whether an object is a quarter, village or town, which says where."""
    code = chunk.code("objects")
    return code is not None and codebook.load().taxonomy("objects")[code].extra.get("where") is True


def _direct(chunks: Sequence[Chunk], at: int, *, counted: bool) -> bool:
    """Whether an object is what a verb acts on, or what an act is said to be on.

    What is counted as acts are ("cars") carries people too: on it somebody only rides.
    """
    i = at - 1
    while i >= 0 and chunks[i].kind in "exmNJD,&O":
        i -= 1
    return i >= 0 and (chunks[i].kind in "VTtX" or (not counted and chunks[i].code("grammar") == "on"))


def _specific(methods: Sequence[str], chunks: Sequence[Chunk]) -> tuple[tuple[str, ...], str]:
    """The methods, without unspecified ones where another, or platform or weapon, says more; and how."""
    umbrellas = codebook.load().taxonomy("methods")
    named = [m for m in methods if m not in umbrellas or not umbrellas[m].extra.get("covers")]
    if named or {c.kind for c in chunks}.isdisjoint("AVXTt"):
        return _unique(named or methods), "stated" if methods else "unknown"
    implied = _implied(chunks) or _set_off(chunks)
    if implied:
        return _unique(implied), "implied"
    return _unique(methods), "stated" if methods else "unknown"


def _done(chunks: Sequence[Chunk]) -> tuple[tuple[str, ...], str]:
    """The method of a deed told without whom it was done to, where nothing else says how ("opened fire").

    What a tank or a ship opened fire with is not said.
    """
    borne = any(c.code("platforms") for c in chunks)
    found = _unique([str(m) for c in chunks if not borne and c.kind == "X" and (m := c.code("methods"))])
    return found, "stated" if found else "unknown"


def _set_off(chunks: Sequence[Chunk]) -> list[str]:
    """The method of charges that somebody planted or threw, that went off, or were attacked with."""
    weapons = codebook.load().taxonomy("weapons")
    found = [
        str(m)
        for c in chunks
        if c.codes and (code := c.codes.get("weapons")) and (m := weapons[code].extra.get("set_off"))
    ]
    if not found:
        return found
    went_off = any(c.code("grammar") == "planting" or c.code("methods") == "explosion" for c in chunks)
    with_it = any(b.code("weapons") and a.code("grammar") == "with" for a, b in pairwise(chunks))
    return found if went_off or with_it else []


def is_umbrella(methods: Sequence[str], others: Sequence[str]) -> bool:
    """Whether methods only say less of what others say ("the attack" of an air strike)."""
    known = codebook.load().taxonomy("methods")
    named = {o for o in others if o in known and not known[o].extra.get("covers")}
    for method in methods:
        covers = known[method].extra.get("covers") if method in known else None
        if not isinstance(covers, list) or not {"any", *named} & {*covers}:
            return False
    return bool(named)


def _implied(chunks: Sequence[Chunk]) -> list[str]:
    """The methods that the platforms and weapons named here imply ("aircraft bombed": an air strike)."""
    book = codebook.load()
    told = [c.codes for c in chunks if c.codes]
    pairs = [(axis, code) for c in told for axis in ("platforms", "weapons") if (code := c.get(axis))]
    found = [book.taxonomy(axis)[code].extra.get("implies") for axis, code in pairs]
    return [str(method) for method in found if method]


def _part(sentence: Sentence, at: int) -> str | None:
    """What an object is to the act: `target`, `near`, or nothing the sentence says."""
    chunks = sentence.chunks
    while not (_befallen(sentence, at + 1) and _is_subject(chunks, at)):
        before = _back(chunks, at - 1, _QUALIFIES)
        if before < 0 or chunks[before].kind not in ",&|":
            return _after_word(sentence, before, at)
        at = _back(chunks, before, _QUALIFIES | _JOINS)  # a list: what the object before is, this is too
        if at < 0 or chunks[at].code("objects") is None:
            return None
    return "target"  # "a school was hit"


def _is_subject(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an object stands for itself: the doctor "at a hospital" was shot, and "no hospital" was."""
    i = _back(chunks, at - 1, _QUALIFIES - {"e", "l"})
    if i >= 0 and chunks[i].kind == "l":
        i -= 1
        if i >= 0 and chunks[i].kind == "p":
            return True  # "in Goma schools were hit"
    while i >= 0 and chunks[i].kind == "e":
        i -= 1
    return i < 0 or chunks[i].kind not in "pr!"


def _befallen(sentence: Sentence, at: int) -> bool:
    """Whether what follows an object, from `at`, says what it suffered or what became of it."""
    chunks = sentence.chunks
    aside = _ASIDE.match(sentence.symbols, at)
    at = aside.end() if aside is not None else at
    if _STRUCK.match(sentence.symbols, at):
        return True
    while at < len(chunks) and chunks[at].kind in "Bx":
        word = chunks[at].code("grammar")
        if word == "ruined":
            return True
        if word == "bearing":  # "sustained heavy damage"
            return any(c.attr("triggers", "effect") for c in chunks[at + 1 : at + _BORNE])
        at += 1
    return at < len(chunks) and (
        suffered(sentence, at) or (chunks[at].kind == "D" and bool(chunks[at].attr("triggers", "effect")))
    )


def undone(sentence: Sentence, at: int) -> bool:
    """Whether the act at `at` is said not to have been done, or to have come close to it."""
    if at and sentence.chunks[at - 1].attr("grammar", "short_of"):
        return True
    return "!" in sentence.symbols and _UNDONE.search(sentence.symbols, 0, at) is not None


def _back(chunks: Sequence[Chunk], at: int, over: frozenset[str]) -> int:
    """Index of the first chunk from `at` backwards that is none of `over`; -1 where there is none.

    Whose a thing is is passed too.
    """
    while at >= 0 and chunks[at].kind in over:
        whose = chunks[at].kind == "'" and at > 0 and chunks[at - 1].kind in _POSSESSORS
        at -= 2 if whose else 1
    return at


def _after_word(sentence: Sentence, i: int, at: int) -> str | None:
    """What the word at `i` before an object at `at` makes of it."""
    chunks = sentence.chunks
    before = chunks[i] if i >= 0 else None
    if before is None:
        return None
    if before.kind == "r" or before.attr("grammar", "position"):
        return "near"
    if before.kind == "o" and i and _is_part_of(chunks[i - 1]):
        return _after_word(sentence, _back(chunks, i - 2, _QUALIFIES), at)  # "hit the roof of a hospital"
    if before.kind == "o":  # "the bombing of a hospital", not "the grounds of a hospital"
        return "target" if i and chunks[i - 1].kind in "AVTtMX" else None
    if before.code("grammar") == "in":
        acted = any(c.kind in "AVWTt" for c in chunks[:at])
        return "target" if acted else None  # "died in hospital"
    if before.kind in "VTtXy":
        return None if undone(sentence, i) or is_munition(chunks, i) else "target"
    return "target" if before.code("grammar") == "on" else None


def _is_part_of(chunk: Chunk) -> bool:
    """Whether a word names a part of what it is "of": its roof, a ward, an unnamed building."""
    return chunk.code("grammar") == "part_of_thing" or bool(
        chunk.kind == "O" and chunk.attr("objects", "weak")
    )


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values)) if values else ()
