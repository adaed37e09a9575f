from witnessmark.text.arabic import LETTERS, MARKS


def test_spellings_that_writers_exchange_are_one():
    plain = "\u0627\u062d\u0645\u062f"
    spellings = (plain, "\u0623\u062d\u0645\u062f", "\u0627\u064e\u062d\u0640\u0645\u062f")
    assert {word.translate(LETTERS | MARKS) for word in spellings} == {plain}


def test_letters_of_their_own_stay_apart():
    one, other = "\u062d\u0631\u0628", "\u062e\u0631\u0628"
    assert one.translate(LETTERS | MARKS) != other.translate(LETTERS | MARKS)
