"""Parties: every state from one table, and the parties of each conflict from its own file.

A conflict file may speak of a state's party (`SYR_GOV`) or of a party of another conflict (`ISIS`): what it
says is added to what is known, so one id is one party everywhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from witnessmark.codebook.files import day, items, read_csv, read_yaml, section, text
from witnessmark.codebook.values import Alias, Conflict, Party
from witnessmark.errors import UsageError

# In order of worth, where several parties share the words: a name before a bare word.
USES = ("name", "leader", "metonym", "country", "adjective", "context", "attributive")
# Bare words that name a party only in a report on its conflict; `attributive` ones only before an act.
BARE_USES = frozenset({"context", "attributive"})


def state_party(iso3: str) -> str:
    """The id of the party that is the government of a country, and its forces."""
    return f"{iso3}_GOV"


def read_parties(root: Path) -> tuple[Mapping[str, Party], Mapping[str, Conflict]]:
    """All parties by id and all conflicts by id. Raises UsageError naming a malformed file."""
    parties = {party.id: party for party in read_states(root)}
    conflicts: dict[str, Conflict] = {}
    for path in sorted((root / "parties").glob("*.yaml")):
        data = read_yaml(path)
        conflict = _conflict(data, path)
        conflicts[conflict.id] = conflict
        for id_, item in section(data, "parties", path).items():
            parties[id_] = _merge(parties.get(id_), _party(id_, item, path))
    for party in parties.values():
        for backer in party.backed_by:
            if backer not in parties:
                raise UsageError(f"codebook: {root}: `{party.id}` is backed by an unknown party `{backer}`")
    return MappingProxyType(parties), MappingProxyType(conflicts)


def read_states(root: Path) -> Iterator[Party]:
    """Each state as a party `<ISO3>_GOV`, its names made from the patterns of `states.yaml`."""
    path = root / "states.yaml"
    data = read_yaml(path)
    patterns = items(data.get("names"), path, "names")
    display = text(data, "display", path, "display")
    for row in read_csv(root / "states.csv"):
        adjectives = row["adjectives"].split("|") if row["adjectives"] else []
        made = [p.format(adjective=a) for a in adjectives for p in patterns if row["forces"] == "yes"]
        spoken = {
            "name": made,
            "adjective": adjectives,
            "country": row["names"].split("|"),
            "metonym": row["metonyms"].split("|") if row["metonyms"] else [],
        }
        aliases = tuple(
            Alias(form, "en", loaded=False, use=use) for use, forms in spoken.items() for form in forms
        )
        shown = display.format(adjective=adjectives[0]) if adjectives else row["names"].split("|")[0]
        yield Party(state_party(row["iso3"]), shown, "state", country=row["iso3"], aliases=aliases)


def _conflict(data: Mapping[str, Any], path: Path) -> Conflict:
    return Conflict(
        id=path.stem,
        label=text(data, "label", path, path.stem),
        countries=items(data.get("countries"), path, "countries"),
        since=day(data.get("since"), path, "since"),
        until=day(data.get("until"), path, "until"),
        parties=tuple(section(data, "parties", path)),
        source=data["source"],
        verified=data["verified"],
    )


def _party(id_: str, item: Any, path: Path) -> Party:  # noqa: ANN401  (raw YAML)
    if not isinstance(item, dict):
        raise UsageError(f"codebook: {path}: party `{id_}` must be a mapping")
    aliases = [a for key, value in item.get("aliases", {}).items() for a in _aliases(key, value, path)]
    return Party(
        id=id_,
        display=text(item, "display", path, id_),
        type=text(item, "type", path, id_),
        valid_from=day(item.get("since"), path, id_),
        valid_to=day(item.get("until"), path, id_),
        country=item.get("country"),
        backed_by=items(item.get("backed_by"), path, id_),
        umbrella=item.get("umbrella") is True,
        aliases=tuple(aliases),
    )


def _aliases(key: str, value: object, path: Path) -> Iterator[Alias]:
    """Aliases under a key such as `name`, `name loaded` or `context loaded ar`."""
    use, *rest = key.split()
    loaded = "loaded" in rest
    langs = [word for word in rest if word != "loaded"]
    if use not in USES or len(langs) > 1:
        raise UsageError(
            f"codebook: {path}: `{key}` is not a use ({', '.join(USES)}) with `loaded`, a language"
        )
    for form in items(value, path, key):
        yield Alias(form, langs[0] if langs else "en", loaded, use, path.stem)


def _merge(known: Party | None, new: Party) -> Party:
    """`new` from a conflict file over what was `known`; aliases are put together, each kept once."""
    if known is None:
        return new
    seen = {(a.text, a.use) for a in new.aliases if a.use != "context"}
    kept = tuple(a for a in known.aliases if (a.text, a.use) not in seen)
    return replace(
        new,
        valid_from=new.valid_from or known.valid_from,
        valid_to=new.valid_to or known.valid_to,
        country=new.country or known.country,
        backed_by=tuple(dict.fromkeys(known.backed_by + new.backed_by)),
        umbrella=new.umbrella or known.umbrella,
        aliases=kept + new.aliases,
    )
