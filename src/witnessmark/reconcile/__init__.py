"""From linked claims to figures: low, best and high by a named rule, and tallies checked."""

from witnessmark.reconcile.stage import reconcile

__all__ = ["reconcile"]
