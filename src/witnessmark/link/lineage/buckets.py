"""Which prints are worth comparing: those that share a key, each pair of groups no more than once.

Every key is read off one print, so two prints meet whatever else there is. Prints already tied are not
compared again, so that ten thousand copies of one text cost ten thousand comparisons and not fifty million;
which ones end up in one lineage does not depend on what is passed over. Only in a bucket too full to compare
all of does it depend on the rest of that bucket (`crowded`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from witnessmark.link.lineage.prints import Print
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.incident import Tie

Weigh = Callable[[Print, Print], Tie | None]
Key = TypeVar("Key", bytes, int)

# Prints of other lineages that one print is compared with in a bucket: the nearest by day. A bucket this full
# of unrelated prints (a form letter, a page of standing figures) would cost quadratic time.
NEIGHBOURS = 16


def tie_up(sets: UnionFind, buckets: Iterable[Iterable[Print]], weigh: Weigh) -> list[Tie]:
    """The ties that `weigh` finds among prints of one bucket, joined in `sets`."""
    tried: set[tuple[str, str]] = set()
    out = []
    for bucket in buckets:
        met: dict[str, list[Print]] = {}  # those of one lineage so far, by its root; the latest stands last
        for new in sorted(bucket, key=_in_time):
            found = list(_ties(sets, new, met, weigh, tried))
            out += [tie for tie, _ in found if tie is not None]
            parts = [met.pop(group) for _, group in reversed(found)]
            own = parts[0] if parts else []
            for more in parts[1:]:
                own += more
            own.append(new)
            met[sets.find(new.doc)] = own
    return out


def _ties(
    sets: UnionFind, new: Print, met: dict[str, list[Print]], weigh: Weigh, tried: set[tuple[str, str]]
) -> Iterator[tuple[Tie | None, str]]:
    """The groups that `new` belongs to, with the tie by which it is joined to each it was not yet in.

    The latest group comes first. Of the others no more are looked at than are compared.
    """
    home = sets.find(new.doc)  # no other group can be its own: two that are joined are made one
    compared = 0
    for group in reversed(met):
        if group == home:
            yield None, group
            home = ""
            continue
        for old in reversed(met[group]):
            a, b = sorted((old, new), key=lambda p: p.doc)
            if compared == NEIGHBOURS:
                break
            if (a.doc, b.doc) in tried:
                continue
            compared += 1
            tried.add((a.doc, b.doc))
            tie = weigh(a, b)
            if tie is not None:
                sets.join(a.doc, b.doc)
                yield tie, group
                break
        if compared == NEIGHBOURS:
            break
    if home in met:
        yield None, home


def _in_time(print_: Print) -> tuple[str, str]:
    return (str(print_.published[0] or print_.published[1] or ""), print_.doc)


def crowded(buckets: Iterable[Sequence[Print]]) -> Iterator[list[str]]:
    """The documents of each bucket too full to compare all of: a further one may change what is."""
    for bucket in buckets:
        if len(bucket) > NEIGHBOURS + 1:
            yield [p.doc for p in bucket]


def buckets_of(prints: Iterable[Print], keys: Callable[[Print], Iterable[Key]]) -> list[list[Print]]:
    """Prints by each key that two or more share, in the order of the keys."""
    found: dict[Key, list[Print]] = defaultdict(list)
    for p in prints:
        for key in keys(p):
            found[key].append(p)
    return [found[key] for key in sorted(key for key, ps in found.items() if len(ps) > 1)]
