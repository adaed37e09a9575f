"""Knowledge as data: taxonomies, parties, claimants, lexicons, number words."""

from witnessmark.codebook.book import Codebook, load
from witnessmark.codebook.place_codes import is_spot, place_code, usual_radius
from witnessmark.codebook.site_checks import SiteRules
from witnessmark.codebook.values import Alias, Conflict, Entry, NumberWords, Party, Speaker, Term

__all__ = [
    "Alias",
    "Codebook",
    "Conflict",
    "Entry",
    "NumberWords",
    "Party",
    "SiteRules",
    "Speaker",
    "Term",
    "is_spot",
    "load",
    "place_code",
    "usual_radius",
]
