from dataclasses import replace

from link.made import HAZAR, claim, count, on, report
from link.stories import other_desk, reworded, translated, wire
from witnessmark.link import link, recall
from witnessmark.model.claim import RelationType


def told(doc, text, publisher):
    dead = claim(
        doc, "247 people", who=(publisher,), at=HAZAR, when=on("2021-03-04"), n=count("killed", 247),
        event_type=("air_strike",),
    )  # fmt: skip
    return report(doc, text, [dead], published="2021-03-05", publisher=publisher)


def valley():
    text = (
        "Jets bombed Hazar on March 4, and 247 people were dead by the evening. "
        '"We carried them out of the cellars one after the other until the lamps gave out", a man said.'
    )
    return told("a", text, "VALLEY_POST")


def coast():
    text = (
        "The worst raid of the winter left 247 people dead in Hazar last Thursday, as our reporter found. "
        '"We carried them out of the cellars one after the other until the lamps gave out", we were told.'
    )
    return told("b", text, "COAST_TIMES")


def recalled(readings):
    found = link(readings)
    return found, recall(readings, found.lineages, found.incidents, found.relations)


def test_two_who_share_what_hardly_both_found_are_one_voice_again():
    found, kept = recalled([valley(), coast()])
    assert len(found.lineages) == 2
    assert RelationType.SHARED_ORIGIN_DOCUMENTS in {r.type for r in found.relations}
    assert kept == replace(found, candidates=())
    assert len({voice for _, voice in kept.origins}) == 1


def test_voices_are_those_of_the_run_among_copies_and_another_desk():
    found, kept = recalled([wire(), reworded(), translated(), other_desk()])
    assert kept == replace(found, candidates=())
