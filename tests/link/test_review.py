"""Pairs to look at are told in words a reader knows."""

from link.test_judgements import strike
from witnessmark.link.review import Reviewed, pairs_of
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.pair import Candidate, Standing


def event(reading, origin):
    claims, doc = reading.claims, reading.document.id
    place, day = claims[0].location.place, claims[0].date.start
    return Incident(
        id=f"event {doc}", kind=IncidentKind.INCIDENT, date=(day, day), place=place, method=(), weapon=(),
        target=(), attributed_to=(), figures=(), claims=tuple(c.id for c in claims), documents=(doc,),
        publications=1, origins=(origin,), grade=Grade(),
    )  # fmt: skip


def test_voices_are_called_by_their_names():
    one, other = strike("a"), strike("b")
    events = [event(one, "CIVIL_DEFENCE"), event(other, "The Orchard Network")]
    claims = {c.id: c for c in (*one.claims, *other.claims)}
    pair = Candidate("a-0", "b-0", ("a", "b"), Standing.APART, 0.0)
    (found,) = pairs_of([pair], Reviewed(events, claims, (), {}))
    assert "as one event it has 2 voices: Civil defence (unspecified), The Orchard Network" in found.changes


def test_a_voice_that_nobody_named_is_told_in_words():
    one, other = strike("a"), strike("b")
    events = [event(one, "UNKNOWN_PUBLISHER"), event(other, "The Orchard Network")]
    claims = {c.id: c for c in (*one.claims, *other.claims)}
    pair = Candidate("a-0", "b-0", ("a", "b"), Standing.APART, 0.0)
    (found,) = pairs_of([pair], Reviewed(events, claims, (), {}))
    assert "as one event it has 2 voices: The Orchard Network, Unknown publisher" in found.changes
