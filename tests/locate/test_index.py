"""The index file: whole or not at all."""

import pytest

from witnessmark.errors import StorageError
from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.index import open_index, swap_in, write_index

PLACE = PlaceRow(1, "Belen", "town", "SYR", "12", "Orda", 35.0, 36.0, 900, "test")
NAME = NameRow("belen", 1, NameKind.OWN)


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "sub" / "g.sqlite"
    write_index(path, [PLACE], [NAME, NAME], {"fingerprint": "f"})
    db = open_index(path)
    assert db.execute("SELECT name, lat FROM places").fetchall() == [("Belen", 35.0)]
    assert [p.name for p in path.parent.iterdir()] == ["g.sqlite"]


@pytest.mark.parametrize(
    "rows",
    [
        [PLACE._replace(lat=136.0)],
        [PLACE._replace(lon=-181.0)],
        [PLACE, PLACE],
    ],
    ids=["latitude out of range", "longitude out of range", "one id twice"],
)
def test_a_bad_row_leaves_the_old_file_as_it_was(tmp_path, rows):
    path = tmp_path / "g.sqlite"
    write_index(path, [PLACE], [NAME], {})
    before = path.read_bytes()
    with pytest.raises(StorageError):
        write_index(path, rows, [NAME], {})
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


def test_an_interrupted_write_leaves_no_index(tmp_path):
    path = tmp_path / "g.sqlite"

    def rows():
        yield PLACE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_index(path, rows(), [NAME], {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00 and then nothing", b"plain text" * 900])
def test_a_file_that_is_no_index_is_named_in_the_error(tmp_path, content):
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"broken\.sqlite"):
        open_index(path)


def test_an_index_of_another_version_is_refused(tmp_path):
    path = tmp_path / "old.sqlite"
    write_index(path, [PLACE], [NAME], {"schema": "0"})
    with pytest.raises(StorageError, match="another version"):
        open_index(path)


def test_a_full_disk_is_said_with_the_remedy(tmp_path):
    def write(part):
        raise OSError(28, "No space left on device", str(part))

    with pytest.raises(StorageError, match=r"No space left on device.*free space there") as told:
        swap_in(tmp_path / "places.sqlite", write)
    assert ".part" not in str(told.value)
    assert list(tmp_path.iterdir()) == []
