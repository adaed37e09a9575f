"""The order of the grammar for one document."""

from collections.abc import Sequence

from witnessmark.extract.accidents import told_as_accidents
from witnessmark.extract.assemble import Assembler
from witnessmark.extract.attribution import Spoken
from witnessmark.extract.confidence import with_confidence
from witnessmark.extract.conflict import resolve_parties
from witnessmark.extract.counts import counts
from witnessmark.extract.denied_harm import denied_harm
from witnessmark.extract.entries import find_entries
from witnessmark.extract.misdated import misdated
from witnessmark.extract.named import named, with_counts
from witnessmark.extract.outcome import outcomes
from witnessmark.extract.phrases import Draft
from witnessmark.extract.publisher import publishers
from witnessmark.extract.relations import partition, relations
from witnessmark.extract.revise import complete_totals, revise_times, revise_titles
from witnessmark.extract.roles import events
from witnessmark.extract.sequels import sequels
from witnessmark.extract.setting import set_aside
from witnessmark.extract.settle import settle
from witnessmark.extract.several import spread_titles
from witnessmark.extract.speakers import spoken
from witnessmark.extract.statements import statements
from witnessmark.extract.succumbed import join_toll
from witnessmark.extract.tagger import tag
from witnessmark.extract.tallies import tallied
from witnessmark.extract.titles import date_titles
from witnessmark.extract.trace import entered, fired
from witnessmark.extract.who import agents, blaming
from witnessmark.extract.words import words
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.place import PlaceMention
from witnessmark.model.reading import Extraction
from witnessmark.model.when import Timex

# How many counts back a total is looked for: the longest split in the example reports has eight parts.
_WITHIN = 12


def read_claims(document: Document, timexes: Sequence[Timex], places: Sequence[PlaceMention]) -> Extraction:
    """1 tag, 2 settle, 3 who speaks, 4 who acts, 5 count, 6 partition, 7 assemble, 8 relate, 9 set aside."""
    known = words(document.language)
    sentences = tag(document, timexes, places, known)
    resolve_parties(sentences, document)
    drafts: list[Draft] = []
    for s in sentences:
        settle(s)
    find_entries(sentences, document.text)
    # Without its small words a language's numbers, speakers and agents would be guessed; none is better.
    voices = spoken(sentences, document.text) if known.grammar else [Spoken()] * len(sentences)
    assembler = Assembler(document, publishers(document, known))
    made: list[tuple[Draft, Claim]] = []
    claims: list[Claim] = []
    for s, said in zip(sentences, voices, strict=True):
        accused = [a.verb for a in said.found if a.accusing] + blaming(s)
        acting = agents(s, document.text, accused, said.party) if known.grammar else []
        entered(s, said.found, acting)
        if s.chunks and s.chunks[-1].word == "?":
            continue  # a question states nothing
        if known.grammar:
            s.events = events(s, document.text)
        assembler.hear(s)
        own = counts(s, drafts) if known.grammar else []
        own += tallied(s, own, drafts[-_WITHIN:]) if known.grammar else []
        own += named(s, own, drafts[-_WITHIN:])
        s.events = with_counts(s.events, own, document.text)
        if own:
            drafts.extend(own)
            partition(drafts[-_WITHIN:])
            join_toll(drafts[-_WITHIN:])
        for d in own:
            made.append((d, assembler.count(d, said, acting)))
            claims.append(made[-1][1])
            fired(s, d.index, claims[-1])
        for one in statements(s, said, acting):
            claims.append(assembler.statement(s, one, said, acting))
            fired(s, one.at, claims[-1])
    claims = told_as_accidents(outcomes(made, claims, sentences), sentences)
    titled = spread_titles(made, date_titles(revise_titles(claims)))
    claims, contradictions = revise_times(complete_totals(titled))
    links = relations([d for d, _ in made], [c.id for _, c in made], claims)
    claims, tied = sequels(document, sentences, claims, known, links)
    claims = misdated(denied_harm(claims, document), sentences)
    claims = set_aside(claims, sentences, document, timexes, known)
    claims = with_confidence(claims, document.language)
    claims.sort(key=lambda c: (c.start, c.end, c.id))
    return Extraction(tuple(claims), (*links, *tied, *contradictions))
