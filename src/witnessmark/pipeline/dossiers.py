"""A case as it is published: everything it holds, with the towns around."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from witnessmark.model.decision import rejected
from witnessmark.model.failure import Failure
from witnessmark.pipeline import Kept, readings
from witnessmark.pipeline.towns import towns_around

if TYPE_CHECKING:
    from witnessmark.publish.dossier import Dossier


class Whole(Kept, Protocol):
    """What the pipeline needs of a case to show all of it; `witnessmark.Case` is one."""

    @property
    def root(self) -> Path: ...
    def failures(self) -> Iterator[Failure]: ...


def dossier(opened: Whole) -> "Dossier":
    """Everything an open case holds, as it is shown."""
    from witnessmark.publish.dossier import Dossier

    incidents = tuple(opened.incidents())
    name = opened.root.resolve().name  # of the case itself also where CASE is given as .
    return Dossier(
        title=name,
        readings=tuple(readings(opened)),
        lineages=tuple(opened.lineages()),
        incidents=incidents,
        relations=tuple(opened.relations()),
        failures=tuple(opened.failures()),
        case_name=name,
        towns=towns_around(incidents),
        rejected=rejected(opened.folded()),
    )
