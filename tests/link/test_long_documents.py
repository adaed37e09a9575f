"""One document of thousands of claims: linking costs by their number, and not by its square."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from link.made import BELEN, HAZAR, ORDA, claim, count, on, report
from witnessmark import pipeline
from witnessmark.link.account import Account
from witnessmark.model.claim import ClaimKind, Modality

FRIDAY, SATURDAY = on("2021-03-05"), on("2021-03-06")


def toll(n, value, **more):
    return claim(f"c{n:05}", f"Shell {n} killed people.", n=count("killed", value, "civilian"), **more)


def over_again(n):
    """One harm of one day, told again and again."""
    return toll(n, 27, at=HAZAR, when=FRIDAY, event_type=("shelling",))


def growing(n):
    """Ever other numbers of one day and town."""
    return toll(n, n + 11, at=HAZAR, when=FRIDAY, event_type=("shelling",))


def day_by_day(n):
    """Many events, no two of one day."""
    return toll(n, n % 7 + 11, at=HAZAR, when=on(f"{1000 + n}-03-05"), event_type=("shelling",))


def undated(n):
    """One event, and then sentences that say neither when nor where."""
    return toll(n, n + 11, **({} if n else {"at": HAZAR, "when": FRIDAY}), event_type=("shelling",))


def blamed(n):
    """Events that somebody is blamed for, one by one."""
    if n % 2:
        return day_by_day(n)
    quote = f"Shell {n} killed people."
    return claim(f"c{n:05}", quote, ClaimKind.ATTRIBUTION, by_whom=f"ARMY_{n}", modality=Modality.ALLEGED)


def calls_of(told, times):
    """Functions called while a document of so many claims is linked."""
    claims = [told(n) for n in range(times)]
    reading = report("a", " ".join(c["quote"] for c in claims), claims, published="2021-03-08")
    seen = 0

    def profile(_frame, event, _arg):
        nonlocal seen
        seen += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        pipeline.link([reading])
    finally:
        sys.setprofile(None)
    return seen


@pytest.mark.parametrize("told", [over_again, growing, day_by_day, undated, blamed])
def test_four_times_the_claims_of_one_document_cost_about_four_times_as_much(told):
    calls_of(told, 2)  # what is loaded once
    assert calls_of(told, 600) < 6 * calls_of(told, 150)


ANY = st.builds(
    lambda **told: next(iter(report("a", "It happened.", [claim("c", "It happened.", **told)]).claims)),
    at=st.sampled_from([None, HAZAR, BELEN, ORDA]),
    when=st.sampled_from([None, FRIDAY, SATURDAY, on("2021-03-01", "2021-03-05"), on("2021-03-06", None)]),
    n=st.sampled_from([None, *(count("killed", n, g) for n in (2, 3) for g in ("civilian", "child"))]),
    by_whom=st.sampled_from([None, "ARMY_N", "REBELS"]),
    event_type=st.sampled_from([(), ("shelling",), ("shooting",), ("air_strike",)]),
)


@given(st.lists(ANY, max_size=5), ANY)
def test_an_account_clashes_with_what_any_claim_in_it_clashes_with(known, other):
    assert Account(known).clashes(other) == any(Account([c]).clashes(other) for c in known)
