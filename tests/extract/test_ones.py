"""One person, told by an age, by whose kin they are, by a pronoun, or as the one who did it."""

import pytest

from extract.cases import read, row, worded
from factory import document
from witnessmark.model.claim import RelationType
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse

SINGLES = [
    row(31, "A man shot his sister in the neck in Bergen on Sunday.", "killed_or_injured woman 1"),
    row(31, "An 11-year-old was wounded by gunfire in Bergen on Sunday.", "injured child 1"),
    row(31, "Gunmen killed a four-month-old in Bergen on Sunday.", "killed infant 1"),
    row(31, "A shot killed a 31-year-old in Bergen on Sunday.", "killed person 1"),
    row(31, "17-year-old killed in Bergen on Sunday.", "killed child 1"),
    row(31, "Shelling destroyed an 11-year-old school in Bergen on Sunday."),
    row(31, "The boy died in Bergen on Sunday from a single gunshot wound.", "killed child 1"),
    row(
        31,
        "The teacher was arrested in Bergen on Sunday after two men were killed.",
        "killed man 2",
        "detained educator 1",
    ),
    row(
        31,
        "A boy was wounded in Bergen on Sunday. He was taken to a hospital, where he later died.",
        "injured child 1",
        "killed child 1",
    ),
    row(31, "Two boys were wounded in Bergen on Sunday. He died years later.", "injured child 2"),
    row(31, "A boy was wounded in Bergen on Sunday. He did not die.", "injured child 1"),
    row(
        31, "A 14 year old girl is killed and a 17 year old is wounded.", "killed child 1", "injured child 1"
    ),
    row(31, "A man and woman were found dead in Bergen.", "killed man 1", "killed woman 1"),
    row(31, "Otto Brandis, 16, of Bergen, died on Sunday.", "killed person 1"),
    row(31, "Otto Brandis was pronounced dead in Bergen on Sunday.", "killed person 1"),
    row(31, "A gunman opened fire in Bergen, shooting and killing Otto Brandis.", "killed person 1"),
    row(31, "A man was charged in the fatal shooting of Otto Brandis in Bergen.", "killed person 1"),
    row(31, "A man accused of killing Otto Brandis appeared in court in Bergen."),
    row(31, "Police say Otto Brandis shot Ana Moor in Bergen on Sunday.", "killed_or_injured person 1"),
    row(31, "A boy, 12, shot and killed an 11-year-old in Bergen on Sunday.", "killed child 1"),
]


@pytest.mark.parametrize("case", SINGLES, ids=str)
def test_one_person_counts_as_one(case):
    case.check()


OWN_HAND = [
    row(
        31,
        "A man shot his wife and then himself in Bergen on Sunday.",
        "killed_or_injured woman 1",
        "killed_or_injured man 1",
    ),
    row(
        31,
        "A father killed his two sons before turning the gun on himself in Bergen.",
        "killed person 2",
        "killed person 1",
    ),
    row(31, "A boy of 12 was wounded in Bergen after shooting himself.", "injured child 1"),
    row(31, "A boy accidentally shot himself in the foot in Bergen on Sunday.", "killed_or_injured child 1"),
    row(31, "A soldier committed suicide in Bergen on Sunday."),
    row(31, "A man killed his wife in Bergen on Sunday and tried to kill himself.", "killed woman 1"),
]


@pytest.mark.parametrize("case", OWN_HAND, ids=str)
def test_who_hurts_himself_is_one_more_where_others_were_hurt(case):
    case.check()


NUMBERS = [
    row(
        31,
        "Police named Otto Brandis Jr., 31, as the man who was killed in Bergen on Sunday.",
        "killed man 1",
    ),
    row(31, "Otto Brandis, 24 was wounded in Bergen on Sunday.", "injured person 1"),
    row(31, "Police went to a shooting at 238 Center Street in Bergen on Sunday."),
    row(31, "Gunmen killed six people in Bergen on Sunday.[18] They fled.[9]", "killed person 6"),
    row(31, "A boy died of two gunshot wounds in Bergen on Sunday.", "killed child 1"),
]


@pytest.mark.parametrize("case", NUMBERS, ids=str)
def test_numbers_of_houses_notes_ages_and_wounds_count_nobody(case):
    case.check()


SIDE_BY_SIDE = [
    ("Four men and two women were wounded in Bergen on Sunday.", ["4 2"]),
    ("A girl, a boy and their mother were killed in Bergen on Sunday.", ["1 1 1"]),
    ("A man killed his two sons before taking his own life in Bergen on Sunday.", ["2 1"]),
    ("Three people, a man, a woman and a girl, were killed in Bergen on Sunday.", []),
    ("Eleven people, eight from one family, were killed in Bergen on Sunday.", []),
    ("Four men were wounded in Bergen on Sunday. Two women were wounded in Oslo.", []),
]


@pytest.mark.parametrize(("text", "rows"), SIDE_BY_SIDE)
def test_counts_side_by_side_may_be_added(text, rows):
    reading = read(text)
    values = {c.id: c.count.value for c in reading.claims if c.count}
    found = [r for r in reading.relations if r.type is RelationType.DERIVED]
    assert [" ".join(str(values[a]) for a in r.a) for r in found] == rows


def test_the_death_of_one_who_was_wounded_supersedes_the_wound():
    reading = read("A boy was wounded in Bergen on Sunday. He died in hospital.")
    measures = {c.id: c.count.measure for c in reading.claims if c.count}
    found = [r for r in reading.relations if r.type is RelationType.SUPERSEDES]
    assert [(measures[r.a[0]], measures[r.b]) for r in found] == [("killed", "injured")]


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Bergen teen dies after shooting", ["killed teenager 1"]),
        ("Bergen boy shot dead in a car", ["killed child 1"]),
        ("Aid for boy wounded elsewhere", []),
    ],
)
def test_a_place_may_stand_before_one_person_in_a_title(title, counts):
    whole = f"{title}\n\nThe police of Bergen gave no name."
    zones = (Zone(ZoneKind.TITLE, 0, len(title)), Zone(ZoneKind.BODY, len(title), len(whole)))
    found = [worded(c.count) for c in analyse(document(whole, zones=zones)).claims if c.count]
    assert found == counts
