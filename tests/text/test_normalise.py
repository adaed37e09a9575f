from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.normalise import fold, lower, unwrap


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_no_form_moves_an_offset(text):
    assert len(fold(text)) == len(lower(text)) == len(unwrap(text)) == len(text)


def test_typographic_variants_fold_to_ascii_and_keep_case():
    assert fold("\u201cAl-Bab\u2019s\u201d 7\u201310\u00a0May") == '"Al-Bab\'s" 7-10 May'


def test_eastern_digits_fold_to_ascii():
    assert fold("٢٠١٩ ۲۰۱۹") == "2019 2019"


def test_fixed_space_between_digit_groups_is_grouping_but_elsewhere_a_space():
    assert fold("1\u00a0068\u00a0people, 12\u00a034") == "1,068 people, 12 34"


def test_em_dash_is_a_hyphen_only_beside_a_space():
    assert fold("14 \u2014 all men") == "14 - all men"
    assert fold("14\u2014all men") == "14\u2014all men"


def test_lower_leaves_what_would_grow():
    assert lower("\u0130DLIB") == "\u0130dlib"


WRAPPED = (
    "THE DISTRICT OFFICE SAID THAT A CONVOY OF FOUR LORRIES WITH FLOUR\n"
    "AND BLANKETS WAS HELD UP AT THE BRIDGE NEAR THE OLD MILL UNTIL THE\n"
    "EVENING, WHEN THE ROAD WAS OPENED AGAIN TO TRAFFIC AND THE LORRIES\n"
    "WENT ON TO THE DEPOT.\n"
    "\n"
    "   NOBODY WAS HURT.\n"
)


def test_soft_line_ends_become_spaces_and_paragraphs_stay():
    flat = unwrap(WRAPPED)
    assert "FLOUR AND BLANKETS" in flat
    assert flat.endswith("DEPOT.\n\n   NOBODY WAS HURT.\n")


def test_lines_that_are_paragraphs_stay_lines():
    text = "A headline of the day\nBy a reporter\nShells fell on the town on Monday.\nNobody was hurt.\n"
    assert unwrap(text) == text


def test_in_a_wrapped_text_a_line_that_goes_on_in_lower_case_is_joined_however_short():
    text = (
        "Shells fell on the market\n"
        "of the old town in the early morning, and a second one came down on the\n"
        "road near the mill, where carts were waiting for the bridge to be opened\n"
        "to them again after the holiday. Nobody could say how many people had\n"
        "been there, but the miller counted nine carts.\n"
        "The bridge stayed closed.\n"
    )
    flat = unwrap(text)
    assert "market of the old town" in flat
    assert "nine carts.\nThe bridge" in flat
