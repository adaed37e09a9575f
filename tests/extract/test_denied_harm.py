"""Nobody harmed: a denial in the mouth of who denies the attack, a figure in anybody else's."""

import pytest

from extract.cases import read
from witnessmark.model.claim import ClaimKind, Modality


def none_killed(text):
    (found,) = [c for c in read(text).claims if c.count is not None and c.count.measure == "killed"]
    assert found.count.value == 0
    return found


def test_no_harm_said_by_who_denies_the_attack_is_a_denial():
    found = none_killed(
        "The Syrian army denied shelling the mill in Korve. The army said that no civilians were killed."
    )
    assert (found.kind, found.modality) == (ClaimKind.DENIAL, Modality.DENIED)


def test_no_harm_said_by_another_stays_a_figure():
    found = none_killed(
        "The Syrian army denied shelling the mill in Korve. Residents said that no civilians were killed."
    )
    assert (found.kind, found.modality) == (ClaimKind.INCIDENT, Modality.ASSERTED)


def test_harm_that_a_denier_counts_stays_a_figure():
    text = (
        "The Syrian army denied shelling the mill in Korve. The army said that three civilians were killed."
    )
    (found,) = [c for c in read(text).claims if c.count is not None]
    assert (found.count.value, found.kind) == (3, ClaimKind.INCIDENT)


@pytest.mark.parametrize("own", ["no soldiers were killed", "none of its members died"])
def test_no_losses_of_its_own_deny_no_harm(own):
    text = f"The Syrian army denied shelling Korve. The army said that {own}."
    assert none_killed(text).kind is ClaimKind.INCIDENT


def test_a_denial_of_another_day_denies_nothing_of_this_one():
    text = (
        "The Syrian army denied shelling Korve on 3 May 2021.\n\n"
        "Two rockets hit Korve on 9 May 2021, and no civilians were killed, the Syrian army said."
    )
    assert none_killed(text).kind is ClaimKind.INCIDENT
