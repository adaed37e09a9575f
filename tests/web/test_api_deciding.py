"""Programs decide as people do on the pages, and are told what others decided."""

import pytest

from web.conftest import SLUG
from web.test_api import at, post
from witnessmark.web import work
from witnessmark.web.rights import Role

WHY = "as both say"


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))


@pytest.fixture
def analyst(program):
    return program(Role.ANALYST, "decide")


def decide(client, what, **body):
    return post(client, f"decide/{what}", **{"reason": WHY, **body})


def kept(told):
    assert told.status_code == 200, told.content
    return told.json()


def items(client, what, **query):
    return client.get(at(what), query).json()["items"]


def home(client, claim):
    return client.get(at(f"claims/{claim}/incident")).json()


def test_a_decision_is_kept_counted_and_taken_back(analyst):
    claim = items(analyst, "claims")[0]
    told = kept(decide(analyst, "claims", judgement="reject", claims=[claim["id"]]))
    (made,) = told["decisions"]
    assert (made["judgement"], made["by"], told["linked"]) == ("reject", "some-analyst", True)
    assert told["changes"]
    assert analyst.get(at(f"decisions/{made['id']}")).json() == [made]
    kept(decide(analyst, "undo", decision=made["id"]))
    assert [d["judgement"] for d in items(analyst, "decisions")] == ["reject", "withdraw"]
    assert home(analyst, claim["id"])["record"] == "incident"
    again = decide(analyst, "undo", decision=made["id"])
    assert (again.status_code, "already" in again.json()["detail"]) == (409, True)


def test_what_is_sent_twice_is_one_decision(analyst):
    body = {"judgement": "reject", "claims": [items(analyst, "claims")[0]["id"]], "seen": []}
    first, again = (kept(decide(analyst, "claims", **body))["decisions"] for _ in range(2))
    assert first == again == items(analyst, "decisions")


def test_several_claims_are_one_act_and_one_undo(analyst):
    claims = [c["id"] for c in items(analyst, "claims", limit=3)]
    made = kept(decide(analyst, "claims", judgement="accept", claims=claims))["decisions"]
    assert len({d["act"] for d in made}) == 1
    assert [d["subject"] for d in analyst.get(at(f"decisions/{made[0]['act']}")).json()] == [
        [c] for c in claims
    ]
    assert len(kept(decide(analyst, "undo", decision=made[0]["act"]))["decisions"]) == 3


def test_a_missed_claim_is_added_by_its_words(analyst):
    document = items(analyst, "documents")[0]
    fields = {
        "measure": "injured",
        "value": 4,
        "group": "civilian",
        "event_type": ["shelling"],
        "date": "2031-03",
    }
    told = kept(decide(analyst, "add", document=document["id"], quote="medics said", fields=fields))
    (claim,) = [
        c for c in analyst.get(at(f"readings/{document['id']}")).json()["claims"] if c["rule"] == "added"
    ]
    assert told["decisions"][0]["subject"] == [claim["id"]]
    assert (claim["quote"], claim["count"]["value"], claim["count"]["measure"]) == (
        "medics said",
        4,
        "injured",
    )
    assert (claim["date"]["start"], claim["date"]["end"]) == ("2031-03-01", "2031-03-31")
    missing = decide(analyst, "add", document=document["id"], quote="nobody wrote this")
    assert (missing.status_code, "does not stand" in missing.json()["detail"]) == (409, True)
    strange = decide(analyst, "add", document=document["id"], quote="medics", fields={"event_type": ["tea"]})
    assert (strange.status_code, "tea" in strange.json()["detail"]) == (409, True)


def test_fields_are_corrected_and_taken_away(analyst):
    claim = next(c for c in items(analyst, "claims") if c["count"])
    kept(
        decide(
            analyst, "correct", claim=claim["id"], fields={"value": 40, "group": "civilian", "place": None}
        )
    )
    reading = analyst.get(at(f"readings/{claim['doc']}")).json()
    now = next(c for c in reading["claims"] if c["id"] == claim["id"])
    assert (now["count"]["value"], now["location"], now["extractor"]) == (40, None, "person")
    again = decide(analyst, "correct", claim=claim["id"], fields={"value": 40})
    assert (again.status_code, "already" in again.json()["detail"]) == (409, True)


def test_incidents_are_merged_parted_and_their_claims_moved(analyst):
    kept(decide(analyst, "read", documents=[items(analyst, "documents")[0]["id"]]))  # has them linked
    told = [c["id"] for c in items(analyst, "claims") if c["count"]]
    one, other = (home(analyst, claim) for claim in told[:2])
    if one["id"] == other["id"]:
        kept(decide(analyst, "split", incident=one["id"], claims=[told[0]]))
        one, other = (home(analyst, claim) for claim in told[:2])
    assert one["id"] != other["id"]
    merged = kept(decide(analyst, "merge", incidents=[one["id"], other["id"]]))
    assert {told[0], told[1]} <= set(home(analyst, told[0])["claims"])
    parted = kept(decide(analyst, "split", incident=home(analyst, told[0])["id"], claims=[told[0]]))
    assert told[1] not in home(analyst, told[0])["claims"]
    assert merged["decisions"][0]["judgement"] == "same"
    kept(decide(analyst, "undo", decision=parted["decisions"][0]["id"]))
    assert told[1] in home(analyst, told[0])["claims"]
    gone = decide(analyst, "merge", incidents=["none", "neither"])
    assert (gone.status_code, "claims/{claim}/incident" in gone.json()["remedy"]) == (404, True)


