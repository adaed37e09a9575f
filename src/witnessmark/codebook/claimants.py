"""Speakers: who says things in reports, and the words that may stand for them."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from witnessmark.codebook.files import items, read_yaml, section, text
from witnessmark.codebook.values import Speaker
from witnessmark.errors import UsageError


def read_claimants(path: Path) -> tuple[Mapping[str, Speaker], Mapping[str, tuple[str, ...]]]:
    """Speakers by id, and description ("the watchdog") -> kinds of speaker it may refer to.

    The file groups speakers by kind. Raises UsageError naming the file.
    """
    data = read_yaml(path)
    speakers: dict[str, Speaker] = {}
    for kind, group in section(data, "speakers", path).items():
        if not isinstance(group, dict):
            raise UsageError(f"codebook: {path}: `{kind}` must be a mapping of speakers")
        for id_, item in group.items():
            if id_ in speakers or not isinstance(item, dict):
                raise UsageError(f"codebook: {path}: `{id_}` is named twice or is no mapping")
            name = text(item, "name", path, id_)
            aliases = (name, *items(item.get("aliases"), path, id_)) if item.get("spoken", True) else ()
            own = items(item.get("descriptions"), path, id_)
            speakers[id_] = Speaker(
                id_, name, kind, item.get("alignment"), tuple(dict.fromkeys(aliases)), own
            )
    described: dict[str, tuple[str, ...]] = {}
    for kinds, words in section(data, "descriptions", path).items():
        for word in items(words, path, kinds):
            described[word] = (*described.get(word, ()), *kinds.split())
    return MappingProxyType(speakers), MappingProxyType(described)
