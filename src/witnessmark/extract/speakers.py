"""Who says so: for each stretch of a sentence the chain of claimants, origin first, and their modality.

A reporting verb with its subject, "according to", or an accusation opens an attribution; its scope is what
it introduces, or, when it comes after, what stands before it. What no attribution covers is said by the
speaker of the same quotation, by the speaker the paragraph goes on with (marked not explicit), or by the
publisher.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.model.claim import Claimant, Modality

_CONTENT = frozenset("NFAMOWTtIDVXJCE")
_BOUNDARY = frozenset("w;:q-")
# What a phrase ends on: an article right behind it begins the next one.
_ENDS_PHRASE = frozenset("dlNGOUAWMKPSDtI)x'")
# How codes of reporting verbs and hedges stand as modality; any other code is a plain statement.
_MODALITY = {m.value: m for m in Modality}

_NAME_WORDS = range(2, 5)  # of a person's name as news gives it
# How far from its verb a subject may stand, in chunks: apposition and adverbs, not another clause.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """`names` from origin outwards (publisher not included), over the chunks `first` to `last`, exclusive."""

    names: tuple[str, ...]
    modality: Modality
    first: int
    last: int
    verb: int
    accusing: bool = False
    explicit: bool = True


@dataclass
class Speakers:
    """What a document has said so far about who speaks: state that later sentences refer back to."""

    persons: dict[str, tuple[str, ...]] = field(default_factory=dict)  # surname -> chain
    named: list[str] = field(default_factory=list)  # organisations and parties, latest last
    subject: str | None = None  # whom "it" and "they" mean: the body that spoke last
    chain: tuple[str, ...] = ()  # who spoke with the last verb of saying of this sentence
    current: Attribution | None = None
    paragraph: int = -1

    @property
    def party(self) -> str | None:
        """The party that spoke last, where it was one: what "it" did, the speaker did."""
        return self.subject if self.subject in codebook.load().parties else None

    def attributions(self, sentence: Sentence) -> list[Attribution]:
        """The attributions a sentence makes, in order; remembers them for the sentences after it."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.current = None if not sentence.symbols.startswith("q") else self.current
        found: list[Attribution] = []
        self.chain = ()
        for i, chunk in enumerate(sentence.chunks):
            if chunk.kind in "Rc" and not sentence.in_quotes(chunk.start):
                one = self._attribution(sentence, i)
                if one:
                    found.append(one)
        headline = sentence.chunks[1:2] and sentence.chunks[1].kind == ":" and sentence.chunks[0].speaker
        if headline and not found:  # "The Lantern Centre: army shelled two clinics"
            found = [Attribution((headline,), Modality.ASSERTED, 1, len(sentence.chunks), 1)]
        sentence.speech = frozenset(i for a in found for i in _speech(sentence, a))
        found = _scoped(found)
        if found:
            self.current = found[-1]
        self._remember(sentence)
        return found

    def _attribution(self, sentence: Sentence, verb: int) -> Attribution | None:
        chunks = sentence.chunks
        chunk = chunks[verb]
        explicit = True
        if chunk.kind == "c":
            names, post = self._subject(sentence, verb + 1, min(len(chunks), verb + _REACH)), verb > 1
        elif _passive(chunks, verb):
            names, post = self._by(sentence, verb), False
            if not names and self.subject in codebook.load().claimants:
                names, explicit = (str(self.subject),), False  # "were recorded": by whoever counts here
        else:
            names, post = self._active(sentence, verb)
        if not names:
            return None
        self.subject, self.chain = names[-1], names
        modality = modality_of(chunk.code("reporting"))
        if not post and chunk.kind == "R":
            post = not any(c.kind in _CONTENT for c in chunks[verb + 1 :])
        aside = _aside(chunks, verb) or _run_on(sentence, verb)
        first, last = (0, verb + 1) if post or not explicit else (0 if aside else verb, len(chunks))
        last = len(chunks) if not explicit else last
        accusing = chunk.attr("reporting", "addressee") == "true"
        return Attribution(names, modality, first, last, verb, accusing, explicit)

    def _active(self, sentence: Sentence, verb: int) -> tuple[tuple[str, ...], bool]:
        """The subject of an active verb of saying, and whether it comes after what is said."""
        chunks = sentence.chunks
        if verb == 0 or chunks[verb - 1].kind in ",q-":  # "…, says the centre"
            names = self._subject(sentence, verb + 1, min(len(chunks), verb + _REACH))
            if names:
                return names, verb > 0
        if (
            chunks[verb - 1].kind == "&" and self.chain
        ):  # "blamed the rebels and said": one subject, two verbs
            return self.chain, False
        return self._subject(sentence, _left_edge(sentence, verb), verb), False

    def _by(self, sentence: Sentence, verb: int) -> tuple[str, ...]:
        """The source that a passive names: "confirmed by the agency", "accused of … by the centre"."""
        accused = sentence.chunks[verb].attr("reporting", "addressee") == "true"
        for i in range(verb + 1, min(len(sentence.chunks), verb + _REACH)):
            if sentence.chunks[i].kind == "y":
                return self._subject(sentence, i + 1, min(len(sentence.chunks), i + _REACH))
            if sentence.chunks[i].kind in ",N;:w" and not accused:
                break
        return ()

    def _subject(self, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
        """The chain named between two chunks: a person with the body they speak for, or a body alone."""
        chunks = sentence.chunks[first:last]
        person = _person(chunks)
        body = self._body(chunks)
        if person:
            surname = person.split()[-1]
            chain = self.persons.get(surname) or ((person, body) if body else (person,))
            self.persons[surname] = chain
            return chain
        for c in chunks:
            if c.capital and c.word.capitalize() in self.persons:
                return self.persons[c.word.capitalize()]
        return (body,) if body else ()

    def _body(self, chunks: Sequence[Chunk]) -> str | None:
        """The body that speaks: one with a name before an unnamed one, a party, a pronoun, a description."""
        named = [c.speaker for c in chunks if c.speaker and not is_unnamed(c.speaker)]
        if named:
            self.named.append(named[0])
            return named[0]
        for i, c in enumerate(chunks):
            if c.kind == "P" and i and chunks[i - 1].kind in "po":
                continue  # "the organisation in London" does not make London speak
            office = _office(chunks, i) if c.kind in "Pl" else None
            if c.kind == "l" and office:
                return office
            if c.kind == "P" and c.party and not office and (other := _of_a_country(chunks, i)):
                return other
            if c.kind == "P" and c.party:
                self.named.append(c.party[0])
                return office or c.party[0]
            if c.kind == "n" and c.code("grammar") != "first_person" and self.subject:
                return self.subject
            if i and chunks[i - 1].kind == "e":
                known = self._described(chunks[i : i + 4])
                if known:
                    return known
        return next((c.speaker for c in chunks if c.speaker), None)

    def _described(self, chunks: Sequence[Chunk]) -> str | None:
        """The last named speaker that a description ("the watchdog") can stand for."""
        book = codebook.load()
        words = [c.word for c in chunks]
        known = _descriptions()
        phrases = {" ".join(words[:n]).replace(" - ", "-") for n in range(1, len(words) + 1)} | set(words)
        kinds = {kind for p in phrases for kind in known.get(p, ())}
        for name in reversed(self.named):
            speaker = book.claimants.get(name)
            if speaker and (speaker.kind in kinds or phrases & set(speaker.descriptions)):
                return name
        return None

    def _remember(self, sentence: Sentence) -> None:
        for c in sentence.chunks:
            if c.speaker and c.kind == "S":
                self.named.append(c.speaker)

    def over(self, found: Sequence[Attribution], index: int) -> Attribution | None:
        """The attribution that covers a chunk: an explicit one, or the one the paragraph goes on with."""
        covering = [a for a in found if a.first <= index < a.last]
        if covering:
            return covering[-1]
        if found:
            return None
        return self.current


def _passive(chunks: Sequence[Chunk], verb: int) -> bool:
    """Whether a verb of saying is in the passive ("was accused"), not in the perfect ("has confirmed")."""
    before = chunks[verb - 1] if verb else None
    after = chunks[verb + 1] if verb + 1 < len(chunks) else None
    if chunks[verb].attr("reporting", "addressee") == "true" and after is not None and after.kind == "o":
        return True  # "accused of" in a headline: the auxiliary is left out
    perfect = before is not None and before.code("grammar") == "have"
    participle = any(t.has("form", "participle") for t in chunks[verb].terms)
    return before is not None and before.kind == "B" and not perfect and participle


def modality_of(code: str | None) -> Modality:
    """The modality a reporting verb or a hedge of this code gives to what is said."""
    return _MODALITY.get(code or "", Modality.ASSERTED)


def _speech(sentence: Sentence, a: Attribution) -> range:
    """The chunks that name the speaker: before the verb, or after it where that comes last."""
    if a.first == 0 and a.last == a.verb + 1 and a.verb:
        return range(a.verb, len(sentence.chunks)) if sentence.chunks[a.verb].kind == "R" else range(0)
    if a.first == a.verb and sentence.chunks[a.verb].kind == "R" and not a.accusing:
        return range(_left_edge(sentence, a.verb), a.verb)
    return range(0)


def _scoped(found: list[Attribution]) -> list[Attribution]:
    """Scopes cut so that an attribution that comes after covers only what the one before it left."""
    out: list[Attribution] = []
    reached = 0
    for i, one in enumerate(found):
        first, last = one.first, one.last
        if first == 0 and one.last == one.verb + 1:  # it comes after what it covers
            first = reached
            reached = one.last
        elif i + 1 < len(found) and found[i + 1].first != 0 and found[i + 1].names != one.names:
            last = found[i + 1].verb
        out.append(replace(one, first=first, last=last))
    return out


def _left_edge(sentence: Sentence, verb: int) -> int:
    """Where the clause of a verb begins, at most `_REACH` chunks before it."""
    i = verb
    while (
        i > max(0, verb - _REACH)
        and sentence.chunks[i - 1].kind not in _BOUNDARY
        and not (sentence.chunks[i - 1].kind in "R,&" and i < verb)
        and not _opens_subject(sentence.chunks, i, verb)
    ):
        i -= 1
    return i


def _opens_subject(chunks: Sequence[Chunk], i: int, verb: int) -> bool:
    """Whether a verb's subject begins here though no comma says so ("killed on Sunday a monitor said")."""
    if not 0 < i < verb or not any(c.kind in _CONTENT for c in chunks[:i]):
        return False  # "On Monday the centre said"
    before = chunks[i - 1].kind
    if before == "d":
        return True
    return (chunks[i].kind == "e" and before in _ENDS_PHRASE) or (chunks[i].kind == "S" and before in "lOU)")


def _run_on(sentence: Sentence, verb: int) -> bool:
    """Whether what is said stands before its unpunctuated speaker: "… a monitor said and …"."""
    chunks = sentence.chunks
    edge = _left_edge(sentence, verb)
    if chunks[verb].kind != "R" or not _opens_subject(chunks, edge, verb):
        return False
    after = verb + 1
    while after < len(chunks) and chunks[after].kind in "dp":
        after += 1
    return after == len(chunks) or chunks[after].kind in "&w" or not chunks[after].word[0].isalnum()


@cache
def _descriptions() -> dict[str, tuple[str, ...]]:
    """Words that may stand for a speaker, in lower case, with the kinds of speaker they fit."""
    return {word.lower(): kinds for word, kinds in codebook.load().descriptions.items()}


def _aside(chunks: Sequence[Chunk], verb: int) -> bool:
    """Whether speaker and verb stand between commas in what is said ("…, the centre said, among them …")."""
    if chunks[verb].kind != "R" or verb + 1 >= len(chunks) or chunks[verb + 1].kind != ",":
        return False
    comma = next((i for i in range(verb - 1, max(0, verb - _REACH), -1) if chunks[i].kind == ","), 0)
    said = any(c.kind in _CONTENT for c in chunks[:comma])
    return said and not any(c.kind in _CONTENT or c.kind in "hw" for c in chunks[comma + 1 : verb])


def is_unnamed(speaker: str | None) -> bool:
    """Whether a speaker is a kind of person ("witnesses"), not a body with a name."""
    named = codebook.load().claimants.get(speaker) if speaker else None
    return named is not None and named.kind in {"unnamed", "official"}


def _person(chunks: Sequence[Chunk]) -> str | None:
    """A personal name: two to four capitalised words in a row that the codebook does not know."""
    run: list[str] = []
    for c in chunks:
        if c.kind == "x" and c.capital and c.word.isalpha():
            run.append(c.word.title())
            continue
        if len(run) in _NAME_WORDS:
            break
        run = []
    return " ".join(run) if len(run) in _NAME_WORDS else None


def _of_a_country(chunks: Sequence[Chunk], at: int) -> str | None:
    """Somebody whom a country's name only describes ("a Syrian activist"): no voice of its government."""
    party, after = chunks[at].party, chunks[at + 1] if at + 1 < len(chunks) else None
    if party is None or after is None or after.capital or after.kind not in "GxS":
        return None
    described = after.kind != "x" or party[1].use == "adjective" or after.word in _descriptions()
    if party[1].use not in {"adjective", "country", HOST_COUNTRY} or not described or after.code("grammar"):
        return None
    return f"{chunks[at].word.title()} {after.word}"


def _office(chunks: Sequence[Chunk], at: int) -> str | None:
    """An office of a state that speaks ("France's foreign minister"), else None."""
    own = [c for c in chunks[at + 1 : at + 5] if c.kind in "xKS"]
    offices = [
        i for i, c in enumerate(own) if c.code("grammar") == "office" or (c.speaker and is_unnamed(c.speaker))
    ]
    if not offices:
        return None
    last = offices[-1]
    return " ".join([chunks[at].word.title(), *(c.word for c in own[: last + 1])])


def chain(names: Sequence[str], *, explicit: bool, publishers: Sequence[str]) -> tuple[Claimant, ...]:
    """Claimants from origin to publisher."""
    out = [Claimant(n, explicit) for n in names]
    out.extend(Claimant(p, explicit=False) for p in publishers if p not in names)
    return tuple(out)
