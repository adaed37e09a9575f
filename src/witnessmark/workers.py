"""Work shared among processes, its results in the order of its input."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

from witnessmark.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")

# Items a process that are taken before the first of them is done: a document four times as long as its
# neighbours keeps nobody waiting, and memory holds few however many there are.
_AHEAD = 4


def ordered(work: Callable[[T], R], items: Iterable[T], jobs: int = 1) -> Iterator[R]:
    """`work` done on each item, in the order of the items, with a bounded look-ahead.

    With one job it is done here, one item at a time. With more, as many fresh processes do it: `work`,
    items and results are then pickled, and a script that calls this needs the usual
    `if __name__ == "__main__":`. What `work` raises is raised here in its turn; WorkerError where a process
    ended by itself. Processes end with the iterator, and with the process that began them.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    # Fresh processes inherit no threads, locks or connections, and are the same on every system.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(work,))
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            with _without_interrupts():
                waiting.append(pool.submit(_do, item))
            if len(waiting) > _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerError(
            "a worker process ended before its work was done, perhaps for want of memory; give fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Inside, Ctrl-C waits; a process begun inside never gets it: whoever began it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_WORK: list[Callable[[Any], Any]] = []  # in a worker: what it was begun for


def _begin(work: Callable[[Any], Any]) -> None:
    """In a worker: Ctrl-C is the parent's to handle, and there is no work without a parent.

    The work comes once, not with every item: it may hold a register or a model.
    """
    _WORK[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _do(item: Any) -> Any:  # noqa: ANN401  (whatever the work takes and gives)
    return _WORK[0](item)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
