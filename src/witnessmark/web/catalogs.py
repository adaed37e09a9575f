"""The templates of sentences that a language has words for, read from its compiled catalog.

`gettext` reads such a file but lists nothing of it; Babel's `read_mo` keeps one of two messages that differ
in their context alone.
"""

import struct
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
CONTEXT = "sentence"  # of the templates of `witnessmark.model.sentence` in the catalogs of translations
_AFTER_CONTEXT, _BETWEEN = "\x04", "\x00"  # between a message and its plural, and between forms
# GNU gettext, format of MO files: magic number, revision, count, offsets of originals and of translations.
_HEAD = struct.Struct("<5I")
_MAGIC = 0x950412DE
_PLACE = struct.Struct("<2I")


def templates(language: str) -> dict[str, tuple[str, ...]]:
    """Template -> its translation, one form for each kind of number where its words change with one.

    Empty for a language without a catalog.
    """
    path = LOCALE / language / "LC_MESSAGES" / "django.mo"
    if not path.exists():
        return {}
    data = path.read_bytes()
    magic, _, count, originals, translations = _HEAD.unpack_from(data)
    if magic != _MAGIC:
        raise ValueError(f"{path} is no compiled catalog of this program")
    before = CONTEXT + _AFTER_CONTEXT
    pairs = ((_text(data, originals, n), _text(data, translations, n)) for n in range(count))
    return {
        name.removeprefix(before).partition(_BETWEEN)[0]: tuple(told.split(_BETWEEN))
        for name, told in pairs
        if name.startswith(before) and told
    }


def _text(data: bytes, table: int, n: int) -> str:
    length, start = _PLACE.unpack_from(data, table + n * _PLACE.size)
    return data[start : start + length].decode()
