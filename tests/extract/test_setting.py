"""What a report is about: other causes, shown violence and old battles enter no incident of a conflict."""

from datetime import date

import pytest

from extract.cases import read
from factory import document
from witnessmark.extract.setting import CONFLICT, HISTORY, NONE, Cue, setting_of
from witnessmark.model.claim import ClaimKind, Modality
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse

DAY = date(2023, 6, 14)


def kinds(text):
    return {str(c.kind) for c in read(text, DAY).claims if c.count}


def cues(**weights):
    return [
        Cue(n, code, f"{code}{n}", weight) for code, own in weights.items() for n, weight in enumerate(own)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A boat capsized off Zuwara on Monday, killing 30 people.", "accident"),  # pattern 84
        ("An earthquake killed 12 people in Herat on Monday.", "disaster"),
        ("Since March a cholera epidemic has killed 300 people in Marib.", "disease"),
    ],
)
def test_a_sentence_that_names_another_cause_is_out_of_scope(text, code):
    counted = [c for c in read(text, DAY).claims if c.count]
    assert [(c.kind, c.event_type) for c in counted] == [(ClaimKind.OUT_OF_SCOPE, (code,))]


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed 12 people in Idlib on Monday, four months after the earthquake.",
        "Shelling on Monday killed nine people in Kherson.",
        "Four people died in Nyala on Monday.",
        "Gunmen stopped a bus in Borno on Monday, and it overturned, killing six people.",
    ],
)
def test_a_sentence_of_conflict_or_of_no_cause_stays(text):
    assert kinds(text) == {"incident"}


MATCH = (
    "The striker fired home twice in the first half and the goalkeeper of the visitors had no chance. "
    "United attacked down the wings, hit the crossbar, and killed off the game before stoppage time. "
)


def test_the_report_of_a_match_has_no_victims():
    assert kinds(MATCH + "Two players were injured in Leeds on Saturday.") == {"out_of_scope"}


def test_violence_in_a_film_is_out_of_scope_even_in_the_words_of_conflict():
    film = (
        "The thriller opens on Friday. Its protagonist sees how militants kill 14 villagers in Aleppo; "
        "the film director spares us nothing, and the soundtrack does the rest. A sequel is planned."
    )
    assert kinds(film) == {"out_of_scope"}


def test_what_a_text_on_a_flood_says_of_an_air_strike_stays():
    text = (
        "Flooding and a landslide after torrential rain destroyed 40 houses in Ibb on Monday. "
        "On Tuesday an air strike killed three people in Ibb, residents said."
    )
    found = {(c.count.measure, str(c.kind)) for c in read(text, DAY).claims if c.count}
    assert found == {("buildings_destroyed", "out_of_scope"), ("killed", "incident")}


def test_a_figure_of_an_earlier_age_is_historical_background():
    (claim,) = (c for c in read("In 1982 the army killed 400 people in Hama.", DAY).claims if c.count)
    assert (claim.kind, claim.modality) == (ClaimKind.CONTEXT_FIGURE, Modality.HISTORICAL)


def test_a_paragraph_goes_on_in_the_year_it_named():
    text = (
        "It was the summer of 1982 in Hama. The army killed 400 people.\n\n"
        "The army killed nine people in Homs."
    )
    found = {c.count.value: str(c.modality) for c in read(text, DAY).claims if c.count}
    assert found == {400: "historical", 9: "asserted"}


def test_a_figure_of_some_years_ago_is_still_of_the_conflict():
    assert kinds("Shelling killed 40 people in Homs on 3 May 2012.") == {"incident"}


def test_furniture_of_the_page_does_not_say_what_the_report_is_about():
    story = "Four people died in Nyala on Monday."
    more = " The goalkeeper and the striker won the tournament and the championship."
    zones = (
        Zone(ZoneKind.BODY, 0, len(story)),
        Zone(ZoneKind.RELATED_ARTICLES, len(story), len(story + more)),
    )
    (claim,) = analyse(document(story + more, published=DAY, zones=zones)).claims
    assert claim.kind is ClaimKind.INCIDENT


@pytest.mark.parametrize(
    ("weights", "size", "about"),
    [
        ({"sport": [2, 1]}, 20, "sport"),
        ({"sport": [2]}, 20, CONFLICT),  # one word is not enough
        ({"sport": [2]}, 60, "sport"),  # but it is where a long text has hardly a word of conflict
        ({"sport": [2], "conflict": [1]}, 60, "sport"),
        ({"sport": [2], "conflict": [1, 1]}, 60, CONFLICT),
        ({"sport": [1, 1, 1, 1]}, 20, CONFLICT),  # nor are four weak ones
        ({"sport": [1, 1, 1, 1, 1]}, 20, "sport"),
        ({"sport": [2, 1], "conflict": [2, 1]}, 20, "sport"),
        ({"sport": [2, 1], "conflict": [2, 2]}, 20, CONFLICT),
        ({"sport": [2, 1], "fiction": [2, 2]}, 20, "fiction"),
        ({}, 20, CONFLICT),
        ({}, 60, NONE),
        ({"conflict": [0]}, 60, CONFLICT),
    ],
)
def test_the_setting_that_outweighs_conflict_holds(weights, size, about):
    assert setting_of(cues(**weights), size) == about


