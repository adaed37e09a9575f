from random import Random

from link.made import report
from witnessmark.link.lineage.bands import by_band
from witnessmark.link.lineage.buckets import NEIGHBOURS
from witnessmark.link.lineage.prints import BANDS, prints_of


def prints(*texts):
    return list(
        prints_of({r.document.id: r for r in (report(f"d{n:03}", t) for n, t in enumerate(texts))}).values()
    )


def prose(seed, words=120):
    random = Random(seed)  # noqa: S311  (text, not a secret)
    return [f"word{random.randrange(10_000)}" for _ in range(words)]


def test_two_copies_meet_once_and_strangers_never():
    text = prose(1)
    edited = [*text[:60], "another", *text[61:]]
    met = list(by_band(prints(" ".join(text), " ".join(edited), " ".join(prose(2)))))
    assert [[p.doc for p in bucket] for bucket in met] == [["d000", "d001"]]


def test_a_bucket_too_full_to_compare_all_is_given_for_every_band():
    met = list(by_band(prints(*[" ".join(prose(1))] * (NEIGHBOURS + 2))))
    assert len(met) == BANDS


def test_no_prints_no_buckets():
    assert list(by_band([])) == []
