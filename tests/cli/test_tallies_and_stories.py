# ruff: noqa: E501  (told sentences are kept whole)
"""What is told over several reports, through the commands of a case: tallies checked, stories kept apart."""

import json
import re

import pytest

from link import planted

TALLIES = {
    "split": ("2023-06-01", "The archive counted 108 attacks on clinics in Sudan in May 2023: 71 by the RSF and 40 by the Sudanese army."),
    "part": ("2022-04-04", "Shelling killed 20 people in Izium on 3 April 2022, including 31 children, the mayor said."),
    "targets": ("2022-05-01", "The health ministry counted 20 attacks on 25 clinics in Kharkiv region in April 2022."),
    "hit": ("2022-05-02", "Monitors documented 20 attacks on schools in Marib province in April 2022. Eighteen schools were hit, the monitors said."),
    "rise": ("2021-03-08", "An air strike on a bakery in Ariha on 8 March 2021 killed 11 people, the civil defence said."),
    "later": ("2021-03-09", "An air strike on a bakery in Ariha on 8 March 2021 killed 16 people, the civil defence said."),
    "fall": ("2021-03-10", "An air strike on a bakery in Ariha on 8 March 2021 killed nine people, the civil defence said."),
    "derived": ("2021-07-01", "The network counted 30 civilians killed in Hama in June 2021: 18 by shelling, among them five children, and 12 by air strikes, among them three children."),
    "replaced": ("2021-05-10", "The death toll from the strike on the market in Saada on 9 May 2021 rose from 21 to 26, doctors said."),
}  # fmt: skip
CHECKED = (
    "71 + 40 = 111 of 108",
    "31 of 20",
    "25 distinct targets in 20 attacks",
    "18 distinct targets in 20 attacks",
    "18 + 12 = 30",
    "killed: 11 by 2021-03-08, 16 by 2021-03-09: 5 more",
    "killed: 16 by 2021-03-09, 9 by 2021-03-10: 7 fewer",
)
HOLD = (False, False, False, True, True, True, False)


@pytest.fixture
def filled(cli, case, tmp_path):
    """Put reports, each with its day and text, into a case."""

    def fill(told):
        path = tmp_path / "told.jsonl"
        rows = ({"id": name, "published": day, "text": text} for name, (day, text, *_) in told.items())
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        ran = cli("add", case, path)
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in cli("incidents", case, "--format", "jsonl").out.splitlines()]

    return fill


def test_every_identity_is_checked_and_every_impossibility_shown(cli, case, filled):
    found = filled(TALLIES)
    lines = {line["statement"]: line["holds"] for i in found for line in i["audit"]}
    assert {said: lines.get(said) for said in CHECKED} == dict(zip(CHECKED, HOLD, strict=True))
    out = " ".join(cli("figures", case, "--explain").out.split())
    assert [said for said in CHECKED if said not in out] == []
    assert "a toll that falls without a correction" in out
    assert "more targets than attacks" in out
    assert "derived (5 + 3)" in {f["rule"] for i in found for f in i["figures"]}
    assert "superseded by" in out
    numbers = {n for i in found for f in i["figures"] for n in (f["low"], f["best"], f["high"])}
    assert numbers.isdisjoint({30 + 18 + 12, 108 + 71 + 40, 11 + 16, 11 + 16 + 9, 21 + 26})


STORIES = {
    "wire": ("2019-04-13", planted.WIRE),
    **{name: ("2019-04-14", text) for name, text in planted.EDITS.items()},
    "journal": ("2019-04-14", planted.FRENCH),
    "sahifa": ("2019-04-14", planted.ARABIC),
    "front": ("2019-04-15", planted.ALTERED),
    "again": ("2021-08-02", planted.RECYCLED),
    "shells": ("2021-05-03", "Two shells hit the market of Ariha on 3 May 2021, killing six people, medics said."),
    "school": ("2021-05-05", "A warplane bombed a school in Ariha on 5 May 2021 and killed nine people, the civil defence said."),
    "jets": ("2021-06-11", "Army jets bombed a clinic in Saraqib on 10 June 2021, killing five people, a doctor said."),
    "denial": ("2021-06-12", "The army denied that its jets bombed a clinic in Saraqib on 10 June 2021."),
    "twice": ("2021-07-02", "A missile struck the bakery of Binnish on 1 July 2021, killing seven people. As rescuers arrived, a second missile hit the same spot and killed four of them."),
}  # fmt: skip


def test_each_planted_story_is_told_as_what_it_is(cli, case, filled):
    found = filled(STORIES)
    prints = {"wire", *planted.EDITS, "front", "again"}
    (market,) = [i for i in found if i["place"] and i["place"]["name"] == "Zabid"]
    assert prints <= set(market["documents"])
    assert (market["origins"], market["date"]) == (["Tihama Watch"], ["2019-04-13", "2019-04-13"])
    (killed,) = [f for f in market["figures"] if (f["measure"], f["group"]) == ("killed", "person")]
    assert (killed["low"], killed["best"], killed["high"]) == (23, 23, 23)

    told = {doc: i for i in found if i["kind"] == "incident" for doc in i["documents"]}
    assert told["shells"]["id"] != told["school"]["id"]
    assert told["jets"]["documents"] == ["denial", "jets"]
    assert "contested" in told["jets"]["grade"]["flags"]

    taps = [i for i in found if i["documents"] == ["twice"]]
    assert sorted(len(i["follows"]) for i in taps) == [0, 1]
    shown = " ".join(cli("incidents", case, "--explain").out.split())
    assert "said to have followed, on the same place within hours" in shown
    cli("report", case)
    page = (case / "report.html").read_text(encoding="utf-8")
    assert re.search("figure altered: 23 in [a-z]+, 83 in front", page)
    assert page.count("translated") >= 2
    assert re.search("again was printed 84[0-2] days after [a-z]+ and gives none of its days", page)
