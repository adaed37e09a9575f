"""Knowledge as data: taxonomies, parties, claimants, lexicons, number words."""

from witnessmark.codebook.book import Codebook, load
from witnessmark.codebook.names import display_names
from witnessmark.codebook.nobody import (
    UNKNOWN_PUBLISHER,
    UNNAMED,
    is_publisher_of,
    names_nobody,
    publisher_of,
)
from witnessmark.codebook.place_codes import is_spot, place_code, usual_radius
from witnessmark.codebook.site_checks import SiteRules
from witnessmark.codebook.values import Alias, Conflict, Entry, NumberWords, Party, Speaker, Term

__all__ = [
    "UNKNOWN_PUBLISHER",
    "UNNAMED",
    "Alias",
    "Codebook",
    "Conflict",
    "Entry",
    "NumberWords",
    "Party",
    "SiteRules",
    "Speaker",
    "Term",
    "display_names",
    "is_publisher_of",
    "is_spot",
    "load",
    "names_nobody",
    "place_code",
    "publisher_of",
    "usual_radius",
]
