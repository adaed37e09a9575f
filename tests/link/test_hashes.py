import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from link.made import report
from witnessmark.link.lineage import prints
from witnessmark.link.lineage.hashes import cut
from witnessmark.link.lineage.prints import LEAST_SHINGLES, prints_of

# Letters of several alphabets, marks, digits, signs between words, and a character beyond 16 bits.
TEXTS = st.lists(st.text("aßé_7٣بдि あ𐓏.,-'\n ", max_size=120), min_size=1, max_size=6)


def words(text):
    return tuple(re.findall(r"\w+", text))


def triples(text):
    ws = words(text)
    return set(zip(ws, ws[1:], ws[2:], strict=False))


@given(TEXTS)
def test_words_are_cut_as_the_pattern_cuts_them_and_told_apart(texts):
    cuts = cut(texts)
    assert [len(c.triples) for c in cuts] == [len(triples(t)) for t in texts]
    for one, a in zip(texts, cuts, strict=True):
        for other, b in zip(texts, cuts, strict=True):
            assert (a.key == b.key) == (words(one) == words(other))
            assert len({*a.triples.tolist()} & {*b.triples.tolist()}) == len(triples(one) & triples(other))


@given(TEXTS)
def test_a_text_gives_the_same_numbers_whatever_is_beside_it(texts):
    together = [(c.key, c.triples.tolist()) for c in cut(texts)]
    assert together == [(c.key, c.triples.tolist()) for t in texts for c in cut([t])]


def test_a_text_without_words_has_no_key():
    empty, signs = cut(["", " ... \n !"])
    assert empty.key == signs.key == 0


def test_a_word_longer_than_any_language_has_is_one_word():
    long, longer = cut(["x" * 5000, "x" * 5001])
    assert long.key != longer.key


def test_the_share_in_common_is_that_of_the_word_triples_and_the_signatures_estimate_it():
    told = [f"line {n} tells of house {n * 7 % 41} and of road {n * 5 % 23}" for n in range(60)]
    one, other = ". ".join(told), ". ".join(told[:45] + [s.upper() + " again" for s in told[45:]])
    a, b = prints_of({r.document.id: r for r in (report("a", one), report("b", other))}).values()
    shared, both = (len(f(triples(one), triples(other.casefold()))) for f in (set.intersection, set.union))
    assert a.jaccard(b) == pytest.approx((shared / both, shared / len(triples(one))))
    assert a.estimate(b) == pytest.approx(shared / both, abs=0.15)


def test_a_caption_has_no_signature_and_prints_in_many_batches_are_those_in_one(monkeypatch):
    readings = {d: report(d, f"{d} " * n) for d, n in (("a", 3), ("b", 50), ("c", 2))}
    readings["d"] = report("d", " ".join(f"word{n}" for n in range(LEAST_SHINGLES + 2)))
    whole = prints_of(readings)
    monkeypatch.setattr(prints, "_BATCH", 1)
    single = prints_of(readings)
    assert [p.signature for p in whole.values()] == [p.signature for p in single.values()]
    assert [bool(p.signature) for p in whole.values()] == [False, False, False, True]
