"""review, judge and judgements, as a reviewer meets them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.tools import ledger

MARKET = (
    "HAZARABAD, 4 March 2031 - A shell struck the market in Aleppo on Tuesday, killing 6 civilians, "
    "rescuers said."
)
HARBOUR = (
    "DERNE, 19 June 2031 - An air strike hit the harbour of Tartus on Thursday, killing 21 people, "
    "the harbour master said."
)
SAME = ("--by", "Ada Lindqvist", "--reason", "one strike, told twice")


@pytest.fixture
def two(cli, case, tmp_path) -> Path:
    """A case with two reports of two events."""
    for name, text in (("market", MARKET), ("harbour", HARBOUR)):
        (tmp_path / f"{name}.txt").write_text(text)
        assert cli("add", case, tmp_path / f"{name}.txt").code == 0
    return case


def records(cli, *words) -> Iterator[dict]:
    return [json.loads(line) for line in cli(*words, "--format", "jsonl").out.splitlines()]


def killed(cli, case) -> list[str]:
    """The claim with the number of killed of each document."""
    held = [c for c in records(cli, "claims", case) if c["count"] and c["count"]["measure"] == "killed"]
    return [next(c["id"] for c in held if c["doc"] == doc) for doc in sorted({c["doc"] for c in held})]


def events(cli, case) -> list[dict]:
    return [i for i in records(cli, "incidents", case) if i["kind"] == "incident"]


def test_a_judgement_joins_two_reports_and_undo_restores_every_line(cli, two):
    a, b = killed(cli, two)
    before = cli("incidents", two, "--format", "jsonl").out
    assert len(events(cli, two)) == 2
    ran = cli("judge", two, a[:16], b[:16], "same", *SAME)
    assert (ran.code, ran.err) == (0, "")
    assert len(events(cli, two)) == 1
    assert cli("rebuild", two).code == 0
    assert len(events(cli, two)) == 1
    made = records(cli, "judgements", two)[0]
    assert (made["judgement"], made["by"], made["human"]) == ("same", "Ada Lindqvist", True)
    assert made["id"] in ran.out
    undone = cli("judge", two, "--undo", made["id"][:12], *SAME)
    assert undone.code == 0
    assert cli("incidents", two, "--format", "jsonl").out == before
    assert cli("verify", two).code == 0
    assert "taken back" in cli("judgements", two).out
    again = cli("judge", two, "--undo", made["id"][:12], *SAME)
    assert (again.code, "taken back already" in again.err) == (2, True)


def test_all_prints_of_a_report_move_with_the_one_judged_an_old_one_printed_as_new_too(cli, case, tmp_path):
    old = (
        "Shelling killed 23 people and wounded 61 at the livestock market of Zabid{}. Four shells fell "
        "within minutes, and 318 families were moved to a school. The pump that was hit had served 14,500 "
        "people, Nadim Qarawi, a rescuer, said."
    )
    other = "An air strike on a bridge near Hodeidah on 1 August 2021 killed four drivers, a clinic said."
    told = {
        "first": ("2019-04-14", old.format(" on 13 April 2019")),
        "reprint": ("2019-04-15", old.format(" on 13 April 2019")),
        "recycled": ("2021-08-02", old.format(" on Monday")),
        "other": ("2021-08-03", other),
    }
    rows = [json.dumps({"id": i, "published": day, "text": text}) for i, (day, text) in told.items()]
    (tmp_path / "told.jsonl").write_text("\n".join(rows))
    assert cli("add", case, tmp_path / "told.jsonl").code == 0
    assert sorted(len(e["documents"]) for e in events(cli, case)) == [1, 3]
    for name in ("recycled", "reprint"):
        made = cli("judge", case, name, "other", "same", *SAME)
        assert (made.code, made.err) == (0, "")
        assert [set(e["documents"]) for e in events(cli, case)] == [set(told)]
        assert cli("judge", case, "--undo", made.out.split()[2].rstrip(";")[:12], *SAME).code == 0


def test_a_later_judgement_holds_and_both_are_shown(cli, two):
    a, b = killed(cli, two)
    cli("judge", two, a, b, "same", *SAME)
    ran = cli("judge", two, b, a, "different", *SAME)
    first, second = records(cli, "judgements", two)
    assert ran.code == 0
    assert f"judged by {first['id']} too" in ran.err
    assert len(events(cli, two)) == 2
    table = cli("judgements", two).out
    assert f"another holds: {second['id'][:12]}" in table
    assert "in force: apart" in table


def test_a_merge_that_judgements_forbid_is_said_and_listed(cli, two, tmp_path):
    (tmp_path / "bridge.txt").write_text("A mine killed 3 farmers near Homs on 2 October 2030, police said.")
    assert cli("add", two, tmp_path / "bridge.txt").code == 0
    a, b, c = killed(cli, two)
    assert cli("judge", two, a, b, "same", *SAME).err == ""
    assert cli("judge", two, a, c, "different", *SAME).err == ""
    ran = cli("judge", two, b, c, "same", *SAME)
    assert "the merge is refused" in ran.err
    refused = [p for p in records(cli, "review", two) if p["record"] == "pair" and p["standing"] == "refused"]
    doc = {claim["id"]: claim["doc"] for claim in records(cli, "claims", two)}
    assert [set(p["documents"]) for p in refused] == [{doc[a], doc[c]}]
    assert refused[0]["reasons"][0].startswith("judged different: ")
    assert "1 refused merge" in cli("review", two).out


def test_names_and_reasons_are_in_the_decision_alone(cli, two):
    a, b = killed(cli, two)
    ran = cli("judge", two, a, b, "unsure", *SAME)
    assert "Lindqvist" not in ran.out + ran.err
    assert sum("Lindqvist" in line for line in ledger(two)) == 1
    from witnessmark.store import models
    from witnessmark.store.case import Case

    with Case.open(two) as opened:
        runs = models.RunRow.objects.using(opened._using).values_list("record", flat=True)
        assert not any("Lindqvist" in r or "told twice" in r for r in runs)
        assert not any("Lindqvist" in t.reason for t in opened.candidates())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["A", "B", "same", "--reason", "x"], "say who judges"),
        (["A", "B", "same", "--by", "N", "--method", "m 1", "--reason", "x"], "say who judges"),
        (["A", "B", "same", "--by", "N"], "say why"),
        (["A", "B", "--by", "N", "--reason", "x"], "give A B and same, different or unsure"),
        (["A", "B", "maybe", "--by", "N", "--reason", "x"], "maybe"),
        (["gone", "B", "same", "--by", "N", "--reason", "x"], "gone: no claim or document"),
        (["A", "A", "same", "--by", "N", "--reason", "x"], "one and the same"),
        (["--undo", "feed", "--by", "N", "--reason", "x"], "no judgement begins with this"),
        (["A", "B", "same", "--undo", "feed", "--by", "N", "--reason", "x"], "or --undo ID alone"),
    ],
)
def test_wrong_usage_says_what_is_missing_and_keeps_nothing(cli, two, words, said):
    known = dict(zip("AB", killed(cli, two), strict=True))
    before = ledger(two)
    ran = cli("judge", two, *[known.get(w, w) for w in words])
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ledger(two) == before


def test_the_most_valuable_pair_comes_first_with_its_quotes_and_reasons(cli, example):
    pairs = [p for p in records(cli, "review", example) if p["record"] == "pair"]
    values = [p["value"] for p in pairs]
    assert values
    assert values == sorted(values, reverse=True)
    assert all(all(p["quotes"]) and p["reasons"] for p in pairs)
    assert f"{len(pairs)} pairs of reports to review" in cli("review", example).out
    only = cli("review", example, "--pairs", "1").out
    assert f"{len(pairs)} pairs of reports to review; 1 of them shown" in only


def test_a_rejected_claim_counts_in_no_figure_and_no_grade_until_it_is_taken_back(cli, case, tmp_path):
    told = (
        "DERNE, 5 March 2031 - An air strike hit the market in Aleppo on 4 March 2031. It killed 6 people, "
        "the civil defence said. The Red Crescent said 16 people were killed."
    )
    (tmp_path / "market.txt").write_text(told)
    assert cli("add", case, tmp_path / "market.txt").code == 0
    before = cli("incidents", case, "--format", "jsonl").out
    (event,) = events(cli, case)
    held = {c["id"]: c["count"]["value"] for c in records(cli, "claims", case) if c["count"]}
    (wrong,) = [name for name, value in held.items() if value == 16]
    assert wrong in event["claims"]

    ran = cli("judge", case, wrong[:16], "reject", "--by", "Ada Lindqvist", "--reason", "a typing error")
    assert (ran.code, ran.err) == (0, "")
    (left,) = events(cli, case)
    assert [(f["low"], f["best"], f["high"]) for f in left["figures"] if f["measure"] == "killed"] == [
        (6, 6, 6)
    ]
    assert wrong not in json.dumps(left)
    assert "REJECTED" in cli("claims", case).out
    assert cli("incidents", case, "--rule", "majority", "--format", "jsonl").out.count(wrong) == 0
    assert cli("rebuild", case).code == 0
    assert events(cli, case) == [left]

    (made,) = records(cli, "judgements", case)
    assert (
        cli("judge", case, "--undo", made["id"], "--by", "Ada Lindqvist", "--reason", "it was right").code
        == 0
    )
    assert cli("incidents", case, "--format", "jsonl").out == before
    assert "REJECTED" not in cli("claims", case).out
    assert cli("verify", case).code == 0


def test_a_person_stands_before_a_program_and_an_accepted_claim_is_not_asked_about_again(cli, two):
    (name, _) = killed(cli, two)
    by = ("--reason", "read again")
    assert cli("judge", two, name, "accept", "--by", "Ada Lindqvist", *by).code == 0
    assert cli("judge", two, name, "reject", "--method", "checker 1.0", *by).code == 0
    assert any(name in i["claims"] for i in records(cli, "incidents", two))
    assert name not in [r.get("id") for r in records(cli, "review", two, "--below", 1)]


def test_only_a_claim_is_rejected(cli, two):
    doc = records(cli, "claims", two)[0]["doc"]
    ran = cli("judge", two, doc, "reject", "--by", "Ada Lindqvist", "--reason", "none")
    assert ran.code == 2
    assert "name one of its claims" in ran.err
    ran = cli("judge", two, doc, "same", "--by", "Ada Lindqvist", "--reason", "none")
    assert ran.code == 2
    assert "CLAIM and reject or accept" in ran.err


def judged(cli, case, *words, by="Ada Lindqvist"):
    """The judgement made with these words: its id, and what was said beside it."""
    ran = cli("judge", case, *words, "--by", by, "--reason", "read again")
    assert ran.code == 0
    return ran.out.split()[2].rstrip(";"), ran.err


def test_a_claim_rejected_twice_stays_rejected_when_one_is_taken_back(cli, two):
    claim = killed(cli, two)[0]
    before = cli("incidents", two, "--format", "jsonl").out
    first, said = judged(cli, two, claim, "reject")
    assert said == ""
    without = cli("incidents", two, "--format", "jsonl").out
    second, said = judged(cli, two, claim, "reject")
    assert f"judged reject by {first} already" in said
    for undo, left in ((first, second), (second, None)):
        _, said = judged(cli, two, "--undo", undo)
        assert (f"still judged reject, by {left}" in said) == (left is not None)
        assert cli("incidents", two, "--format", "jsonl").out == (without if left else before)


def test_that_a_claim_in_a_pair_is_rejected_is_said(cli, two):
    a, b = killed(cli, two)
    gone, _ = judged(cli, two, a, "reject")
    _, said = judged(cli, two, a, b, "same")
    assert f"claim {a[:12]} is rejected by {gone}" in said
    assert b[:12] not in said


def test_a_claim_accepted_after_its_rejection_counts_and_both_are_named(cli, two):
    claim = killed(cli, two)[0]
    gone, _ = judged(cli, two, claim, "reject")
    _, said = judged(cli, two, claim, "accept")
    assert f"judged reject by {gone}, which stays beside" in said
    assert "holds" not in said
    ran = cli("judge", two, claim, "reject", "--method", "counter 2", "--reason", "no digit")
    assert (ran.code, "a person's judgement comes before" in ran.err) == (0, True)
