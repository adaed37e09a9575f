from collections import defaultdict

import pytest

from witnessmark.codebook import load
from witnessmark.codebook.claimants import read_claimants
from witnessmark.errors import UsageError

BOOK = load()


def test_speakers_have_a_known_kind_and_a_known_alignment():
    kinds = BOOK.taxonomy("speaker_kinds")
    for speaker in BOOK.claimants.values():
        assert speaker.kind in kinds
        assert speaker.alignment is None or speaker.alignment in BOOK.parties


def test_state_organs_of_every_party_are_held_to_one_rule():
    organs = [speaker for speaker in BOOK.claimants.values() if speaker.kind == "state"]
    assert [speaker.id for speaker in organs if speaker.alignment is None] == ["STATE_MEDIA"]


def test_unspecified_forms_are_of_others_and_go_round_in_no_circle():
    forms = {s.id: s.unspecified_form_of for s in BOOK.claimants.values() if s.unspecified_form_of}
    assert "SCD" in forms["CIVIL_DEFENCE"]
    for name, meant in forms.items():
        below = set(meant)
        for _ in forms:
            below |= {b for m in below for b in forms.get(m, ())}
        assert name not in below


def test_no_name_belongs_to_two_speakers():
    owners = defaultdict(set)
    for speaker in BOOK.claimants.values():
        for alias in speaker.aliases:
            owners[alias].add(speaker.id)
    assert {alias: ids for alias, ids in owners.items() if len(ids) > 1} == {}


def test_a_speaker_without_spoken_name_is_never_found_in_a_text():
    assert BOOK.claimants["UNNAMED_REPORTS"].aliases == ()
    assert "Reuters" in BOOK.claimants["REUTERS"].aliases


def test_definite_descriptions_say_which_kinds_they_may_mean():
    kinds = set(BOOK.taxonomy("speaker_kinds"))
    assert BOOK.descriptions["watchdog"] == ("ngo_field", "ngo_remote")
    assert "state" in BOOK.descriptions["ministry"]
    for word, meant in BOOK.descriptions.items():
        assert set(meant) <= kinds
        assert not word.startswith("the ")


def test_nouns_say_what_speaks():
    assert BOOK.voices["spokesman"] == ("person", "spokes")
    assert BOOK.voices["ministry"] == ("body",)
    assert set(BOOK.voices["captain"]) == {"person", "title"}
    assert {c for classes in BOOK.voices.values() for c in classes} == {
        "body", "person", "document", "title", "publisher", "tally", "compilation", "member",
            "spokes", "office_holder", "scene",
    }  # fmt: skip


def test_a_body_is_one_speaker_in_whatever_language_it_is_named():
    called = {alias: speaker.id for speaker in BOOK.claimants.values() for alias in speaker.aliases}
    names = ("Defensa Civil", "défense civile", "الدفاع المدني", "Defesa Civil", "Protección Civil")
    folded = {alias.casefold(): id_ for alias, id_ in called.items()}
    assert {folded[name.casefold()] for name in names} == {"CIVIL_DEFENCE"}
    assert {called[n] for n in ("Red Cross", "Cruz Roja", "Croix-Rouge", "Червоний Хрест")} == {"ICRC"}


@pytest.mark.parametrize(
    ("names", "complaint"), [("{es: {NOBODY: Nadie}}", "no speaker `NOBODY`"), ("{es: [1]}", "`es` must be")]
)
def test_names_of_nobody_are_an_error(tmp_path, names, complaint):
    path = tmp_path / "claimants.yaml"
    path.write_text(
        "source: us\nverified: false\ndescriptions: {}\nvoices: {}\nspeakers: {}\n", encoding="utf-8"
    )
    other = tmp_path / "claimant_names.yaml"
    other.write_text(f"source: us\nverified: false\nnames: {names}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"claimant_names\.yaml") as caught:
        read_claimants(path, other)
    assert complaint in str(caught.value)


def test_a_speaker_named_twice_is_an_error(tmp_path):
    path = tmp_path / "claimants.yaml"
    path.write_text(
        "source: us\nverified: false\ndescriptions: {}\n"
        "speakers:\n  wire: {LANTERN: {name: Lantern}}\n  media: {LANTERN: {name: Lantern}}\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match="`LANTERN` is named twice"):
        read_claimants(path)
