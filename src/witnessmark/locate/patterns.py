# ruff: noqa: RUF001  (the look-alike quotes and dashes are what these patterns are about)
"""The shapes of names: words with capitals, sequences of them, word groups where capitals say nothing."""

import re

_UPPER = "".join(
    chr(c) for c in (*range(0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper()
)
_POINTS = "\u064b-\u0652\u0640"  # Arabic vowel signs, which are no letters to \\w
_MARKS = "’'ʼ`‘´"  # apostrophes and what is typed for them
# an abbreviation ("U.S.", "N.C", "W. Va."), a saint or fort, an initial between names, a word
_CAP = (
    rf"(?:[{_UPPER}]\.[ \u00a0]?(?:[{_UPPER}][a-z]{{0,2}}\.)+|[{_UPPER}]\.[{_UPPER}](?!\w)|(?:St|Ste|Ft|Mt)\."
    rf"|(?<![\w-])[{_UPPER}]\.(?=[ \u00a0][{_UPPER}][a-z])|[{_UPPER}][\w{_MARKS}]*)"
)
_PREFIX = r"(?:(?:[aeu][ldnrstz]|[ae]sh|[dl])[-’'])?"
_PARTICLE = (
    r"(?:of|the|de|del|la|las|los|du|des|da|do|dos|di|der|den|am|upon|sur|bin"
    r"|[ae][ldnrstz]|[ae]sh|ul|i|y|e|ou)"
)
# at most 12 words: a longer run of capitals is a headline, read in pieces
SEQUENCE = re.compile(
    rf"{_PREFIX}{_CAP}(?:[ \u00a0-](?:{_PARTICLE}[ \u00a0-]){{0,2}}{_PREFIX}{_CAP}){{0,11}}"
)
JOINED = "-’'"  # what joins an article to its capital
CAPITAL = re.compile(f"[{_UPPER}]")
ARTICLE = re.compile(rf"(?<![\w’']){_PREFIX}$")  # "al-" right before a capital
SEQUENCE_WORD = re.compile(rf"{_PREFIX}{_CAP}|\w[\w{_MARKS}]*")
# text without case: groups of words between punctuation, 60 at a time
GROUP = re.compile(
    rf"[^\W\d_][\w{_MARKS}{_POINTS}.-]{{0,60}}"
    rf"(?:[ \u00a0\u200f\u200e\u202c]{{1,3}}[^\W\d_][\w{_MARKS}{_POINTS}.-]{{0,60}}){{0,59}}"
)
GROUP_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W\d_](?:[\w{_MARKS}{_POINTS}]|[.-](?=\w))*")
POSSESSIVE = re.compile(r"(?:[’'ʼ`´][sS]?)$")

BEFORE = re.compile(r"[^\W\d_][\w’'-]*|[.,;:!?()\n\"“”—–]")
SENTENCE_END = frozenset('.!?\n:"“”')
NEXT_WORD = re.compile(r"[ \u00a0](\w[\w-]*)")
# the rest of a dateline after its place, up to the dash or bracket that ends it
DATELINE = re.compile(r"(?:,\s[^\W\d_][\w. ]{1,20})?\s*(?:\(\w|[—–-]{1,2}\s|:\s)")
AGE = re.compile(r",\s\d\d?[,.]")

# between a place and what it lies in: a comma or bracket, or "in the northern districts of"
INSIDE = re.compile(
    r"(?:\s+(?:city|town|village|villages|camp|hamlet|settlement|countryside|district|subdistrict|sub-district"
    r"|neighbou?rhood|quarter))?[\s\u200e\u200f\u202a-\u202c]*[,(،]\s*(?:in\s+)?(?:the\s+)?(?:[a-z-]+ern\s+|rural\s+)?"
    r"|\s+(?:city|town|village|district)?,?\s*(?:in|of|في)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}?"
    r"(?:(?:province|governorate|state|region|oblast|city|town|district)\s+of\s+)?(?:the\s+)?"
    r"(?:محافظة\s+|ريف\s+)?"
)
GAP = 48  # characters; longer gaps are no containment
