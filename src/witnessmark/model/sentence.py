"""The sentences that stages write into records: English, each from a template that others can say too.

A record keeps the sentence. Who reads in another language is told it from the same template: the review room
finds the template a sentence was made from, and what was filled in. So what a blank is called says what
stands in it (`BLANKS`); any other name holds words that stay as they are.
"""

# What stands in a blank, by its name.
BLANKS = {
    "n": "a number", "m": "a number", "rest": "a number", "total": "a number",
    "claim": "the id of a claim", "doc": "the id of a document", "other": "an id of the same kind",
    "decision": "the id of a decision", "incident": "the id of an incident",
    "day": "a day", "until": "a day", "first": "a day", "last": "a day",
    "who": "parties or speakers", "party": "one of them", "speaker": "one of them",
    "said": "another sentence", "asked": "another sentence", "more": "another sentence",
    "listed": "sentences with commas between", "added": "sentences with plus signs between",
    "answer": "labels of codes with commas between, or a figure",
    "measure": "a code", "group": "a code", "among": "a code", "object": "a code", "modality": "a code",
    "judgement": "a code", "kind": "a code",
}  # fmt: skip


def sentence(template: str, /, **filled: object) -> str:
    """The template, which must be a literal, with its blanks filled in."""
    return template.format(**filled) if filled else template


def quantified(template: str, /, n: object, **filled: object) -> str:
    """As `sentence`, of a template whose words change with the number `n` in some languages."""
    return template.format(n=n, **filled)
