"""Claims added and corrected, judgements that wait for a second person, as a reviewer meets them."""

import json

import pytest

from cli.test_judging import MARKET, events, killed, records
from cli.tools import ledger

ADA = ("--by", "Ada Lindqvist", "--reason", "read again")
BORA = ("--by", "Bora Celik", "--reason", "read it too")


@pytest.fixture
def one(cli, case, tmp_path):
    """A case with one report."""
    text = f"{MARKET} Behind it the ferry of the guild sank that day."
    (tmp_path / "market.txt").write_text(text)
    assert cli("add", case, tmp_path / "market.txt").code == 0
    return case


def figures(cli, case):
    return [(f["measure"], f["best"]) for e in events(cli, case) for f in e["figures"]]


def document(cli, case):
    return records(cli, "claims", case)[0]["doc"]


def kept(ran):
    assert ran.code == 0, ran.err
    return ran.out.split()[2].rstrip(";")


def test_a_corrected_figure_counts_and_is_shown_as_a_persons_until_it_is_taken_back(cli, one):
    (claim,) = killed(cli, one)
    before = cli("incidents", one, "--format", "jsonl").out
    made = kept(
        cli("judge", one, claim[:16], "--correct", "value=8", "--correct", "qualifier=at_least", *ADA)
    )
    assert figures(cli, one) == [("killed", 8)]
    (held,) = [c for c in records(cli, "claims", one) if c["id"] == claim]
    assert (held["extractor"], held["rule"], held["confidence"]) == ("person", "corrected count", None)
    assert (held["count"]["low"], held["count"]["high"]) == (8, None)
    assert cli("report", one).code == 0
    assert "corrected count by hand" in (one / "report.html").read_text()
    assert cli("rebuild", one).code == 0
    assert figures(cli, one) == [("killed", 8)]
    assert "correct: count" in cli("judgements", one).out
    kept(cli("judge", one, "--undo", made[:12], *ADA))
    assert cli("incidents", one, "--format", "jsonl").out == before
    assert cli("verify", one).code == 0


def test_a_claim_that_was_missed_is_added_and_may_be_judged_like_any_other(cli, one):
    before = cli("incidents", one, "--format", "jsonl").out
    doc = document(cli, one)
    fields = ("--set", "measure=injured", "--set", "value=3", "--set", "date=2031-03-04")
    made = kept(cli("add-claim", one, doc[:16], "--quote", "the ferry of the guild sank", *fields, *ADA))
    assert ("injured", 3) in figures(cli, one)
    (own,) = [c for c in records(cli, "claims", one) if c["extractor"] == "person"]
    assert own["quote"] == "the ferry of the guild sank"
    assert "add: the ferry" in " ".join(cli("judgements", one).out.split())
    gone = kept(cli("judge", one, own["id"][:16], "reject", *ADA))
    assert ("injured", 3) not in figures(cli, one)
    for name in (gone, made):
        kept(cli("judge", one, "--undo", name, *ADA))
    assert cli("incidents", one, "--format", "jsonl").out == before
    assert cli("verify", one).code == 0


def test_two_claims_of_one_account_are_parted_and_that_is_said(cli, one):
    doc = document(cli, one)
    kept(
        cli("add-claim", one, doc, "--quote", "the ferry of the guild sank", "--set", "date=2031-03-04", *ADA)
    )
    (own,) = [c for c in records(cli, "claims", one) if c["extractor"] == "person"]
    (other,) = killed(cli, one)
    together = [e for e in events(cli, one) if {own["id"], other} <= set(e["claims"])]
    assert len(together) == 1
    ran = cli("judge", one, own["id"], other, "different", *ADA)
    kept(ran)
    assert "two parts of one account, parted as judged" in ran.err
    assert not [e for e in events(cli, one) if {own["id"], other} <= set(e["claims"])]


def test_what_waits_for_a_second_person_moves_nothing_before(cli, one):
    (claim,) = killed(cli, one)
    ran = cli("judge", one, claim, "reject", "--four-eyes", *ADA)
    made = kept(ran)
    assert "once another person says: witnessmark confirm" in ran.out
    assert figures(cli, one) == [("killed", 6)]
    assert "waits for a second person" in " ".join(cli("judgements", one).out.split())
    own = cli("confirm", one, made[:12], *ADA)
    assert (own.code, "only another person" in own.err) == (2, True)
    kept(cli("confirm", one, made[:12], *BORA))
    assert figures(cli, one) == []
    assert "confirmed by" in " ".join(cli("judgements", one).out.split())


def test_a_document_is_marked_as_read(cli, one):
    before = cli("incidents", one, "--format", "jsonl").out
    kept(cli("judge", one, document(cli, one), "read", *ADA))
    assert records(cli, "judgements", one)[0]["judgement"] == "read"
    assert cli("incidents", one, "--format", "jsonl").out == before
    assert "rebuild" not in cli("status", one).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("judge", "CLAIM", "--correct", "value", *ADA), "write it as FIELD=VALUE"),
        (("judge", "CLAIM", "--correct", "gossip=1", *ADA), "gossip: a claim has"),
        (("judge", "DOC", "--correct", "value=1", *ADA), "is a document"),
        (("judge", "CLAIM", "reject", "--correct", "value=1", *ADA), "give its id alone"),
        (("judge", "CLAIM", "--correct", "value=6", *ADA), "says so already"),
        (("add-claim", "DOC", "--quote", "no such words", *ADA), "does not stand there"),
        (("add-claim", "DOC", "--quote", "the", *ADA), "times: give more of it"),
        (("add-claim", "DOC", "--quote", "the ferry", "--by", "N"), "say who decides, and why"),
        (("confirm", "feed", *BORA), "no judgement begins with this"),
    ],
)
def test_wrong_usage_is_said_and_nothing_kept(cli, one, words, said):
    known = {"CLAIM": killed(cli, one)[0], "DOC": document(cli, one)}
    before = ledger(one)
    command, *rest = words
    ran = cli(command, one, *[known.get(w, w) for w in rest])
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert json.dumps(ledger(one)) == json.dumps(before)
