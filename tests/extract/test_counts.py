"""Numbers and their qualifiers; numbers that count nobody."""

import pytest

from extract.cases import read, row

ROWS = [
    row(21, "The shelling of Zabid displaced over 200 families.", "displaced family >200"),
    row(21, "Upwards of 90 people were killed in Axum.", "killed person >90"),
    row(22, "Up to 60 people were killed in Axum.", "killed person <=60"),
    row(22, "As many as 300 villagers were killed in Moura, Mali.", "killed person <=300"),
    row(23, "Some 500 people were killed in Bentiu.", "killed person ~500"),
    row(23, "An estimated 70 people were killed in Bentiu.", "killed person ~70"),
    row(24, "Almost 500 people were killed in Bentiu.", "killed person nearly 500"),
    row(24, "Close to 40 people were wounded in Bentiu.", "injured person nearly 40"),
    row(25, "Between 20 and 25 people were killed in Ituri.", "killed person 20..25"),
    row(25, "The raid killed 20 to 25 people in Ituri.", "killed person 20..25"),
    row(25, "The raid killed 20-25 people in Ituri.", "killed person 20..25"),
    row(28, "Dozens of people were killed in Kivu.", "killed person 12+"),
    row(28, "Scores of people were wounded in Kivu.", "injured person 20+"),
    row(28, "Several children were wounded in Kivu.", "injured child 2+"),
    row(28, "Hundreds of villagers were killed in Kivu.", "killed person 100+"),
    row(29, "A dozen people were killed in Kivu.", "killed person 12"),
    row(20, "A minimum of 15 people were killed in Kivu.", "killed person >=15"),
    row(20, "No less than 15 people were killed in Kivu.", "killed person >=15"),
    row(25, "The raid on 5-7 May killed 12 people in Ituri.", "killed person 12"),
    row(28, "Several thousand people were displaced from Goma.", "displaced person 1000+"),
    row(23, "Roughly 40 people were killed in Kivu.", "killed person ~40"),
    row(21, "In excess of 300 people were killed in Kivu.", "killed person >300"),
    row(22, "At most 15 people were killed in Kivu.", "killed person <=15"),
    row(22, "Fewer than 15 people were killed in Kivu.", "killed person <15"),
    row(29, "A couple of civilians were killed in Kivu.", "killed civilian 2"),
    row(34, "Brigade 46 killed nine people in Raqqa.", "killed person 9"),
    row(33, "The fifth attack on Sirte killed nine people.", "killed person 9"),
    row(35, "A strike 30 km from Sumy killed nine people at 15:30.", "killed person 9"),
    row(21, "More than 70 countries condemned the killing of 15 medics.", "killed health_worker 15"),
    row(94, "The army deployed 4,000 soldiers to Goma."),
    row(94, "About 200 fighters attacked the town of Djibo."),
    row(83, "Five hundred people attended the funeral of two medics in Nablus."),
    row(35, "The strike cost 5 million dollars."),
    row(94, "The bus carrying 50 children was hit in Dahyan."),
    row(93, "A school sheltering 400 people was bombed in Rafah.", never={"count": "killed person 400"}),
    row(92, "Only two of the 38 hospitals in Khartoum still work."),
    row(
        45,
        "Shelling of Beni killed 40 children under 18 and three women over 60.",
        "killed child 40",
        "killed woman 3",
    ),
    row(45, "Six people were killed in Aden, two residents said.", "killed person 6"),
    row(45, "Six people were reported killed in Aden.", "killed person 6"),
    row(
        45,
        "A strike wounded 27 people in Nyala, two doctors at the hospital said.",
        "injured person 27",
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_counts(case):
    case.check()


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Nine", 9, 9),
        ("At least nine", 9, None),
        ("More than nine", 10, None),
        ("Up to nine", 0, 9),
        ("Fewer than nine", 0, 8),
        ("Almost 90", None, 89),
        ("About 90", None, None),
        ("Between eight and nine", 8, 9),
        ("Dozens of", 12, None),
        ("Scores of", 20, None),
        ("A dozen", 12, 12),
    ],
)
def test_bounds_are_what_the_words_make_certain(words, low, high):
    found = [c.count for c in read(f"{words} people were killed in Tigray.").claims if c.count]
    assert [(c.low, c.high) for c in found] == [(low, high)]


def test_a_figure_only_pointed_back_to_is_counted_once():
    found = read("The archive logged 18 attacks in Sudan. The 18 attacks shut down two clinics.").claims
    assert [c.count.value for c in found if c.count and c.count.measure == "attacks"] == [18]


def test_the_quote_of_a_count_holds_its_number_and_its_verbatim_words():
    [claim] = [c for c in read("In Kivu, rebels killed as many as 30 people.").claims if c.count]
    assert claim.count.verbatim in claim.quote
    assert claim.count.verbatim == "as many as 30 people"
