"""Warm extraction on one core, beside a tokenizer with a date finder and beside the least to be done."""

import re
from collections.abc import Callable
from datetime import date
from time import process_time

from reading import document
from speed.clock import Figure, turns
from speed.documents import documents
from witnessmark import pipeline
from witnessmark.date import dating
from witnessmark.locate import locate

NUMBER = 40  # documents a round: about a third of a second for ours, a second for the yardstick
ROUNDS = 5
WHEN_AND_WHERE = "dates and places / dateparser search_dates"


def extraction() -> list[Figure]:
    """Documents a second of processor time, over the yardstick's (if installed) and the ceiling's."""
    rows = list(documents(NUMBER))
    ready = [document(r["text"], r["id"], date.fromisoformat(r["published"])) for r in rows]
    texts = [d.text for d in ready]

    def ours() -> None:
        for doc in ready:
            pipeline.analyse(doc)

    figures = []
    for name, target, other in (
        ("extraction / spaCy tokens + dateparser", 7.0, _yardstick(texts)),
        ("extraction / ceiling", None, _ceiling(texts)),
    ):
        if other is None:
            print(f"  {name}: skipped, requirements-bench.lock is not installed")
            continue
        other()
        ours()
        pair = turns(_cpu(ours), _cpu(other), ROUNDS)
        speeds = [_speed(texts, seconds) for seconds in (pair.ours, pair.yardstick)]
        figures.append(Figure(name, 1 / pair.ratio, target, "above", *speeds))
    return figures


def when_and_where() -> list[Figure]:
    """Dates and places together, over a date finder alone told that the text is English, if installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        print(f"  {WHEN_AND_WHERE}: skipped, requirements-bench.lock is not installed")
        return []
    rows = list(documents(NUMBER))
    ready = [document(r["text"], r["id"], date.fromisoformat(r["published"])) for r in rows]

    def ours() -> None:
        for doc in ready:
            dating.date(doc)
            locate(doc)

    def theirs() -> None:
        for doc in ready:
            search_dates(doc.text, languages=["en"])

    ours()
    theirs()
    pair = turns(_cpu(ours), _cpu(theirs), ROUNDS)
    speeds = [_speed([d.text for d in ready], seconds) for seconds in (pair.ours, pair.yardstick)]
    return [Figure(WHEN_AND_WHERE, 1 / pair.ratio, 40.0, "above", *speeds)]


def _speed(texts: list[str], seconds: float) -> str:
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    return f"{len(texts) / seconds:.0f} documents/s, {megabytes / seconds:.2f} MB/s"


def _cpu(run: Callable[[], None]) -> Callable[[], float]:
    def timed() -> float:
        start = process_time()
        run()
        return process_time() - start

    return timed


def _yardstick(texts: list[str]) -> Callable[[], None] | None:
    """A blank English spaCy pipeline and dateparser told that the text is English, its fastest use."""
    try:
        import spacy
        from dateparser.search import search_dates
    except ImportError:
        return None
    nlp = spacy.blank("en")

    def run() -> None:
        for text in texts:
            nlp(text)
            search_dates(text, languages=["en"])

    return run


def _ceiling(texts: list[str]) -> Callable[[], None]:
    """Sentences, the gazetteer's names and the lexicon's words in one pass, numbers: less is not reading."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
    from sentencex import segment

    from witnessmark.codebook import load
    from witnessmark.locate import Gazetteer
    from witnessmark.locate.index import open_index

    names = open_index(Gazetteer.default().path).execute("SELECT folded FROM names WHERE kind = 0")
    forms = {name for (name,) in names} | {term.form for term in load().lexicon("en")}
    automaton = AhoCorasick(
        sorted(forms), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    number = re.compile(r"\d[\d,.]*")

    def run() -> None:
        for text in texts:
            list(segment("en", text))
            automaton.find_matches_as_indexes(text.lower())
            number.findall(text)

    return run
