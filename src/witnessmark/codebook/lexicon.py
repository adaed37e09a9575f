"""Lexicons: the surface forms of a language, one YAML file an axis, expanded when they are read."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from witnessmark.codebook.files import items, read_yaml, text
from witnessmark.codebook.inflect import Morphology, expand, read_morphology
from witnessmark.codebook.values import Term
from witnessmark.errors import UsageError

_OTHER_FILES = {"morphology.yaml", "numbers.yaml"}
_INFLECT = ("noun", "verb", "none")


def read_lexicon(folder: Path) -> tuple[Term, ...]:
    """The terms of a language in the order of its files; a form stands once on each axis.

    A form written twice on one axis with one code keeps the attributes of both ("attack", noun and verb);
    with two codes it raises UsageError naming the file, as does anything malformed.
    """
    words = read_morphology(folder / "morphology.yaml")
    terms: dict[tuple[str, str], Term] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name in _OTHER_FILES:
            continue
        for term in _file(path, words):
            key = (term.axis, term.form)
            known = terms.get(key)
            if known and known.code != term.code:
                raise UsageError(f"codebook: {path}: `{term.form}` is both {known.code} and {term.code}")
            terms[key] = _together(known, term) if known else term
    return tuple(terms.values())


def _file(path: Path, words: Morphology | None) -> Iterator[Term]:
    data = read_yaml(path)
    groups = data.get("terms")
    if not isinstance(groups, list):
        raise UsageError(f"codebook: {path} must hold a list under `terms`")
    for group in groups:
        if not isinstance(group, dict):
            raise UsageError(f"codebook: {path}: each item of `terms` must be a mapping")
        yield from _group({"axis": data.get("axis"), **group}, path, words)


def _group(group: Mapping[str, Any], path: Path, words: Morphology | None) -> Iterator[Term]:
    code = text(group, "code", path, "terms")
    axis = text(group, "axis", path, code)
    pos = text(group, "pos", path, code)
    inflect = group.get("inflect", pos if pos in _INFLECT else "none")
    if inflect not in _INFLECT:
        raise UsageError(f"codebook: {path}: `{code}` can inflect as {', '.join(_INFLECT)}")
    own = {k: _plain(v) for k, v in group.items() if k not in {"axis", "code", "forms", "inflect"}}
    shared: dict[
        tuple[str, ...], Mapping[str, str]
    ] = {}  # one mapping for all forms that have the same to say
    for phrase in items(group.get("forms"), path, code):
        for form, attrs in expand(phrase, inflect, words):
            key = tuple(attrs.values())
            if key not in shared:
                shared[key] = MappingProxyType({**own, **attrs})
            yield Term(form, axis, code, shared[key])


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _together(known: Term, new: Term) -> Term:
    """One term with the attributes of both, values joined by a space."""
    attrs = dict(known.attrs)
    for key, value in new.attrs.items():
        attrs[key] = (
            value if key == "lemma" else " ".join(dict.fromkeys(f"{attrs.get(key, '')} {value}".split()))
        )
    return Term(known.form, known.axis, known.code, MappingProxyType(attrs))
