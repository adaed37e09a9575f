"""Each thing that can be wrong with a row: told with its row and column, without a coordinate or a name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_lists import CLINIC, options, planned, table, told, written
from witnessmark.errors import UsageError
from witnessmark.sites.register import ProblemKind, Severity, fold, plan
from witnessmark.sites.register.columns import layout
from witnessmark.sites.register.problems import severity

BAD = [
    ("K1,Blue Gate Clinic,,clinic,-20.54321,10.12345,15,,,ATA", "swapped", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,20.54321,15,,,ATA", "sign_missing", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,40.12345,-20.54321,15,,,ATA", "out_of_country", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,15,,,Brazil", "out_of_country", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,10°72'00\"N,20°32'00\"W,15,,,ATA", "minutes_over_59", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,110.12345,-200.54321,15,,,ATA", "out_of_range", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,by the mill,-20.54321,15,,,ATA", "bad_coordinate", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,,,15,,,ATA", "no_position", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,10.12,-20.54,15,,,ATA", "coarse", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,10.5,-20.5,15,,,ATA", "coarse", "latitude"),
    ("K1,Blue Gate Clinic,,clinic,10.50001,-20.50001,15,,,ATA", "village_centre", "latitude"),
    ("K1,Blue Gate Clinic,,teapot,10.12345,-20.54321,15,,,ATA", "unknown_kind", "kind"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,15,,,Atlantis", "unknown_country", "country"),
    ("K1,,,clinic,10.12345,-20.54321,15,,,ATA", "no_name", "name"),
    (
        "K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,15,2031-05-02,2031-05-01,ATA",
        "impossible_validity",
        "end",
    ),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,15,05/02/2031,,ATA", "bad_date", "start"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,15,2031-02-30,,ATA", "bad_date", "start"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,near,,,ATA", "bad_number", "accuracy"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,999999999,,,ATA", "bad_number", "accuracy"),
    ("K1,Blue Gate Clinic,,clinic,10.12345,-20.54321,15,,,ATA,more", "unreadable", ""),
]


@pytest.mark.parametrize(("line", "kind", "column"), BAD, ids=[kind for _, kind, _ in BAD])
def test_a_bad_row_is_left_out_and_says_why(tmp_path, line, kind, column):
    found = planned(
        written(tmp_path, table(CLINIC.replace("K1", "K0"), line.replace("Blue Gate", "Red Stair")))
    )
    (problem,) = found.problems
    assert (problem.kind.value, problem.row) == (kind, 3)
    assert problem.column == column
    assert problem.keeps_out
    assert (len(found.additions), found.left_out) == (1, 1)
    said = f"{problem.why} {problem.remedy}"
    assert "Stair" not in said
    for part in ("10.12", "20.54", "10.5", "20.5", "110", "200.5"):
        assert part not in said


@pytest.mark.parametrize(
    ("cell", "column", "kind"),
    [
        (
            "Blue Gate Clinic,clinic,10.12345,-20.54321,Middle Earth,ATA",
            "name,kind,lat,lon,datum,country",
            "unknown_datum",
        ),
        (
            "Blue Gate Clinic,clinic,10.12345,-20.54321,perhaps,ATA",
            "name,kind,lat,lon,underground,country",
            "bad_number",
        ),
    ],
)
def test_columns_that_few_lists_have(tmp_path, cell, column, kind):
    path = written(tmp_path, table(cell, header=column))
    ((found, row, _),) = told(path)
    assert (found, row) == (kind, 2)


def test_what_is_only_noted_is_taken(tmp_path):
    path = written(
        tmp_path, table("Blue Gate Clinic,clinic,48.123456,9.123456,ED50", header="name,kind,lat,lon,datum")
    )
    found = planned(path)
    assert [p.kind.value for p in found.problems] == ["country_not_said", "datum_shift"]
    assert len(found.additions) == 1


@pytest.mark.parametrize(("line", "kind"), [(line, kind) for line, kind, _ in BAD[:3] + BAD[8:11]])
def test_what_is_accepted_is_done_and_stays_in_the_note(tmp_path, line, kind):
    path = written(tmp_path, table(line))
    (change,) = planned(path, accept=frozenset({kind})).additions
    assert kind in change.note
    assert "row 2" in change.note
    (change,) = planned(path, accept=frozenset({f"{kind}@2"})).additions
    assert planned(path, accept=frozenset({f"{kind}@3"})).additions == ()
    position = change.stay.position
    if kind in {"swapped", "sign_missing"}:
        assert (position.lat, position.lon) == (10.12345, -20.54321)
    if kind == "coarse":
        assert position.accuracy > 700
    if kind == "village_centre":
        assert position.accuracy == 900.0
    assert position.verbatim == ", ".join(line.split(",")[4:6])


def test_what_must_be_corrected_can_not_be_accepted(tmp_path):
    refused = {k for k in ProblemKind if severity(k) is Severity.REFUSE}
    for line, kind, _ in BAD:
        if ProblemKind(kind) in refused:
            assert not planned(written(tmp_path, table(line)), accept=frozenset({kind})).additions


def test_every_problem_of_a_row_is_told_at_once(tmp_path):
    line = "K1,,,teapot,by the mill,-20.54321,near,05/02/2031,,Atlantis"
    kinds = [kind for kind, _, _ in told(written(tmp_path, table(line)))]
    assert kinds == ["no_name", "unknown_kind", "unknown_country", "bad_coordinate", "bad_date", "bad_number"]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("K2,Blue Gate Clinic,,clinic,10.12400,-20.54300,15,,,ATA", True),
        ("K2,Blue-Gate clinic,,hospital,10.12400,-20.54300,15,,,ATA", True),
        ("K2,عيادة البوابة الزرقاء,,clinic,10.12400,-20.54300,15,,,ATA", True),
        ("K2,Blue Gate Clinic 2,,clinic,10.12400,-20.54300,15,,,ATA", False),
        ("K2,Old Mill School,,school,10.12400,-20.54300,15,,,ATA", False),
        ("K2,Blue Gate Clinic,,clinic,10.22400,-20.54300,15,,,ATA", False),
    ],
)
def test_duplicates_are_asked_about_in_the_file_and_on_the_register(tmp_path, other, same):
    both = written(tmp_path, table(CLINIC, other))
    assert told(both) == ([("twice_in_file", 3, "name")] if same else [])
    known = fold(planned(written(tmp_path, table(CLINIC))).additions)
    alone = written(tmp_path, table(other), "other.csv")
    assert told(alone, known) == ([("duplicate", 2, "name")] if same else [])
    accepted = planned(alone, known, accept=frozenset({"duplicate"}))
    assert len(accepted.additions) == 1
    if same:
        said = planned(alone, known, same={2: known[0].id}, accept=frozenset({"position_differs"}))
        assert {c.site for c in said.changes} == {known[0].id}
        assert not said.additions


def test_problems_tell_distances_from_the_register_roughly(tmp_path):
    """They are kept in clear: three exact ones from listed points would give a place."""
    known = fold(planned(written(tmp_path, table(CLINIC))).additions)
    for line, about in (
        ("K2,Blue Gate Clinic,,clinic,10.12400,-20.54300,15,,,ATA", "under 100 m away"),
        ("K1,Blue Gate Clinic,,clinic,10.20400,-20.54300,15,,,ATA", "under 10 km from where"),
    ):
        (problem,) = planned(written(tmp_path, table(line)), known).problems
        assert about in problem.why


def test_another_name_at_the_very_same_spot_is_noted(tmp_path):
    other = CLINIC.replace("K1,Blue Gate Clinic,عيادة البوابة الزرقاء", "K2,Old Mill School,")
    found = planned(written(tmp_path, table(CLINIC, other)))
    assert [p.kind.value for p in found.problems] == ["same_position"]
    assert len(found.additions) == 2


def test_an_outline_that_crosses_itself_is_refused(tmp_path):
    ring = "[[-20.5,10.1],[-20.4,10.2],[-20.4,10.1],[-20.5,10.2],[-20.5,10.1]]"
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Pine Break Camp",'
        f'"kind":"camp"}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}]}}'
    )
    path = written(tmp_path, text, "a.geojson")
    assert told(path, country="ATA") == [("polygon_crosses_itself", 1, "geometry")]


def test_one_id_at_two_places_at_once_is_refused_and_in_turn_is_a_move(tmp_path):
    away = CLINIC.replace("10.12345", "10.19345")
    first = CLINIC.replace("15,,,", "15,,2031-05-01,")
    assert told(written(tmp_path, table(first, away.replace("15,,,", "15,2031-04-01,,")))) == [
        ("overlapping_stays", 3, "start")
    ]
    found = planned(written(tmp_path, table(first, away.replace("15,,,", "15,2031-05-02,,"))))
    assert not found.problems
    (site,) = fold([*found.additions, *found.changes])
    assert [(s.start, s.end) for s in site.stays] == [(None, date(2031, 5, 1)), (date(2031, 5, 2), None)]
    turned = planned(written(tmp_path, table(away.replace("15,,,", "15,2031-05-02,,"), first)))
    (same,) = fold([*turned.additions, *turned.changes])
    assert [s.position.lat for s in same.stays] == [s.position.lat for s in site.stays]


def test_naming_a_site_the_register_does_not_have_is_a_wrong_call(tmp_path):
    with pytest.raises(UsageError, match="row 2"):
        planned(written(tmp_path, table(CLINIC)), same={2: "nowhere"})


def test_a_kind_for_the_whole_list_must_be_one(tmp_path):
    with pytest.raises(UsageError, match="teapot"):
        planned(written(tmp_path, table(CLINIC)), kind="teapot")


def test_a_site_that_closed_and_opened_again_where_it_stood(tmp_path):
    first = CLINIC.replace("15,,,", "15,,2031-05-01,")
    again = CLINIC.replace("15,,,", "15,2032-01-01,,")
    found = planned(written(tmp_path, table(first, again)))
    assert [c.kind.value for c in found.changes] == ["reopened"]
    (site,) = fold([*found.additions, *found.changes])
    assert [(s.start, s.end) for s in site.stays] == [(None, date(2031, 5, 1)), (date(2032, 1, 1), None)]


cells = st.sampled_from(
    [
        *("", "10.12345", "-20.54321", "10.12", "110.5", "10°72'00\"N", "33P 512345 1119096"),
        *("27PWM5004319096", "teapot", "clinic", "2031-05-01", "2030", "Red Stair Clinic", "سلم أحمر"),
        *("ED50", "Middle Earth", "-3", "ATA", "Atlantis"),
    ]
)
FIELDS = "id,name,kind,latitude,longitude,mgrs,accuracy,start,end,country,datum"


@given(st.lists(st.lists(cells, min_size=11, max_size=11), min_size=1, max_size=4), st.booleans())
def test_whatever_a_list_holds_every_row_is_taken_known_or_told_and_nothing_leaks(lines, accepting):
    chosen = options(accept=frozenset(ProblemKind) if accepting else frozenset())
    names = FIELDS.split(",")
    given_rows = [
        layout(names).row(n, dict(zip(names, line, strict=True))) for n, line in enumerate(lines, 2)
    ]
    found = plan(given_rows, (), chosen)
    assert found.rows == len(lines)
    assert found.left_out == len({p.row for p in found.problems if p.keeps_out})
    assert len(found.additions) <= found.rows - found.left_out
    fold([*found.additions, *found.changes])
    for problem in found.problems:
        said = f"{problem.why} {problem.remedy} {problem.column}"
        for text in (
            "10.12",
            "20.54",
            "110.5",
            "10°",
            "512345",
            "27PWM",
            "Red Stair",
            "أحمر",
            "Middle",
            "Atlantis",
        ):
            assert text not in said


@pytest.mark.parametrize(
    "header",
    [
        "codigo,nombre,tipo,coordenadas,país",
        "code,Nom de l'établissement,Type d'établissement,Coordonnées,Pays",
        "id,Назва,Тип,Координати,Країна",
        "id,название,тип,координаты,страна",
    ],
)
@pytest.mark.parametrize(
    "kind", ["clínica", "puesto de salud", "dispensaire", "лікарня", "больница", "مستشفى"]
)
def test_headers_and_kinds_in_other_languages(tmp_path, header, kind):
    found = planned(written(tmp_path, table(f'K1,Blue Gate,{kind},"10.12345, -20.54321",ATA', header=header)))
    (added,) = found.additions
    assert (found.problems, added.object, added.refs) == ((), "medical_facility", ("K1",))
