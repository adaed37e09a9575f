"""Sentences of records in another language: each template is told, and what fits none says what it is."""

import ast
import re
from pathlib import Path

import pytest

from web.test_messages import ROOT, tool  # noqa: F401  (a fixture)
from witnessmark.model.sentence import BLANKS, sentence
from witnessmark.publish.tongue import retold, speaking
from witnessmark.web.tongues import English, tongue

SOURCES = ROOT / "src/witnessmark"
LANGUAGE = "ar"
ID, OTHER = "a" * 64, "b" * 64
# What may stand in each blank; `Kefr Dur` for words that stay as they are.
FILLED = {
    "n": "3", "m": "12", "rest": "1,068", "total": "40", "claim": ID, "doc": ID, "other": OTHER,
    "decision": ID, "incident": ID, "day": "2020-01-29", "until": "3 March 2021", "first": "2020-01-29",
    "last": "2020-02-29", "who": "WHO, Kefr Dur", "party": "RUS_GOV", "speaker": "Kefr Dur", "said": "where",
    "asked": "when", "more": "one origin", "listed": "3 numbers, 12 days", "added": "12 + 14",
    "answer": "air strike, school", "measure": "killed", "group": "child", "among": "civilian",
    "object": "medical facility", "modality": "needs verification", "judgement": "reject",
    "kind": "2 to 5 km",
}  # fmt: skip
STAYS = "Kefr Dur"
LATIN = re.compile(r"[A-Za-z]{2,}")
APART = re.compile("\N{FIRST STRONG ISOLATE}[^\N{POP DIRECTIONAL ISOLATE}]*\N{POP DIRECTIONAL ISOLATE}")
ISOLATES = re.compile("[\u2066-\u2069]")
# Modules whose strings of several words are no sentences of records: what they ask of tables.
ASKS_TABLES = {"compare", "components", "overlap", "shared", "table", "weights"}
BEGINNINGS = {"two parts of one account"}  # by which a sentence is known again


@pytest.fixture
def arabic():
    from django.utils.translation import override

    with override(LANGUAGE), speaking(tongue()):
        yield


def filled(template: str) -> str:
    blanks = re.findall(r"\{(\w+)\}", template)
    return template.format(**{name: FILLED.get(name, STAYS) for name in blanks})


def leftover(told: str) -> list[str]:
    """Latin words that neither stand apart as a name nor are an id, a level or a rule's name."""
    return LATIN.findall(re.sub(r"`\w+`|\b[0-9a-f]{64}\b|\bV\d\b", "", APART.sub("", told)))


@pytest.mark.usefixtures("arabic")
def test_each_template_of_a_stage_is_told(tool):  # noqa: F811  (the fixture)
    templates = tool.sentences("sentence", "quantified")
    assert len(templates) > 150
    untold = {t: told for t in templates if leftover(told := retold(filled(t))) or isinstance(told, English)}
    assert untold == {}


@pytest.mark.usefixtures("arabic")
def test_each_sentence_that_stands_in_data_is_told():
    from witnessmark.web.data_sentences import data_sentences

    untold = {s: told for s in data_sentences() if leftover(told := retold(s)) or isinstance(told, English)}
    assert untold == {}


def test_every_blank_that_is_no_words_is_filled_here():
    assert BLANKS.keys() == FILLED.keys()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("one origin: Kefr Dur; by its own investigation",
         "مصدر أصلي واحد: Kefr Dur؛ بتحقيق أجراه المصدر نفسه"),
        ("28 + 18 = 46 of 82, at least 36 not named", "28 + 18 = 46 من أصل 82، و36 على الأقل غير مسماة"),
        ("killed: 12 by 2020-01-29, 14 by 2020-02-03: 2 more",
         "قتلى: 12 حتى 29 كانون الثاني/يناير 2020، 14 حتى 3 شباط/فبراير 2020: أكثر بـ 2"),
        ("one origin: Kefr Dur, in 2 publications", "مصدر أصلي واحد: Kefr Dur، في منشورين"),
        ("one origin: Kefr Dur, in 7 publications", "مصدر أصلي واحد: Kefr Dur، في 7 منشورات"),
        ("one origin: Kefr Dur, in 1,020 publications", "مصدر أصلي واحد: Kefr Dur، في 1,020 منشورًا"),
        ("sum over incidents (at least 2 + 1)", "مجموع الحوادث (2 على الأقل + 1)"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("arabic")
def test_clauses_and_parts_are_told_each_by_its_template(said, told):
    assert ISOLATES.sub("", retold(said)) == told


@pytest.mark.usefixtures("arabic")
def test_codes_and_figures_in_a_grade_are_told():
    told = retold("killed 40 children: as a total: one origin: WHO, in 3 publications")
    assert leftover(told) == []
    assert [number for number in ("40", "3") if number not in told] == []


@pytest.mark.usefixtures("arabic")
def test_a_name_that_has_a_comma_stays_one_name():
    told = retold("denied by International, Impartial and Independent Mechanism, Kefr Dur")
    assert told.count("\N{FIRST STRONG ISOLATE}") <= 2


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize("said", ["the quick brown fox", "no claim says the quick brown fox", "3 foxes of 4"])
def test_what_fits_no_template_says_that_it_is_english(said):
    told = retold(said)
    assert str(told) == said
    assert told.__html__() == f'<span lang="en" dir="ltr">{said}</span>'


@pytest.mark.usefixtures("arabic")
def test_what_fits_no_template_is_escaped():
    assert "<b>" not in retold("the <b> fox").__html__()


def test_english_readers_get_the_sentence_as_it_is():
    assert retold("one origin: WHO") == "one origin: WHO"
    assert sentence("{n} of {total}", n=1, total=2) == "1 of 2"


def unmarked(path: Path) -> list[str]:
    """Strings of three words and more outside `sentence`, errors and docstrings."""
    return [f"{path.name}: {text}" for text in _strings(ast.parse(path.read_text(encoding="utf-8")))]


def _strings(node):
    match node:
        case ast.Raise() | ast.Expr(value=ast.Constant()):
            return
        case ast.Call(func=ast.Name(id="sentence" | "quantified")):
            for word in node.keywords:
                yield from _strings(word.value)
        case ast.Constant(value=str(text)):
            if re.search(r"[A-Za-z']+ [a-z']+ [a-z']+", text) and text not in BEGINNINGS:
                yield text
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _strings(child)


def test_stages_word_nothing_without_a_template():
    stages = [p for name in ("grade", "reconcile", "link") for p in (SOURCES / name).rglob("*.py")]
    others = [SOURCES / "pipeline/effects.py", SOURCES / "sites/outcome.py", SOURCES / "sites/result.py"]
    words = [text for p in (*stages, *others) if p.stem not in ASKS_TABLES for text in unmarked(p)]
    assert len(stages) > 80
    assert words == []


def test_words_without_a_template_are_found(tmp_path):
    path = tmp_path / "stage.py"
    path.write_text('def f(n):\n    "A docstring of words."\n    return f"told {n} times by nobody at all"\n')
    assert unmarked(path) == ["stage.py:  times by nobody at all"]
