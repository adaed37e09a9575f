"""Figures over several events are totals, even of one day."""

import pytest

from extract.cases import read
from factory import document
from witnessmark.model.claim import ClaimKind
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse


def kinds(text, measure):
    return {c.kind for c in read(text).claims if c.count and c.count.measure == measure}


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed in three separate shootings in Leeds on Monday.",
        "Six people were killed in separate air strikes on Monday.",
        "Six people were killed in shootings across Leeds on Monday.",
        "Six people were killed, including a girl and her aunt, in shootings across Leeds on Monday.",
        "Six people were killed and nine wounded in shootings across Leeds on Monday.",
        "Six people were killed in weekend shootings in Leeds.",
        "3 dead in overnight Leeds shootings",
    ],
)
def test_acts_told_apart_make_a_total(text):
    assert kinds(text, "killed") == {ClaimKind.AGGREGATE_TALLY}


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed in three air strikes on a market in Leeds on Monday.",
        "Six people were killed in shootings at two schools in Leeds on Monday.",
        "Six people were killed in a shooting across the street from a school in Leeds on Monday.",
        "A girl was killed in two separate shootings in Leeds on Monday.",
    ],
)
def test_acts_that_may_be_one_attack_stay_an_incident(text):
    assert kinds(text, "killed") == {ClaimKind.INCIDENT}


def test_the_title_over_a_total_is_one_too():
    title, body = (
        "15 wounded in Leeds",
        "Police say 15 people were wounded in shootings across Leeds on Monday.",
    )
    text = f"{title}\n\n{body}\n"
    zones = (
        Zone(ZoneKind.TITLE, 0, len(title)),
        Zone(ZoneKind.BODY, len(title) + 2, len(text) - 1),
    )
    claims = analyse(document(text, zones=zones)).claims
    found = [(c.zone, c.kind) for c in claims if c.count and c.count.measure == "injured"]
    assert found == [
        (ZoneKind.TITLE, ClaimKind.AGGREGATE_TALLY),
        (ZoneKind.BODY, ClaimKind.AGGREGATE_TALLY),
    ]
