"""Patterns over symbols made of named steps: one that does not match can say which step is wanting."""

import re
from functools import cached_property


class Steps:
    """A pattern put together from steps: what each is in words, and its expression.

    A step without words belongs to the one before it.
    """

    def __init__(self, *steps: tuple[str, str]) -> None:
        self.steps = steps
        whole = re.compile("".join(expression for _, expression in steps))
        self.match = whole.match  # the pattern's own: as fast as without steps

    @cached_property
    def _begun(self) -> list[tuple[str, re.Pattern[str]]]:
        """Each step's words with the expression up to and with it."""
        begun: list[tuple[str, str]] = []
        so_far = ""
        for words, expression in self.steps:
            so_far += expression
            begun.append((words or begun.pop()[0], so_far))
        return [(words, re.compile(expression)) for words, expression in begun]

    def wanting(self, symbols: str, at: int) -> str:
        """The first step that is not there, and the last that is; empty where the pattern matches."""
        found = ""
        for words, begun in self._begun:
            if begun.match(symbols, at) is None:
                return f"no {words}" + (f" after {found}" if found else "")
            found = words
        return ""
