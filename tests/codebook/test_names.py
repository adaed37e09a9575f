"""Names in other languages: of somebody the codebook knows, one each, and none that is loaded."""

import re

import pytest

from witnessmark import codebook
from witnessmark.codebook.files import DATA

LANGUAGES = sorted(path.stem for path in (DATA / "names").glob("*.yaml"))
ARABIC = re.compile("[\u0600-\u06ff]")


def test_there_is_a_language():
    assert LANGUAGES == ["ar"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_is_of_somebody_the_codebook_knows(language):
    book = codebook.load()
    known = {*book.parties, *book.claimants, codebook.UNKNOWN_PUBLISHER}
    assert set(codebook.display_names(language)) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_party_has_a_name_and_no_two_the_same(language):
    names, parties = codebook.display_names(language), codebook.load().parties
    assert set(parties) - set(names) == set()
    told = [names[p] for p in parties]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_one_that_is_loaded(language):
    loaded = {a.text for p in codebook.load().parties.values() for a in p.aliases if a.loaded}
    assert loaded & set(codebook.display_names(language).values()) == set()


def test_arabic_names_are_in_arabic_letters():
    assert [name for name in codebook.display_names("ar").values() if not ARABIC.search(name)] == []


def test_a_language_without_a_file_has_no_names():
    assert codebook.display_names("xx") == {}
