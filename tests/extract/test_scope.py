"""What a sentence without a place of its own inherits: the last place, the area, or the title's."""

from datetime import date

import pytest

from extract.cases import read, row
from factory import document
from witnessmark.model.claim import ClaimKind
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse

ROWS = [
    row(
        53,
        "Shells have been falling in Taiz since dawn. Two girls died, a doctor said.",
        "killed child 2",
        has={"count": "killed child 2", "place": "Taiz", "place_inherited": True},
    ),
    row(
        53,
        "The monitor counted 40 attacks in Helmand in May. The deadliest killed nine in Gereshk on 4 May. "
        "It also counted 12 abductions.",
        "attacks - 40",
        "killed person 9",
        "abductions - 12",
        has={"count": "abductions - 12", "place": "Helmand", "place_inherited": True},
        published=date(2021, 6, 2),
    ),
    row(
        53,
        "Shells have been falling in Taiz since dawn. Separately, two girls died.",
        "killed child 2",
        has={"count": "killed child 2", "place": None},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_scope(case):
    case.check()


def test_the_title_says_where_when_nothing_else_does():
    title, text = "Bombing in Kismayo: live page", "Five volunteers were killed, their federation says."
    whole = f"{title}\n\n{text}"
    zones = (Zone(ZoneKind.TITLE, 0, len(title)), Zone(ZoneKind.BODY, len(title), len(whole)))
    five = next(
        c for c in analyse(document(whole, zones=zones)).claims if c.count and c.count.group == "volunteer"
    )
    assert five.location is not None
    assert (five.location.place.name, five.location.inherited) == ("Kismayo", True)


def test_a_demand_has_not_the_day_of_the_event_it_follows():
    text = "Shells killed six people in Kherson on Monday. The mayor called for an end to such attacks."
    dated = {c.kind: c.date is not None for c in read(text, date(2023, 6, 14)).claims}
    assert dated[ClaimKind.INCIDENT]
    assert not dated[ClaimKind.DEMAND]
