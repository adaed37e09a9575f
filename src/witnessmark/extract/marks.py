"""Marks: a sentence's symbols, with marks of their own for words that tell what a statement is.

The rules for statements are patterns over marks, as the rules for counts are patterns over symbols; in a
pattern `{deny}` stands for the mark of that name and any other letter for the symbol chunks.py lists.
"""

import re
from collections.abc import Mapping

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.document import TITLES

# Codes of `statement_words` that are marks by their own name.
_WORDS = (
    "untrue", "label", "account", "no_part", "withheld", "retract", "wrong", "trading", "blamed", "aim",
    "vow", "revenge", "spare", "norm", "generic", "works", "holds", "judgement", "asked", "expect",
    "breach", "check",
)  # fmt: skip
_REPORTING = {"demand": "demand", "warned": "warn", "threatened": "threaten", "admitted": "admit"}
_SITUATIONS = {"support": "support", "deconfliction_notification": "notified"}
_OTHERS = (
    "deny", "dispute", "accuse", "silent", "unchecked", "rule", "told", "shown", "condemn", "military",
    "taken", "to",
)  # fmt: skip
_NAMES = (*_WORDS, *_REPORTING.values(), *_SITUATIONS.values(), *_OTHERS)
# Letters no symbol can be: a private range of Unicode.
_MARK: Mapping[str, str] = {name: chr(0xE000 + i) for i, name in enumerate(_NAMES)}
_OF_WORD = {name: _MARK[name] for name in _WORDS}
_SHOWN = _MARK["shown"]
# What a legal word does not change: "all feasible precautions had been taken" says that they were.
_KEPT = frozenset({_MARK["spare"]})
# A mark of a verb stands only where the word is one; "claims" and "reports" may be nouns.
_VERBS = frozenset({"label", "vow", "holds", "expect", "works"})
_OPPONENT = frozenset({"military_object", "opposing_fighters", "combatant"})
_NO_CLAIM = frozenset({"no_response", "no_claim"})
# Small words that are marks, and the other axes that may make one: most chunks have neither.
_SMALL_WORDS = frozenset({"trading_blame", "to"})
_TELLING = frozenset(
    {
        "reporting", "situations", "statement_words", "hedges", "legal_terms", "evidence_kinds", "conducts",
        "objects", "groups",
    }
)  # fmt: skip


def pattern(template: str) -> re.Pattern[str]:
    """A pattern over marks, compiled."""
    return re.compile(written(template))


def written(template: str) -> str:
    """A template with the marks themselves for their names."""
    return re.sub(r"\{([a-z_]+)\}", lambda m: _MARK[m[1]], template)


def cues(expression: re.Pattern[str], found: str) -> list[str]:
    """The names of the marks that a pattern has and a stretch of marks holds too."""
    return [name for name, mark in _MARK.items() if mark in expression.pattern and mark in found]


def marks(sentence: Sentence) -> str:
    """The marks of a sentence, one for each chunk."""
    out = [
        _mark(c)
        # Most words have no codes, and few codes make a mark that is not the symbol.
        if (codes := c.codes) and (not _TELLING.isdisjoint(codes) or codes.get("grammar") in _SMALL_WORDS)
        else c.kind
        for c in sentence.chunks
    ]
    if _SHOWN in out and sentence.zone not in TITLES:
        for i, c in enumerate(sentence.chunks[1:], 1):
            if c.capital and out[i] == _SHOWN:
                out[i] = c.kind  # "the town of Crater"
    for start, end, term in sentence.legal:
        inside = [i for i, c in enumerate(sentence.chunks) if start <= c.start and c.end <= end]
        plain = term.attrs.get("plain") == "true"  # "war crimes" is an act too, and keeps its symbol
        if inside and not plain and out[inside[-1]] not in _KEPT:
            out[inside[-1]] = _of_law(term.attrs.get("use", ""))
    return "".join(out)


def _mark(chunk: Chunk) -> str:
    codes = chunk.codes or {}
    own = _of_reporting(chunk, codes) or _of_situation(chunk, codes)
    if own:
        return own
    word = codes.get("statement_words")
    if word in _OF_WORD and (word not in _VERBS or chunk.kind in "xRVXtTC"):
        return _OF_WORD[word]
    if codes.get("hedges") == "needs_verification" and chunk.attr("hedges", "scope") == "before":
        return _MARK["unchecked"]
    if codes.get("grammar") == "trading_blame":
        return _MARK["trading"]
    if codes.get("grammar") == "to":
        return _MARK["to"]
    if chunk.kind == "J":
        return _of_law(chunk.attr("legal_terms", "use"))
    if codes.get("evidence_kinds", "evidence_unspecified") != "evidence_unspecified" and chunk.kind in "EA":
        return _MARK["shown"]
    if chunk.kind == "A" and codes.get("conducts") == "siege":
        return _MARK["told"]
    if _OPPONENT & set(codes.values()):
        return _MARK["military"]
    return chunk.kind


def _of_law(use: str) -> str:
    """A characterisation of acts, what the law says, or neither ("accountability")."""
    return {"accusation": "J", "rule": _MARK["rule"]}.get(use, "x")


def _of_reporting(chunk: Chunk, codes: Mapping[str, str]) -> str | None:
    """The mark of a word of saying, where it is one here and says more than that something is said."""
    code = codes.get("reporting")
    if code is None or (chunk.kind not in "RV" and chunk.attr("reporting", "pos") == "verb"):
        return None
    if code in _NO_CLAIM:
        return _MARK["silent"]
    if code in _REPORTING:
        return _OF_WORD["vow"] if codes.get("statement_words") == "vow" else _MARK[_REPORTING[code]]
    if code == "denied":
        return _MARK["dispute" if chunk.attr("reporting", "object") else "deny"]
    if code == "alleged" and chunk.attr("reporting", "addressee") == "true":
        return _MARK["accuse"]
    if chunk.attr("reporting", "stance") == "condemn":
        return _MARK["condemn"]
    return None


def _of_situation(chunk: Chunk, codes: Mapping[str, str]) -> str | None:
    """The mark of a word of a situation; "X-backed" only says who supports whom."""
    code = codes.get("situations")
    if code is None or chunk.kind == "b":
        return None
    if code in _SITUATIONS:
        return _MARK[_SITUATIONS[code]]
    if code == "territorial_control_change" and chunk.attr("situations", "pos") == "verb":
        return _MARK["taken"]
    told = codebook.load().taxonomy("situations")[code].extra.get("told") is True
    return _MARK["told"] if told else None
