"""How well each dimension of an incident is known: a vector of levels with reasons, never one score."""

from witnessmark.grade.stage import grade

__all__ = ["grade"]
