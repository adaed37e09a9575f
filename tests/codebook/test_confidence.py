"""The table of weights is read whole or refused."""

import pytest

from witnessmark.codebook.confidence import read_confidence
from witnessmark.errors import UsageError

TABLE = """source: invented
verified: true
languages: [en]
review_below: 0.5
intercept: 0.25
weights: {rule=count.passive: 1.5}
measured: {count.passive: [4, 3]}
"""


def test_a_table_is_read(tmp_path):
    path = tmp_path / "confidence.yaml"
    path.write_text(TABLE, encoding="utf-8")
    known = read_confidence(path)
    assert known.weights == {("rule", "count.passive"): 1.5}
    assert known.measured == {"count.passive": (4, 3)}


@pytest.mark.parametrize(
    "line", ["intercept: none", "languages: 3", "weights: {count.passive: 1}", "measured: {count.passive: 4}"]
)
def test_a_malformed_table_is_refused_by_name(tmp_path, line):
    path = tmp_path / "confidence.yaml"
    key = line.partition(":")[0]
    kept = [row for row in TABLE.splitlines() if not row.startswith(key)]
    path.write_text("\n".join([*kept, line]), encoding="utf-8")
    with pytest.raises(UsageError, match=r"confidence\.yaml"):
        read_confidence(path)
