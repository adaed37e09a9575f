from dataclasses import replace
from datetime import date

from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.figure import Conceded, Revision, SetAside
from witnessmark.publish.figures import RULES, figure_row, rule, why_aside
from witnessmark.publish.index import Index
from witnessmark.publish.reasons import reasons

WIRE, COPY = "wire.txt:Seven civilians were killed", "copy.txt:7 civilians"


def test_a_restatement_set_aside_counts_as_a_publication(dossier, labels):
    strike = dossier.incidents[0]
    value = replace(strike.figures[0], claims=(WIRE,), set_aside=(SetAside(COPY, "copy"),))
    told = Relation(RelationType.SAME_CLAIM, (COPY,), WIRE)
    for relations, said in (((), "1 publication"), ((told,), "2 publications")):
        index = Index(replace(dossier, relations=relations))
        assert figure_row(value, strike, index, labels).said == f"said in {said}, 1 independent origin"


def test_voices_settled_by_linking_replace_those_of_the_chain(dossier, labels):
    strike = dossier.incidents[0]
    settled = Index(replace(dossier, origins=((WIRE, ("NOVO", "a nurse")),)))
    value = replace(strike.figures[0], claims=(WIRE,))
    assert figure_row(value, strike, settled, labels).origins == "Novo Wire and a nurse"


def test_a_reason_names_another_claim_by_its_quote(dossier, labels):
    first = dossier.readings[0]
    name = "a" * 64
    claims = (replace(first.claims[0], id=name), *first.claims[1:])
    index = Index(replace(dossier, readings=(replace(first, claims=claims),), incidents=(), lineages=()))
    said = why_aside(f"copy of {name}", index, labels)
    assert said == "copy of “Seven civilians were killed” (Clinic street bombed in Karsund, monitor says)"
    assert why_aside(f"copy of {'b' * 64}", index, labels) == "copy of another claim"


def test_rules_are_said_in_words_and_keep_what_they_add():
    assert rule("derived (12 + 14)") == RULES["derived"] + " (12 + 14)"
    assert rule("range_over_origins, best: median") == RULES["range_over_origins"] + ", best: median"
    assert rule("some_other_rule") == "some other rule"


def test_what_the_accused_concedes_stands_beside_and_the_days_in_a_row(dossier, labels):
    strike = dossier.incidents[0]
    conceded = Conceded("NOVO", 2, 2, None, (COPY,))
    days = tuple(
        Revision(date(2021, 3, day), ("NOVO",), value, value, value, WIRE) for day, value in ((5, 4), (8, 7))
    )
    value = replace(strike.figures[0], claims=(WIRE,), conceded=(conceded,), revisions=days)
    row = figure_row(value, strike, Index(dossier), labels)
    assert row.conceded == ("conceded by Novo Wire, shown beside and not mixed in: low 2, best 2, high open",)
    assert row.over_time == ("5 March 2021: 4 (Novo Wire)", "8 March 2021: 7 (Novo Wire)")
    lines = list(reasons(value, strike, Index(dossier), labels))
    assert "  over time:" in lines
    assert any(line.startswith("    5 March 2021: 4 (Novo Wire): “Seven civilians") for line in lines)


def test_a_rule_set_is_explained_in_its_own_words(dossier, labels):
    strike = dossier.incidents[0]
    value = replace(strike.figures[0], claims=(WIRE,), rule="range_over_origins, best: lowest credible")
    text = "\n".join(reasons(value, strike, Index(dossier), labels))
    assert "rule set conservative: Lowest credible figure. Only origins that are named count" in text
    assert "after: ACLED" in text
