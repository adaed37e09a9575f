from link.wording_texts import run_of
from witnessmark.link.wording import LEAST_TEXTS, Wording


def test_a_rare_name_in_common_makes_two_texts_alike():
    texts = run_of(LEAST_TEXTS) | {
        "one": "A man was shot on Quarrow Lane near the Tilbeth mill.",
        "two": "The Tilbeth mill was closed after the shooting on Quarrow Lane.",
    }
    wording = Wording(texts)
    assert wording.likeness("one", "two") > 0.5
    assert ("one", "two") in wording.proposals()


def test_what_all_texts_of_a_run_say_is_worth_nothing():
    wording = Wording(run_of(LEAST_TEXTS))
    assert wording.likeness("t0", "t1") == 0.0
    assert not list(wording.proposals())


def test_few_texts_cannot_tell_rare_from_common():
    wording = Wording({"one": "Shots on Quarrow Lane.", "two": "Shots on Quarrow Lane."})
    assert wording.likeness("one", "two") == 0.0
