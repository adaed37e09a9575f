from witnessmark.publish.index import anchor


def test_origins_come_once_in_order_and_publications_are_documents(index):
    claims = index.incidents["strike"].claims
    assert index.origins(claims) == ("MONITOR",)
    assert index.publications(claims) == 2


def test_parents_are_the_totals_that_name_a_member(index):
    assert [i.id for i in index.parents["strike"]] == ["tally"]
    assert "tally" not in index.parents


def test_anchors_are_plain_and_tell_things_apart():
    names = ["a", "b", "<i>&", "x y", ""]
    made = {anchor("c", name) for name in names}
    assert len(made) == len(names)
    assert all(a[2:].isalnum() for a in made)
