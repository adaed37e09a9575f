"""How sentences were read, for people: what `extract --explain` prints."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from witnessmark import pipeline
from witnessmark.cli.options import Format
from witnessmark.cli.output import print_records, say, visible
from witnessmark.cli.tables import Column, print_table
from witnessmark.model.claim import Claim
from witnessmark.model.explanation import Attempt, Doer, Explanation, Voice
from witnessmark.model.failure import Failure
from witnessmark.pipeline import STDIN, Explained
from witnessmark.publish.labels import Labels, codebook_labels

_CHUNKS = (
    Column("#", right=True),
    Column(""),
    Column("words", 4),
    Column("tags", 8),
    Column("clause", right=True),
)
_TRIED = (Column("at", right=True), Column("words", 3), Column("rule"), Column("outcome", 8))


def explained(arguments: Sequence[str], published: date | None) -> Iterator[Explained | Failure]:
    """The explanations of files, folders and `-`; an argument with a blank that is none is a text."""
    for argument in arguments:
        if argument != STDIN and " " in argument.strip() and not _exists(argument):
            yield from pipeline.explain([STDIN], published=published, stdin=BytesIO(argument.encode()))
        else:
            yield from pipeline.explain([argument], published=published)


def _exists(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except (OSError, ValueError):
        return False  # longer than any name, or with a character no name holds


def print_explained(items: Iterator[Explained], format: Format) -> None:  # noqa: A002  (the option's name)
    """How sentences were read, as tables or as JSON lines."""
    if format is Format.JSONL:
        _print_records(items)
    else:
        _print_tables(items)


def _print_records(items: Iterator[Explained]) -> None:
    """Each document, its sentences as they were read, its claims and their relations, as JSON lines."""
    for item in items:
        reading = item.reading
        print_records([reading.document, *item.sentences, *reading.claims, *reading.relations])


def _print_tables(items: Iterator[Explained]) -> None:
    """Sentence by sentence: chunks, who speaks, who acts, and for each number the rules tried."""
    labels = codebook_labels()
    for item in items:
        claims = {c.id: c for c in item.reading.claims}
        for sentence in item.sentences:
            _print_sentence(sentence, claims, labels)


def _print_sentence(sentence: Explanation, claims: dict[str, Claim], labels: Labels) -> None:
    chunks = [
        [str(n), c.symbol, c.words, ", ".join(c.tags), str(c.clause)] for n, c in enumerate(sentence.chunks)
    ]
    print_table(" ".join(visible(sentence.quote).split()), _CHUNKS, [chunks])
    for voice in sentence.voices:
        say(visible(_voice(voice, labels)))
    for doer in sentence.doers:
        say(visible(_doer(doer, labels)))
    if sentence.voices or sentence.doers:
        say("")
    rows: dict[int, list[list[str]]] = {}
    for a in sentence.attempts:
        rows.setdefault(a.at, []).append(_attempt(a, claims, labels))
    for n in sentence.unused:
        rows.setdefault(n, []).append([str(n), sentence.chunks[n].words, "", "in no claim"])
    print_table("rules", _TRIED, [rows[at] for at in sorted(rows)])


def _voice(voice: Voice, labels: Labels) -> str:
    names = " < ".join(labels.name(name) for name in voice.names)
    how = "" if voice.explicit else ", understood from before"
    return f"says {voice.first}-{voice.last - 1}: {names} ({voice.modality.value}{how})"


def _doer(doer: Doer, labels: Labels) -> str:
    names = ", ".join(labels.name(name) for name in doer.parties)
    return f"acts {doer.scope_first}-{doer.scope_last - 1}: {names} ({doer.form}, named at {doer.first})"


def _attempt(a: Attempt, claims: dict[str, Claim], labels: Labels) -> list[str]:
    claim = claims.get(a.claim) if a.claim else None
    return [str(a.at), a.words, a.rule, _claim(claim, labels) if claim else a.why]


def _claim(claim: Claim, labels: Labels) -> str:
    from witnessmark.publish.phrases import count

    told = count(claim.count, labels) if claim.count else claim.kind.value.replace("_", " ")
    quote = " ".join(claim.quote.split())
    return f"CLAIM {told} | {quote}"
