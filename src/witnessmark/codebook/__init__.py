"""Knowledge as data: taxonomies, parties, claimants, lexicons, number words."""

from witnessmark.codebook.book import Codebook, load
from witnessmark.codebook.values import Alias, Conflict, Entry, NumberWords, Party, Speaker, Term

__all__ = ["Alias", "Codebook", "Conflict", "Entry", "NumberWords", "Party", "Speaker", "Term", "load"]
