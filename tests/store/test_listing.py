"""Filters find what they mean, in any script and on both databases, and never by reading all of a case."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import listed
from witnessmark.errors import UsageError
from witnessmark.model.filter import Box, Filter, Unknowns
from witnessmark.model.incident import IncidentKind
from witnessmark.model.record import plain
from witnessmark.store import blocks, cells
from witnessmark.store.case import Case

TYPED = (
    "", "", "", "norvale", "NORV*", '"struck the market"', '"the struck"', "market dead", "قتل", "اورزان",
    "سوق", "市场", "场市", "京*", "marche", "рынка", "हमला", "*", "AND OR (", '"', "a' | b:*", "NEAR(x y)",
    "-market", "^x:y",
)  # fmt: skip
DAYS = (None, date(2031, 2, 1), date(2031, 9, 30))
BOXES = (None, Box(40, 10, 45, 15), Box(179, -40, -179, 60), Box(-180, -90, 180, 90))


@st.composite
def filters(draw):
    def one(values):
        return draw(st.sampled_from(values))

    def some(values):
        return tuple(sorted(draw(st.sets(st.sampled_from(values), max_size=2))))

    start, end = one(DAYS), one(DAYS)
    return Filter(
        start=start if not (start and end) else min(start, end),
        end=end if not (start and end) else max(start, end),
        undated=one(Unknowns), unplaced=one(Unknowns), place=one(["", "", "lea", "vallon mar", "nowhere"]),
        country=one(["", "", "XXA"]), admin1=one(["", "", "Sorn"]), bbox=one(BOXES),
        party=some(listed.PARTIES), method=some(listed.METHODS), object=some(listed.OBJECTS),
        language=some(listed.LANGUAGES), kind=some([IncidentKind.INCIDENT, IncidentKind.AGGREGATE]),
        grade=one(["", "", "V1"]), text=one(TYPED),
    )  # fmt: skip


def texts(readings):
    return {r.document.id: (r.document.language, f"{r.document.title}\n{r.document.text}") for r in readings}


def walked(case, wanted, limit=7):
    found, after = [], None
    while True:
        page = case.incidents_where(wanted, after, limit)
        found += page.items
        after = page.after
        if after is None:
            return found


def test_filters_have_what_they_mean(case):
    readings, every = listed.fill(case)
    told = texts(readings)

    @settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(filters())
    def check(wanted):
        expected = {i.id for i in every if listed.has(wanted, i, told)}
        found = walked(case, wanted)
        assert [i.id for i in found] == list(dict.fromkeys(i.id for i in found))
        assert {i.id for i in found} == expected
        assert case.count_where(wanted) == len(expected)
        first = [i.date[0] or i.date[1] or date.max for i in found]
        assert first == sorted(first)
        histogram = case.histogram(wanted)
        assert sum(n for _, n in histogram.bars) + histogram.undated == len(expected)
        shown = case.map_cells(wanted, 2)
        assert sum(c.incidents for c in shown.cells) + shown.unplaced == len(expected)
        for axis, of in (("method", "method"), ("party", "attributed_to"), ("object", "target")):
            without = replace(wanted, **{axis: ()})
            rest = [i for i in every if listed.has(without, i, told)]
            counted = {v: sum(v in getattr(i, of) for i in rest) for i in rest for v in getattr(i, of)}
            assert dict(case.facets(wanted)[axis]) == counted

    check()


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("ثلاثة", 1),
        ('"سوق أورزان"', 1),
        ("炮击", 2),
        ('"市场遭到"', 2),
        ("marché", 3),
        ("НОРВАЛ*", 4),
        ("बाज़ार", 5),
    ],
)
def test_words_of_every_script_are_found(case, typed, text):
    readings, _ = listed.fill(case, 12)
    found = walked(case, Filter(text=typed))
    assert {d for i in found for d in i.documents} == {
        readings[text].document.id,
        readings[text + 6].document.id,
    }


def test_lists_follow_the_views(case):
    readings, every = listed.fill(case)
    assert len(walked(case, Filter())) == len(every)
    changed = [replace(every[5], method=("new_method",), date=(None, None)), *every[7:9]]
    case.renew_links(listed.links([readings[n] for n in (5, 6, 7, 8)], changed))
    left = [i for n, i in enumerate(every) if n not in (5, 6)] + changed[:1]
    assert {i.id for i in walked(case, Filter())} == {i.id for i in left}
    assert [i.id for i in walked(case, Filter(method=("new_method",)))] == [every[5].id]
    other = listed.reading(99)
    case.record(other)
    case.renew_links(listed.links([other], [replace(every[6], documents=(other.document.id,))]))
    assert [i.id for i in walked(case, Filter(text='"report 99"'))] == [every[6].id]
    assert case.verify() == []
    case.replace_links(listed.links(readings, every[:3]))
    assert {i.id for i in walked(case, Filter())} == {i.id for i in every[:3]}
    assert case.facets(Filter(method=("new_method",)))["party"] == ()
    assert case.verify() == []


def test_a_document_read_otherwise_is_found_by_its_new_words_alone(case):
    readings, every = listed.fill(case, 12)
    anew = replace(readings[0].document, text=readings[0].document.text.replace("Shells", "Rocket"))
    parts = tuple(replace(c, quote=anew.text[c.start : c.end]) for c in readings[0].claims)
    read = replace(readings[0], document=anew, claims=parts)
    case.record(read)
    case.renew_links(listed.links([read], every[:1]))
    assert [i.id for i in walked(case, Filter(text="rocket"))] == [every[0].id]
    assert every[0].id not in {i.id for i in walked(case, Filter(text="shells"))}


def test_coordinates_are_not_found_number_by_number(case):
    readings, every = listed.fill(case, 12)
    anew = replace(
        readings[0].document, text=f"{readings[0].document.text} Sheltered at 12.53217, 41.26841 then."
    )
    case.record(replace(readings[0], document=anew))
    case.renew_links(listed.links([readings[0]], every[:1]))
    assert [i.id for i in walked(case, Filter(text='sheltered "at then"'))] == [every[0].id]
    for typed in ("53217", "532*", '"12 53217"', "41.26841"):
        assert walked(case, Filter(text=typed)) == []


def test_another_open_case_sees_what_changed(sqlite_case):
    readings, every = listed.fill(sqlite_case, 20)
    with Case.open(sqlite_case.root) as other:
        assert other.count_where(Filter()) == 20
        sqlite_case.replace_links(listed.links(readings, every[:4]))
        assert other.count_where(Filter()) == 4


def test_a_place_in_a_list_that_is_none_is_refused(case):
    for after in ("x", "1", "1.zz", "9" * 40 + ".1"):
        with pytest.raises(UsageError, match="after: "):
            case.incidents_where(Filter(), after)
        with pytest.raises(UsageError, match="after: "):
            case.unread(f"{after}:")


def test_an_edited_index_is_found(sqlite_case):
    listed.fill(sqlite_case, 12)
    assert sqlite_case.verify() == []
    for statement, told in (
        (
            "UPDATE view_member SET key = key + 1 WHERE key = (SELECT max(key) FROM view_member)",
            "view_member",
        ),
        ("DELETE FROM view_document WHERE position = 3", "index of words"),
        ("UPDATE view_term SET term = 'x' WHERE position = 1", "not as they were built"),
    ):
        with connections[sqlite_case._using].cursor() as cursor:
            cursor.execute(statement)
        assert any(told in line for line in sqlite_case.verify())


def test_squares_count_what_lies_in_them(case):
    _, every = listed.fill(case, 20)
    shown = case.map_cells(Filter(), 12)
    placed = [i for i in every if i.place is not None and i.place.lat is not None]
    assert sum(c.killed for c in shown.cells) == sum(i.figures[0].best for i in placed)
    for cell in shown.cells:
        assert sum(n for _, n in cell.precision) == cell.incidents
        there = [i for i in placed if in_square(i.place, cell, shown.size)]
        assert len(there) == cell.incidents
        assert dict(cell.precision) == Counter(str(i.place.known) for i in there)
    assert case.map_cells(Filter(), 12, Box(0, 0, 1, 1)).cells == ()


def in_square(place, cell, size):
    return 0 <= place.lat - cell.south < size and 0 <= place.lon - cell.west < size


def test_squares_grow_until_they_are_few(case):
    readings = [listed.reading(i) for i in range(1)]
    case.record(readings[0])
    one = listed.incidents(readings)[0]
    spread = [
        replace(one, id=f"{lat}-{lon}", place=replace(listed.PLACES[1], lat=lat / 2, lon=lon / 2))
        for lat, lon in product(range(60), range(60))
    ]
    case.replace_links(listed.links(readings, spread))
    shown = case.map_cells(Filter(), 20)
    assert len(shown.cells) <= cells.MOST_CELLS
    assert sum(c.incidents for c in shown.cells) == len(spread)
    assert len(json.dumps(plain(shown))) < 300_000


# Tables that grow with the case; what is read of them must be found.
LARGE = (
    "ledger_claim",
    "ledger_document",
    "ledger_reading",
    "view_incident",
    "view_text",
    "view_member",
    "view_relation",
    "view_subject",
    "view_work",
    "ledger_decision",
)


def asked(case):
    wanted = Filter(text='norvale "the market" rep*', start=date(2031, 2, 1), method=("shelling",))
    page = case.incidents_where(Filter(), None, 5)
    case.incidents_where(wanted, page.after, 5)
    case.map_cells(wanted, 3)
    incident = case.incident(page.items[0].id)
    case.incidents_of([incident.claims[0]])
    case.incidents_of(incident.documents)
    case.lineages_of(incident.documents[:1])
    case.candidate("a", "b")
    case.judged_by(["a"])
    case.decision("a")
    case.recorded_claims(["a", incident.claims[0]])
    assert len(case.relations_of(["doc-0000", "doc-0039"])) == 1
    case.decisions_on([incident.claims[0]])
    case.captures_of(incident.documents[0])
    case.readings_of(incident.documents)
    case.waiting()
    for waiting in (case.unread, case.unsure_claims, case.open_pairs, case.last_failures):
        waiting(waiting(None, 2).after, 2)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_words_lie_outside_of_the_rows_that_a_search_visits(case):
    listed.fill(case, 40)
    with connections[case._using].cursor() as cursor:
        cursor.execute(
            "SELECT avg(pg_column_size(filler)), pg_relation_size('view_text') / count(*), "
            "(SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'view_text') "
            "FROM view_text"
        )
        filler, row, outside = cursor.fetchone()
    assert filler < 64
    assert row < 256  # bytes, with what a page holds beside rows
    assert outside > 0


def test_no_page_scans_a_table_that_grows(case):
    listed.fill(case, 40)
    case.count_where(Filter())  # the columns are in memory from here on
    connection = connections[case._using]
    with CaptureQueriesContext(connection) as context:
        asked(case)
    statements = [q["sql"] for q in context.captured_queries if q["sql"].lstrip().startswith("SELECT")]
    assert any("view_text" in s for s in statements)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")
            cursor.execute("SET enable_seqscan = off")  # tables of tests are too small for anything else
        read_whole = "SELECT home FROM view_incident WHERE length(home) > 3"
        assert scans(plan(cursor, connection, read_whole))
        scanned = [s for s in statements if scans(plan(cursor, connection, s))]
    assert scanned == []


def plan(cursor, connection, statement):
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    cursor.execute(f"{explain} {statement}".replace("%", "%%"), [])
    return [str(row[-1]).replace('"', "") for row in cursor.fetchall()]


# Nearly all readings supersede none: to go through those is to go through all.
FIRST_READINGS = re.compile(r"SEARCH ledger_reading .*\(supersedes=\?\)")


def scans(lines):
    """Whether a plan reads a whole large table, or the whole of an index of it."""
    steps = [n for n, line in enumerate(lines) if "Scan " in line or line.startswith(("SCAN", "SEARCH"))]
    for n, behind in zip(steps, [*steps[1:], len(lines)], strict=True):
        found = any(f"{word} Cond" in line for line in lines[n:behind] for word in ("Index", "Recheck"))
        searched = "SEARCH" in lines[n] and not FIRST_READINGS.search(lines[n])
        found = found or searched or "VIRTUAL TABLE INDEX" in lines[n]
        if not found and any(name in lines[n] for name in LARGE):
            return True
    return False


def test_all_facets_are_counted_over_one_state_of_the_views(case, monkeypatch):
    listed.fill(case)
    asked = []
    ask = blocks.listing
    monkeypatch.setattr(blocks, "listing", lambda using: [asked.append(using), ask(using)][1])
    case.facets(Filter(method=("shelling",)))
    assert len(asked) == 1
