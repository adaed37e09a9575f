"""Files put in place whole or not at all."""

import os
from pathlib import Path

from witnessmark.store.faults import refused


def put(target: Path, data: bytes, scratch: Path, mode: int = 0o644) -> None:
    """Write `data` to `target` so that a crash leaves the old state or the new one, on the disk, not a part.

    `scratch` is a directory on the same file system for the unfinished file. Raises StorageError when the
    disk refuses; the unfinished file is removed.
    """
    part = scratch / f"{target.name}.{os.getpid()}.part"
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.chmod(mode)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        _settle(target.parent)
        _settle(target.parent.parent)
    except OSError as error:
        raise refused(target, error) from error


def _settle(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
