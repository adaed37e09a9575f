"""One writer at a time; readers are never held up.

The lock is the operating system's (`flock`), so it ends with the process that holds it, however that ends. On
PostgreSQL an advisory lock in the database does the same for writers on other machines.
"""

import fcntl
import os
import time
from pathlib import Path
from typing import IO

from django.db import connections

from witnessmark.errors import BusyCaseError
from witnessmark.store.faults import refused, translated

_PAUSE = 0.05  # seconds between two tries: short beside the second or so a small `add` takes
_KEY = 0x7769746E  # "witn": the advisory lock's number inside one database


class WriterLock:
    """The right to write to a case; taken again by its holder it does nothing."""

    def __init__(self, path: Path, using: str, timeout: float) -> None:
        self._path = path
        self._using = using
        self._timeout = timeout
        self._stream: IO[str] | None = None

    @property
    def held(self) -> bool:
        return self._stream is not None

    def acquire(self, purpose: str) -> None:
        """Wait for the lock up to the timeout; raises BusyCaseError naming the holder."""
        if self.held:
            return
        try:
            stream = self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise refused(self._path, error) from error
        try:
            self._wait(stream)
            stream.truncate(0)
            stream.write(f"process {os.getpid()} ({purpose})")
            stream.flush()
        except OSError as error:
            stream.close()
            raise refused(self._path, error) from error
        except BaseException:
            stream.close()
            raise
        self._stream = stream

    def release(self) -> None:
        """Let the next writer in."""
        if self._stream is None:
            return
        stream, self._stream = self._stream, None
        try:
            if connections[self._using].vendor == "postgresql":
                self._ask("SELECT pg_advisory_unlock(%s)")
        finally:
            stream.truncate(0)
            stream.close()

    def _wait(self, stream: IO[str]) -> None:
        until = time.monotonic() + self._timeout
        while (holder := self._try(stream)) is not None:
            if time.monotonic() >= until:
                raise BusyCaseError(
                    f"{self._path.parent}: {holder} is writing to this case; nothing was added after waiting "
                    f"{self._timeout:g} s: run the command again when it has finished"
                )
            time.sleep(_PAUSE)

    def _try(self, stream: IO[str]) -> str | None:
        """None when the lock is ours, else who has it."""
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.seek(0)
            return stream.read() or "another process"
        if connections[self._using].vendor != "postgresql" or self._ask("SELECT pg_try_advisory_lock(%s)"):
            return None
        fcntl.flock(stream, fcntl.LOCK_UN)
        return "a process on another machine"

    def _ask(self, sql: str) -> bool:
        with translated(self._using), connections[self._using].cursor() as cursor:
            cursor.execute(sql, [_KEY])
            return bool(cursor.fetchone()[0])
