"""Knowledge as data: taxonomies, parties, claimants, lexicons, number words."""

from witnessmark.codebook.book import Codebook, load
from witnessmark.codebook.place_codes import place_code
from witnessmark.codebook.values import Alias, Conflict, Entry, NumberWords, Party, Speaker, Term

__all__ = [
    "Alias",
    "Codebook",
    "Conflict",
    "Entry",
    "NumberWords",
    "Party",
    "Speaker",
    "Term",
    "load",
    "place_code",
]
