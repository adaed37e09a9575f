"""Places: names in a document to entries of the gazetteer, with precision, runner-up and margin."""

from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.lookup import Match, lookup
from witnessmark.locate.phrase import phrase
from witnessmark.locate.stage import locate

__all__ = ["Gazetteer", "Match", "locate", "lookup", "phrase"]
