"""What `add` says of a report that the case holds already."""

import pytest

TOLD = "A shell struck the market in Aleppo on Tuesday, killing 6 civilians, rescuers said."


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "market.txt"
    path.write_text(TOLD)
    return path


def added(cli, case, *words) -> tuple[str, str]:
    ran = cli("add", case, *words)
    assert ran.code == 0
    return ran.out, ran.err


def test_a_report_added_again_changes_nothing_and_says_nothing(cli, case, report):
    added(cli, case, report, "--published", "2021-03-05")
    out, err = added(cli, case, report, "--published", "2021-03-05")
    assert "0 new" in out
    assert "published" not in err


def test_another_date_of_publication_holds_and_is_said_with_the_one_before(cli, case, report):
    added(cli, case, report)
    out, err = added(cli, case, report, "--published", "2021-03-05")
    assert "0 new" in out
    assert "market.txt: published 2021-03-05 (given) holds now, in place of (no date known)" in err
    assert "2021-03-02" in cli("incidents", case, "--format", "jsonl").out
    _, err = added(cli, case, report, "--published", "2021-03-12")
    assert "published 2021-03-12 (given) holds now, in place of 2021-03-05 (given)" in err
    _, err = added(cli, case, report)
    assert "published (no date known) holds now, in place of 2021-03-12 (given)" in err
    assert cli("verify", case).code == 0


def test_many_reports_with_another_date_are_listed_in_part_and_counted(cli, case, tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for n in range(12):
        (reports / f"{n}.txt").write_text(f"{TOLD} Patrol {n} came back.")
    added(cli, case, reports)
    _, err = added(cli, case, reports, "--published", "2021-03-05")
    assert err.count("holds now") == 10
    assert "2 more documents with another date" in err
