"""Names looked up by hand: the right place chosen, and what nothing decides left open."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from measured import Measured
from places.run import same
from reading import cases
from witnessmark.model.gazetteer import Match

CASES = Path(__file__).parent / "cases.yaml"


def measure() -> Measured:
    """The share of right answers in each group of names."""
    from witnessmark.locate.lookup import lookup

    answers: dict[str, list[bool]] = defaultdict(list)
    wrong: list[str] = []
    rows = list(cases(CASES))
    for number, case in enumerate(rows, 1):
        near = case.get("near_to")
        found = lookup(
            case["name"],
            case.get("country"),
            near=(near[0], near[1]) if near else None,
            admin1=case.get("admin1"),
        )
        right = _right(found, case.get("meant", case))
        answers[case["group"]].append(right)
        if not right:
            wrong.append(f"{number}: {case['name']!r} is {case.get('meant', case)}, looked up as {found[:2]}")
    scores = {group: sum(given) / len(given) for group, given in answers.items()}
    return Measured(scores, len(rows), [CASES], wrong)


def _right(found: list[Match], meant: str | dict[str, Any]) -> bool:
    if meant == "none":
        return not found
    if meant == "open" or isinstance(meant, str):
        return len(found) > 1 and not found[0].chosen
    return bool(found) and found[0].chosen and same(found[0].place, meant)
