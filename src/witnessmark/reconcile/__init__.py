"""From linked claims to figures: low, best and high by a named rule, and tallies checked."""

from witnessmark.reconcile.period import period
from witnessmark.reconcile.rules import rule_set
from witnessmark.reconcile.stage import reconcile

__all__ = ["period", "reconcile", "rule_set"]
