"""Whether a form that can be the noun or the verb of an act ("strikes", "bombing", "hit") is the verb."""

from collections.abc import Sequence

from witnessmark.extract.chunks import Chunk

_VERBS = frozenset({"methods", "act_nouns", "conducts"})
# Words for a party that qualify a noun and are no subject of a verb.
_QUALIFYING = frozenset({"adjective", "attributive"})
# What a verb of hitting has before it, its subject's last word, and what it hits; before one that is seldom a
# noun also a day, "which", or a munition that has the form of a verb ("shells").
_SUBJECT = frozenset("WKAPGl,")
_ANY_SUBJECT = _SUBJECT | frozenset("VSfdh)")
_STRUCK = frozenset("eOGNlK")
# What a verb has before it in its base form: its subject, a helper, "to".
_SUBJECT_OR_HELPER = frozenset("PKGSnfB?!p")
_ANY_STRUCK = _STRUCK | frozenset("SP")


def is_verb(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the word of an act at `at` is a verb, by the words around it."""
    chunk = chunks[at]
    term = next((t for t in chunk.terms if t.axis in _VERBS and t.has("pos", "verb")), None)
    if term is None:
        return False
    seldom_noun = any(t.attrs.get("seldom") for t in chunk.terms)
    if not seldom_noun and _in_phrase(chunks, at):
        return False
    before = _before(chunks, at) if seldom_noun else chunks[at - 1] if at else None
    left = before.kind if before else ""
    right = chunks[at + 1].kind if at + 1 < len(chunks) else ""
    if left in {"B", "?", "!", "n"} or (before is not None and before.code("grammar") in {"to", "aspect"}):
        return not (left == "B" and right == "o")
    if seldom_noun:
        return _has_subject(before) and _has_object(chunks, at)
    if left == "P" and before is not None and before.party and before.party[1].use not in _QUALIFYING:
        return right in set("eNGOPlpK")
    if "noun" not in term.attrs.get("pos", ""):
        return left in _SUBJECT and right in _STRUCK
    if chunk.inflected("gerund"):
        return left in {"", ",", "y", "&", "p", "o", "P", "x", "q"} and right in set("eNGOPlWK")
    return chunk.inflected("past", "participle") and right in set("eNGOPlKpy")


def is_munition(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a form that is a munition and a verb ("shells") is the munition: no subject goes before it."""
    chunk = chunks[at]
    if chunk.code("weapons") is None or chunk.inflected("past", "participle", "gerund"):
        return False
    return at == 0 or chunks[at - 1].kind not in _SUBJECT_OR_HELPER


def _has_subject(before: Chunk | None) -> bool:
    """Whether a chunk can be the last word of what hits; "one hit the market" is one of those told before."""
    if before is None:
        return False
    if before.party is not None:
        return before.party[1].use not in _QUALIFYING or before.kind != "P"
    return before.kind in _ANY_SUBJECT or before.kind == "N" or before.code("platforms") is not None


def _has_object(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what follows the word at `at` can be hit: a known thing, or a name."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if after is None:
        return False
    if at and chunks[at - 1].kind == "N":
        return after.kind == "e"  # "three hits"
    thing = after.kind in _ANY_STRUCK or after.code("objects") is not None
    return thing or (after.kind == "x" and after.capital)


def _before(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The chunk before the one at `at`, past words that only say how or when ("directly", "reportedly")."""
    i = at - 1
    while i >= 0 and (chunks[i].kind == "H" or (chunks[i].kind == "x" and _says_how(chunks[i]))):
        i -= 1
    return chunks[i] if i >= 0 else None


def _says_how(chunk: Chunk) -> bool:
    return chunk.code("grammar") == "adverb" or (chunk.word.endswith("ly") and not chunk.capital)


def _in_phrase(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a noun of an act ends a phrase that a preposition opens ("in Russian or allied raids")."""
    i = at - 1
    while i >= 0 and chunks[i].kind in "P|He":
        if chunks[i].code("grammar") == "article":
            return i < at - 1  # "a rebel attack on"
        i -= 1
    return 0 <= i < at - 1 and chunks[i].kind in "poy"
