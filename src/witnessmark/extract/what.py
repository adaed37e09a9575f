"""With what, against what, how: the method, weapon and object axes of a stretch of a sentence.

"Near a hospital" is not a hospital hit: an object named as a place nearby stays on its own axis.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.reckoned_from import without_other

# What may stand between a preposition or verb and the object.
_QUALIFIES = frozenset("exmSP'lDJN")
_JOINS = frozenset(",&|")
_STRUCK = re.compile(r"(?:B[xH!]{0,2}){1,3}[VtX]")


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
        if c.kind == "O" and (code := c.code("objects")):
            part = None if _names_place(chunks, i) else _part(chunks, i)
            if part == "target" and c.attr("objects", "weak") and not _direct(chunks, i):
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


def _names_place(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word such as "town" only introduces a place ("the town of …")."""
    after = "".join(c.kind for c in chunks[at + 1 : at + 4])
    return after.startswith(("ol", "l")) or bool(at and chunks[at - 1].kind == "l" and not chunks[at].capital)


def _direct(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an object is what a verb acts on, or what an act is said to be on."""
    i = at - 1
    while i >= 0 and chunks[i].kind in "exmNJD,&O":
        i -= 1
    return i >= 0 and (chunks[i].kind in "VTtX" or chunks[i].code("grammar") == "on")


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


def _part(chunks: Sequence[Chunk], at: int) -> str | None:
    """What an object is to the act: `target`, `near`, or nothing the sentence says."""
    while not _STRUCK.match("".join(c.kind for c in chunks[at + 1 : at + 7])):
        before = _back(chunks, at - 1, _QUALIFIES)
        if before < 0 or chunks[before].kind not in ",&|":
            return _after_word(chunks, before, at)
        at = _back(chunks, before, _QUALIFIES | _JOINS)  # a list: what the object before is, this is too
        if at < 0 or chunks[at].kind != "O":
            return None
    return "target"  # "a school was hit"


def _back(chunks: Sequence[Chunk], at: int, over: frozenset[str]) -> int:
    """Index of the first chunk from `at` backwards that is none of `over`; -1 where there is none."""
    while at >= 0 and chunks[at].kind in over:
        at -= 1
    return at


def _after_word(chunks: Sequence[Chunk], i: int, at: int) -> str | None:
    """What the word at `i` before an object at `at` makes of it."""
    before = chunks[i] if i >= 0 else None
    if before is None:
        return None
    if before.kind == "r":
        return "near"
    if before.kind == "o":  # "the bombing of a hospital", not "the grounds of a hospital"
        return "target" if i and chunks[i - 1].kind in "AVTtMX" else None
    if before.code("grammar") == "in":
        acted = any(c.kind in "AVWTt" for c in chunks[:at])
        return "target" if acted else None  # "died in hospital"
    return "target" if before.code("grammar") == "on" or before.kind in "VTtXy" else None


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values)) if values else ()
