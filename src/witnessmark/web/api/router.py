"""The one router of the interface, and what its addresses have in common."""

from typing import Annotated

from ninja import Path, Query, Router

from witnessmark.model.listing import WORK_PLACE

router = Router()

# Answers that every address may give besides its own; 409 only where something is decided.
REFUSALS = frozenset({400, 401, 403, 404, 422, 500, 503})
CONFLICTS = REFUSALS | {409}

_NO_NUL = r"^[^\x00]*$"  # what no database keeps in a text
Slug = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]{1,64}$")]
Id = Annotated[str, Path(min_length=1, max_length=500, pattern=_NO_NUL)]
Named = Annotated[str, Query(min_length=1, max_length=500, pattern=_NO_NUL)]
Limit = Annotated[int, Query(ge=1, le=500, description="how many at most")]

_AFTER = "where the page before this ended, as it said; left out, the list begins"
Place = Annotated[str | None, Query(pattern=r"^[0-9]{1,18}$", description=_AFTER)]
IncidentPlace = Annotated[str | None, Query(pattern=r"^[0-9]{1,18}\.[0-9a-f]{1,16}$", description=_AFTER)]
WorkPlace = Annotated[str | None, Query(pattern=f"^{WORK_PLACE}$", description=_AFTER)]
