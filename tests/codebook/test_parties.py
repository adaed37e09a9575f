from collections import defaultdict
from datetime import date

import pytest

from witnessmark.codebook import load
from witnessmark.codebook.parties import USES, read_parties
from witnessmark.errors import UsageError

BOOK = load()


def aliases(party, use):
    return {alias.text for alias in BOOK.parties[party].aliases if alias.use == use}


def test_every_state_is_a_party():
    states = {id_ for id_ in BOOK.parties if id_.endswith("_GOV") and len(id_) == 7}
    assert len(states) > 190
    assert {"SYR_GOV", "RUS_GOV", "TUR_GOV", "USA_GOV", "FRA_GOV", "IRN_GOV", "NRU_GOV"} <= states
    assert all(BOOK.parties[id_].country == id_[:3] for id_ in states)


def test_a_state_is_named_by_adjective_country_and_capital():
    assert "Norwegian" in aliases("NOR_GOV", "adjective")
    assert "Norway" in aliases("NOR_GOV", "country")
    assert "Oslo" in aliases("NOR_GOV", "metonym")
    assert "Norwegian army" in aliases("NOR_GOV", "name")
    assert BOOK.parties["NOR_GOV"].display == "Norwegian government forces"


def test_a_conflict_adds_to_what_is_known_of_a_state():
    syria = BOOK.parties["SYR_GOV"]
    assert syria.valid_to == date(2024, 12, 8)
    assert "Syrian Arab Army" in aliases("SYR_GOV", "name")
    assert "Syrian army" in aliases("SYR_GOV", "name")
    assert "Damascus" in aliases("SYR_GOV", "metonym")


def test_loaded_words_are_marked_and_never_shown():
    for party in BOOK.parties.values():
        loaded = {alias.text.casefold() for alias in party.aliases if alias.loaded}
        assert party.display.casefold() not in loaded
    regime = [a for a in BOOK.parties["SYR_GOV"].aliases if a.text == "the regime"]
    assert [(a.use, a.loaded, a.conflict) for a in regime] == [("context", True, "syria")]


def test_bare_words_belong_to_one_conflict():
    for party in BOOK.parties.values():
        for alias in party.aliases:
            assert alias.use in USES
            if alias.use == "context":
                assert alias.conflict in BOOK.conflicts


@pytest.mark.parametrize("conflict", BOOK.conflicts)
def test_no_name_means_two_parties_of_one_conflict(conflict):
    owners = defaultdict(set)
    for id_ in BOOK.conflicts[conflict].parties:
        for alias in BOOK.parties[id_].aliases:
            if alias.use == "name" and alias.conflict in (None, conflict):
                owners[alias.lang, alias.text.casefold()].add(id_)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_no_state_shares_a_name_with_another():
    owners = defaultdict(set)
    for party in BOOK.parties.values():
        for alias in party.aliases:
            if alias.conflict is None and alias.use in {"name", "country"}:
                owners[alias.text.casefold()].add(party.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_conflicts_name_countries_and_known_parties_and_types():
    countries = {party.country for party in BOOK.parties.values()}
    for conflict in BOOK.conflicts.values():
        assert set(conflict.countries) <= countries
        assert set(conflict.parties) <= set(BOOK.parties)
    assert {party.type for party in BOOK.parties.values()} <= set(BOOK.taxonomy("party_types"))


def test_an_acronym_keeps_its_capitals():
    by_text = {alias.text: alias for alias in BOOK.parties["ISIS"].aliases}
    assert by_text["IS"].cased
    assert not by_text["Islamic State"].cased


def tree(root, party):
    (root / "parties").mkdir()
    (root / "states.yaml").write_text(
        'source: us\nverified: false\ndisplay: "{adjective} forces"\nnames: "{adjective} army"\n',
        encoding="utf-8",
    )
    (root / "states.csv").write_text(
        "iso3,names,adjectives,metonyms,forces\nBEL,Belen,Belenese,Orda,yes\n", encoding="utf-8"
    )
    (root / "parties" / "belen.yaml").write_text(
        f"label: Belen\nsource: us\nverified: false\ncountries: BEL\nparties:\n  {party}\n", encoding="utf-8"
    )
    return root


def test_an_invented_conflict_reads_like_any_other(tmp_path):
    parties, conflicts = read_parties(
        tree(tmp_path, "BEL_GOV: {display: Belen army, type: state, aliases: {name loaded fr: la junte}}")
    )
    assert conflicts["belen"].countries == ("BEL",)
    assert parties["BEL_GOV"].country == "BEL"
    french = [alias for alias in parties["BEL_GOV"].aliases if alias.lang == "fr"]
    assert [(alias.text, alias.loaded) for alias in french] == [("la junte", True)]


@pytest.mark.parametrize(
    ("party", "complaint"),
    [
        ("X: {display: X, type: nsag, aliases: {nickname: x}}", "`nickname` is not a use"),
        ("X: {display: X}", "needs a `type`"),
        ("X: {display: X, type: nsag, since: soon}", "must be a date"),
        ("X: {display: X, type: nsag, backed_by: NOBODY}", "unknown party `NOBODY`"),
        ("X: [1]", "must be a mapping"),
    ],
)
def test_a_malformed_party_is_named(tmp_path, party, complaint):
    with pytest.raises(UsageError) as caught:
        read_parties(tree(tmp_path, party))
    assert complaint in str(caught.value)
    assert str(tmp_path) in str(caught.value)
