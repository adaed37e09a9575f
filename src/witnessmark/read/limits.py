"""Ceilings that keep one file from taking the machine with it."""

from witnessmark.errors import UnreadableError

# One document of text, or one line of a .jsonl. The longest novels are 3 to 6 MB; a larger "document" is a
# dump of many. Reading 20 MB takes two seconds and under half a gigabyte (measured).
MAX_TEXT_BYTES = 20_000_000
# 20 MB wrapped at 100 columns. More lines are a table or a log, and each costs memory of its own.
MAX_LINES = 200_000
# One page of HTML: parsed, it takes ten to twenty times its size.
MAX_HTML_BYTES = 10_000_000
# What is looked at to tell formats apart on standard input.
SNIFF_BYTES = 65_536


def bounded(text: str) -> str:
    """The text itself; raises UnreadableError where it has too many lines to be one report."""
    if text.count("\n") + text.count("\r") > MAX_LINES:
        raise UnreadableError(f"the text has more than {MAX_LINES:,} lines; split it into one file a report")
    return text
