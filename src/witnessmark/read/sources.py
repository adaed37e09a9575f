"""Where the bytes come from: files, folders and standard input, in a fixed order."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from witnessmark.errors import EmptyError, UnreadableError
from witnessmark.model.failure import Failure
from witnessmark.read.draft import failure

STDIN = "-"


def files(path: str | Path) -> Iterator[str | Failure]:
    """The files a path stands for: itself, or a folder's files, all levels down, sorted by name.

    Hidden files and folders (a leading dot) are the system's own and left out. Anything else that is no
    regular file is a failure, as is a folder without files. Order does not depend on the file system.
    """
    name = os.fspath(path)
    if name == STDIN:
        yield STDIN
        return
    if not _is_text(name):
        shown = name.encode(errors="backslashreplace").decode()
        yield failure(shown, UnreadableError("its name is not UTF-8; rename it"))
        return
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116  (follows links, as opening the file will)
    except (OSError, ValueError) as error:
        yield failure(name, os_error(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(name)
    elif stat.S_ISREG(mode):
        yield name
    else:
        yield failure(name, UnreadableError("not a regular file; pipe it in and give - as the path"))


def _is_text(name: str) -> bool:
    """Whether a file name can be written down; the system gives bytes that cannot as lone surrogates."""
    return not any("\udc80" <= c <= "\udcff" for c in name)


def os_error(error: OSError | ValueError) -> UnreadableError:
    """What the system said about a file, with what to do."""
    if isinstance(error, FileNotFoundError):
        return UnreadableError("no such file; check the path, or whether the file was moved while being read")
    if isinstance(error, PermissionError):
        return UnreadableError("no permission to read it; change its rights or run as its owner")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableError(f"cannot be read ({reason}); check the path and the disk")


def _folder(name: str) -> Iterator[str | Failure]:
    any_file = False
    refused: list[OSError] = []
    for folder, inner, names in os.walk(name, onerror=refused.append):
        inner[:] = sorted(d for d in inner if not d.startswith("."))
        for linked in [d for d in inner if os.path.islink(os.path.join(folder, d))]:  # noqa: PTH114, PTH118  (as below)
            where = os.path.join(folder, linked)  # noqa: PTH118  (a str keeps the path as given)
            yield failure(
                where, UnreadableError("a link to a folder is not followed; give the folder itself")
            )
        for file in sorted(f for f in names if not f.startswith(".")):
            any_file = True
            where = os.path.join(folder, file)  # noqa: PTH118  (as above)
            yield from _leaves(where, name) or files(where)
    yield from (failure(str(e.filename), os_error(e)) for e in refused)
    if not any_file and not refused:
        yield failure(name, EmptyError("the folder holds no files; add reports to it or give another path"))


def _leaves(where: str, folder: str) -> list[Failure]:
    """A failure where a file of a folder is a link out of it: who fills a folder chooses no other file."""
    if not os.path.islink(where):  # noqa: PTH114  (a str keeps the path as given)
        return []
    if Path(where).resolve().is_relative_to(Path(folder).resolve()):
        return []
    return [failure(where, UnreadableError("a link out of the folder is not followed; give the file itself"))]


def standard_input(stdin: BinaryIO | None) -> BinaryIO:
    """The stream given, or the process's own standard input."""
    return stdin if stdin is not None else sys.stdin.buffer
