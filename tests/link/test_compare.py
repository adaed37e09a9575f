"""Comparing reports: the pairs are Splink's own, in any order of rows, however many are looked at at once."""

from copy import deepcopy
from dataclasses import replace
from random import Random

import pytest

from witnessmark.link import table, weights
from witnessmark.link.compare import LEAST_WEIGHT, compare
from witnessmark.link.row import Row
from witnessmark.link.weights import model, query, written


def row(number: int, chance: Random) -> Row:
    """A made-up report of one of forty events in five towns."""
    event = number % 40
    town, day = event % 5, 738_000 + event // 4
    words = sorted({(event * 100 + chance.randrange(12)) * 16 + 9 for _ in range(9)})
    lat, lon = 33.0 + town / 2, 36.0 + town / 3
    return Row(
        unique_id=f"r{number:03}",
        doc=f"d{number // 2:03}",
        keys=[2 * word for word in words] + [2 * (10**6 * town + day)],
        undated=False,
        words=[*words, 5 * 16 + 3, 7 * 16 + 4],
        words_weight=9.0 * len(words) + 7,
        pairs=[w + 1_000_000 for w in words[:4]],
        names=words[:3],
        title=words[4:6],
        publisher=f"house {number % 9}" if chance.random() < 0.8 else None,
        published=day + chance.randrange(4) if chance.random() < 0.8 else None,
        first=day if chance.random() < 0.7 else None,
        last=day + chance.randrange(2),
        dated=chance.random() < 0.5,
        nights=[day] if chance.random() < 0.5 else [],
        cells=[town],
        near=[town, town + 1],
        wide=[town // 2],
        lat=lat if chance.random() < 0.8 else None,
        lon=lon,
        radius=5.0,
        point=chance.random() < 0.7,
        placed=chance.random() < 0.6,
        large=town == 1,
        language="en" if chance.random() < 0.8 else "ar",
        peace=(True, False, None)[event % 3],
        divisions=[f"XX {town // 2}"],
        country="XX",
        dead=[event % 7 + chance.randrange(2)] if chance.random() < 0.6 else [],
        hurt=[event % 9] if chance.random() < 0.3 else [],
        methods=["airstrike"] if chance.random() < 0.5 else [],
        targets=["school"] if chance.random() < 0.3 else [],
        attackers=[],
        lineage=f"line {number // 3}",
    )


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    chance = Random(7)  # noqa: S311  (made-up rows, not a secret)
    return [row(n, chance) for n in range(160)]


def test_pairs_weigh_what_splink_gives_them_by_the_model_alone(rows: list[Row]) -> None:
    """The record of what two share changes the cost, nothing else."""
    from splink import DuckDBAPI, Linker

    with table.database() as connection:
        table.load(connection, rows)
        linker = Linker(DuckDBAPI(connection).register("given"), model(), log_level=None)
        found = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT)
        wanted = "unique_id_l, unique_id_r, match_weight"
        expected = found.as_duckdbpyrelation().project(wanted).fetchall()
    told = {(p.a, p.b): p.weight for p in compare(rows)}
    assert len(told) > 100
    assert told == {(*sorted((a, b)),): round(weight, 4) for a, b, weight in expected}


def test_parts_of_a_pair_add_up_to_its_weight_with_the_prior(rows: list[Row]) -> None:
    pairs = compare(rows)
    rests = [p.weight - sum(part for _, part in p.parts) for p in pairs]
    assert max(rests) - min(rests) < 0.0002  # weights are rounded to four digits


def test_neither_order_nor_portions_change_the_pairs(
    rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compare(rows)
    monkeypatch.setattr(table, "BATCH", 7)
    monkeypatch.setattr(table, "COUNTED", 50)
    monkeypatch.setattr(table, "MEETINGS", 200)
    assert compare(iter(rows[::-1])) == whole


def test_whether_two_are_compared_is_theirs_alone(rows: list[Row]) -> None:
    """However many others share a key with them."""
    one, other = rows[0], rows[40]
    alone = compare([one, other])
    crowd = [replace(r, unique_id=f"x{r.unique_id}", doc=f"x{r.doc}", keys=one.keys) for r in rows]
    among = compare([*crowd, one, other])
    assert alone
    assert [p for p in among if {p.a, p.b} == {one.unique_id, other.unique_id}] == alone


def test_on_an_odd_key_only_reports_without_time_meet_others(rows: list[Row]) -> None:
    told = [replace(r, keys=[1]) for r in rows[:3:2]]
    timeless = [replace(r, keys=[1], undated=True) for r in rows[40:43:2]]
    assert compare(told, least=-99) == []
    met = compare([*told, *timeless], least=-99)
    assert {(p.a, p.b) for p in met} == {
        ("r000", "r040"), ("r000", "r042"), ("r002", "r040"), ("r002", "r042"), ("r040", "r042"),
    }  # fmt: skip


def test_the_query_that_is_kept_is_what_splink_writes_for_the_model() -> None:
    """Where this fails after a change of the model: `python -m witnessmark.link.weights`."""
    assert query() == written(model())


def test_an_edited_model_is_weighed_by_at_once(rows: list[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    edited = deepcopy(model())
    for level in edited["comparisons"][1]["comparison_levels"]:
        level["m_probability"] = level["u_probability"] = 1 / 9
    before = compare(rows)
    monkeypatch.setattr(weights, "model", lambda: edited)
    after = compare(rows)
    assert {bits for p in after for name, bits in p.parts if name == "prominent"} == {0.0}
    assert [p.weight for p in before] != [p.weight for p in after]


def test_no_rows_give_no_pairs() -> None:
    assert compare([]) == []
