"""The register: lists of sites read, checked and planned; sites folded from what was recorded of them."""

from witnessmark.sites.register.fold import fold, unfold
from witnessmark.sites.register.planning import outcomes, plan
from witnessmark.sites.register.problems import Problem, ProblemKind, Severity
from witnessmark.sites.register.reading import rows
from witnessmark.sites.register.spots import Spot
from witnessmark.sites.register.values import Options, Outcome, Plan, Row
from witnessmark.sites.register.wanted import spot_of

__all__ = [
    "Options",
    "Outcome",
    "Plan",
    "Problem",
    "ProblemKind",
    "Row",
    "Severity",
    "Spot",
    "fold",
    "outcomes",
    "plan",
    "rows",
    "spot_of",
    "unfold",
]
