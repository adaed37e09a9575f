"""Ceilings that keep one file from taking the machine with it."""

# One document of text, or one line of a .jsonl. The longest novels are 3 to 6 MB; a larger "document" is a
# dump of many, and at 20 MB one text still costs under 200 MB of memory through every stage.
MAX_TEXT_BYTES = 20_000_000
# One page of HTML: parsed, it takes ten to twenty times its size.
MAX_HTML_BYTES = 10_000_000
# What is looked at to tell formats apart on standard input.
SNIFF_BYTES = 65_536
