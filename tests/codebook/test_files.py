import pytest

from witnessmark.codebook.book import load
from witnessmark.codebook.files import day, items, read_csv, read_yaml
from witnessmark.errors import UsageError


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("source: [unclosed\nverified: true", "not valid YAML"),
        ("- just\n- a list", "must hold a mapping"),
        ("verified: true\nentries: {}", "must say `source`"),
        ("source: us\nentries: {}", "must say `verified`"),
        ("source: us\nverified: perhaps", "must say `verified`"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path, text, complaint):
    path = write(tmp_path / "broken.yaml", text)
    with pytest.raises(UsageError, match=r"broken\.yaml") as caught:
        read_yaml(path)
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ("{raid: {label: Raid}}", "needs a `definition`"),
        ("{raid: [1]}", "must be a word with a mapping"),
        ("{raid: {label: R, definition: D, parent: nothing}}", "unknown parent `nothing`"),
        ("{raid: {label: R, definition: D, crosswalk: [x]}}", "crosswalk of `raid`"),
        ("none", "mapping under `entries`"),
    ],
)
def test_a_bad_entry_is_named(tmp_path, entries, complaint):
    write(tmp_path / "taxonomies" / "acts.yaml", f"source: us\nverified: false\nentries: {entries}\n")
    with pytest.raises(UsageError, match=r"acts\.yaml") as caught:
        load(tmp_path).taxonomy("acts")
    assert complaint in str(caught.value)


def test_an_entry_can_say_its_own_source(tmp_path):
    write(
        tmp_path / "taxonomies" / "acts.yaml",
        "source: us\nverified: false\nentries:\n"
        "  a: {label: A, definition: One., source: them, verified: true}\n"
        "  b: {label: B, definition: Two., colour: red}\n",
    )
    acts = load(tmp_path).taxonomy("acts")
    assert (acts["a"].source, acts["a"].verified) == ("them", True)
    assert (acts["b"].source, acts["b"].verified) == ("us", False)
    assert acts["b"].extra == {"colour": "red"}


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.yaml cannot be read"):
        read_yaml(tmp_path / "nowhere.yaml")


def test_a_row_of_the_wrong_length_is_named(tmp_path):
    path = write(tmp_path / "table.csv", "a,b\n1,2\n3\n")
    with pytest.raises(UsageError, match=r"table\.csv has a row of the wrong length"):
        list(read_csv(path))


def test_items_are_cut_and_cleaned():
    assert items(" one;  two\n  words ; ", None, "x") == ("one", "two words")
    assert items(None, None, "x") == ()
    with pytest.raises(UsageError, match="one string"):
        items(["one"], "f.yaml", "x")


def test_a_date_is_a_date():
    with pytest.raises(UsageError, match="must be a date"):
        day("last spring", "f.yaml", "since")
