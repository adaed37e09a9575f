import pytest

from link.made import HAZAR, claim, count, on, report
from witnessmark.link import link
from witnessmark.link.setting import is_peace, peace_of


def told(*claims):
    return report("d", " ".join(c["quote"] + "." for c in claims), claims).claims


def shots(n, id_="s", **more):
    n = count("killed", n, "person")
    return claim(id_, f"{n.value} people were shot", n=n, event_type=("shooting",), **more)


def test_firearms_and_blades_alone_tell_of_no_war():
    assert peace_of(told(shots(2))) is True
    assert peace_of(told(claim("b", "a man was stabbed", event_type=("stabbing",)))) is True


@pytest.mark.parametrize(
    "more",
    [
        {"event_type": ("air_strike",)},
        {"weapon": ("mortar",)},
        {"n": count("killed", 2, "civilian")},
        {"event_type": ("shooting",), "by_whom": "ISIS"},
    ],
    ids=["method", "weapon", "victims", "party"],
)
def test_a_weapon_of_war_civilians_or_a_known_party_tell_of_one(more):
    assert peace_of(told(claim("w", "two people were killed", **more))) is False


def test_what_more_claims_tell_of_decides_and_a_tie_is_a_war():
    shell = claim("w", "an old shell was found", weapon=("artillery_shell",))
    assert peace_of(told(shots(2, "s"), shots(3, "t"), shell)) is True
    assert peace_of(told(shots(2, "s"), shell)) is False


def test_a_document_that_names_no_means_says_nothing():
    assert peace_of(told(claim("k", "two people were killed", n=count("killed", 2, "person")))) is None
    assert peace_of(()) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (True, True, True),
        (True, None, True),
        (None, None, False),
        (True, False, False),
        (False, None, False),
        (False, False, False),
    ],
)
def test_a_pair_is_of_peace_where_one_is_and_neither_is_of_a_war(one, other, expected):
    assert is_peace(one, other) is is_peace(other, one) is expected


TELLING = "Tamsin Okoro, who kept the ferry kiosk on Larchwater Lane, was named by Corvane hospital."


def named(doc, day, **more):
    """A report with words that hardly any other event shares."""
    said = shots(2, f"{doc}-0", at=HAZAR, when=on(day), **more)
    return report(doc, f"{said['quote']} in Hazar. {TELLING}", [said], published="2021-03-08")


@pytest.mark.parametrize(("by_whom", "events"), [(None, 1), ("ISIS", 2)])
def test_another_stated_night_forbids_one_event_only_in_a_war(by_whom, events):
    found = link([named("a", "2021-03-04", by_whom=by_whom), named("b", "2021-03-07", by_whom=by_whom)])
    assert len([i for i in found.incidents if i.kind == "incident"]) == events
