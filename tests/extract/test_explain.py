"""What the grammar says of its own work: the same claims as unwatched, and why a rule did not fire."""

import pytest

from extract.cases import read
from factory import document
from witnessmark.extract.explain import explain
from witnessmark.extract.patterns import Steps
from witnessmark.extract.rules import RULES, full_name
from witnessmark.extract.trace import ANY_COUNT, ANY_STATEMENT, watched
from witnessmark.model.explanation import Explanation
from witnessmark.model.reading import Extraction
from witnessmark.pipeline import analyse


def explained(text: str) -> tuple[Extraction, tuple[Explanation, ...]]:
    doc = document(text)
    reading = analyse(doc)
    return explain(reading.document, reading.timexes, reading.places)


def why(text: str, words: str, rule: str) -> str:
    """Why a rule made no claim at these words; fails where it did, or was not tried."""
    _, sentences = explained(text)
    (found,) = [a for s in sentences for a in s.attempts if (a.words, a.rule) == (words, rule)]
    assert found.claim is None
    return found.why


@pytest.mark.parametrize("rule", list(RULES.values()), ids=list(RULES))
def test_watching_changes_no_claim_and_names_the_chunk_of_each(rule):
    found, sentences = explained(rule.example)
    assert found.claims == read(rule.example).claims
    made = {a.claim: a.rule for s in sentences for a in s.attempts if a.claim}
    assert made == {c.id: c.rule for c in found.claims}


@pytest.mark.parametrize(
    ("text", "words", "rule", "said"),
    [
        ("Seven men were seen on the road.", "Seven", "count.passive", "no participle or state of harm"),
        ("Seven men walked along the road.", "Seven", "count.passive", "no auxiliary"),
        ("Seven men walked along the road.", "Seven", "count.active_verb", "no verb of harm between"),
        ("Two nurses said the road was open.", "Two", ANY_COUNT, "those who say it"),
        ("Women over 60 were killed.", "over 60", ANY_COUNT, "an age"),
        ("Forty people are killed every day.", "Forty", "count.passive", "a rate"),
        ("The raid killed 40 men. Half were shot.", "Half", "count.share", "no `of whom`"),
        ("Sixty bombs lay in the yard.", "Sixty", "count.counted_act", "lets the munitions go"),
        ("The weather was fine.", "The", ANY_STATEMENT, "no rule for statements fits"),
        ("The strike was heard.", "strike", "act", "no agent, no weapon"),
        ("The army did not comment on the strike.", "The army", ANY_STATEMENT, "known to state nothing"),
        ("Villagers said the target had been a depot.", "Villagers", "aim", "no party to the conflict"),
        ("Residents hold the view that he lied.", "Residents", "control", "words of holds are there"),
    ],
)  # fmt: skip
def test_a_rule_that_does_not_fire_says_what_it_missed_first(text, words, rule, said):
    assert said in why(text, words, rule)


def test_a_sentence_is_shown_with_its_chunks_voices_and_doers():
    _, (shown,) = explained("Six villagers were killed by Russian shelling, the governor said.")
    assert shown.symbols == "".join(c.symbol for c in shown.chunks)
    assert [c.words for c in shown.chunks[:2]] == ["Six", "villagers"]
    assert "triggers=killed" in shown.chunks[3].tags
    (voice,) = shown.voices
    (doer,) = shown.doers
    assert (voice.first, doer.form) == (0, "by")
    assert doer.scope_first == 0


def test_words_of_harm_in_no_claim_are_pointed_out():
    _, (shown,) = explained("Villagers were killed.")
    assert [shown.chunks[n].words for n in shown.unused] == ["killed"]


def test_nothing_is_kept_when_nobody_watches():
    with watched() as outer:
        pass
    read("Seven men were killed.")
    assert outer.tried == []


def test_a_pattern_names_the_first_step_that_is_wanting():
    pattern = Steps(("verb", "V"), ("number", "N"), ("", "G?"), ("end", "x"))
    assert pattern.wanting("VNGx", 0) == ""
    assert pattern.wanting("VNG", 0) == "no end after number"
    assert pattern.wanting("VG", 0) == "no number after verb"
    assert pattern.wanting("G", 0) == "no verb"


def test_full_names_are_those_that_claims_carry():
    assert full_name("passive") == "count.passive"
    assert full_name("act") == "act"
    assert full_name(ANY_COUNT) == ANY_COUNT
