"""Noting what somebody did, in the ledger of the project's case."""

from typing import TYPE_CHECKING

from witnessmark.model.act import Deed
from witnessmark.web import cases

if TYPE_CHECKING:
    from witnessmark.web.models import Project


def note(project: "Project", who: str, deed: Deed | str, subject: str = "") -> None:
    """Write it down; what cannot be written down is not done (StorageError, IntegrityError)."""
    cases.opened(project.path).note_act(who, Deed(deed), subject)
