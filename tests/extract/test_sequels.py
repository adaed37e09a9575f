"""What ties an act to one told before it: a second strike on one place, one of the acts just counted."""

from datetime import date

import pytest

from extract.cases import read
from witnessmark.model.claim import ClaimKind, RelationType
from witnessmark.model.reading import Reading

FIRST = "Shelling hit the market of Saraqib on 6 June 2021 and killed five people."


def followed(reading: Reading) -> set[tuple[str, str]]:
    """What followed what, in the words of the claims."""
    quotes = {c.id: c.quote for c in reading.claims}
    strikes = [r for r in reading.relations if r.type is RelationType.FOLLOW_UP_STRIKE_OF]
    return {(quotes[a], quotes[r.b]) for r in strikes for a in r.a}


@pytest.mark.parametrize(
    ("told", "harm"),
    [
        ("When people gathered to help, another shell landed at the scene, killing six.", "killing six"),
        ("The market was hit again half an hour later, killing six people.", "killing six people"),
        ("Six medics were killed by a second shell minutes later.", "Six medics were killed"),
        ("A follow-up strike on the rescuers killed six medics.", "killed six medics"),
    ],
)
def test_the_harm_of_a_second_strike_follows_the_first(told, harm):
    reading = read(f"{FIRST} {told}", date(2021, 6, 7))
    assert (harm, "killed five people") in followed(reading)
    (claim,) = [c for c in reading.claims if c.quote == harm]
    assert claim.kind is ClaimKind.INCIDENT
    assert (claim.date.start, claim.date.end) == (date(2021, 6, 6), date(2021, 6, 6))


@pytest.mark.parametrize(
    "told",
    [
        "A second strike hit a school in Binnish hours later, killing two pupils.",  # another place
        "Another strike hit the same market on 9 June 2021, killing two traders.",  # another day
        "In a separate attack, another shell hit the same street minutes later, killing two.",
        "Another six people died of their wounds shortly afterwards.",
        "A second hospital took in 20 wounded people an hour later.",
        "A second strike killed two traders.",  # neither soon nor on the spot: perhaps days later
    ],
)
def test_what_has_its_own_place_or_day_or_is_no_strike_follows_nothing(told):
    assert followed(read(f"{FIRST} {told}", date(2021, 6, 10))) == set()


def test_a_part_of_an_earlier_number_is_no_second_strike():
    text = (
        "A strike on a camp near Hays killed 12 people on 1 July 2021. Of the dead, two were killed when "
        "another strike hit the rescuers minutes later."
    )
    reading = read(text, date(2021, 7, 2))
    parts = {a for r in reading.relations if r.type is RelationType.SUBSET_OF for a in r.a}
    assert len(parts) == 1
    assert followed(reading) == set()


def test_who_was_detained_one_of_them_is_no_member_of_a_total_of_acts():
    text = (
        "Police made 12 arrests in Hays in June 2021. Nine people were released. One of them was beaten, "
        "a doctor said."
    )
    reading = read(text, date(2021, 7, 2))
    assert not [r for r in reading.relations if r.type is RelationType.MEMBER_INCIDENT_OF]
