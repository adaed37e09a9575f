from dataclasses import replace

from witnessmark.locate import Gazetteer
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.pipeline.towns import towns_around


def test_the_largest_towns_around_come_first():
    found = Gazetteer.default().towns(35.5, 36.2, 36.5, 37.5, limit=5)
    assert found[0].name == "Aleppo"
    sizes = [t.population for t in found]
    assert sizes == sorted(sizes, reverse=True)
    assert all(35.5 <= t.lat <= 36.5 and 36.2 <= t.lon <= 37.5 for t in found)


def test_only_incidents_with_a_place_draw_towns():
    ariha = next(
        p for p in (Gazetteer.default().towns(35.7, 36.5, 35.9, 36.7, limit=30)) if p.name == "Ariha"
    )
    placed = Incident(
        "i", IncidentKind.INCIDENT, (), (), (None, None), ariha, (), (), (), (), (), (), 1, Grade()
    )
    assert towns_around([replace(placed, place=None)]) == ()
    assert "Idlib" in {t.name for t in towns_around([placed])}
