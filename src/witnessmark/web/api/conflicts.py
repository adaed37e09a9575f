"""What a project holds may not allow what is well asked for: such a request is answered as a conflict."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from witnessmark.errors import QuoteError, UsageError
from witnessmark.model.decision import Decision


class Conflict(Exception):  # noqa: N818  (an answer, as Http404 is)
    """Not done, for what the project holds now; `others` are decisions that came meanwhile."""

    def __init__(self, detail: str, others: Sequence[Decision] = ()) -> None:
        super().__init__(detail)
        self.others = tuple(others)


@contextmanager
def fitting() -> Iterator[None]:
    """Raise Conflict where what is asked for does not fit what the project holds."""
    try:
        yield
    except (UsageError, QuoteError) as error:
        raise Conflict(str(error)) from error
