from dataclasses import replace

import pytest

from witnessmark.model.claim import ClaimKind
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import PlacePrecision
from witnessmark.publish.cards import cards
from witnessmark.publish.index import Index
from witnessmark.publish.phrases import KINDS


@pytest.fixture(scope="module")
def strike(index, labels):
    return cards(index, labels)[0]


def test_every_kind_of_incident_has_a_name():
    assert set(KINDS) == set(IncidentKind)


def test_cards_come_in_the_order_of_a_report(index, labels):
    assert [c.code for c in cards(index, labels)] == ["incident", "aggregate", "allegation"]
    assert [c.number for c in cards(index, labels)] == [1, 2, 3]


def test_the_summary_is_attributed_and_neutral(strike):
    assert strike.title == "Air strike \u2014 Karsund clinic, 3 March 2021"
    assert (
        strike.summary
        == "According to Vesteria Monitor: 7 civilians killed; 2 residential buildings destroyed."
    )
    assert dict(strike.facts)["Attributed to"] == "Northern Army (according to Vesteria Monitor)"


def test_a_party_is_attributed_to_by_those_alone_who_name_it(dossier, labels):
    first, *rest = dossier.readings
    blaming, silent = first.claims[:2]
    novo = replace(silent, claimants=blaming.claimants[1:])
    both = replace(novo, actors=(replace(blaming.actors[0], norm="SOUTH_ARMY"), *blaming.actors))
    strike = replace(dossier.incidents[0], origins=("MONITOR", "NOVO"))

    def said(second, *parties):
        reading = replace(first, claims=(blaming, second, *first.claims[2:]))
        told = replace(
            dossier, readings=(reading, *rest), incidents=(replace(strike, attributed_to=parties),)
        )
        return dict(cards(Index(told), labels)[0].facts)["Attributed to"]

    assert said(novo, "NORTH_ARMY") == "Northern Army (according to Vesteria Monitor)"
    assert said(both, "NORTH_ARMY") == "Northern Army (according to Vesteria Monitor and Novo Wire)"
    assert said(replace(both, kind=ClaimKind.DENIAL), "NORTH_ARMY") == said(novo, "NORTH_ARMY")
    assert said(both, "NORTH_ARMY", "SOUTH_ARMY") == (
        "Northern Army (according to Vesteria Monitor and Novo Wire) and South army (according to Novo Wire)"
    )


def test_an_object_nearby_is_never_said_to_be_hit(strike):
    facts = dict(strike.facts)
    assert facts["Nearby, not said to be hit"] == "medical facility"
    assert "Object hit" not in facts
    assert "what was hit not stated" in strike.unknown


def test_what_a_fact_says_is_not_said_again_among_the_unknown(dossier, labels):
    asked = (
        "perpetrator not stated",
        "whether the medical facility nearby was hit is not stated",
        "civilian status not stated",
        "method not stated",
    )
    strike = dossier.incidents[0]
    people = replace(strike.figures[0], group="person")
    changed = replace(
        strike, attributed_to=(), unknown=asked, figures=(people,), method=("attack_unspecified",)
    )
    card = cards(Index(replace(dossier, incidents=(changed,), lineages=())), labels)[0]
    assert card.title.startswith("Attack, method not stated")
    assert card.figures[0].what == "7 people killed (civilian status not stated)"
    assert card.unknown == ("perpetrator not stated", "weapon not stated", "what was hit not stated")
    assert not set(card.unknown) & {said for _, said in card.facts}


def test_that_an_attack_has_no_known_means_is_said_once_in_any_language(dossier, labels):
    entries = labels.fields["methods"] | {
        "attack_unspecified": {**labels.fields["methods"]["attack_unspecified"], "singular": "Angriff"}
    }
    strike = replace(
        dossier.incidents[0], unknown=("method not stated",), method=("attack_unspecified",), weapon=()
    )
    told = replace(labels, fields={**labels.fields, "methods": entries})
    card = cards(Index(replace(dossier, incidents=(strike,), lineages=())), told)[0]
    assert card.title.startswith("Angriff")
    assert "method not stated" not in card.unknown


def test_a_place_known_only_widely_is_told_once(dossier, labels):
    region = replace(dossier.incidents[0].place, name="Delta", precision=PlacePrecision.INFORMAL_REGION)
    strike = replace(dossier.incidents[0], place=region)
    card = cards(Index(replace(dossier, incidents=(strike,))), labels)[0]
    assert dict(card.facts)["Where"] == "Delta, Vesteria, XQA"
    assert card.unknown.count("place known only to a region") == 1


def test_a_name_falls_back_on_weapon_then_figure_then_kind(dossier, labels):
    base = replace(dossier.incidents[0], method=(), members=())
    made = [
        replace(base, id="a", weapon=("cluster_munition",)),
        replace(base, id="b", place=None),
        replace(base, id="c", place=None, figures=()),
    ]
    named = {c.name for c in cards(Index(replace(dossier, incidents=tuple(made))), labels)}
    assert named == {"Cluster munition \u2014 Karsund clinic", "7 civilians killed", "Incident"}


@pytest.mark.parametrize("denied", [True, False])
def test_an_answer_of_the_accused_is_said_or_its_absence(dossier, labels, denied):
    first = dossier.readings[0]
    kind = ClaimKind.DENIAL if denied else first.claims[0].kind
    claims = (replace(first.claims[0], kind=kind), *first.claims[1:])
    incident = replace(dossier.incidents[0], unknown=())
    changed = replace(
        dossier, readings=(replace(first, claims=claims), *dossier.readings[1:]), incidents=(incident,)
    )
    card = cards(Index(changed), labels)[0]
    assert ("Response" in dict(card.facts)) is denied
    assert ("no response of the accused party recorded" in card.unknown) is not denied


def test_an_open_end_and_an_unknown_are_words_in_the_table(index, labels):
    total = cards(index, labels)[1].figures[0]
    assert (total.low, total.best, total.high) == ("40", "40", "open")
