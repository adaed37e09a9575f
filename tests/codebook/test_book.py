from witnessmark.codebook import load
from witnessmark.codebook.book import Codebook


def test_the_codebook_is_read_once():
    book = load()
    assert load() is book
    assert book.taxonomy("methods") is book.taxonomy("methods")
    assert book.lexicon("en") is book.lexicon("en")
    assert book.parties is book.parties


def test_a_fresh_codebook_says_the_same_in_the_same_order():
    again = Codebook(load().root)
    assert list(again.parties.items()) == list(load().parties.items())
    assert list(again.claimants.items()) == list(load().claimants.items())
    assert again.taxonomies == load().taxonomies


def test_the_axes_are_all_there():
    assert {"methods", "weapons", "platforms", "objects", "conducts"} <= set(load().taxonomies)
