"""From readings to lineages and incidents: which reports are one, and which claims are about one event."""

from witnessmark.link.judgements import Judgements
from witnessmark.link.recall import recall
from witnessmark.link.relink import Relinked, Shelf, link_all, relink
from witnessmark.link.stage import link

__all__ = ["Judgements", "Relinked", "Shelf", "link", "link_all", "recall", "relink"]
