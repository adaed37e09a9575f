from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.spans import Span, covering, trimmed


@given(st.text(alphabet="a \n\u00a0"))
def test_trimmed_is_strip_with_offsets(text):
    assert trimmed(text, 0, len(text)).of(text) == text.strip()


def test_covering_finds_the_span_or_none():
    spans = [Span(0, 4), Span(6, 9)]
    assert [covering(spans, i) for i in (0, 3, 4, 6, 8, 9)] == [0, 0, None, 1, 1, None]
