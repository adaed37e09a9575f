from witnessmark.publish.table import (
    CLAIM_COLUMNS,
    FIGURE_COLUMNS,
    INCIDENT_COLUMNS,
    claim_rows,
    figure_rows,
    incident_rows,
)


def test_rows_have_the_columns_they_promise(index, labels):
    for rows, columns in (
        (incident_rows(index, labels), INCIDENT_COLUMNS),
        (claim_rows(index, labels), CLAIM_COLUMNS),
        (figure_rows(index, labels), FIGURE_COLUMNS),
    ):
        assert rows
        assert all(tuple(row) == columns for row in rows)


def test_an_incident_says_what_is_not_stated(index, labels):
    strike, total, gas = incident_rows(index, labels)
    assert strike["attributed_to"] == "Northern Army"
    assert strike["figures"] == "7 civilians killed; 2 residential buildings destroyed"
    assert strike["near"] == "medical facility"
    assert (strike["object"], strike["what"]) == ("not stated", "Air strike")
    assert (strike["origins_publications"], total["origins_publications"]) == ("1/2", "1/1")
    assert gas["attributed_to"] == gas["weapon"] == "not stated"
    assert gas["date"] == "date not stated"


def test_figures_leave_an_open_end_empty_and_count_their_own_publications(index, labels):
    killed, houses, total = figure_rows(index, labels)
    assert (killed["low"], killed["best"], killed["high"], killed["publications"]) == ("7", "7", "7", "2")
    assert houses["publications"] == "1"
    assert (houses["what"], houses["group"]) == ("residential buildings destroyed", "Residential building")
    assert (total["low"], total["high"]) == ("40", "")


def test_claims_follow_the_text_and_name_the_chain(index, labels):
    rows = claim_rows(index, labels)
    assert rows[0]["quote"] == "Seven civilians were killed"
    assert rows[0]["said_by"] == "Vesteria Monitor > Novo Wire"
    order = [r["document"] for r in rows]
    assert list(dict.fromkeys(order)) == ["in/wire.txt", "in/copy.txt", "in/<i>hostile</i>.txt"]
    assert len(order) == 12
