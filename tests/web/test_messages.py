"""Strings of the room: every one is translated, with all that its source fills in; every template loads."""

import importlib.util
import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "src/witnessmark/web/templates"
# What is filled in, marked up or to be typed: it stands in a translation as in its source.
KEPT = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|</?\w+[^>]*>|`[^`]+`")


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("messages", ROOT / "assets/messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kept(text):
    return sorted(KEPT.findall(text))


def parts(message):
    return [message.string] if isinstance(message.string, str) else message.string


def faults(message):
    """The translations that lose what their source has; forms for none, one or two may say it in words."""
    if isinstance(message.id, str):
        return [told for told in parts(message) if kept(told) != kept(message.id)]
    many = kept(message.id[1])
    few, rest = message.string[:3], message.string[3:]
    return [t for t in few if not set(kept(t)) <= set(many)] + [t for t in rest if kept(t) != many]


def test_no_string_lacks_its_translation(tool):
    wanted = tool.found()
    assert len(tool.catalogs()) > 0
    for path in tool.catalogs():
        assert tool.lacking(path, wanted) == [], path


def test_a_translation_keeps_what_its_source_fills_in(tool):
    for path in tool.catalogs():
        told = {m.id: faults(m) for m in tool.read(path) if m.id and all(parts(m))}
        assert {name: wrong for name, wrong in told.items() if wrong} == {}, path


def test_a_translation_without_the_name_to_fill_in_is_found():
    class Message:
        id, string = "Signed in as %(name)s", "Signed in"

    assert faults(Message) == ["Signed in"]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: p.name)
def test_every_template_loads(path):
    assert get_template(path.relative_to(TEMPLATES).as_posix()) is not None
