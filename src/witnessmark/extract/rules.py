"""The rules that make claims: every name that `Claim.rule` can have, with what it means and an example.

A test reads each example and sees the rule fire and nothing else than `beside`; docs/method/rules is written
from this list. `patterns` are numbers of the list of constructions that the tables of tests/extract go by.
"""

from collections.abc import Mapping

from witnessmark.extract.rule import Rule
from witnessmark.extract.statement_entries import STATEMENTS

COUNT = "count."
FAMILIES: Mapping[str, str] = {
    "persons": "Counts of persons: the measure comes from the verb or noun that governs the number.",
    "parts": "Counts that lean on another count: parts, shares, and numbers whose verb is understood.",
    "acts": "Counts of acts, of munitions, and of things hit or notified.",
    "statements": "Statements that count nothing: one a predicate, the first of these rules that fits.",
}

_PERSONS = (
    Rule(
        "count.active_verb",
        "persons",
        "The number is the object of a verb of harm; of things, of a verb of attack.",
        (1, 4, 6),
        "Gunmen killed four shepherds near the well.",
        ("killed farmer 4",),
    ),
    Rule(
        "count.passive",
        "persons",
        "An auxiliary and a participle of harm follow the persons; of things, a participle of attack.",
        (2, 3),
        "Six civilians were killed at the ferry.",
        ("killed civilian 6",),
    ),
    Rule(
        "count.intransitive",
        "persons",
        "The persons are the subject of a verb that needs no other: died, fled.",
        (6, 94),
        "Eight pupils died at the gate.",
        ("killed student 8",),
    ),
    Rule(
        "count.named",
        "persons",
        "Those whom it befell are named and not numbered: one person, or as many as a list names.",
        (31,),
        "Gunmen killed Judge Ewald Moor in his office.",
        ("killed person 1",),
    ),
    Rule(
        "count.own_hand",
        "persons",
        "Who did harm did it to himself too: one more person. Alone, only a shot one gives oneself counts.",
        (31,),
        "A man killed his wife and then himself.",
        ("killed man 1",),
        ("count.active_verb",),
    ),
    Rule(
        "count.pronoun",
        "persons",
        "Of the one victim told last a later sentence says that he or she died.",
        (31,),
        "A boy was wounded by gunfire. He died on the way to the clinic.",
        ("killed child 1",),
        ("count.passive",),
    ),
    Rule(
        "count.reduced_passive",
        "persons",
        "A participle or state of harm follows the persons without an auxiliary.",
        (5, 10),
        "Three villagers dead, thirty wounded in the market.",
        ("killed person 3", "injured person 30"),
    ),
    Rule(
        "count.shared_verb",
        "persons",
        "Several subjects share the auxiliary and participle after the last of them.",
        (46,),
        "A woman and her three sons were killed.",
        ("killed woman 1",),
        ("count.passive",),
    ),
    Rule(
        "count.participle_before_noun",
        "persons",
        "A participle of harm stands between the number and its noun.",
        (10,),
        "Medics treated 14 wounded men.",
        ("injured man 14",),
    ),
    Rule(
        "count.harm_noun",
        "persons",
        "The noun that the number counts is one of harm.",
        (8, 9),
        "The nurses noted 17 civilian deaths.",
        ("killed civilian 17",),
    ),
    Rule(
        "count.label",
        "persons",
        "A word of harm and a colon stand right before the number, as in a monitor's table.",
        (10,),
        "Killed: 14.",
        ("killed person 14",),
    ),
    Rule(
        "count.tally",
        "persons",
        "Places with a bare number each: under a line that names the measure, or parts of the total before.",
        (10,),
        "Civilians killed by province: Aleppo 16; Idlib 7.",
        ("killed civilian 16", "killed civilian 7"),
    ),
    Rule(
        "count.interviews_with",
        "persons",
        "`Interviews with` stands before the persons: sources of a report, nobody harmed.",
        (115,),
        "The report rests on interviews with 62 villagers.",
        ("interviews person 62",),
        ("evidence",),
    ),
    Rule(
        "count.noun_of",
        "persons",
        "A noun of harm and `of` stand before the number.",
        (8,),
        "The abduction of nine nurses shocked the town.",
        ("abducted health_worker 9",),
    ),
    Rule(
        "count.toll",
        "persons",
        "A toll stands at the number, or moves to or from it.",
        (7, 14, 15, 16),
        "The death toll stands at 41.",
        ("killed person 41",),
    ),
    Rule(
        "count.bodies",
        "persons",
        "The bodies of so many persons.",
        (6,),
        "Rescuers recovered the bodies of nine miners.",
        ("killed person 9",),
    ),
    Rule(
        "count.harmed_group",
        "persons",
        "The noun of persons itself says what befell them: bodies, captives.",
        (6, 8),
        "Rescuers recovered 12 bodies.",
        ("killed person 12",),
    ),
    Rule(
        "count.home_to",
        "persons",
        "A place is home to the number: a population, never harm.",
        (80,),
        "The valley is home to 90,000 people.",
        ("population person 90000",),
    ),
)
_PARTS = (
    Rule(
        "count.part_of_total",
        "parts",
        "A cue (including, of whom, a colon) makes the number a part of the total before it.",
        (36, 37, 41, 49),
        "The raid killed 40 villagers, including nine children.",
        ("killed child 9",),
        ("count.active_verb",),
    ),
    Rule(
        "count.among_total",
        "parts",
        "The part stands before its total: among the so many dead.",
        (36, 38),
        "Nine children were among the 31 dead.",
        ("killed child 9",),
        ("count.reduced_passive",),
    ),
    Rule(
        "count.named_part",
        "parts",
        "The number is a part of the dead, the wounded or the like, whom the text names as such.",
        (37, 38),
        "Five of the dead were teachers.",
        ("killed educator 5",),
    ),
    Rule(
        "count.gapped_verb",
        "parts",
        "A party or persons and a bare number repeat the measure counted before.",
        (12,),
        "The Sudanese army killed 42 of the villagers and the RSF 40.",
        ("killed person 40",),
        ("count.active_verb",),
    ),
    Rule(
        "count.restated",
        "parts",
        "A bare number is said to be the figure of what was counted before.",
        (14, 15),
        "The raid killed 17 villagers. A teacher said the correct number was 21.",
        ("killed person 21",),
        ("count.active_verb",),
    ),
    Rule(
        "count.share",
        "parts",
        "A fraction or majority is taken of the total before it; no number is made up.",
        (31, 32, 47),
        "The raid killed 40 villagers, half of whom were children.",
        ("killed person share",),
        ("count.active_verb",),
    ),
)
_ACTS = (
    Rule(
        "count.counted_act",
        "acts",
        "The noun that the number counts is an act, or a munition that was let go.",
        (20, 112, 113),
        "The monitors listed 28 attacks on schools.",
        ("attacks school 28",),
    ),
    Rule(
        "count.acts_label",
        "acts",
        "An act and a colon stand right before the number, and nothing counted behind it.",
        (10,),
        "Massacres: 8.",
        ("massacres - 8",),
    ),
    Rule(
        "count.elliptic_act",
        "acts",
        "A bare number goes on with the acts counted before it.",
        (40, 42),
        "The monitors listed 28 attacks on schools, 11 on mosques.",
        ("attacks place_of_worship 11",),
        ("count.counted_act",),
    ),
    Rule(
        "count.predicate_act",
        "acts",
        "A bare number, an auxiliary and an act: a part of the acts counted before.",
        (40,),
        "The monitors listed 28 attacks. Three were ground attacks.",
        ("attacks - 3",),
        ("count.counted_act",),
    ),
    Rule(
        "count.distinct_targets",
        "acts",
        "Things after `on` that the acts before them struck, beside the acts and never added to them.",
        (44,),
        "The monitors listed 15 attacks on 12 clinics.",
        ("facilities_hit medical_facility 12",),
        ("count.counted_act",),
    ),
    Rule(
        "count.notified_sites",
        "acts",
        "The number of sites whose coordinates were given to the parties.",
        (93,),
        "Aid workers shared the coordinates of 60 clinics.",
        ("sites_notified medical_facility 60",),
    ),
)
RULES: Mapping[str, Rule] = {r.name: r for r in (*_PERSONS, *_PARTS, *_ACTS, *STATEMENTS)}


def full_name(rule: str) -> str:
    """The name of a rule as claims carry it."""
    return COUNT + rule if COUNT + rule in RULES else rule
