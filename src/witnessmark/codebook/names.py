"""What parties and speakers are called in another language than English: one neutral name each."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from witnessmark.codebook.files import DATA, read_yaml, section

_GOVERNMENTS = "governments"


def languages() -> list[str]:
    """The languages that have names, by their codes."""
    return sorted(path.stem for path in (DATA / "names").glob("*.yaml"))


@cache
def display_names(language: str) -> Mapping[str, str]:
    """Id of a party or speaker -> its name in that language; empty for a language without a file.

    Raises UsageError naming the file when it is malformed.
    """
    path = DATA / "names" / f"{language}.yaml"
    if not path.exists():
        return MappingProxyType({})
    data = read_yaml(path)
    states = section(data, _GOVERNMENTS, path)
    form = str(states.get("form", "{}"))
    governments = {who: form.format(name) for who, name in section(states, "adjectives", path).items()}
    return MappingProxyType(governments | dict(section(data, "names", path)))