def test_a_claim_is_moved_to_another_incident(analyst):
    kept(decide(analyst, "read", documents=[items(analyst, "documents")[0]["id"]]))
    first = home(analyst, items(analyst, "claims")[0]["id"])
    telling = [c["id"] for c in items(analyst, "claims", limit=500) if c["id"] in first["claims"]]
    assert len(telling) >= 3
    kept(decide(analyst, "split", incident=first["id"], claims=telling[:1]))
    source, target = home(analyst, telling[1]), home(analyst, telling[0])
    kept(decide(analyst, "move", incident=source["id"], claims=[telling[1]], to=target["id"]))
    assert home(analyst, telling[0])["id"] == home(analyst, telling[1])["id"]
    assert telling[2] not in home(analyst, telling[0])["claims"]


def test_a_pair_is_judged_and_told_side_by_side(analyst):
    a, b = (d["id"] for d in items(analyst, "documents", limit=2))
    (made,) = kept(decide(analyst, "pair", judgement="different", subject=[a, b]))["decisions"]
    judged = analyst.get(at("judged"), {"on": [a]}).json()
    assert (judged["items"], judged["in_force"], judged["awaiting"]) == ([made], [made["id"]], [])
    (pair,) = (p for p in items(analyst, "pairs") if p["judged"] == [made["id"]])
    file = analyst.get(at("pair"), {"a": pair["b"], "b": pair["a"]}).json()
    assert (file["pair"]["a"], file["pair"]["b"]) == (pair["a"], pair["b"])
    assert file["pair"]["judged"] == [made["id"]]


def test_who_named_what_they_saw_is_told_of_others_before_anything_is_kept(analyst, program):
    claim = items(analyst, "claims")[0]["id"]
    (first,) = kept(decide(analyst, "claims", judgement="reject", claims=[claim]))["decisions"]
    other = program(Role.REVIEWER, "decide", name="other")
    told = decide(other, "claims", judgement="accept", claims=[claim], seen=[])
    assert (told.status_code, told.json()["others"]) == (409, [first])
    assert items(other, "decisions") == [first]
    both = kept(decide(other, "claims", judgement="accept", claims=[claim], seen=[first["id"]]))
    assert both["others"] == []
    anew = kept(decide(analyst, "claims", judgement="reject", claims=[claim]))
    assert anew["others"] == both["decisions"]
    assert items(analyst, "decisions") == [first, *both["decisions"], *anew["decisions"]]


def test_four_eyes_are_those_of_two_people_whoever_holds_the_key(analyst, program, project):
    project.four_eyes = True
    project.save()
    claim = items(analyst, "claims")[0]["id"]
    (made,) = kept(decide(analyst, "claims", judgement="reject", claims=[claim]))["decisions"]
    assert made["four_eyes"]
    assert analyst.get(at("judged"), {"on": [claim]}).json()["awaiting"] == [made["id"]]
    assert items(analyst, "waiting/second") == [made]
    assert decide(analyst, "confirm", decisions=[made["id"]]).status_code == 403
    reviewer = program(Role.REVIEWER, "decide", name="narrow")
    assert decide(reviewer, "confirm", decisions=[made["id"]]).status_code == 403
    own = program(Role.REVIEWER, "confirm", name="second")
    (theirs,) = kept(decide(own, "claims", judgement="reject", claims=[items(own, "claims")[1]["id"]]))[
        "decisions"
    ]
    alone = decide(own, "confirm", decisions=[theirs["id"]])
    assert (alone.status_code, "another person" in alone.json()["detail"]) == (409, True)
    kept(decide(own, "confirm", decisions=[made["id"]]))
    assert made["id"] in own.get(at("judged"), {"on": [claim]}).json()["in_force"]
    assert claim not in {c for i in items(own, "incidents") for c in i["claims"]}


@pytest.mark.parametrize(
    ("what", "body", "status"),
    [
        ("pair", {"judgement": "same", "subject": ["x"]}, 422),
        ("pair", {"judgement": "same", "subject": ["x", "x"]}, 422),
        ("pair", {"judgement": "same", "subject": ["x", "y"]}, 404),
        ("pair", {"judgement": "perhaps", "subject": ["x", "y"]}, 422),
        ("claims", {"judgement": "reject", "claims": ["unknown"]}, 404),
        ("claims", {"judgement": "reject", "claims": ["doc-0001"]}, 404),
        ("claims", {"judgement": "reject", "claims": ["x"], "reason": " "}, 422),
        ("claims", {"judgement": "reject", "claims": ["x\0"]}, 422),
        ("read", {"documents": []}, 422),
        ("correct", {"claim": "x", "fields": {}}, 422),
        ("correct", {"claim": "x", "fields": {"value": 10**9}}, 422),
        ("correct", {"claim": "x", "fields": {"colour": "red"}}, 422),
        ("undo", {"decision": "unknown"}, 404),
    ],
)
def test_nonsense_is_refused_in_words(analyst, what, body, status):
    told = decide(analyst, what, **body)
    assert (told.status_code, sorted(told.json())) == (status, ["detail", "remedy"])


def test_nobody_decides_in_a_project_that_is_not_theirs(program):
    client = program(Role.ANALYST, "decide")
    told = client.post(f"/api/p/not-{SLUG}/decide/undo", {"decision": "x", "reason": WHY}, "application/json")
    assert told.status_code == 404
