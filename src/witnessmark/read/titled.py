"""A headline that is told beside the text and not in it: it was published too, and often has the count."""

import re

from witnessmark.model.document import Zone, ZoneKind
from witnessmark.read.cues import level

_APART = "\n\n"
# What sites put between a headline and their own name.
_JOINT = re.compile(r"\s+(?:[|\u2022\u00b7]|::|[-\u2013\u2014]|:)\s+")
_ALWAYS = frozenset({"|", "::", "\u2022", "\u00b7"})  # the others may join a headline to its source
_LETTERS = re.compile(r"[\W_]+")


def with_title(
    text: str, parts: tuple[Zone, ...], title: str | None, publisher: str | None
) -> tuple[str, tuple[Zone, ...]]:
    """The text with a title it does not hold as its last line, a zone of its own, and its zones.

    At the end, so that whoever has offsets into the text as given still has the right ones. The name of the
    site behind a headline is no part of it.
    """
    said = title.strip() if title else ""
    if not said or level(said[: headline_end(said, publisher)]) in level(text):
        return text, parts
    body = text.rstrip()
    start = len(body) + len(_APART)
    end = start + headline_end(said, publisher)
    own = [Zone(ZoneKind.TITLE, start, end)]
    if end < start + len(said):
        own.append(Zone(ZoneKind.SOURCE_CREDIT, end, start + len(said)))
    return f"{body}{_APART}{said}", (*parts, *own)


def headline_end(title: str, publisher: str | None) -> int:
    """Where a title's headline ends and the name of its site begins."""
    site = _LETTERS.sub("", (publisher or "").lower().removeprefix("www.").partition(".")[0])
    for joint in _JOINT.finditer(title):
        behind = _LETTERS.sub("", title[joint.end() :].lower())
        if joint.start() and (joint.group().strip() in _ALWAYS or (site and site in behind)):
            return joint.start()
    return len(title)
