"""What holds for any text, and for an article whatever furniture of a page stands around it."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.cases import read
from witnessmark.pipeline import analyse, link
from witnessmark.read import read_bytes

DAY = date(2023, 6, 14)
FEW = settings(max_examples=40, deadline=None)
EXAMPLE = Path(__file__).parents[2] / "examples" / "idlib"

SENTENCES = [
    "Shelling killed nine people in Kherson on Monday.",
    "“We counted 14 wounded children,” said a doctor in Nyala.",
    "The army's jets bombed a clinic near Taiz, killing at least two nurses and injuring 11 others.",
    "UNICEF said that 1,200 families had fled Goma since 3 May.",
    "Rebels denied that they had shelled the market.",
    "Of the 31 dead, a third were women.",
    "Rocket hits school in Kandahar: 6 dead, dozens hurt",
]
SPACES = [
    "\u00a0",
    "\u202f",
    "\u2003",
    "\u200b",
    "\ufeff",
    "\t",
    "\r\n",
    "\n",
    "\n\n",
    "\u2028",
    "\x0b",
    "\x85",
    "  ",
]
MARKS = ["\u200f", "\u202e", "\u0301", "«", "”", "'", "—", "…", "½", "Ⅻ", "٣", "\uff19", "\u0130", "\ufb01"]
WORDS = ["قُتل 12 مدنياً", "בירושלים", "\U0001f600", "\U0001f468\u200d\U0001f469"]
ODD = st.sampled_from([*SPACES, *MARKS, *WORDS])
MIXED = st.lists(
    st.one_of(st.sampled_from(SENTENCES), ODD, st.text(max_size=12)), min_size=1, max_size=14
).map("".join)


@st.composite
def spoiled(draw):
    """An own sentence with odd characters in the middle of it."""
    sentence = draw(st.sampled_from(SENTENCES))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(sentence)))
        sentence = sentence[:at] + draw(ODD) + sentence[at:]
    return sentence


@FEW
@given(st.one_of(MIXED, spoiled()))
def test_every_span_is_verbatim_in_any_text(text):
    reading = read(text, DAY)
    for s in (*reading.claims, *reading.timexes, *reading.places):
        assert s.quote == text[s.start : s.end]
    assert all(c.count.verbatim in text for c in reading.claims if c.count)


ARTICLES = [
    (
        "Market shelled in Kherson\n\n"
        "Shells hit a market in the Ukrainian city of Kherson on Monday, killing at least nine people, "
        "among them two children, and wounding 14 others, the regional governor said.\n\n"
        "The governor said that a nearby clinic had lost its windows. Doctors treated 12 of the wounded "
        "there."
    ),
    (
        "Aid workers abducted on road to Goma\n\n"
        "Gunmen stopped two lorries north of Goma, in the Democratic Republic of the Congo, on Saturday and "
        "abducted three aid workers, the United Nations said.\n\n"
        "It was the fourth attack on a convoy this year. Nobody has claimed responsibility, and the army "
        "denied that its soldiers had been in the area."
    ),
]
FURNITURE = {
    "newsletter": "Sign up for our newsletter\nThe day's news in your inbox.",
    "cookies": "We use cookies to improve your experience. By continuing you accept our cookie policy.",
    "share": "Share this article",
    "credit": "(Source: Harbour Wire)",
    "rights": "All rights reserved.",
    "advertisement": "Advertisement",
    "trail": "Home > News > World",
    "follow": "Follow us on social media",
    "photo": "Photo: Ana Dorn / Harbour Wire",
    "more": "Read more: Raid kills six in Pell",
}
LISTED = "Related articles\n\nTen hurt in blast in Oster\n\nRaid kills six in Pell"


def seen(text):
    """The claims of a page, by what they quote and mean: offsets, ids and the page's own name left out."""
    (document,) = read_bytes(text.encode(), "page.txt", published=DAY, today=DAY)
    same = {"id": "", "doc": "", "start": 0, "end": 0}
    return [replace(c, **same) for c in analyse(document).claims]


@pytest.mark.parametrize("furniture", FURNITURE.values(), ids=FURNITURE)
@pytest.mark.parametrize("article", ARTICLES, ids=["market", "convoy"])
def test_furniture_around_an_article_changes_no_claim(article, furniture):
    own = seen(article)
    assert own
    assert seen(f"{article}\n\n{furniture}") == own
    assert seen(f"{furniture}\n\n{article}") == own


@pytest.mark.parametrize("article", ARTICLES, ids=["market", "convoy"])
def test_headlines_of_other_articles_below_an_article_are_none_of_its_claims(article):
    assert seen(f"{article}\n\n{LISTED}") == seen(article)


@FEW
@given(
    st.sampled_from(ARTICLES), st.lists(st.sampled_from(sorted(FURNITURE.values())), max_size=4, unique=True)
)
def test_furniture_may_stand_together(article, below):
    assert seen("\n\n".join([article, *below])) == seen(article)


@settings(max_examples=10, deadline=None)
@given(st.permutations([f"{article} {n}" for article in ARTICLES for n in ("", "Rain fell.")]))
def test_documents_are_linked_alike_in_any_order(texts):
    def linked(order):
        found = link([read(text, DAY) for text in order])
        return found.lineages, found.incidents, sorted(map(repr, found.relations))

    assert linked(texts) == linked(sorted(texts))


def test_the_seed_of_hashes_changes_nothing():
    def out(seed):
        command = [sys.executable, "-m", "witnessmark", "link", str(EXAMPLE), "--format", "jsonl"]
        run = subprocess.run(
            command, capture_output=True, check=False, env={**os.environ, "PYTHONHASHSEED": str(seed)}
        )
        return run.stdout

    first = out(1)
    assert first
    assert out(2) == first
