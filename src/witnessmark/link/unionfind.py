"""Disjoint sets of names, with an answer that does not depend on the order they were joined in."""

from collections import defaultdict
from collections.abc import Iterable


class UnionFind:
    """Sets of strings; a name nobody joined is a set of its own once it was added."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {name: name for name in names}

    def find(self, name: str) -> str:
        parent = self._parent
        root = parent.setdefault(name, name)
        while parent[root] != root:
            root = parent[root]
        while parent[name] != root:
            parent[name], name = root, parent[name]
        return root

    def join(self, a: str, b: str) -> None:
        """Put `a` and `b` into one set; the least name stands for it."""
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low

    def together(self, a: str, b: str) -> bool:
        return self.find(a) == self.find(b)

    def groups(self) -> list[list[str]]:
        """Every set, each sorted, in the order of their least names."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            found[self.find(name)].append(name)
        return [found[root] for root in sorted(found)]
