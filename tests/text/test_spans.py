from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.spans import Span, covering, merged, trimmed


@given(st.text(alphabet="a \n\u00a0"))
def test_trimmed_is_strip_with_offsets(text):
    assert trimmed(text, 0, len(text)).of(text) == text.strip()


def test_covering_finds_the_span_or_none():
    spans = [Span(0, 4), Span(6, 9)]
    assert [covering(spans, i) for i in (0, 3, 4, 6, 8, 9)] == [0, 0, None, 1, 1, None]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda s: (s[0], s[0] + s[1]))))
def test_merged_spans_cover_what_any_covered_and_never_overlap(spans):
    out = merged(spans)
    held = {at for start, end in spans for at in range(start, end)}
    assert {at for at in range(20) if covering(out, at) is not None} == held
    assert all(a.end < b.start for a, b in pairwise(out))
