"""Whom an attacker fights in general: "a force fighting the militia struck the town" names one attacker."""

from collections.abc import Sequence

from witnessmark.extract.chunks import Chunk

# A determiner or a describing word between the participle and the party it governs.
_BETWEEN = frozenset("ex")


def describe_opponents(chunks: Sequence[Chunk]) -> None:
    """Take from a party right behind "X fighting" its part in what the sentence tells of X.

    The fight is no act of its own where another word tells one; "troops fighting rebels killed 12" is told of
    a fight.
    """
    for i, chunk in enumerate(chunks):
        if chunk.attr("methods", "opposing") != "true" or not i or not chunks[i - 1].party:
            continue
        behind = chunks[i + 1 : i + 3]
        at = next((n for n, c in enumerate(behind) if c.party or c.kind not in _BETWEEN), None)
        if at is None or not behind[at].party:
            continue
        for c in behind[: at + 1]:
            c.kind = "x"
        if any(c.code("methods") for c in chunks if c is not chunk):
            chunk.kind, chunk.codes = "x", None
