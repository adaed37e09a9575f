"""Witnessmark: reports become claims, incidents and figures that trace back to a sentence.

import witnessmark

linked = witnessmark.link(witnessmark.extract(["reports/"]))
for incident in linked.incidents:
    print(incident.place, incident.figures)
with witnessmark.Case.open("my-case") as case:
    print(case.status())
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from witnessmark.pipeline import extract, link, read  # noqa: TC004  (loaded when first used, see _Api)
    from witnessmark.store.case import Case  # noqa: TC004  (as above)

__all__ = ["Case", "extract", "link", "read"]

_WHERE = {
    "read": "witnessmark.pipeline",
    "extract": "witnessmark.pipeline",
    "link": "witnessmark.pipeline",
    "Case": "witnessmark.store.case",
}


def _public(name: str) -> property:
    def get(_: ModuleType) -> Any:  # noqa: ANN401  (four different callables)
        return getattr(import_module(_WHERE[name]), name)

    def keep(_: ModuleType, __: object) -> None:
        """Importing the stage package of the same name must not hide the function."""

    return property(get, keep)


class _Api(ModuleType):
    """The package itself, with its four public names loaded when first used.

    The stages `read`, `extract` and `link` are packages here too; as attributes of `witnessmark` these names
    are always the public functions, whatever was imported before.
    """

    read = _public("read")
    extract = _public("extract")
    link = _public("link")
    Case = _public("Case")


sys.modules[__name__].__class__ = _Api
