"""How sure a claim is said to be: from what it is like, for counts alone, in measured languages alone."""

from dataclasses import replace

from extract.cases import read
from factory import claim, count, document
from witnessmark import codebook
from witnessmark.extract.confidence import features, with_confidence
from witnessmark.extract.rules import RULES
from witnessmark.model.place import Location, Place

DOC = document("Six people were killed in Goma.")


def counted(**more):
    return claim(DOC, "Six people", count=count(6), rule="count.passive", **more)


def test_what_a_count_is_like_is_told_from_its_rule_number_place_and_day():
    town = Location("Goma", Place("Goma", "city", "CD"))
    own = set(features(counted(location=town)))
    assert {("rule", "count.passive"), ("measure", "killed"), ("number", "exactly")} <= own
    assert {("place", "own"), ("date", "none")} <= own
    lent = counted(location=replace(town, inherited=True))
    assert set(features(lent)) ^ own == {("place", "own"), ("place", "inherited")}


def test_a_count_has_a_share_and_a_statement_has_none():
    sure, unmeasured = with_confidence([counted(), claim(DOC, "killed", rule="act")], "en")
    assert 0 < sure.confidence < 1
    assert unmeasured.confidence is None


def test_a_language_without_annotated_articles_has_no_share():
    assert [c.confidence for c in with_confidence([counted()], "ar")] == [None]


def test_more_weight_is_more_confidence():
    weights = codebook.load().confidence.weights
    rules = sorted((r for r in RULES if ("rule", r) in weights), key=lambda r: weights["rule", r])
    least, most = (with_confidence([replace(counted(), rule=r)], "en")[0] for r in (rules[0], rules[-1]))
    assert least.confidence < most.confidence


def test_every_count_of_a_text_has_its_share():
    claims = read("Six people were killed in Goma on Monday, among them two children.").claims
    assert [c.confidence is not None for c in claims if c.count] == [True, True]


def test_the_weights_are_of_rules_and_measures_there_are():
    known = codebook.load().confidence
    assert known.measured.keys() <= RULES.keys()
    assert {value for name, value in known.weights if name == "rule"} <= RULES.keys()
    measures = codebook.load().taxonomy("measures")
    assert {value for name, value in known.weights if name == "measure"} <= measures.keys()
    assert 0 < known.review_below < 1
