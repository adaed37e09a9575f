"""Bytes to text: byte-order mark, declared charset, UTF-8, UTF-16, then detection; never lossy in silence."""

import codecs
import re
from dataclasses import dataclass

from witnessmark.errors import EmptyError, UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "a sound, image or video file"),
)
# The single- and multi-byte encodings that pages are still found in (WHATWG Encoding Standard, legacy
# encodings). Without this list short French is read as a DOS code page (tried with charset-normalizer 3.5).
_LEGACY = [
    *(
        "cp1252",
        "cp1250",
        "cp1251",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "koi8_r",
        "iso8859_2",
        "iso8859_5",
    ),
    *("iso8859_6", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
# WHATWG Encoding Standard: what these labels mean on the web.
_WEB_LABELS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
# UTF-8 with this many good multi-byte characters to each bad byte is damaged UTF-8, not another encoding.
_GOOD_PER_BAD = 20
# Text has hardly any control characters; bytes that are no text are full of them.
_CONTROL_SHARE = 0.01
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_ODD = re.compile(r"[\ud800-\uf8ff\ufff0-\uffff]|[^\w\s\x20-\u06ff\u2000-\u303f\U0001f000-\U0001ffff]")
REMEDY = "save it as UTF-8 text (.txt) and add it again"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and how many bytes had to be replaced by U+FFFD (usually none)."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, without its byte-order mark; line ends untouched.

    Raises EmptyError for nothing but white space and UnreadableError for bytes that are no text.
    """
    if not data.strip():
        raise EmptyError("the file is empty; remove it or add the report's text")
    decoded = _decode(data, declared)
    if not decoded.text.strip():
        raise EmptyError("the file holds only white space; remove it or add the report's text")
    if len(_CONTROL.findall(decoded.text)) > _CONTROL_SHARE * len(decoded.text):
        raise UnreadableError(f"the bytes are not text in any known encoding; {REMEDY}")
    return decoded


def newlines(text: str) -> str:
    r"""Universal newlines: \r\n and \r become \n, as `open(path, encoding=...).read()` gives them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str | None) -> Decoded:
    for bom, name in _BOMS:
        if data.startswith(bom):
            marked = _strict(data[len(bom) :], name)
            if marked is None:
                raise UnreadableError(f"the file is marked as {name} but is broken; {REMEDY}")
            return Decoded(marked, name)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"the file is {what}, not text; convert it to text (.txt) and add it again")
    if b"\0" in data:
        return _utf16(data)
    for name in filter(None, (_codec(declared), "utf-8")):
        text = _strict(data, name)
        if text is not None:
            return Decoded(text, name)
    return _damaged(data) or _detected(data)


def _codec(label: str | None) -> str | None:
    """Python's name of a declared charset; None where it declares none that can hold this."""
    try:
        name = codecs.lookup(label.strip()).name if label else None
    except LookupError:
        return None
    if not name or name.startswith(("utf-16", "utf-32")):  # no NUL in the bytes: cannot be true of a page
        return None
    return _WEB_LABELS.get(name, name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = str(data, encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: a codec that is no text encoding
        return None
    return text


def _utf16(data: bytes) -> Decoded:
    """UTF-16 without a mark: the byte order that gives ordinary characters."""
    for name in ("utf-16-le", "utf-16-be"):
        text = _strict(data, name) if len(data) % 2 == 0 else None
        if (
            text
            and " " in text
            and "\0" not in text
            and len(_ODD.findall(text)) <= _CONTROL_SHARE * len(text)
        ):
            return Decoded(text, name)
    raise UnreadableError(f"the file is binary, not text; convert it to text, or {REMEDY}")


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes: read, with U+FFFD where they were, and counted."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(1 for c in text if c > "\x7f") - bad
    return Decoded(text, "utf-8", bad) if good >= _GOOD_PER_BAD * bad else None


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    text = _strict(data, best.encoding) if best else None
    if best is None or text is None:
        raise UnreadableError(f"the bytes are not text in any known encoding; {REMEDY}")
    return Decoded(text, best.encoding)
