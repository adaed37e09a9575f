"""Comparing reports: the pairs are Splink's own, in any order of rows, however many are looked at at once."""

from dataclasses import replace
from random import Random

import pytest

from witnessmark.link import table
from witnessmark.link.compare import LEAST_WEIGHT, compare, model
from witnessmark.link.row import Row


def row(number: int, chance: Random) -> Row:
    """A made-up report of one of forty events in five towns."""
    event = number % 40
    town, day = event % 5, 738_000 + event // 4
    words = sorted({(event * 100 + chance.randrange(12)) * 16 + 9 for _ in range(9)})
    lat, lon = 33.0 + town / 2, 36.0 + town / 3
    return Row(
        unique_id=f"r{number:03}",
        doc=f"d{number // 2:03}",
        keys=[*words, 10**6 * town + day],
        words=[*words, 5 * 16 + 3, 7 * 16 + 4],
        words_weight=9.0 * len(words) + 7,
        pairs=[w + 1_000_000 for w in words[:4]],
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
    rests = {round(p.weight - sum(part for _, part in p.parts), 3) for p in pairs}
    assert len(rests) == 1


def test_neither_order_nor_portions_change_the_pairs(
    rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compare(rows)
    monkeypatch.setattr(table, "BATCH", 7)
    monkeypatch.setattr(table, "COUNTED", 50)
    monkeypatch.setattr(table, "MEETINGS", 200)
    assert compare(iter(rows[::-1])) == whole


def test_a_key_that_too_many_share_brings_nobody_together(rows: list[Row]) -> None:
    common = [replace(r, keys=[1]) for r in rows]
    assert compare(common[: table.MOST_TO_A_KEY])
    assert compare(common) == []


def test_no_rows_give_no_pairs() -> None:
    assert compare([]) == []
