"""Strings of the review room for translators: finds them in the sources and brings the catalogs up to date.

    python assets/messages.py          # adds what is new to each .po, takes out what is gone
    python assets/messages.py --check  # says what is missing; exit code 1 where anything is

Django's own `templatize` turns templates into what Babel reads as Python; no other program is needed.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po

from witnessmark.web import catalogs as spoken
from witnessmark.web.data_sentences import data_sentences
from witnessmark.web.shown.labels import CONTEXT, words

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src/witnessmark"
WEB = SOURCES / "web"
PUBLISH = SOURCES / "publish"
KEYWORDS = {
    "gettext": None, "gettext_lazy": None, "gettext_noop": None, "_": None, "ngettext": (1, 2), "N_": None,
    "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3), "say": None, "forms": (1, 2),
}  # fmt: skip
# Without the dates and names that would make every update a change.
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Witnessmark\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def found() -> Catalog:
    """Every string of the sources."""
    catalog = Catalog(project="Witnessmark", charset="utf-8")
    for path, text in _sources():
        where = path.relative_to(ROOT).as_posix()
        for line, function, message, comments in extract_python(
            io.BytesIO(text.encode()), list(KEYWORDS), ["Translators:"], {"encoding": "utf-8"}
        ):
            _add(catalog, (where, line), function, message, comments)
    for word in sorted(words()):
        catalog.add(word, context=CONTEXT)
    with_number = sentences("quantified")
    for template in sorted({*sentences("sentence"), *data_sentences()} - with_number):
        catalog.add(template, context=spoken.CONTEXT)
    for template in sorted(with_number):
        catalog.add((template, template), context=spoken.CONTEXT)
    return catalog


def sentences(*functions: str) -> set[str]:
    """The templates that stages give to these functions; raises where one is no literal."""
    calls = (
        (path, node)
        for path in sorted(SOURCES.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions
    )
    found = set()
    for path, call in calls:
        template = call.args[0]
        if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
            raise SystemExit(f"{path}:{call.lineno}: the template of a sentence is to be a literal")
        found.add(template.value)
    return found


def _sources() -> Iterator[tuple[Path, str]]:
    from django.utils.translation.template import templatize

    for path in sorted((*WEB.rglob("*.py"), *PUBLISH.rglob("*.py"))):
        yield path, path.read_text(encoding="utf-8")
    for path in sorted((WEB / "templates").rglob("*.html")):
        yield path, templatize(path.read_text(encoding="utf-8"), origin=str(path))


def _add(
    catalog: Catalog, where: tuple[str, int], function: str | None, message: object, notes: list[str]
) -> None:
    parts = [m for m in (message if isinstance(message, tuple) else (message,)) if isinstance(m, str)]
    if not parts or function is None:
        return
    context = parts.pop(0) if function in {"pgettext", "npgettext"} else None
    name = tuple(parts[:2]) if function in {"ngettext", "npgettext", "forms"} else parts[0]
    catalog.add(name, locations=[where], auto_comments=notes, context=context)


def catalogs() -> list[Path]:
    """The .po files."""
    return sorted((WEB / "locale").glob("*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    """A catalog as it is."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def lacking(path: Path, wanted: Catalog) -> list[str]:
    """The strings a catalog has no translation of, or only an uncertain one."""
    known = read(path)
    missing = []
    for message in wanted:
        if not message.id:
            continue
        name = message.id[0] if isinstance(message.id, tuple) else message.id
        there = known.get(name, message.context)
        told = (
            []
            if there is None
            else there.string
            if isinstance(there.string, (tuple, list))
            else [there.string]
        )
        if there is None or there.fuzzy or not told or not all(told):
            missing.append(name)
    return missing


def _whole(told: object) -> bool:
    parts = told if isinstance(told, (tuple, list)) else (told,)
    return bool(parts) and all(parts)


def update(path: Path, wanted: Catalog) -> None:
    """Add what is new, take out what is gone, keep what was translated."""
    known = read(path)
    known.update(wanted, no_fuzzy_matching=True)
    known.obsolete.clear()
    body = io.BytesIO()
    write_po(body, known, width=110, sort_output=True, omit_header=True, no_location=True)
    header = _HEADER.format(locale=known.locale, plurals=known.plural_forms)
    path.write_bytes(header.encode() + body.getvalue())


def main() -> int:
    wanted = found()
    if "--check" not in sys.argv:
        for path in catalogs():
            update(path, wanted)
    left = {path: lacking(path, wanted) for path in catalogs()}
    for path, names in left.items():
        print(f"{path.relative_to(ROOT)}: {len(names)} of {len(wanted)} without a translation")
        for name in names:
            print(f"  {name}")
    return int(any(left.values()))


if __name__ == "__main__":
    raise SystemExit(main())
