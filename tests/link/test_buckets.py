"""What a bucket costs that many prints are in, and that nothing is passed over for it."""

import pytest

from link.made import report
from witnessmark.link.lineage.buckets import NEIGHBOURS, tie_up
from witnessmark.link.lineage.prints import prints_of
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.incident import LineageKind, Tie


class Counted(UnionFind):
    """Counts how often it is asked."""

    asked = 0

    def find(self, name):
        self.asked += 1
        return super().find(name)


def prints(number):
    made = (report(f"d{n:04}", f"Print number {n}.", published="2021-03-05") for n in range(number))
    return list(prints_of({r.document.id: r for r in made}).values())


def tied(a, b):
    return Tie(a.doc, b.doc, LineageKind.NEAR_COPY, "made")


def test_a_print_is_compared_with_so_many_of_a_full_bucket_and_no_others_are_looked_at():
    asked, compared = [], []
    for number in (100, 400):
        sets, met = Counted(), []
        tie_up(sets, [prints(number)], lambda a, b, met=met: met.append((a.doc, b.doc)))
        asked.append(sets.asked)
        compared.append(len(met))
    assert asked == [2 * 100, 2 * 400]
    assert compared[1] < 400 * NEIGHBOURS
    assert compared[1] - compared[0] == 300 * NEIGHBOURS


def test_copies_in_a_full_bucket_are_each_compared_once():
    sets = UnionFind()
    assert len(tie_up(sets, [prints(300)], tied)) == 299
    assert len(sets.groups()) == 1


@pytest.mark.parametrize("known", [0, 5])
def test_a_print_finds_its_own_lineage_behind_more_neighbours_than_are_compared(known):
    every = prints(NEIGHBOURS + 20)
    sets = UnionFind(p.doc for p in every)
    sets.join(every[known].doc, every[-1].doc)
    compared = []
    tie_up(sets, [every], lambda a, b: compared.append((a.doc, b.doc)))
    assert sets.together(every[known].doc, every[-1].doc)
    assert (every[known].doc, every[-1].doc) not in compared


def test_pairs_are_not_compared_again_in_another_bucket():
    every = prints(4)
    compared = []
    tie_up(UnionFind(), [every, every], lambda a, b: compared.append((a.doc, b.doc)))
    assert len(compared) == len(set(compared)) == 6
