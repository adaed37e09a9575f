"""Parties and speakers by the names that people type."""

import pytest

from witnessmark import codebook
from witnessmark.codebook.called import parties_like, party_called, speaker_called


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_party_is_found_by_the_name_that_pages_show(language):
    shown = {p.id: p.display for p in codebook.load().parties.values()}
    names = shown if language == "en" else codebook.display_names(language)
    lost = [name for party, name in names.items() if party in shown and speaker_called(name) != party]
    assert lost == []


def test_a_name_that_several_parties_bear_is_nobody_s():
    book = codebook.load()
    bearers: dict[str, set[str]] = {}
    for party in book.parties.values():
        for alias in party.aliases:
            bearers.setdefault(alias.text.casefold(), set()).add(party.id)
    shared = [name for name, of in bearers.items() if len(of) > 1 and name.upper() not in book.parties]
    assert shared
    assert {party_called(name) for name in shared} == {None}


def test_codes_and_capitals_are_the_same_name():
    party = next(iter(codebook.load().parties.values()))
    assert {party_called(t) for t in (party.id, party.display.upper(), party.display.lower())} == {party.id}


def test_what_is_close_to_a_slip_is_told():
    party = next(p for p in codebook.load().parties.values() if len(p.display) > 12)
    assert party_called(party.display[:-1] + "zz") is None
    assert party.id in parties_like(party.display[:-1])
    assert parties_like("qqqqqqqq") == ""
