"""Speakers: who says things in reports, and the words that may stand for them."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from witnessmark.codebook.files import items, read_yaml, section, text
from witnessmark.codebook.values import Speaker
from witnessmark.errors import UsageError

Described = Mapping[str, tuple[str, ...]]


def read_claimants(
    path: Path, names: Path | None = None
) -> tuple[Mapping[str, Speaker], Described, Described]:
    """Speakers by id, description ("the watchdog") -> kinds of speaker, noun -> what it says of a speaker.

    The file groups speakers by kind; `names` holds what they are called in other languages. Raises UsageError
    naming the file.
    """
    data = read_yaml(path)
    called = _called(names) if names is not None else {}
    speakers: dict[str, Speaker] = {}
    for kind, group in section(data, "speakers", path).items():
        if not isinstance(group, dict):
            raise UsageError(f"codebook: {path}: `{kind}` must be a mapping of speakers")
        for id_, item in group.items():
            if id_ in speakers or not isinstance(item, dict):
                raise UsageError(f"codebook: {path}: `{id_}` is named twice or is no mapping")
            name = text(item, "name", path, id_)
            spoken = (name, *items(item.get("aliases"), path, id_), *called.pop(id_, ()))
            aliases = spoken if item.get("spoken", True) else ()
            own, meant = (items(item.get(k), path, id_) for k in ("descriptions", "unspecified_form_of"))
            spoken = tuple(dict.fromkeys(aliases))
            speakers[id_] = Speaker(id_, name, kind, item.get("alignment"), spoken, own, meant)
    for unknown in (m for s in speakers.values() for m in s.unspecified_form_of if m not in speakers):
        raise UsageError(f"codebook: {path}: no speaker `{unknown}` to be the unspecified form of")
    if called:
        raise UsageError(f"codebook: {names}: no speaker `{min(called)}`")
    described = _words(section(data, "descriptions", path), path)
    voices = _words(section(data, "voices", path), path)
    return MappingProxyType(speakers), MappingProxyType(described), MappingProxyType(voices)


def _called(path: Path) -> dict[str, tuple[str, ...]]:
    """Speaker -> names in other languages, each once."""
    out: dict[str, tuple[str, ...]] = {}
    for language, speakers in section(read_yaml(path), "names", path).items():
        if not isinstance(speakers, dict):
            raise UsageError(f"codebook: {path}: `{language}` must be a mapping of speakers")
        for id_, told in speakers.items():
            out[id_] = tuple(dict.fromkeys((*out.get(id_, ()), *items(told, path, id_))))
    return out


def _words(table: Mapping[str, object], path: Path) -> dict[str, tuple[str, ...]]:
    """Word -> the classes it stands under; a key may name several, with spaces between."""
    out: dict[str, tuple[str, ...]] = {}
    for classes, words in table.items():
        for word in items(words, path, classes):
            out[word] = (*out.get(word, ()), *classes.split())
    return out
