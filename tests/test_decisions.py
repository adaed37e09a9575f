"""Which decisions count, and what those on claims make of readings."""

from dataclasses import replace
from itertools import count as counting
from itertools import permutations

import pytest

from link.made import HAZAR, by, claim, count, on, rel, report
from witnessmark.model.decision import Decision, Judgement, in_force, settled
from witnessmark.model.record import from_record, to_record
from witnessmark.model.revision import added_claim, amended, revised, revisions

ADA, BORA = "Ada Lindqvist", "Bora Celik"


def maker():
    """A function that makes decisions with ids d1, d2, ..."""
    numbers = counting(1)

    def make(verdict, *subject, by=ADA, human=True, **more):
        n = next(numbers)
        at = f"2031-01-01T00:00:{n:02}+00:00"
        return Decision(f"d{n}", subject, Judgement(verdict), by, human, "as told", at, **more)

    return make


def ids(decisions):
    return [d.id for d in in_force(decisions)]


def test_one_for_four_eyes_counts_once_another_person_confirmed_it():
    d = maker()
    made = [d("reject", "c", four_eyes=True)]
    assert ids(made) == []
    assert settled(made).awaiting == tuple(made)
    made += [d("confirm", "d1", by=" ada  LINDQVIST"), d("confirm", "d1", by="checker 2", human=False)]
    assert "d1" not in ids(made)
    made += [d("confirm", "d1", by=BORA)]
    assert "d1" in ids(made)
    assert settled(made).awaiting == ()
    made += [d("withdraw", "d4", by=BORA, supersedes="d4")]
    assert "d1" not in ids(made)
    made += [d("withdraw", "d5", by=BORA, supersedes="d5")]
    assert "d1" in ids(made)


def test_taking_back_for_four_eyes_waits_too():
    d = maker()
    made = [d("reject", "c"), d("withdraw", "c", supersedes="d1", four_eyes=True)]
    assert ids(made) == ["d1"]
    made += [d("confirm", "d2", by=BORA)]
    assert "d1" not in ids(made)
    assert "d1" in settled(made).gone


def test_an_earlier_decision_keeps_its_record_and_a_later_one_comes_back_whole():
    d = maker()
    plain = d("reject", "c")
    assert set(to_record(plain)) == {
        "record", "id", "subject", "judgement", "by", "human", "reason", "at", "score", "supersedes",
    }  # fmt: skip
    full = d("correct", "c", content={"count": None}, act="a1", four_eyes=True)
    assert from_record(to_record(plain)) == plain
    assert from_record(to_record(full)) == full
    assert len({plain, full}) == 2


def read():
    told = [
        claim("a-1", "6 died", who=by("CLINIC"), at=HAZAR, when=on("2021-03-04"), n=count("killed", 6)),
        claim("a-2", "2 were children", who=by("CLINIC"), at=HAZAR, n=count("killed", 2, "child")),
    ]
    return report("a", "A clinic said 6 died; 2 were children. The ferry sank, and 6 died.", told,
                  [rel("subset_of", "a-2", "a-1")])  # fmt: skip


def addition(**more):
    quote = "The ferry sank"
    start = read().document.text.index(quote)
    made = replace(read().claims[0], id="p-1", start=start, end=start + len(quote), quote=quote, count=None)
    return to_record(replace(made, extractor="person", rule="added", **more))


def number(claim):
    return claim.count.value if claim.count else None


def test_what_is_added_and_corrected_is_in_the_reading_as_a_persons():
    d = maker()
    seven = to_record(replace(read().claims[0], count=count("killed", 7)))["count"]
    made = [d("add", "p-1", content=addition()), d("correct", "a-1", content={"count": seven})]
    found = revised(read(), revisions(made))
    assert [(c.id, number(c), c.extractor, c.rule) for c in found.claims] == [
        ("a-1", 7, "person", "corrected count"), ("a-2", 2, "grammar", ""), ("p-1", None, "person", "added"),
    ]  # fmt: skip
    assert found.relations == read().relations
    assert added_claim(made[0]) == found.claims[2]
    undone = [*made, d("withdraw", supersedes="d1"), d("withdraw", supersedes="d2")]
    assert revised(read(), revisions(undone)) == read()


def test_what_is_rejected_is_shown_and_does_not_count_be_it_added_or_corrected():
    d = maker()
    made = [d("add", "p-1", content=addition()), d("reject", "p-1"), d("reject", "a-1")]
    assert [c.id for c in revised(read(), revisions(made)).claims] == ["a-2"]
    assert revised(read(), revisions(made)).relations == ()
    assert [c.id for c in amended(read(), revisions(made)).claims] == ["a-1", "a-2", "p-1"]


def test_the_last_value_a_person_gave_holds_field_by_field():
    d = maker()
    first = d("correct", "a-1", content={"event_type": ["shelling"], "count": None})
    program = d("correct", "a-1", content={"event_type": ["air_strike"]}, by="m 1", human=False)
    last = d("correct", "a-1", content={"event_type": ["drone_strike"]}, by=BORA)
    for order in permutations([first, program]):
        assert revised(read(), revisions([*order])).claims[0].event_type == ("shelling",)
    (now, _) = revised(read(), revisions([first, program, last])).claims
    assert (now.event_type, now.count, now.extractor) == (("drone_strike",), None, "person")
    (now, _) = revised(read(), revisions([program])).claims
    assert now.extractor == "m 1"


def test_a_claim_added_twice_is_there_once_and_stays_while_one_of_the_two_counts():
    d = maker()
    made = [d("add", "p-1", content=addition()), d("add", "p-1", content=addition(), by=BORA)]
    assert [c.id for c in revised(read(), revisions(made)).claims] == ["a-1", "a-2", "p-1"]
    made.append(d("withdraw", supersedes="d1"))
    assert [c.id for c in revised(read(), revisions(made)).claims] == ["a-1", "a-2", "p-1"]


@pytest.mark.parametrize(
    ("text", "start"),
    [("6 died. The ferry sank. No, The ferry sank again.", 28), ("Nothing of it.", None)],
)
def test_an_added_claim_stands_where_its_quote_is_read_by_now(text, start):
    other = replace(read().document, text=text)
    made = revisions([maker()("add", "p-1", content=addition())])
    found = revised(replace(read(), document=other, claims=()), made)
    assert [c.start for c in found.claims] == ([] if start is None else [start])
    assert all(text[c.start : c.end] == c.quote for c in found.claims)
