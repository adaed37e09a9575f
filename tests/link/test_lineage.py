from random import Random
from time import process_time

from link.made import claim, count, on, report
from link.stories import WIRE, other_desk, reworded, translated, wire
from witnessmark.link import link
from witnessmark.link.matching import match
from witnessmark.model.incident import LineageKind


def lines(*readings):
    return {line.documents: line for line in link(readings).lineages}


def test_two_wordings_and_a_translated_copy_are_one_lineage_with_one_origin():
    found = link([wire(), reworded(), translated()])
    (line,) = found.lineages
    assert line.documents == ("reworded", "translated", "wire")
    assert line.kind is LineageKind.SAME_STORY
    assert line.origin == "OPEN_LEDGER"
    assert line.evidence


def test_another_desks_report_of_one_of_its_events_stays_apart():
    assert {line.documents for line in link([wire(), other_desk()]).lineages} == {("wire",), ("desk",)}


def test_a_reprint_to_the_letter_is_an_exact_copy():
    found = lines(wire("a"), wire("b"))
    assert found["a", "b"].kind is LineageKind.EXACT_COPY


def test_house_style_edits_leave_a_near_copy():
    edited = WIRE.replace("northern army", "northern forces").replace("it said", "according to the group")
    found = lines(wire("a"), wire("b", publisher="THE_HERALD", text=edited))
    assert found["a", "b"].kind is LineageKind.NEAR_COPY


def test_an_abridged_reprint_is_a_near_copy():
    head = WIRE[: WIRE.index(" A shell landed")]
    short = report("short", head + WIRE[WIRE.index(' "The commanders') :], publisher="BRIEFING")
    assert lines(wire("full"), short)["full", "short"].kind is LineageKind.NEAR_COPY


def monthly(doc, month, n, published):
    text = f"The monitor counted {n} attacks in {month}. Its list names every one of them by day."
    n_attacks = claim(
        f"{doc}-0", f"{n} attacks", "aggregate_tally", who=("OPEN_LEDGER", "DAILY"), n=count("attacks", n)
    )
    return report(doc, text, [n_attacks], published=published, publisher="DAILY")


def test_two_reports_of_one_monitor_share_an_origin_but_no_lineage():
    found = link([monthly("may", "May", 41, "2021-06-01"), monthly("june", "June", 53, "2021-07-01")])
    assert len(found.lineages) == 2
    assert {line.origin for line in found.lineages} == {"OPEN_LEDGER"}
    assert "same_publisher_documents" in {r.type for r in found.relations}


def test_a_shared_war_total_alone_makes_no_lineage():
    def story(doc, text):
        total = claim(
            f"{doc}-0",
            "more than 92,000 people",
            "context_figure",
            who=("DAILY",),
            n=count("killed", 92000, "person"),
            when=on("2012-01-01", "2021-03-01"),
        )
        return report(doc, f"{text} The war has killed more than 92,000 people.", [total])

    found = link([story("a", "Talks resumed in the capital."), story("b", "Flour is short in the hills.")])
    assert all(line.kind is LineageKind.SINGLE for line in found.lineages)


def test_every_document_is_in_exactly_one_lineage():
    found = link([wire(), translated(), other_desk(), report("empty", "Nothing to see.")])
    docs = [d for line in found.lineages for d in line.documents]
    assert sorted(docs) == ["desk", "empty", "translated", "wire"]


def test_two_prints_of_a_long_dialogue_are_compared_in_good_time():
    syllables = [a + b for a in "bdfgklmnprst" for b in ("al", "endo", "irish", "ovenk", "urat")]

    def dialogue(doc, lines, greeting):
        pick = Random(7)  # noqa: S311  (the same lines for every document)
        said = [" ".join("".join(pick.sample(syllables, 2)) for _ in range(6)) for _ in range(lines)]
        claims = [claim(f"{doc}-{n}", f"{greeting} {line}", "opinion") for n, line in enumerate(said)]
        return report(doc, ". ".join(f"{greeting} {line}" for line in said), claims).claims

    one, other = dialogue("one", 1200, "well"), dialogue("other", 1200, "so")
    start = process_time()
    assert len(match(one, other)) == 1200
    assert process_time() - start < 3  # every pair of lines takes ten times this
