import pytest

from witnessmark.codebook import load
from witnessmark.codebook.ladders import read_ladders
from witnessmark.errors import UsageError

HEAD = "source: own\nverified: false\nladders:\n  steps:\n"
WORDS = "    label: Steps\n    source: own\n    caution: Mind.\n    otherwise: none holds\n"


def written(tmp_path, rest):
    path = tmp_path / "ladders.yaml"
    path.write_text(HEAD + rest)
    return path


def test_a_ladder_is_read_with_its_rungs_in_order(tmp_path):
    high, low = "{level: high, when: [found], because: a}", "{level: low, when: [b], because: c}"
    rules = f"    rules: [{high}, {low}]\n"
    ladder = read_ladders(written(tmp_path, WORDS + rules))["steps"]
    assert [r.level for r in ladder.rungs] == ["high", "low"]
    assert ladder.rungs[0].when == {"found"}
    assert not ladder.verified
    assert ladder.objects == frozenset()


@pytest.mark.parametrize(
    "rest",
    [
        WORDS,
        "    rules: []\n",
        WORDS + "    rules: [{level: high, because: a}]\n",
        WORDS + "    rules: [{level: high, when: [], because: a}]\n",
        WORDS + "    rules: [{level: high, when: [found]}]\n",
    ],
)
def test_a_malformed_ladder_is_named(tmp_path, rest):
    with pytest.raises(UsageError, match=r"ladders\.yaml"):
        read_ladders(written(tmp_path, rest))


def test_every_ladder_has_a_taxonomy_of_its_levels_and_says_what_to_mind():
    for name, ladder in load().ladders.items():
        assert load().taxonomy(name)
        assert ladder.caution.endswith(".")
        assert ladder.source
