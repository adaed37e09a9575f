"""The one way to a case: what serves pages and programs knows neither cases nor their store."""

import ast
from pathlib import Path

import pytest

import witnessmark.web

WEB = Path(witnessmark.web.__file__).parent
OUTER = sorted(path for part in ("views", "api", "shown") for path in (WEB / part).rglob("*.py"))
FORBIDDEN = ("witnessmark.store", "witnessmark.web.cases", "witnessmark.Case", "django.db")
ALLOWED = {"django.db.DatabaseError"}  # the name of a fault: no way to a table


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def forbidden(names):
    starts = tuple(f"{f}." for f in FORBIDDEN)
    return [name for name in names if f"{name}.".startswith(starts) and name not in ALLOWED]


@pytest.mark.parametrize("path", OUTER, ids=lambda path: str(path.relative_to(WEB)))
def test_pages_and_programs_reach_a_case_by_its_permissions_alone(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert forbidden(imported(tree)) == []
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    assert [node.lineno for node in attributes if node.attr == "case"] == []


def test_the_rule_sees_what_it_forbids():
    found = list(imported(ast.parse("from witnessmark.web import cases\nimport witnessmark.store.case")))
    assert forbidden(found) == found
