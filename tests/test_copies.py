# ruff: noqa: E501  (told sentences are kept whole)
"""Copies and changed copies from end to end: read, linked and counted."""

import json
import re

import pytest

import witnessmark
from link import planted
from witnessmark.model.claim import RelationType
from witnessmark.model.incident import LineageFlag

TITLE = "Market of Zabid shelled"


def whole(text):
    """Its paragraphs as one line each, as a page has them."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


WIRE, ALTERED = whole(planted.WIRE), whole(planted.ALTERED)


@pytest.fixture
def told(tmp_path):
    """A file of prints: name, day, text and publisher of each."""

    def write(*prints):
        keys = ("id", "published", "text", "publisher")
        rows = [dict(zip(keys, p, strict=True)) | {"title": TITLE} for p in prints]
        path = tmp_path / "told.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        return path

    return write


def linked(path):
    return witnessmark.link(witnessmark.extract([path]))


def killed(found, group="person"):
    return [(i, f) for i in found.incidents for f in i.figures if f.measure == "killed" and f.group == group]


FIRST = ("wire", "2019-04-13", WIRE, "Tihama Wire")


def test_a_hostile_copy_with_one_number_changed_adds_nothing_to_the_figure_and_is_shown(told):
    copies = [(f"front{n}", f"2019-04-{15 + n}", ALTERED, f"Front {n}") for n in range(3)]
    found = linked(told(FIRST, *copies))
    (line,) = found.lineages
    assert line.flags == (LineageFlag.ALTERED,)
    ((incident, figure),) = killed(found)
    assert incident.documents == ("front0", "front1", "front2", "wire")
    assert (figure.low, figure.best, figure.high) == (23, 23, 23)
    assert sum("altered copy" in s.reason for s in figure.set_aside) == 1


def test_a_number_spelled_out_is_changed_as_well(told):
    text = WIRE.replace("Nine of the dead", "Ninety of the dead")
    found = linked(told(FIRST, ("front", "2019-04-15", text, "The Front")))
    assert any("figure altered: 9 in wire, 90 in front" in e for e in found.lineages[0].evidence)
    ((_, figure),) = killed(found, "child")
    assert (figure.best, len(figure.set_aside)) == (9, 1)


def test_a_later_version_with_news_of_its_own_is_believed_over_the_first(told):
    news = "\n\nOn Sunday the council of Hays opened 14 schools to families from 40 villages."
    text = WIRE.replace("killed 23", "killed 27") + news
    found = linked(told(FIRST, ("post", "2019-04-15", text, "The Post")))
    assert any(
        "figure revised: 23 in wire, 27 in post, a later print" in e for e in found.lineages[0].evidence
    )
    assert RelationType.SUPERSEDES in {r.type for r in found.relations}
    assert [(f.best, len(f.set_aside)) for _, f in killed(found)] == [(27, 1)]


def test_a_publisher_may_correct_itself(told):
    text = WIRE.replace("killed 23", "killed 21")
    found = linked(told(FIRST, ("again", "2019-04-14", text, "Tihama Wire")))
    assert [f.best for _, f in killed(found)] == [21]


def test_one_body_named_in_three_languages_is_one_origin(told):
    text = "A shell hit a bakery in Taftanaz on 8 March 2021 and killed 14 people, {} said. {}"
    names = {"post": "the civil defence", "diario": "Defensa Civil", "sahifa": "الدفاع المدني"}
    own = ("Flour was on every step.", "The oven burned all night.", "Nobody had been warned.")
    prints = [(n, "2021-03-09", text.format(v, o), n) for (n, v), o in zip(names.items(), own, strict=True)]
    ((incident, figure),) = killed(linked(told(*prints)))
    assert incident.origins == ("CIVIL_DEFENCE",)
    assert (figure.best, len(figure.claims), incident.publications) == (14, 1, 3)


def test_an_old_story_retold_in_other_words_as_new_adds_no_dead(told):
    text = whole(planted.EDITS["post"]).replace("on Saturday 13 April 2019", "yesterday")
    found = linked(told(FIRST, ("again", "2021-08-02", text, "The Front")))
    (line,) = found.lineages
    assert line.flags == (LineageFlag.RECYCLED,)
    ((incident, figure),) = killed(found)
    assert (incident.documents, figure.best) == (("again", "wire"), 23)
    assert incident.date[0].isoformat() == "2019-04-13"


def test_monthly_bulletins_in_one_form_of_words_do_not_take_each_others_place(told):
    form = (
        "The Orontes Monitor published its bulletin on attacks on schools. In {0} {1} children were killed in "
        "attacks on schools in the province, the Orontes Monitor said. The bulletin names every school with its "
        "village and day, and describes how its teams visit each place, speak with teachers and parents, keep what "
        "they are given under lock, and ask a second team to repeat the visit before anything is printed."
    )
    found = linked(
        told(
            ("may", "2021-06-01", form.format("May 2021", 12), "Orontes Monitor"),
            ("june", "2021-07-01", form.format("June 2021", 31), "Orontes Monitor"),
        )
    )
    assert RelationType.SUPERSEDES not in {r.type for r in found.relations}
    assert sorted(f.best for _, f in killed(found, "child")) == [12, 31]
