from dataclasses import replace

import pytest

from witnessmark.model.grade import DimensionGrade, Grade, Suggestion
from witnessmark.publish import grades
from witnessmark.publish.html import html
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import codebook_labels


@pytest.fixture
def told(dossier):
    """The first two claims of the first incident, and a grade that names them."""
    used, other = dossier.incidents[0].claims[:2]
    return used, Grade(
        (
            (
                "attribution",
                DimensionGrade("V2_single_source", "MONITOR names it", (used,), (other,), "to V3: more"),
            ),
            ("occurrence", DimensionGrade("V5", "found by MONITOR", (used,))),
        ),
        ("contested",),
        "V2",
        (
            Suggestion("admiralty_information", "6", "nobody identified"),
            Suggestion("airwars", None, "no party"),
        ),
    )


def test_a_grade_is_shown_in_the_order_of_the_codebook_with_names_and_ways_to_the_claims(dossier, told):
    used, grade = told
    sheet = grades.grade_sheet(grade, Index(dossier), codebook_labels())
    occurrence, attribution = sheet.sides
    assert (occurrence.name, occurrence.level, occurrence.lift) == ("Occurrence", "V5 established", "")
    assert (attribution.name, attribution.level) == ("Attribution", "V2 one source")
    assert [c.anchor for c in attribution.claims] == [anchor("c", used)]
    assert len(attribution.against) == 1
    assert sheet.lowest == "V2 one source: attribution"
    assert sheet.flags == ("Contested",)


def test_a_ladder_shows_its_caution_and_what_cannot_be_judged_is_said_to_be_that(dossier, told):
    sheet = grades.grade_sheet(told[1], Index(dossier), codebook_labels())
    information, airwars = sheet.ladders
    assert information.level == "6 cannot be judged"
    assert "not that it is the worst" in information.caution
    assert (airwars.level, airwars.reason) == (None, "no party")


def test_a_long_quote_is_cut_at_a_word():
    line = grades._line("word " * 60)
    assert len(line) <= grades.QUOTE + 2
    assert line.endswith("word …")


def test_the_page_shows_flags_at_the_head_and_the_vector_with_its_ladders(dossier, told):
    first = replace(dossier.incidents[0], grade=told[1])
    page = html(replace(dossier, incidents=(first, *dossier.incidents[1:])), codebook_labels())
    head, rest = page.split("How well each side of it is known", maxsplit=1)
    assert '<p class="flags"><span class="tag">Contested</span></p>' in head
    for words in (
        "lowest: V2 one source: attribution",
        "Would lift it",
        "to V3: more",
        "Rests on",
        "Against it",
    ):
        assert words in rest
    assert "no body that owns one of these ladders graded this" in rest
    assert f'href="#{anchor("c", told[0])}"' in rest


def test_a_total_says_that_it_is_graded_as_one(dossier, told):
    total = replace(dossier.incidents[1], grade=replace(told[1], suggested=()))
    page = html(
        replace(dossier, incidents=(dossier.incidents[0], total, *dossier.incidents[2:])), codebook_labels()
    )
    assert page.count("Graded as a total") == 1
