"""Time expressions: found where they stand, and meaning the right days."""

from pathlib import Path
from typing import Any

from measured import Measured, Tally
from reading import cases, document, overlaps, span

CASES = Path(__file__).parent / "cases.yaml"


def measure() -> Measured:
    """F1 of finding an expression, and of finding it with first and last day both right."""
    from witnessmark.date import date

    found, days = Tally(), Tally()
    wrong: list[str] = []
    rows = list(cases(CASES))
    for number, case in enumerate(rows, 1):
        doc = document(case["text"], f"time {number}", case.get("published"), case.get("language", "en"))
        timexes = list(date(doc).timexes)
        for tally in (found, days):
            tally.found += len(timexes)
            tally.expected += len(case["times"])
        for expected in case["times"]:
            at = span(case["text"], expected["quote"])
            hit = next((t for t in timexes if overlaps(at, (t.start, t.end))), None)
            if hit is None:
                wrong.append(f"{number}: missed {expected['quote']!r}")
                continue
            timexes.remove(hit)
            found.right += 1
            if (hit.value_start, hit.value_end) == (expected["start"], expected["end"]):
                days.right += 1
            else:
                wrong.append(_days(number, expected, hit.quote, hit.value_start, hit.value_end))
        wrong += [f"{number}: found {t.quote!r}, which is no time" for t in timexes]
    return Measured({"found_f1": found.f1, "days_f1": days.f1}, len(rows), [CASES], wrong)


def _days(number: int, expected: dict[str, Any], quote: str, *got: object) -> str:
    want = f"{expected['start']}..{expected['end']}"
    return f"{number}: {quote!r} is {want}, read as {got[0]}..{got[1]}"
