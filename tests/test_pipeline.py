"""The stages together: the example case shows what it must, and nothing breaks on any text."""

import io
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import expectations
import factory
from witnessmark import pipeline
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.ids import canonical_json
from witnessmark.model.reading import Reading
from witnessmark.model.record import from_record, to_record

EXAMPLE = Path(__file__).parents[1] / "examples" / "idlib"
REPORTS = sorted(EXAMPLE.glob("*.txt"))

# Expectations of the example that are not met yet. One that is met must leave this list: the test says so.
KNOWN_GAPS: list[str] = []


@pytest.fixture(scope="module")
def linked() -> pipeline.Linked:
    return pipeline.link([r for r in pipeline.extract(REPORTS) if isinstance(r, Reading)])


@pytest.fixture(scope="module")
def checked(linked) -> dict[str, tuple[object, object]]:
    expected = yaml.safe_load((EXAMPLE / "expected.yaml").read_text(encoding="utf-8"))
    found = list(expectations.checks(expectations.Case(linked), expected))
    assert len(found) == len({name for name, _, _ in found})
    return {name: (wanted, got) for name, wanted, got in found}


def test_the_example_shows_what_it_must(checked):
    assert len(checked) > 150
    failing = {n: f"{wanted} expected, {got} found" for n, (wanted, got) in checked.items() if wanted != got}
    assert {n: told for n, told in failing.items() if n not in KNOWN_GAPS} == {}


def test_gaps_that_have_closed_leave_the_list(checked):
    met = [name for name in KNOWN_GAPS if name in checked and checked[name][0] == checked[name][1]]
    assert met == [], "remove these from KNOWN_GAPS"
    assert [name for name in KNOWN_GAPS if name not in checked] == [], "no such expectation"


def test_ids_are_unique_and_quotes_verbatim(linked):
    claims = [c for r in linked.readings for c in r.claims]
    assert len({c.id for c in claims}) == len(claims) > 50
    assert len({i.id for i in linked.incidents}) == len(linked.incidents)
    for r in linked.readings:
        assert_sound(r)


def test_every_number_leads_back_to_a_claim(linked):
    known = {c.id for r in linked.readings for c in r.claims}
    for incident in linked.incidents:
        assert set(incident.claims) <= known
        for figure in incident.figures:
            assert figure.claims
            assert set(figure.claims) <= set(incident.claims)
            assert figure.low is None or figure.high is None or figure.low <= figure.high
            assert figure.low is not None or figure.best is not None or figure.high is not None


def test_documents_know_their_lineage(linked):
    lineage_of = {doc: lineage.id for lineage in linked.lineages for doc in lineage.documents}
    assert {r.document.id: r.document.lineage for r in linked.readings} == lineage_of


def test_the_order_of_documents_does_not_matter(linked):
    readings = [pipeline.analyse(r.document) for r in linked.readings]
    chance = random.Random(3)  # noqa: S311  (an order, not a secret)
    for _ in range(3):
        chance.shuffle(readings)
        again = pipeline.link(readings)
        assert again.incidents == linked.incidents
        assert again.lineages == linked.lineages
        assert set(again.relations) == set(linked.relations)


def test_the_same_bytes_again(linked):
    def lines(of: pipeline.Linked) -> list[str]:
        return [canonical_json(to_record(v)) for v in (*of.lineages, *of.incidents, *of.relations)]

    again = pipeline.link([r for r in pipeline.extract(REPORTS) if isinstance(r, Reading)])
    assert lines(again) == lines(linked)


def test_readings_that_were_recorded_link_alike(linked):
    """What a case keeps of a reading is all that linking looks at."""

    def back(value):
        return from_record(to_record(value))

    kept = [
        Reading(
            back(r.document), tuple(map(back, r.timexes)), tuple(map(back, r.places)),
            tuple(map(back, r.claims)), tuple(map(back, r.relations)),
        )
        for r in linked.readings
    ]  # fmt: skip
    assert pipeline.link(kept).incidents == linked.incidents


BLOCKS = [
    "Get the day's stories by email\nSign up for our free newsletter\nYou can unsubscribe at any time.\n",
    "Subscribe to The Daily Ledger and have tomorrow's digest delivered to your inbox.\n",
    "Home News Contact Privacy policy\n",
]


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
def test_boilerplate_after_the_end_adds_no_claim_and_takes_none(report, block):
    def claims(data: bytes) -> list[tuple[int, str, str]]:
        (document,) = pipeline.read(["-"], stdin=io.BytesIO(data))
        assert isinstance(document, Document)
        return [(c.start, c.quote, c.kind) for c in pipeline.analyse(document).claims]

    data = report.read_bytes().rstrip() + b"\n\n"
    assert claims(data + block.encode()) == claims(data)


WORDS = (
    "at least", "dozens of", "71", "1,068", "three", "no", "people", "civilians", "children",
    "were killed", "killing of", "injured", "fled", "Idlib", "Ariha", "Aleppo", "Goma", "Syria",
    "Russia", "the Syrian government", "Amnesty International", "said", "according to", "denied",
    "an air strike", "barrel bombs", "cluster munitions", "a hospital", "a school", "on 5 May 2020",
    "yesterday", "since December", "among them", "of the", "and", "or", ", ", ". ", "; ", ": ", "“",
    "”", "(", ")", "-", "\n", "\n\n", "on Monday", "by", "between 3 and 5", "more than", "0",
    "99999999999",
)  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
anything = st.text(max_size=400)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_sound(reading: Reading) -> None:
    """Quotes are the text at their offsets, in zones that may speak; ids are unique; relations join them."""
    text = reading.document.text
    allowed = [z for z in reading.document.zones if z.claims_allowed]
    for part in (*reading.claims, *reading.timexes, *reading.places):
        assert text[part.start : part.end] == part.quote != ""
        assert part.doc == reading.document.id
    for claim in reading.claims:
        assert any(z.start <= claim.start and claim.end <= z.end for z in allowed)
        assert claim.claimants
    ids = {c.id for c in reading.claims}
    assert len(ids) == len(reading.claims)
    assert all({*r.a, *([r.b] if r.b else [])} <= ids for r in reading.relations)


@few
@given(st.one_of(sentences, anything))
def test_any_text_is_analysed(text):
    reading = pipeline.analyse(factory.document(text))
    assert_sound(reading)
    again = pipeline.analyse(factory.document(text))
    assert again == reading


@few
@given(st.lists(sentences, min_size=1, max_size=4))
def test_any_set_of_texts_is_linked(texts):
    readings = [pipeline.analyse(factory.document(t, name=f"{n}.txt")) for n, t in enumerate(texts)]
    linked = pipeline.link(readings)
    assert sorted(d for lineage in linked.lineages for d in lineage.documents) == sorted(
        r.document.id for r in readings
    )
    known = {c.id for r in readings for c in r.claims}
    assert all(set(i.claims) <= known for i in linked.incidents)


@few
@given(st.binary(max_size=600))
def test_any_bytes_are_a_document_or_a_failure(data):
    items = list(pipeline.read(["-"], stdin=io.BytesIO(data)))
    assert items
    for item in items:
        assert isinstance(item, Document | Failure)
        if isinstance(item, Failure):
            assert item.error
            assert item.message
