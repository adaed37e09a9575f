"""The page's checks say what was found and nothing that leads to a door."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.codebook import load
from witnessmark.errors import IntegrityError
from witnessmark.model.site_check import SiteCheck, SiteMatch, SiteResult
from witnessmark.publish import publish
from witnessmark.publish.index import Index
from witnessmark.publish.labels import codebook_labels
from witnessmark.publish.site_checks import band, coarse, likeliest, site_section

LAW = load().statements["notification_and_law"]
LABELS = codebook_labels()
SITE = "tern-cliff-hospital-7731"
MATCH = SiteMatch(
    site=SITE,
    kind="medical_facility",
    distance=412.7,
    probability=0.71,
    kind_agrees=True,
    result=SiteResult.BEFORE_TO_ATTRIBUTED,
    party="RUS_GOV",
    days=12,
    offset=3.4,
    reasons=("entered 4 March 2020, after the incident",),
)
CHECK = SiteCheck(
    "c",
    "",
    MATCH.result,
    (SiteResult.AFTER,),
    (MATCH,),
    1,
    2000,
    "v",
    ("passed on to RUS_GOV 3 March 2020, at 36.12345, 37.54321",),
    LAW,
)


def checked(dossier, *checks):
    named = tuple(replace(c, incident=dossier.incidents[0].id) for c in checks)
    return replace(dossier, checks=named)


def sheet(dossier, check):
    return site_section(Index(checked(dossier, check)), LABELS).sheets[0]


@pytest.mark.parametrize("result", SiteResult)
def test_each_result_is_shown_in_words_with_the_sentence_on_the_law(dossier, result):
    page = publish(checked(dossier, replace(CHECK, result=result)))
    shown = sheet(dossier, replace(CHECK, result=result))
    assert shown.result in page
    assert LAW in page
    assert result.value not in page
    assert shown.reasons


def test_no_site_no_position_and_no_exact_distance_is_on_the_page(dossier):
    page = publish(checked(dossier, CHECK))
    for secret in (SITE, "tern", "412", "36.12345", "37.54321"):
        assert secret not in page
    assert "within 2 km" in page
    assert "Likely" in page


def test_a_page_without_checks_has_no_section(dossier):
    assert 'id="sites"' not in publish(dossier)


def test_a_check_of_an_incident_that_is_not_there_is_refused(dossier):
    with pytest.raises(IntegrityError, match="check"):
        Index(replace(dossier, checks=(replace(CHECK, incident="gone"),)))


def test_results_that_speak_of_no_site_describe_none(dossier):
    for result in (SiteResult.NOT_LISTED, SiteResult.NO_REGISTER, SiteResult.PLACE_UNKNOWN):
        assert likeliest(replace(CHECK, result=result)) is None
        told = sheet(dossier, replace(CHECK, result=result))
        assert not {"Kind of site", "Distance"} & {label for label, _ in told.facts}


def test_the_site_described_is_the_one_the_result_is_of():
    nearer = replace(MATCH, site="other", probability=0.9, result=SiteResult.SUPPORTED)
    assert likeliest(replace(CHECK, matches=(nearer, MATCH))) == MATCH


def test_reasons_are_sentences_with_neutral_names(dossier):
    told = sheet(dossier, replace(CHECK, result=SiteResult.NEAR)).reasons
    assert all(reason[0].isupper() and reason.endswith(".") for reason in told)
    assert any("Russian forces 3 March 2020" in reason for reason in told)


def test_where_the_result_is_that_of_a_site_its_history_is_the_reason(dossier):
    assert "Entered 4 March 2020, after the incident." in sheet(dossier, CHECK).reasons


def test_results_are_counted_in_the_order_of_the_codebook(dossier):
    after = replace(CHECK, id="d", result=SiteResult.AFTER)
    section = site_section(Index(checked(dossier, after, CHECK, replace(after, id="e"))), LABELS)
    assert [n for _, n in section.counts] == [1, 2]


@given(st.floats(0, 1), st.floats(0, 1))
def test_bands_rise_with_the_value(a, b):
    codes = list(LABELS.axes["likelihood"])
    low, high = sorted((a, b))
    assert codes.index(band("likelihood", low, LABELS)) <= codes.index(band("likelihood", high, LABELS))


def test_a_coarse_check_holds_codes_of_the_codebook_and_no_measure():
    found = coarse(CHECK, LABELS)
    assert (found.kind, found.likelihood, found.distance, found.within) == (
        "medical_facility", "likely", "within_2_km", 2,
    )  # fmt: skip
    assert SITE not in repr(found)
    assert "412" not in repr(found)
    assert "36.12345" not in repr(found)
