# ruff: noqa: INP001  (a script beside the pages it writes, in no package)
"""Writes commands.md, records.md and ../method/rules: `python docs/reference/generate.py`.

A test checks that they are fresh.
"""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from typer.main import get_command

from witnessmark.cli.app import COMMANDS, app
from witnessmark.codebook import load
from witnessmark.extract.rule import Rule
from witnessmark.extract.rules import FAMILIES, RULES
from witnessmark.model.record import KINDS, plain

HERE = Path(__file__).parent
WIDTH = 100  # of a help text: no example is broken

COMMANDS_HEAD = """# Commands

Written by `docs/reference/generate.py` from the program's own help; do not edit.

Exit codes: 0 done; 1 some items failed and are listed while the rest was kept, or the work was stopped;
2 wrong usage, or a case that cannot be used; 3 the record is broken. Results go to standard output, failures
and notes to standard error. A progress line is drawn on a terminal only.
"""
RECORDS_HEAD = """# Records

Written by `docs/reference/generate.py` from `src/witnessmark/model`; do not edit.

With `--format jsonl` a command writes JSON lines, one record a line, in UTF-8; `record` names its kind.
Offsets are Unicode code points, end exclusive, into the document's `text`: `text[start:end]` is the `quote`.
Dates are ISO 8601. Ids are SHA-256 of canonical JSON, so that a re-run gives the same ids. `null` means
unknown or open, never zero.
"""
RULES_HEAD = """# Rules: {family}

Written by `docs/reference/generate.py` from the entries of `src/witnessmark/extract/rules.py`; do not edit.
A test reads each example and sees this rule fire.

{meaning}
"""
CONFIDENCE = "[figure and kind](../confidence.md)"
RULE_PAGES = HERE.parent / "method" / "rules"
# Where a record's shape is not its dataclass's.
SHAPED = {
    "Timex.parts": "list of the timexes a range names, in the ledger only; left out where there are none",
    "Document.published": "date or null",
    "Zone.claims_allowed": "boolean",
    "Relation.a": "string, for sums a list of strings",
    "Decision.content": "object: of `add` the claim, of `correct` its fields as they are now; else left out",
    "Decision.act": "string; left out where there is none",
    "Decision.four_eyes": "boolean; left out where it is false",
    "Incident.grade": "object: a DimensionGrade for each dimension; `flags`, a list of strings; `minimum`, "
    "the lowest level; `suggested`, a list of Suggestion",
}
SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}


def commands() -> str:
    """Every command with its help."""
    group: Any = get_command(app)
    root = group.make_context("witnessmark", ["--help"], resilient_parsing=True)
    parts = [COMMANDS_HEAD]
    for command in COMMANDS:
        name = command.name
        known, context = group, root
        for word in name.split():
            known = known.get_command(context, word)
            context = type(root)(
                known, info_name=word, parent=context, terminal_width=WIDTH, max_content_width=WIDTH,
                resilient_parsing=True,
            )  # fmt: skip
        lines = [line.rstrip() for line in known.get_help(context).splitlines()]
        parts.append(f"## {name}\n\n```text\n" + "\n".join(lines) + "\n```\n")
    return "\n".join(parts)


def records() -> str:
    """Every record kind with its fields; then the objects and the closed lists that they use."""
    used: dict[str, type] = {}
    tables = [(kind, cls, _table(cls, used)) for kind, cls in KINDS.items()]
    done: set[str] = set()
    inside = []
    while left := sorted(name for name in used if name not in done and is_dataclass(used[name])):
        done.update(left)
        inside += [(name, used[name], _table(used[name], used)) for name in left]
    parts = [
        RECORDS_HEAD,
        *_sections(tables),
        "# Objects inside records\n",
        *_sections(sorted(inside, key=str)),
    ]
    parts.append("# Closed lists\n")
    for name in sorted(name for name in used if not is_dataclass(used[name])):
        values = ", ".join(f"`{member.value}`" for member in used[name])  # type: ignore[attr-defined]
        parts.append(f"**{name}**. {_doc(used[name])}\n\n{values}\n")
    return "\n".join(parts)


def rules() -> dict[str, str]:
    """A page for each family of the rules that make claims, by its name."""
    pages = {}
    for family, meaning in FAMILIES.items():
        own = [_rule(rule) for rule in RULES.values() if rule.family == family]
        pages[family] = "\n".join([RULES_HEAD.format(family=family, meaning=meaning), *own])
    return pages


