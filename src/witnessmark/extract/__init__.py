"""Claims from one document: a transparent grammar over tagged chunks.

Tags from the codebook become chunks with one-letter symbols, neighbours settle their readings, clauses and
attributions give scope, and rules over the symbols assemble claims, each naming the rule that made it.
"""

from collections.abc import Sequence

from witnessmark.model.document import Document
from witnessmark.model.place import PlaceMention
from witnessmark.model.reading import Extraction
from witnessmark.model.when import Timex


def extract(
    document: "Document", timexes: "Sequence[Timex]", places: "Sequence[PlaceMention]"
) -> "Extraction":
    """The claims of a document and the relations between them, in order of the text.

    Every quote is `document.text[start:end]`; only zones that allow claims are read.
    """
    from witnessmark.extract.grammar import read_claims

    return read_claims(document, timexes, places)
