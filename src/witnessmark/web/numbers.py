"""Whole numbers as addresses and forms bring them: from anybody, of any length."""

_DIGITS = 18  # of numbers that both databases can count; Python itself refuses to read those of thousands


def whole(text: str) -> int | None:
    """The number, or None for what is none that anything here could have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None
