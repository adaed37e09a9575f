from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.document import Document, Zone, ZoneKind
from witnessmark.model.reading import Reading
from witnessmark.publish import Dossier, Labels
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.texts import pages

TEXT = "One two three. Four five six seven.\n\nEight nine ten eleven twelve."
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda s: (s[0], min(sum(s), len(TEXT)))
)


def page_of(zones, spans):
    zones = tuple(Zone(ZoneKind.BODY, a, b) for a, b in zones)
    claims = tuple(
        Claim(f"{n}", "d", a, b, TEXT[a:b], ZoneKind.BODY, ClaimKind.PATTERN, (), Modality.ASSERTED)
        for n, (a, b) in enumerate(spans)
    )
    reading = Reading(Document("d", "d.txt", TEXT, "0", "txt", zones=zones), claims=claims)
    return pages(Index(Dossier("t", (reading,))), Labels())[0]


@given(st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=6))
def test_every_word_is_shown_once_whatever_the_zones_and_claims(zones, spans):
    page = page_of(zones, spans)
    shown = "".join(piece.text for block in page.blocks for piece in block.pieces)
    assert "".join(shown.split()) == "".join(TEXT.split())


@given(st.lists(SPANS, max_size=6))
def test_the_pieces_of_a_claim_are_its_quote(spans):
    page = page_of([(0, len(TEXT))], spans)
    pieces = [piece for block in page.blocks for piece in block.pieces]
    for n, (start, end) in enumerate(spans):
        name = anchor("c", f"{n}")
        assert "".join(p.text for p in pieces if name in p.claims) == TEXT[start:end]
        assert sum(name in p.starts for p in pieces) == 1


def test_a_copy_names_its_siblings_and_the_evidence(index, labels):
    facts = dict(pages(index, labels)[0].facts)
    assert facts["Lineage"] == (
        "the same story in other words, with: Karsund: seven dead by the clinic (same figures, same day)"
    )
    assert facts["Published"] == "4 March 2021, inferred from other dates in the text: “on Thursday”"


def test_translation_is_said(index, labels):
    assert dict(pages(index, labels)[1].facts)["Translation"] == "there is evidence of machine translation"


def test_claims_outside_any_incident_are_listed_too(index, labels):
    entries = {e.claim.quote: e.incident for e in pages(index, labels)[0].entries}
    assert entries["12 attacks on schools"] == ""
    assert entries["Two houses were destroyed"] == "Air strike \u2014 Karsund clinic, 3 March 2021"
