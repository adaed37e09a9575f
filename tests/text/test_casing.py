import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.casing import cased


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_casing_moves_no_offset(text):
    assert len(cased(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x5FF), min_size=30))
def test_casing_changes_nothing_but_case(text):
    shouted = f"THEY ATTACKED SEVERAL HOUSES. {text}"
    assert cased(shouted).casefold().replace("\n", " ") == shouted.casefold().replace("\n", " ")


@pytest.mark.parametrize(
    ("shouted", "plain"),
    [
        (
            "FOUR GUNMEN KILLED JUDGE ANSELMO TARDIF IN SAN PEDRO.",
            "Four gunmen killed judge Anselmo Tardif in San Pedro.",
        ),
        ("THE ARMY ATTACKED VILLAGES. THE UN PROTESTED.", "The army attacked villages. The UN protested."),
        ("RESIDENTS NEAR LA LIBERTAD HEARD EXPLOSIONS.", "Residents near La Libertad heard explosions."),
        ("SEVERAL SOLDIERS SHOT ANA DE LA ROSA.", "Several soldiers shot Ana De la Rosa."),
        ("REBELS OF THE QZRT BLEW UP THE CITY'S PYLONS.", "Rebels of the QZRT blew up the city's pylons."),
    ],
)
def test_words_of_the_dictionary_lose_their_capitals(shouted, plain):
    assert cased(shouted) == plain


def test_acronyms_stay_unless_they_are_words():
    text = "FIGHTERS OF THE UPA ATTACKED THREE POLICE POSTS"
    assert "the UPA attacked" in cased(text, {"UPA", "POSTS"})
    assert cased(text, {"UPA", "POSTS"}).endswith("posts")


def test_a_headline_alone_is_cased():
    text = "TWELVE KILLED AS MARKET SHELLED\n\nShells fell on Azbara on Monday, officials of the OCHA said."
    headline, _, rest = cased(text).partition("\n")
    assert headline == "Twelve killed as market shelled"
    assert rest == text.partition("\n")[2]


def test_acronyms_in_running_text_are_no_shouting():
    text = "The UN, WHO, OCHA, UNHCR and WFP met NATO, OSCE and ASEAN envoys."
    assert cased(text) == text


def test_lines_of_a_cable_are_joined_only_inside_paragraphs():
    line = "GUERRILLAS OCCUPIED THE TOWN HALL AND BURNED THE ARCHIVES IN THE"
    text = f"{line}\nSQUARE.\n\n   THE MAYOR FLED THE VILLAGE.\n"
    assert cased(text).count("\n") == text.count("\n") - 1


def test_thousands_of_blank_lines_take_no_longer_than_text():
    shouted = "FOUR MORE VILLAGES WERE SHELLED ON SUNDAY."
    before = time.process_time()
    read = cased(shouted + "\n " * 3000 + "TWO ROADS WERE CLOSED.")
    assert time.process_time() - before < 5  # minutes, where each blank line were tried with each other
    assert read.split("\n ")[0] == cased(shouted)
    assert read.endswith("Two roads were closed.")