def _rule(rule: Rule) -> str:
    yields = "; ".join(f"`{told}`" for told in rule.yields)
    beside = f" (beside claims by {', '.join(f'`{name}`' for name in rule.beside)})" if rule.beside else ""
    rows = ", ".join(str(pattern) for pattern in rule.patterns)
    claims, right = load().confidence.measured.get(rule.name, (0, 0))
    held = f" Annotated articles: {right} of {claims} right ({CONFIDENCE})." if claims else ""
    return (
        f"## {rule.name}\n\n{rule.meaning}\n\n> {rule.example}\n\n"
        f"gives {yields}{beside}. Tests: rows {rows} in `tests/extract`.{held}\n"
    )


def _sections(tables: list[tuple[str, type, str]]) -> list[str]:
    return [
        f"## {name}\n\n{_doc(cls)}\n\n| field | value |\n|---|---|\n{table}\n" for name, cls, table in tables
    ]


def _doc(cls: type) -> str:
    return re.sub(r"\s+", " ", getdoc(cls) or "")


def _table(cls: type, used: dict[str, type]) -> str:
    return "\n".join(f"| `{name}` | {told} |" for name, told in _fields(cls, used))


def _fields(cls: type, used: dict[str, type]) -> Iterator[tuple[str, str]]:
    """The names of a record's fields as it is written, and what each may hold."""
    whole = {"Zone": [*_hints(cls), "claims_allowed"], "Decision": [*_hints(cls)]}
    for name in whole.get(cls.__name__) or plain(_sample(cls)):
        shaped = SHAPED.get(f"{cls.__name__}.{name}")
        if shaped and name == "grade":
            held = _hints(_hints(cls)[name])
            used["DimensionGrade"] = get_args(get_args(held["dimensions"])[0])[1]
            used["Suggestion"] = get_args(held["suggested"])[0]
        hint, absent = (None, False) if shaped else _hint(cls, name)
        yield name, shaped or _told(hint, used, absent=absent)


def _hint(cls: type, name: str) -> tuple[Any, bool]:
    """The annotation of a field, also of an inner object written flat, and whether that may be absent."""
    hints = _hints(cls)
    if name in hints:
        return hints[name], False
    for outer, hint in hints.items():
        absent = NoneType in get_args(hint)
        for inner in (a for a in (hint, *get_args(hint)) if is_dataclass(a)):
            flat = _hints(inner)  # type: ignore[arg-type]
            found = flat.get(name) or flat.get(name.removeprefix(f"{outer}_"))
            if found:
                return found, absent
    raise LookupError(f"{cls.__name__}.{name}: say in SHAPED what it is")


def _told(hint: Any, used: dict[str, type], *, absent: bool = False) -> str:  # noqa: ANN401  (annotations have no type)
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        kinds = [_told(a, used) for a in dict.fromkeys(arguments) if a is not Ellipsis]
        told = f"list of {kinds[0]}" if Ellipsis in arguments else f"list of two: {kinds[0]}"
    elif arguments:
        told = " or ".join(_told(a, used) for a in arguments if a is not NoneType)
        absent = absent or NoneType in arguments
    else:
        told = SIMPLE.get(hint) or hint.__name__
        if hint not in SIMPLE:
            used[hint.__name__] = hint
    return f"{told} or null" if absent else told


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _sample(hint: Any, inside: tuple[type, ...] = ()) -> Any:  # noqa: ANN401  (a value of any annotation)
    """A value of an annotation: its record shows which fields are written; in itself, no more than once."""
    arguments = [a for a in get_args(hint) if a not in {NoneType, Ellipsis}]
    if get_origin(hint) is tuple:
        return () if inside.count(arguments[0]) > 1 else tuple(_sample(a, inside) for a in arguments)
    if arguments:
        return _sample(arguments[0], inside)
    if is_dataclass(hint):
        fields = {name: _sample(inner, (*inside, hint)) for name, inner in _hints(hint).items()}  # type: ignore[arg-type]
        return hint(**fields)  # type: ignore[operator]
    if issubclass(hint, StrEnum):
        return next(iter(hint))
    return date.min if hint is date else hint()


if __name__ == "__main__":
    (HERE / "commands.md").write_text(commands(), encoding="utf-8")
    (HERE / "records.md").write_text(records(), encoding="utf-8")
    RULE_PAGES.mkdir(exist_ok=True)
    for family, page in rules().items():
        (RULE_PAGES / f"{family}.md").write_text(page, encoding="utf-8")
