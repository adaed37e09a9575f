"""One wounded in earlier reports, one dead in later ones, and nobody tells of two: one person."""

import pytest

from link.made import count
from reconcile.made import ends, reconciled, row, told


def one(measure, group="person"):
    return count(measure, 1, group)


def hurt(*readings):
    found = reconciled(*readings)
    return {f.group: f for f in found.figures if f.measure == "injured"}


def test_the_one_wounded_who_died_is_not_among_the_wounded():
    figure = hurt(
        told("a", one("injured", "child"), published="2021-03-05"),
        told("b", one("killed"), published="2021-03-08", who=("MEDICS",)),
    )["child"]
    assert ends(figure) == (0, 0, 1)
    assert figure.rule == "derived (1 wounded - 1 who died)"
    assert set(figure.claims) == {"a-0", "b-0"}


@pytest.mark.parametrize(
    "readings",
    [
        # a report that tells of both
        [told("a", one("injured"), one("killed")), told("b", one("killed"), published="2021-03-08")],
        # a wound still told of after the death
        [told("a", one("killed")), told("b", one("injured"), published="2021-03-08", who=("MEDICS",))],
        # two who died
        [told("a", one("injured")), told("b", count("killed", 2, "person"), published="2021-03-08")],
        # a wounded man, a dead woman
        [told("a", one("injured", "man")), told("b", one("killed", "woman"), published="2021-03-08")],
        # a wounded fighter, a dead child
        [told("a", one("injured", "combatant")), told("b", one("killed", "child"), published="2021-03-08")],
    ],
)
def test_whoever_may_be_another_stays_wounded(readings):
    assert [f.best for f in hurt(*readings).values()] == [1]


def test_the_dead_stay_as_they_are():
    found = reconciled(
        told("a", one("injured")), told("b", one("killed"), published="2021-03-08", who=("MEDICS",))
    )
    assert ends(row(found, "killed", "person")) == (1, 1, 1)
