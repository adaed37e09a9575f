from hypothesis import given
from hypothesis import strategies as st

from link.made import claim, count, on, rel, report
from witnessmark.link import link
from witnessmark.model.count import Qualifier
from witnessmark.model.when import TimePrecision
from witnessmark.reconcile import reconcile

SINCE = on("2021-04-26", precision=TimePrecision.OPEN_SINCE_DAY)
AT_LEAST = Qualifier.AT_LEAST


def total_of(counts, relations):
    """The one aggregate of a report that gives `counts` (id -> Count) and ties them."""
    quotes = {id_: f"{id_}: {n.verbatim} {n.measure}." for id_, n in counts.items()}
    claims = [
        claim(id_, quotes[id_], "aggregate_tally", who=("SNHR", "DAILY"), n=n, when=SINCE)
        for id_, n in counts.items()
    ]
    readings = [report("d", " ".join(quotes.values()), claims, relations)]
    (found,) = reconcile(link(readings), readings)
    return found


def killed(value, group="civilian", qualifier=Qualifier.EXACTLY):
    return count("killed", value, group, qualifier)


def statements(incident):
    return {a.statement: a.holds for a in incident.audit}


def row(incident, measure, group=None):
    return next((f for f in incident.figures if (f.measure, f.group) == (measure, group)), None)


def by_attacker(first=71, second=37):
    """Two attackers' parts of a minimum of 108, each with its children."""
    counts = {
        "all": killed(108, qualifier=AT_LEAST),
        "one": killed(first),
        "two": killed(second),
        "kids1": killed(12, "child"),
        "kids2": killed(14, "child"),
    }
    relations = [
        rel("sum", ("one", "two"), "all"),
        rel("subset_of", "one", "all"),
        rel("subset_of", "two", "all"),
        rel("subset_of", "kids1", "one"),
        rel("subset_of", "kids2", "two"),
    ]
    return total_of(counts, relations)


def test_parts_that_add_up_are_checked_and_never_added_again():
    found = by_attacker()
    assert statements(found)["71 + 37 = 108"] is True
    figure = row(found, "killed", "civilian")
    assert (figure.low, figure.best, figure.high) == (108, 108, None)
    assert {s.claim for s in figure.set_aside} == {"one", "two"}


def test_parts_that_do_not_add_up_are_said_to():
    found = by_attacker(first=70)
    assert statements(found)["70 + 37 = 107, not 108"] is False


def test_a_group_counted_in_every_part_is_derived_and_labelled():
    figure = row(by_attacker(), "killed", "child")
    assert (figure.low, figure.best, figure.high) == (26, 26, None)
    assert figure.rule == "derived (12 + 14)"
    assert figure.claims == ("kids1", "kids2")


def test_nothing_is_derived_where_the_parts_do_not_add_up():
    figure = row(by_attacker(first=70), "killed", "child")
    assert (figure.low, figure.best, figure.rule) == (14, None, "part_only")


def test_two_partitions_of_one_total_stay_one_total():
    attacks = {"all": 82, "schools": 28, "worship": 11, "clinics": 18, "rescue": 9, "army": 42, "ally": 40}
    groups = {
        "schools": "school",
        "worship": "place_of_worship",
        "clinics": "medical_facility",
        "rescue": "rescue",
    }
    counts = {k: count("attacks", v, groups.get(k, "facility")) for k, v in attacks.items()}
    counts["all"] = count("attacks", 82, "facility", AT_LEAST)
    relations = [
        rel("partial_sum", tuple(groups), "all"),
        rel("sum", ("army", "ally"), "all"),
        *(rel("subset_of", part, "all") for part in attacks if part != "all"),
    ]
    found = total_of(counts, relations)
    assert statements(found)["28 + 11 + 18 + 9 = 66 of 82, at least 16 not named"] is None
    assert statements(found)["42 + 40 = 82"] is True
    numbers = {n for f in found.figures for n in (f.low, f.best, f.high)}
    assert 164 not in numbers
    assert row(found, "attacks", "facility").best == 82


def test_a_remainder_of_an_exact_total_is_exact():
    counts = {"all": killed(82), "a": killed(60), "b": killed(6)}
    relations = [rel("partial_sum", ("a", "b"), "all")]
    assert statements(total_of(counts, relations)) == {"60 + 6 = 66 of 82, 16 not named": None}


def test_a_part_above_its_total_is_impossible():
    counts = {"all": killed(20), "kids": killed(31, "child")}
    found = total_of(counts, [rel("subset_of", "kids", "all")])
    assert statements(found)["31 of 20"] is False
    assert all(holds is not True for holds in statements(found).values())


def test_more_targets_than_attacks_is_impossible():
    counts = {"attacks": count("attacks", 18), "hit": count("facilities_hit", 20)}
    found = total_of(counts, [rel("distinct_targets_of", "hit", "attacks")])
    assert statements(found) == {"20 distinct targets in 18 attacks": False}


def test_fewer_targets_than_attacks_holds():
    counts = {"attacks": count("attacks", 20), "hit": count("facilities_hit", 18)}
    found = total_of(counts, [rel("distinct_targets_of", "hit", "attacks")])
    assert found.audit[0].holds is True
    assert found.audit[0].note == "some were hit more than once"


@given(st.lists(st.integers(min_value=1, max_value=9999), min_size=2, max_size=4), st.integers(-3, 3))
def test_a_sum_holds_exactly_when_it_adds_up(values, off):
    stated = max(1, sum(values) + off)
    counts = {"all": killed(stated), **{f"p{n}": killed(v) for n, v in enumerate(values)}}
    parts = tuple(f"p{n}" for n in range(len(values)))
    found = total_of(counts, [rel("sum", parts, "all")])
    (line,) = [a for a in found.audit if len(a.claims) > 2]
    assert line.holds is (sum(values) == stated)
    assert row(found, "killed", "civilian").best == stated
