from dataclasses import replace

from witnessmark.model.claim import Relation, RelationType
from witnessmark.publish.index import Index
from witnessmark.publish.totals import totals


def test_parts_hang_under_their_total_with_the_audit_of_their_sum(index, labels):
    killed, attacks = totals(index, labels).trees
    assert killed.counted == "at least 40 people killed (civilian status not stated)"
    assert [p.counted for p in killed.groups[0].parts] == [
        "25 people killed (civilian status not stated)",
        "15 people killed (civilian status not stated)",
    ]
    assert [p.share for p in killed.groups[0].parts] == [62.5, 37.5]
    assert killed.groups[0].audit.statement == "25 + 15 = 40"
    assert attacks.groups[0].audit is None


def test_a_part_of_a_part_hangs_under_its_part_only(index, labels):
    killed = totals(index, labels).trees[0]
    airstrikes = killed.groups[0].parts[0]
    assert [p.quote for p in airstrikes.groups[0].parts] == ["six children"]
    assert len(killed.groups) == 1  # the subset already named in the sum is not shown twice


def test_a_circle_in_the_relations_ends(dossier, labels):
    a, b = "wire.txt:12 attacks on schools", "wire.txt:four of them in the delta"
    total = "wire.txt:at least 40 people killed"
    circle = (
        Relation(RelationType.SUBSET_OF, (a,), b),
        Relation(RelationType.SUBSET_OF, (b,), a),
        Relation(RelationType.SUBSET_OF, (a,), total),
    )
    trees = totals(Index(replace(dossier, relations=circle)), labels).trees
    assert [t.quote for t in trees] == ["at least 40 people killed"]


def test_restatements_are_counted_once_and_said(dossier, labels):
    again = Relation(RelationType.RESTATES, ("copy.txt:Eight",), "wire.txt:at least 40 people killed")
    assert totals(Index(replace(dossier, relations=(again,))), labels).trees[0].restated == 1


def test_a_part_says_whom_its_source_blames_by_neutral_name(dossier, labels):
    total, part = "wire.txt:at least 40 people killed", "wire.txt:Seven civilians were killed"
    relation = Relation(RelationType.SUBSET_OF, (part,), total)
    tree = totals(Index(replace(dossier, relations=(relation,))), labels).trees[0]
    blamed = {p.quote: p.accused for g in tree.groups for p in g.parts}
    assert blamed["Seven civilians were killed"] == "Northern Army"
    assert blamed["25 in air strikes"] == ""
