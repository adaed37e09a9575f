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
    assert BOOK.voices["spokesman"] == ("person",)
    assert BOOK.voices["ministry"] == ("body",)
    assert set(BOOK.voices["captain"]) == {"person", "title"}
    assert {c for classes in BOOK.voices.values() for c in classes} == {
        "body", "person", "document", "title", "publisher", "tally", "compilation", "member"
    }  # fmt: skip


def test_a_speaker_named_twice_is_an_error(tmp_path):
    path = tmp_path / "claimants.yaml"
    path.write_text(
        "source: us\nverified: false\ndescriptions: {}\n"
        "speakers:\n  wire: {LANTERN: {name: Lantern}}\n  media: {LANTERN: {name: Lantern}}\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match="`LANTERN` is named twice"):
        read_claimants(path)
