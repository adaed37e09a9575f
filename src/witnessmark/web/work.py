"""Linking again after a decision: one thread a case, and nobody who decides waits for long.

Whoever asks is told whether the incidents have what was decided before they asked. Where the work takes
longer, or another process writes to the case, it goes on behind them: the decision is on disk all the same.
"""

import logging
import threading
from pathlib import Path

PATIENCE = 2.0  # seconds a page waits: longer, and whoever decides loses the thread of their work

_log = logging.getLogger(__name__)


class _Work:
    """Linking one case: asked for so many times, finished and done for the first so many of them."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._changed = threading.Condition()
        self._asked = self._finished = self._done = 0
        self._busy = False

    def ask(self, patience: float) -> bool:
        with self._changed:
            self._asked += 1
            ours = self._asked
            if not self._busy:
                self._busy = True
                threading.Thread(target=self._run, daemon=True, name="linking").start()
            self._changed.wait_for(lambda: self._finished >= ours, patience)
            return self._done >= ours

    def _run(self) -> None:
        while True:
            with self._changed:
                asked = self._asked
            try:
                bring_up_to_date(self._path)
            except Exception:  # noqa: BLE001  (told in the log; whoever asks next has it tried again)
                _log.exception("linking")
            else:
                self._done = asked
            with self._changed:
                self._finished = asked
                self._changed.notify_all()
                if self._asked == asked:
                    self._busy = False
                    return


_works: dict[str, _Work] = {}
_making = threading.Lock()


def linked(path: str, patience: float = PATIENCE) -> bool:
    """Have the case linked again; whether its incidents have all that was decided before this was asked."""
    with _making:
        work = _works.setdefault(path, _Work(path))
    return work.ask(patience)


def bring_up_to_date(path: str) -> None:
    """Link what came in since the case was last linked; nothing where nothing did."""
    from witnessmark import pipeline
    from witnessmark.store.case import Case

    with Case.open(Path(path)) as case:
        if case.stale():
            case.begin_run("link", {})
            pipeline.update(case)
            case.finish_run({"incidents": case.incidents_number()})
