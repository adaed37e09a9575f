"""Who publishes a report, and who relays it."""

from factory import document
from witnessmark.codebook import UNKNOWN_PUBLISHER
from witnessmark.extract.publisher import publishers
from witnessmark.extract.words import words
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse

STORY = "Shelling killed nine people in Kherson."


def made(publisher=None, credit=""):
    text = STORY + "\n" + credit
    zones = [Zone(ZoneKind.BODY, 0, len(STORY))]
    if credit:
        zones.append(Zone(ZoneKind.SOURCE_CREDIT, len(STORY) + 1, len(text)))
    return document(text, publisher=publisher, zones=tuple(zones))


def test_a_publisher_the_codebook_knows_has_its_id():
    assert publishers(made("Human Rights Watch"), words("en")) == ("HRW",)


def test_a_publisher_it_does_not_know_keeps_the_name():
    assert publishers(made("The Orda Courier"), words("en")) == ("The Orda Courier",)


def test_without_a_publisher_the_place_at_the_end_of_the_chain_is_marked_unknown():
    assert publishers(made(), words("en")) == (UNKNOWN_PUBLISHER,)


def test_a_wire_in_the_credit_stands_before_the_outlet_that_prints_it():
    assert publishers(made("The Orda Courier", "Source: AFP"), words("en")) == ("AFP", "The Orda Courier")


def test_other_names_in_a_credit_are_no_publishers():
    assert publishers(made("The Orda Courier", "Photo: Human Rights Watch"), words("en")) == (
        "The Orda Courier",
    )


def test_a_claim_nobody_is_named_for_is_the_publishers_and_not_explicit():
    [claim] = analyse(made("The Orda Courier")).claims
    assert [(c.name, c.explicit) for c in claim.claimants] == [("The Orda Courier", False)]


def test_a_named_origin_stands_before_the_publisher():
    text = "UNICEF said shelling killed nine children in Kherson."
    [claim] = [c for c in analyse(document(text, publisher="The Orda Courier")).claims if c.count]
    assert [(c.name, c.explicit) for c in claim.claimants] == [("UNICEF", True), ("The Orda Courier", False)]
