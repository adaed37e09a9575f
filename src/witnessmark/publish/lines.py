"""The records of the contract, one JSON object a line."""

import json
from collections.abc import Iterator

from witnessmark.model.record import to_record
from witnessmark.model.when import mentioned
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.labels import Labels


def jsonl(dossier: Dossier, labels: Labels) -> str:
    """Documents with what was found in each, then what was found across them; codes stay codes."""
    del labels  # programs read the codes
    return "".join(f"{json.dumps(to_record(v), ensure_ascii=False)}\n" for v in _values(dossier))


def _values(dossier: Dossier) -> Iterator[object]:
    for reading in dossier.readings:
        yield reading.document
        for timex in reading.timexes:
            yield from mentioned(timex)
        yield from reading.places
        yield from reading.claims
        yield from reading.relations
    yield from dossier.lineages
    yield from dossier.relations
    yield from dossier.incidents
    yield from dossier.failures
