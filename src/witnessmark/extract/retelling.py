"""Who retells whom: "the agency reported, citing the police", a spokesman whose words quote a doctor."""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract import subject, voices
from witnessmark.extract.attribution import Attribution, is_unnamed, modality_of
from witnessmark.extract.cast import Cast
from witnessmark.extract.chunks import Sentence


def retold(sentence: Sentence, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with each "citing X" made the origin of the one it belongs to."""
    out = list(found)
    for cited in found:
        chunk = sentence.chunks[cited.verb]
        if chunk.attr("reporting", "source") != "after" or not chunk.inflected("gerund") or len(out) == 1:
            continue
        at = next(k for k, a in enumerate(out) if a is cited)
        teller = at + 1 if _opens(out, at) else at - 1
        if not 0 <= teller < len(out) or out[teller].names == cited.names:
            continue
        one = out[teller]
        speech = range(min(one.speech.start, cited.speech.start), max(one.speech.stop, cited.speech.stop))
        out[teller] = replace(one, names=(*cited.names, *one.names), speech=speech or one.speech)
        out.pop(at)
    return out


def _opens(found: Sequence[Attribution], at: int) -> bool:
    """Whether what cites stands before its teller's verb: at the start, or beside the subject."""
    if at + 1 == len(found):
        return False
    verb = found[at].verb
    return verb == 0 or verb in found[at + 1].speech


def nested(
    sentence: Sentence, found: list[Attribution], current: Attribution | None, cast: Cast
) -> list[Attribution]:
    """The attributions of a sentence with those that its speaker makes within quotation marks."""
    if not sentence.quoted or "q" not in sentence.symbols:
        return found
    inner: list[Attribution] = []
    for i, chunk in enumerate(sentence.chunks):
        if chunk.kind != "R" or not sentence.in_quotes(chunk.start):
            continue
        spans = subject.before(sentence, i)
        if len(spans) != 1 or any(sentence.chunks[k].kind in "nqP" for k in spans[0]):
            continue
        voice = voices.read(sentence, spans, cast)
        if voice is None or not (voice.person or is_unnamed(voice.names[0])):
            continue  # a body is spoken of as often as it is quoted
        outer = next((a for a in reversed(found) if a.first <= i < a.last), current)
        if outer is not None and voice.names[0] in outer.names:
            continue
        end = sentence.find("q", i, len(sentence.chunks)) or len(sentence.chunks)
        names = (*voice.names, *(outer.names if outer else ()))
        modality = modality_of(chunk.code("reporting"))
        inner.append(Attribution(names, modality, i, end, i, speech=spans[0]))
    return [*found, *inner]
