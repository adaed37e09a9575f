"""Each rule has an entry that says what it does, and its example makes it fire."""

from pathlib import Path

import pytest
import yaml

from extract.cases import read, worded
from witnessmark.extract.rules import FAMILIES, RULES

RULE_LIST = list(RULES.values())


@pytest.mark.parametrize("rule", RULE_LIST, ids=list(RULES))
def test_the_example_of_a_rule_makes_it_fire_and_no_other(rule):
    claims = read(rule.example).claims
    told = [worded(c.count) if c.count else str(c.kind) for c in claims if c.rule == rule.name]
    assert sorted(told) == sorted(rule.yields)
    assert {c.rule for c in claims} == {rule.name, *rule.beside}


@pytest.mark.parametrize("rule", RULE_LIST, ids=list(RULES))
def test_a_rule_is_described(rule):
    assert rule.family in FAMILIES
    assert rule.meaning.endswith(".")
    assert all(1 <= pattern <= 120 for pattern in rule.patterns)


BUILDING = Path(__file__).parents[2] / "bench" / "articles" / "building"


@pytest.mark.parametrize("path", sorted(BUILDING.glob("*.yaml")), ids=lambda p: p.stem)
def test_whole_articles_are_read_by_rules_that_are_described(path):
    for article in yaml.safe_load(path.read_text(encoding="utf-8"))["articles"]:
        assert read(article["text"], article["published"]).claims
