"""Which party bare words mean, by the conflict a report is about."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(
        64,
        "Fighting raged in Khartoum and Omdurman. Shelling by the army killed 14 civilians.",
        "killed civilian 14",
        has={"by": ["SDN_GOV"]},
    ),
    row(
        64,
        "Fighting raged in Mandalay and Sagaing. Shelling by the army killed 14 civilians.",
        "killed civilian 14",
        has={"by": ["MMR_GOV"]},
    ),
    row(64, "Shelling by the army killed 14 civilians.", "killed civilian 14", has={"by": []}),
    row(
        64,
        "Troops entered Goma and Bukavu and drove M23 out. The rebels killed 14 civilians in Goma.",
        "killed civilian 14",
        has={"count": "killed civilian 14", "by": ["M23"]},
        published=date(2025, 2, 3),
    ),
    row(
        64,
        "Troops entered Goma and Bukavu. The rebels killed 14 civilians in Goma.",
        "killed civilian 14",
        has={"count": "killed civilian 14", "agents": ["The rebels"]},
        never={"by": ["M23"]},  # the text names no group, and there are many
        published=date(2025, 2, 3),
    ),
    row(
        71,
        "Contra rebels killed six coffee pickers in Matagalpa, Nicaragua.",
        "killed farmer 6",
        has={"by": ["CONTRAS"]},
        published=date(1985, 3, 1),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_conflict(case):
    case.check()
