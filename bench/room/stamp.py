"""Take a made-up case as linked by the program as it is now: `stamp.py CASE...`.

What another version linked is linked anew on the next decision. A case of `generate.py` was never linked, so
that this would only make another case of it.
"""

import json
import sys
from pathlib import Path

from witnessmark.model.ids import canonical_json
from witnessmark.pipeline.program import made_by
from witnessmark.store.case import Case


def stamped(path: Path) -> None:
    """Note this program in the views of the case."""
    from witnessmark.store.models import ViewState

    with Case.open(path) as case:
        rows = ViewState.objects.using(case._using)  # noqa: SLF001  (bench only)
        state = json.loads(rows.get().heads)
        rows.update(heads=canonical_json(state | {"made by": made_by("default")}))


if __name__ == "__main__":
    for given in sys.argv[1:]:
        stamped(Path(given))
