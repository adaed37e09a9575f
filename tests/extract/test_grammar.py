"""The grammar as a whole: negatives, zones, and what holds for every text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.cases import read, row
from factory import document
from witnessmark.model.claim import RelationType
from witnessmark.model.document import CLAIM_ZONES, Zone, ZoneKind
from witnessmark.pipeline import analyse

ROWS = [
    row(19, "No injuries were reported after the strike on Lviv.", "injured person 0"),
    row(34, "Forces fired 122mm rockets at Donetsk.", never={"quote": "killed"}),
    row(34, "Security Council Resolution 2254 calls for a truce in Syria."),
    row(34, "An Su-24 bombed Saraqib on the M5 highway."),
    row(35, "The convoy carried 1,200 tonnes of flour to Marib."),
    row(35, "Fighters were 30 km from Goma."),
    row(35, "The UN asked for $5m for Yemen after the raids."),
    row(
        35,
        "The shelling destroyed 85% of buildings in Marinka.",
        never={"count": "buildings_destroyed building_unspecified 85"},
    ),
    row(33, "It was the fifth attack on the clinic in Idlib."),
    row(95, "The army shelled Bago on 12 May 2021 at 15:30."),
    row(83, "The film about the siege won 12 prizes in Cannes."),
    row(83, "Half a million people signed the petition against the war.", never={"kind": "incident"}),
    row(84, "United scored 3 goals and beat City 3-1 in front of 40,000 fans."),
    row(84, "Shares fell 12 points to 4,310 and traders lost 5 million euros."),
    row(84, "Rain of 40 mm and winds of 90 km/h are expected on Sunday."),
    row(118, "The party launched a diplomatic offensive and a war of words over 14 seats."),
    row(118, "The striker hit 20 goals in 34 games, and the team killed the game in two minutes."),
    row(84, "The company's 1,500 employees voted on Friday on 3 offers."),
    row(118, "The new phone is a bombshell: 8 million were sold in 10 days."),
    row(35, "The bridge, 400 metres long, was built in 1974 by 60 workers."),
    row(84, "A heatwave is to bring 41 degrees to Seville, and 12 towns have issued warnings."),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_grammar(case):
    case.check()


STORY = "Shelling killed nine people in Kherson."


def zoned(*parts):
    """A text of zones, one a line."""
    text, zones = "", []
    for kind, words in parts:
        zones.append(Zone(kind, len(text), len(text) + len(words)))
        text += words + "\n"
    return analyse(document(text, zones=tuple(zones)))


@pytest.mark.parametrize("kind", [k for k in ZoneKind if k not in CLAIM_ZONES])
def test_what_stands_in_furniture_of_the_page_is_no_claim(kind):
    found = zoned((ZoneKind.BODY, STORY), (kind, "Raids killed 77 people in Aleppo, Amnesty said."))
    assert {c.zone for c in found.claims} == {ZoneKind.BODY}
    assert [c.count.value for c in found.claims if c.count] == [9]


def test_titles_and_captions_are_read_and_keep_their_zone():  # patterns 62 and 105
    found = zoned(
        (ZoneKind.TITLE, "Army shells clinic in Nyala, killing four people"),
        (ZoneKind.PHOTO_CAPTION, "The ruins of a school in Nyala, where two pupils died on 4 May 2023."),
    )
    assert {(str(c.zone), c.count.value) for c in found.claims if c.count} == {
        ("title", 4),
        ("photo_caption", 2),
    }


def test_a_question_states_nothing():
    assert read("Did shelling kill nine people in Kherson?").claims == ()


def test_a_text_without_a_word_is_read_as_nothing():
    assert read("").claims == ()
    assert read(" \n\t ").claims == ()


NUMBERS = st.sampled_from(["nine", "14", "at least 30", "dozens of", "up to 60", "1,200", "almost 500"])
GROUPS = st.sampled_from(["people", "civilians", "children", "medics", "farmers", "soldiers", "women"])
PLACES = st.sampled_from(["Taiz", "Kherson", "Nyala", "Goma", "Mekelle", "Kandahar", "Aleppo"])
DAYS = st.sampled_from(["", " on Friday", " on 3 May", " in late April", " since March", " overnight"])
SHAPES = st.sampled_from(
    [
        "Shelling killed {n} {g} in {p}{d}.",
        "{n} {g} were wounded in {p}{d}, UNICEF said.",
        "A raid on {p}{d} left {n} {g} dead, including two teachers.",
        "The army shelled a clinic in {p}{d}.",
        'Amnesty International accused rebels of "war crimes" in {p}{d}.',
        "Monitors counted {n} attacks on schools in {p}{d}: 6 by the army and 4 by rebels.",
        "{p} is home to {n} {g}.",
        "It was raining in {p}{d}, and {n} {g} stood in line.",
    ]
)
SENTENCE = st.builds(
    lambda s, n, g, p, d: s.format(n=n, g=g, p=p, d=d), SHAPES, NUMBERS, GROUPS, PLACES, DAYS
)
TEXT = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3).map(
    "\n\n".join
)
IDLE = st.sampled_from(
    [
        "The museum opens at nine and closes at five.",
        "Tickets cost 12 euros and are on sale at 40 shops.",
        "The choir sang three songs; the audience of 300 stood up.",
        "Apples keep for two weeks in a cool room.",
    ]
)
DAY = date(2023, 6, 14)
FEW = settings(max_examples=25, deadline=None)


@FEW
@given(TEXT)
def test_every_quote_is_verbatim_and_lies_in_the_text(text):
    for c in read(text, DAY).claims:
        assert c.quote == text[c.start : c.end]
        assert c.quote.strip() == c.quote != ""
        if c.count:
            assert c.count.verbatim in text


@FEW
@given(TEXT)
def test_claims_have_one_id_each_and_come_in_the_order_of_the_text(text):
    claims = read(text, DAY).claims
    assert len({c.id for c in claims}) == len(claims)
    assert [c.start for c in claims] == sorted(c.start for c in claims)
    assert all(c.claimants and c.rule for c in claims)


@FEW
@given(TEXT)
def test_relations_name_claims_of_the_text_and_never_one_with_itself(text):
    reading = read(text, DAY)
    known = {c.id for c in reading.claims}
    for r in reading.relations:
        assert {*r.a, r.b} - {None} <= known
        assert r.b not in r.a


@FEW
@given(TEXT)
def test_reading_twice_gives_the_same(text):
    assert read(text, DAY) == read(text, DAY)


@FEW
@given(TEXT)
def test_sums_come_out(text):
    reading = read(text, DAY)
    counts = {c.id: c.count for c in reading.claims}
    for r in reading.relations:
        if r.type is RelationType.SUM:
            whole = counts[r.b]
            assert whole
            assert sum(counts[a].value or 0 for a in r.a) == whole.value


@FEW
@given(TEXT, IDLE)
def test_an_idle_paragraph_at_the_end_changes_nothing(text, idle):
    def figures(words):
        return [(c.start, c.end, c.count) for c in read(words, DAY).claims]

    assert figures(f"{text}\n\n{idle}") == figures(text)


@FEW
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_any_text_at_all_is_read_without_a_crash(text):
    for c in read(text, DAY).claims:
        assert c.quote == text[c.start : c.end]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "21 civils ont été tués dimanche 25 août 2024 par des frappes sur le marché de Gao."),
        ("es", "Al menos 9 civiles murieron el 3 de mayo de 2021 en un ataque contra un mercado."),
        ("ar", "قتل 12 مدنيا وأصيب 25 آخرون في قصف على سوق في تعز يوم 13 آذار 2021."),
    ],
)
def test_a_language_whose_small_words_are_unknown_gives_no_figures(language, text):
    claims = read(text, language=language).claims
    assert not [c.quote for c in claims if c.count]
    assert not [c.quote for c in claims if c.actors]
