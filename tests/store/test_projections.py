"""Views are rebuilt whole, the same each time, and the database refuses impossible figures."""

from dataclasses import replace

import pytest

from store import made
from witnessmark.errors import IntegrityError
from witnessmark.model.ids import canonical_json
from witnessmark.model.links import Links
from witnessmark.model.record import to_record
from witnessmark.store.case import Case


def exported(case: Case) -> str:
    values = [*case.lineages(), *case.incidents(), *case.relations()]
    return "\n".join(canonical_json(to_record(v)) for v in values)


def test_views_come_back_as_given_and_two_rebuilds_are_byte_identical(case):
    readings = [made.reading(i) for i in range(4)]
    lineages, incidents, relations = made.views(readings)
    case.replace_links(Links(lineages, incidents, relations))
    assert list(case.lineages()) == lineages
    assert [to_record(i) for i in case.incidents()] == [to_record(i) for i in incidents]
    assert list(case.relations()) == relations
    first = exported(case)
    case.replace_links(Links(*made.views(readings[:2])))
    assert exported(case) != first
    case.replace_links(Links(*made.views(readings)))
    assert exported(case) == first


def test_a_rebuild_that_fails_leaves_the_old_views(case):
    readings = [made.reading(i) for i in range(4)]
    case.replace_links(Links(*made.views(readings)))
    before = exported(case)
    lineages, incidents, relations = made.views(readings[:2])
    impossible = replace(incidents[0].figures[0], low=5, high=3)
    with pytest.raises(IntegrityError, match="the database refused a row"):
        case.replace_links(Links(lineages, [replace(incidents[0], figures=(impossible,))], relations))
    assert exported(case) == before


def test_views_are_stale_until_rebuilt(case):
    assert not case.stale()
    case.record(made.reading(0))
    assert case.stale()
    case.replace_links(Links(*made.views(list(case.readings()))))
    assert not case.stale()
    case.record(made.reading(0))
    assert not case.stale()
    case.record(made.reading(1))
    assert case.stale()
