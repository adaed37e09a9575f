"""What a check takes as given."""

from dataclasses import dataclass, replace

from witnessmark.codebook import load
from witnessmark.errors import UsageError
from witnessmark.model.notification import Step
from witnessmark.model.register import Register

# Steps by which a party may count as told.
TOLD_BY = (Step.TRANSMITTED, Step.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a check takes as given; `usual_options()` are the codebook's.

    `coverage` is the share of all sites of a kind that the register holds, `reliability` how often the kind
    of object a report names is right, `unnamed` the share of strikes with no object named that hit a site.
    `told_by` is the step that makes a party notified, `likely` the probability from which a result is stated
    rather than a site nearby, `most` how many sites a check lists. Raises UsageError for a share outside 0
    to 1.
    """

    coverage: float
    reliability: float
    unnamed: float = 0.0
    told_by: Step = Step.TRANSMITTED
    likely: float = 0.5  # likelier than not
    most: int = 20

    def __post_init__(self) -> None:
        for name in ("coverage", "reliability", "unnamed", "likely"):
            if not 0 <= getattr(self, name) <= 1:
                raise UsageError(f"`{name}` must be a share from 0 to 1, not {getattr(self, name)}")
        if self.told_by not in TOLD_BY:
            raise UsageError(f"a party is told by one of {', '.join(TOLD_BY)}, not by `{self.told_by}`")


def usual_options() -> CheckOptions:
    """The options the codebook takes as given."""
    rules = load().site_rules
    return CheckOptions(rules.coverage, rules.reliability, rules.unnamed)


def options_of(register: Register) -> CheckOptions:
    """The usual options, with the coverage of the register where its keepers told one."""
    usual = usual_options()
    return usual if register.coverage is None else replace(usual, coverage=register.coverage)
