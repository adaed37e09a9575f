"""Which prints are worth comparing: those that share a key, each pair of groups no more than once.

Every key is read off one print, so two prints meet whatever else there is. Prints already tied are not
compared again, so that ten thousand copies of one text cost ten thousand comparisons and not fifty million;
which ones end up in one lineage does not depend on what is passed over. Only in a bucket too full to compare
all of does it depend on the rest of that bucket (`crowded`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
        met: dict[str, list[Print]] = {}  # those of one lineage so far, by any of them
        for new in sorted(bucket, key=_in_time):
            own = [new]
            for tie, group in _ties(sets, new, met, weigh, tried):
                own = [*met.pop(group), *own]
                if tie is not None:
                    out.append(tie)
            met[new.doc] = own
    return out


def _ties(
    sets: UnionFind, new: Print, met: Mapping[str, list[Print]], weigh: Weigh, tried: set[tuple[str, str]]
) -> Iterator[tuple[Tie | None, str]]:
    """The groups that `new` belongs to, with the tie by which it is joined to each it was not yet in."""
    compared = 0
    for group, prints in sorted(met.items(), key=lambda item: _in_time(item[1][-1]), reverse=True):
        if sets.together(prints[0].doc, new.doc):
            yield None, group
            continue
        for old in reversed(prints):
            a, b = sorted((old, new), key=lambda p: p.doc)
            if compared == NEIGHBOURS or (a.doc, b.doc) in tried:
                continue
            compared += 1
            tried.add((a.doc, b.doc))
            tie = weigh(a, b)
            if tie is not None:
                sets.join(a.doc, b.doc)
                yield tie, group
                break


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
