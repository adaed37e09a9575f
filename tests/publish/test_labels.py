from witnessmark.publish import Labels
from witnessmark.publish.labels import lowered, raised


def test_what_the_codebook_lacks_is_still_words():
    labels = Labels({"methods": {"air_strike": "air strike"}}, {"NORTH_ARMY": "Northern Army"})
    assert [labels.of("methods", c) for c in ("air_strike", "naval_gunfire")] == [
        "air strike",
        "naval gunfire",
    ]
    assert labels.of("no_such_axis", "civil_defence_centre") == "civil defence centre"
    assert labels.name("NORTH_ARMY") == "Northern Army"
    assert labels.name("UNNAMED_REPORTS") == "Unnamed reports"


def test_a_name_that_is_no_id_stands_as_it_is():
    for name in ("a town councillor", "UN", "MEDPRESS", "Al-Noor Hospital"):
        assert Labels().name(name) == name


def test_ids_inside_a_reason_become_names():
    labels = Labels(names={"NORTH_ARMY": "Northern Army"})
    assert labels.told("one voice: NORTH_ARMY, by UN") == "one voice: Northern Army, by UN"


def test_words_fit_the_middle_and_the_beginning_of_a_sentence():
    assert (lowered("Air strike"), lowered("UN facility"), raised("air strike")) == (
        "air strike",
        "UN facility",
        "Air strike",
    )
