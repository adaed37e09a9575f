"""A spokesman without a name speaks for the body right before, where that is one that has spokesmen."""

import pytest

from extract.cases import read


def origin(text):
    """Who counts the dead of the text, origin first."""
    (found,) = [c for c in read(text).claims if c.count is not None]
    return found.claimants[0].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Syrian army denied it. A spokesman said four people were killed in Korve.", "SYR_GOV"),
        ("The Syrian army denied it. Officials said four people were killed in Korve.", "SYR_GOV"),
        ("The Syrian army denied it.\n\nThe spokeswoman said four people were killed.", "SYR_GOV"),
        ("UNICEF condemned it. A spokesperson said four people were killed in Korve.", "UNICEF"),
        (
            "The Korve Mill Hospital was full, it said. A spokesman said four people died.",
            "Korve Mill Hospital",
        ),
        ("UNICEF condemned it. An official said four people were killed in Korve.", "GOVERNMENT_OFFICIALS"),
        ("Residents fled, residents said. A spokesman said four people were killed.", "spokesman"),
        ("The Syrian army denied it. A hospital spokesman said four people died.", "HEALTH_OFFICIALS"),
        ("A spokesman said four people were killed in Korve.", "spokesman"),
    ],
)
def test_for_whom_a_spokesman_speaks(text, name):
    assert origin(text) == name
