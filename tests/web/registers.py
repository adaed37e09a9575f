"""A register of sites in a case: one keeper, and made-up sites."""

from pathlib import Path

from witnessmark.model.holder import Access, Holder
from witnessmark.model.site import Position, Shape, Stay
from witnessmark.model.site_change import ChangeKind, SiteChange
from witnessmark.pipeline.sites import parts_of
from witnessmark.store import keyfiles
from witnessmark.store.case import Case

PHRASE = "nine otters under the pier"


def keeper(case: Case, folder: Path) -> bytes:
    """Make the register; the key file of its only holder."""
    folder.mkdir()
    opens, signs = (
        keyfiles.make(folder / name, PHRASE, "Ida", use, rounds=1)
        for name, use in (("opens", "register"), ("signs", "signing"))
    )
    case.begin_run("sites init", {})
    case.make_register(Holder("Ida", Access.KEEPER, opens.line, signs.line), signs)
    case.finish_run({})
    return (folder / "opens").read_bytes()


def market(case: Case, folder: Path, name: str, spot: Position, country: str) -> str:
    """Enter a market that stands there; its id."""
    stay = Stay(spot, Shape(60.0))
    made = SiteChange(
        "site-1", ChangeKind.REGISTERED, None, stay, (name,), "market", country, source="a list"
    )
    signer = keyfiles.open_signing(folder / "signs", PHRASE)
    key = keyfiles.given_key((folder / "opens").read_bytes(), PHRASE)
    case.begin_run("sites import", {})
    register = case.open_register(key, "sites import", "", Access.KEEPER)
    register.keep(case.running(), signer, parts_of(made))
    case.finish_run({})
    return made.site
