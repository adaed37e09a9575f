"""What a rule for statements needs is there in all that it matches, so that passing it over loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.extract.chunks import __doc__ as symbols
from witnessmark.extract.marks import written
from witnessmark.extract.statement_rules import RULES, Rule

_SYMBOLS = {w for w in (symbols or "").split() if len(w) == 1}


def _without_needs(rule: Rule) -> str:
    """The marks and symbols of a rule's pattern, but for those it needs; "x" stands for any other."""
    written_in = {c for c in rule.pattern.pattern if c in _SYMBOLS or ord(c) >= 0xE000}
    return "".join(sorted((written_in | {"x"}) - rule.needs))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
@given(data=st.data())
def test_nothing_fits_without_a_mark_it_needs(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet=_without_needs(rule), max_size=12))
    assert rule.pattern.search(text) is None


def test_a_mark_goes_by_its_name() -> None:
    assert len(written("{deny}J")) == 2
