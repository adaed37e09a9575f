"""Places: names in a document to entries of the gazetteer, with precision, runner-up and margin."""

from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.lookup import lookup
from witnessmark.locate.phrase import phrase
from witnessmark.locate.stage import locate
from witnessmark.model.gazetteer import Match

__all__ = ["Gazetteer", "Match", "locate", "lookup", "phrase"]
