"""From readings to lineages and incidents: which reports are one, and which claims are about one event."""

from witnessmark.link.judgements import Judgements
from witnessmark.link.recall import recall
from witnessmark.link.stage import link

__all__ = ["Judgements", "link", "recall"]
