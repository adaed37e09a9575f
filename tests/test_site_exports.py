"""A register in full leaves encrypted or not at all."""

import json
from datetime import date

import pyrage
import pytest

from witnessmark.errors import UsageError
from witnessmark.model.site import Position, Shape, Site, Stay
from witnessmark.pipeline.site_exports import export
from witnessmark.publish.coarse_sites import audience

DAY = date(2021, 5, 4)
SITES = [
    Site(f"id-{n}", (f"Tern House {n}",), "school", (Stay(Position(-49.5, 69.9, 20, "made up"), Shape(30)),))
    for n in range(6)
]


def test_a_full_register_opens_for_its_recipient_only():
    mine, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    sealed = export(SITES, audience("sealed"), DAY, [str(mine.to_public())])
    assert b"Tern" not in sealed
    whole = json.loads(pyrage.decrypt(sealed, [mine]))
    assert [f["properties"]["names"] for f in whole["features"]] == [[f"Tern House {n}"] for n in range(6)]
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [other])


def test_a_full_register_without_a_recipient_is_refused():
    with pytest.raises(UsageError, match="only encrypted"):
        export(SITES, audience("sealed"), DAY)


def test_what_is_no_key_is_refused():
    with pytest.raises(UsageError, match="recipient"):
        export(SITES, audience("sealed"), DAY, ["age1nonsense"])


def test_cells_are_in_the_clear_and_take_no_recipient():
    assert json.loads(export(SITES, audience("public"), DAY))["features"][0]["properties"]["sites"] == 6
    with pytest.raises(UsageError, match="not encrypted"):
        export(SITES, audience("partner"), DAY, ["age1x"])
