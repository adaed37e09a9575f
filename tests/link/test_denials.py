"""Where a denial goes, and that many of them cost no more than what they are looked up in."""

from link.made import HAZAR, claim, count, on, rel, report
from witnessmark.link.corpus import Corpus
from witnessmark.link.denials import attach_denials
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.origins import origins_of
from witnessmark.model.incident import IncidentKind

TEXT = "Hazar was hit on 4 March. Forty have died since January. The army denied it."


def told(doc, *, denies=None):
    claims = [
        claim(f"{doc}-event", "Hazar was hit on 4 March", at=HAZAR, when=on("2021-03-04")),
        claim(f"{doc}-total", "Forty have died since January", "aggregate_tally", n=count("killed", 40)),
        claim(f"{doc}-denial", "The army denied it", "denial", who=("ARMY_N",)),
    ]
    relations = [rel("denies", f"{doc}-denial", f"{doc}-{denies}")] if denies else []
    return report(doc, TEXT, claims, relations)


class Read(tuple):
    """Counts how often it is gone through."""

    __slots__ = ()
    times = 0

    def __iter__(self):
        Read.times += 1
        return super().__iter__()


def attached(*readings, kinds=("event", "total")):
    """The claims of each fold, one for each event and total, once denials are attached."""
    corpus = Corpus(readings)
    own = origins_of(corpus.claims.values(), corpus.publisher)
    lines = {doc: doc for doc in corpus.readings}
    ground = Ground(corpus, Read(corpus.relations), own, {c.id: c.doc for c in corpus.claims.values()}, lines)
    kind = {"event": IncidentKind.INCIDENT, "total": IncidentKind.AGGREGATE}
    folds = [Fold(kind[k], (f"{doc}-{k}",), (doc,)) for doc in corpus.readings for k in kinds]
    assert ground.kind  # worked out before anything is counted
    Read.times = 0
    return [f.claims for f in attach_denials(ground, folds)]


def test_a_denial_belongs_to_the_only_event_and_without_one_to_the_only_total():
    assert attached(told("d")) == [("d-event", "d-denial"), ("d-total",)]
    assert attached(told("d"), kinds=["total"]) == [("d-total", "d-denial")]


def test_what_a_text_says_is_denied_comes_before_what_else_it_tells_of():
    assert attached(told("d", denies="total")) == [("d-event",), ("d-total", "d-denial")]


def test_where_a_document_tells_of_two_events_nothing_is_guessed():
    assert attached(told("d"), kinds=["event", "event"]) == [("d-event",), ("d-event",)]


def test_relations_are_gone_through_once_however_many_denials_there_are():
    found = attached(*(told(f"d{n:02}", denies="event") for n in range(40)))
    assert len([claims for claims in found if len(claims) > 1]) == 40
    assert Read.times == 1