QUIET = (
    "The bridge of the lower town, which had been repaired in the spring and again in the autumn, gave way "
    "on Monday morning shortly after eight. Soldiers helped to carry beds and cupboards out of the houses "
    "beside it, and neighbours brought soup. The council will meet on Wednesday to speak about a new one. "
)


def test_with_few_words_of_conflict_a_claim_needs_its_own():
    assert kinds(QUIET + "Six people were killed in Nyala on Monday.") == {"out_of_scope"}
    assert kinds(QUIET + "Six civilians were killed in Nyala on Monday.") == {"incident"}


UNDATED = QUIET.replace("on Monday morning ", "")


@pytest.mark.parametrize(("when", "kind"), [("", "out_of_scope"), ("on 3 May", "incident")])
def test_with_few_words_of_conflict_a_claim_needs_a_day_of_late(when, kind):
    """A novel or an obituary says "shells killed six villagers" too, and no day."""
    assert kinds(UNDATED + f"Mortar shells killed six villagers in Nyala {when}.") == {kind}


def test_news_that_opens_with_its_day_may_leave_it_at_that():
    """The bridge gave way "on Monday morning": what follows needs no day of its own."""
    told = "Mortar shells killed six villagers in Nyala."
    assert "out_of_scope" not in kinds(QUIET + told)
    assert kinds(UNDATED + told) == {"out_of_scope"}


def test_without_a_publication_date_no_day_is_asked_for():
    text = QUIET + "Mortar shells killed six villagers in Nyala."
    assert {str(c.kind) for c in read(text).claims if c.count} == {"incident"}


def test_what_follows_a_claim_that_is_borne_out_needs_no_words_of_its_own():
    text = QUIET + "Militia fire killed six people in Nyala on Monday. Two others were injured."
    assert kinds(text) == {"incident"}


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (MATCH, "Mortar shells killed nine spectators in Leeds on Tuesday."),
        (
            "The tsar's cavalry, the archers and the musketeers of the emperor met at the castle. ",
            "Gunmen killed nine historians in Leeds on Tuesday.",
        ),
    ],
)
def test_an_attack_of_these_days_stays_in_any_text(before, told):
    assert kinds(before + told) == {"incident"}


def test_a_day_of_another_month_does_not_keep_violence_in_the_report_of_a_match():
    assert kinds(MATCH + "Mortar shells killed nine spectators in Leeds in March 2022.") == {"out_of_scope"}


@pytest.mark.parametrize("when", ["In the ninth century,", "In nineteen forty-three", "In 1415"])
def test_ages_told_in_words_are_historical(when):
    (claim,) = (c for c in read(f"{when} the army killed 20 people in Hama.", DAY).claims if c.count)
    assert claim.modality == Modality.HISTORICAL


def test_each_word_weighs_once():
    assert setting_of([Cue(n, "sport", "goalkeeper", 2) for n in range(9)], 20) == CONFLICT


def test_days_long_past_make_history():
    assert setting_of([], 20, old=2) == HISTORY
    assert setting_of(cues(conflict=[2, 2, 2]), 20, old=2) == CONFLICT


def test_days_without_a_year_are_no_sign_of_today_in_a_text_on_history():
    text = (
        "In July 1936 the city was besieged; on 23 August bombs fell on it, and 300 people were killed. "
        "In March 1937 the siege was over."
    )
    assert "incident" not in kinds(text)


def test_a_language_without_the_words_of_settings_loses_nothing():
    text = "قصف الطيران مستشفى في إدلب يوم 13 آذار 2021. " * 12
    assert ClaimKind.OUT_OF_SCOPE not in {c.kind for c in read(text, language="ar").claims}


SHOOTING = (
    "Two men were shot outside a laundrette in Boston on Monday night, police said. One of them was fatally "
    "shot; the other has a gunshot wound to the leg and is recovering. Homicide detectives came at 9 p.m. "
    "and found eleven shell casings on the pavement. The shop, which lies between a bakery and a school, was "
    "closed on Tuesday. Neighbours spoke of a quarrel over a parked car, and of a pistol that nobody found."
)


def test_a_shooting_without_any_war_is_in_scope():
    assert "incident" in kinds(SHOOTING)
    assert "out_of_scope" not in kinds(SHOOTING)


def test_a_crime_story_without_a_day_is_not():
    tale = SHOOTING.replace(" on Monday night", "").replace(" on Tuesday", "").replace(" at 9 p.m.", "")
    assert kinds(tale) == {"out_of_scope"}


def test_words_of_armed_violence_weigh_half_against_fiction():
    assert setting_of(cues(violence=[2, 2], fiction=[2, 1]), 90) == "fiction"
    assert setting_of(cues(violence=[2, 2], sport=[2, 1]), 90) == CONFLICT
