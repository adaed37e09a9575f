"""Sentences that stand in data instead of sources: they are told from there, and named for translators."""

from collections.abc import Iterator

from witnessmark import codebook


def data_sentences() -> set[str]:
    """All that a page may show, in English."""
    from witnessmark.grade.sources import standards
    from witnessmark.link.labels import wordings

    return {*_of_ladders(), *_of_rules(), *codebook.load().statements.values(), *standards(), *wordings()}


def _of_ladders() -> Iterator[str]:
    for ladder in codebook.load().ladders.values():
        yield from (ladder.label, ladder.caution, ladder.otherwise)
        yield from (rung.because for rung in ladder.rungs)


def _of_rules() -> Iterator[str]:
    yield from (str(rule.extra["shown"]) for rule in codebook.load().taxonomy("figure_rules").values())
