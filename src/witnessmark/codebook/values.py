"""What the codebook holds: entries of taxonomies, parties, speakers, terms and number words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of a taxonomy.

    `definition` is in our own words; `verified` is true only where the definition or the crosswalk was
    checked against the named source. `crosswalk` maps a scheme (itself a taxonomy) to its code; `extra`
    holds what only some taxonomies know, such as an object's `protected` or a measure's `unit`.
    """

    code: str
    label: str
    definition: str
    source: str
    verified: bool
    parent: str | None = None
    crosswalk: Mapping[str, str] = field(default_factory=dict, hash=False)
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Alias:
    """Words that may name a party.

    `use` says when they do: `name` always; `adjective` only before words of force or attack ("Russian air
    strikes"); `country` only as the agent of an act or a speech; `metonym` a capital or seat that acts;
    `leader` a public official who stands for the party; `context` bare words that mean the party only in
    reports on `conflict`. `loaded` words take a side: kept as evidence, never shown as a name.
    """

    text: str
    lang: str
    loaded: bool
    use: str
    conflict: str | None = None

    @property
    def cased(self) -> bool:
        """An acronym: matched with its capitals only, so that "IS" is not "is"."""
        return self.text.isupper()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with a neutral id; `country` is ISO 3166-1 alpha-3, `backed_by` are ids of parties.

    `umbrella` tells that it stands for every group of its kind in a conflict: "rebels" accuses none of them.
    """

    id: str
    display: str
    type: str
    valid_from: date | None = None
    valid_to: date | None = None
    country: str | None = None
    backed_by: tuple[str, ...] = ()
    umbrella: bool = False
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Which parties a conflict has, and the countries and days that tell a report is about it."""

    id: str
    label: str
    countries: tuple[str, ...]
    since: date | None
    until: date | None
    parties: tuple[str, ...]
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who says things in reports.

    `alignment` is the party whose organ the speaker is, if any: it describes independence, never truth.
    `descriptions` are words that may stand for this speaker once it was named ("the Observatory").
    `unspecified_form_of` are the speakers that may be meant where the words name none ("the civil defence").
    """

    id: str
    name: str
    kind: str
    alignment: str | None = None
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    unspecified_form_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A lower-case surface form, already inflected, with the code it stands for on its axis.

    `attrs` hold `pos` (noun, verb, adjective, adverb, phrase), for inflected verbs `lemma` and `form`
    (base, third, past, participle, gerund), for nouns `number`; values that apply together are joined by
    a space ("past participle").
    """

    form: str
    axis: str
    code: str
    attrs: Mapping[str, str] = field(default_factory=dict, hash=False)

    def has(self, attr: str, value: str) -> bool:
        """Whether `value` is among the values of `attr`."""
        return value in self.attrs.get(attr, "").split()


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words numbers are made of, all lower case.

    `units` word -> value; `scales` word -> factor; `vague` word -> the least it can mean ("dozens": 12);
    `fractions` word -> share of a whole, or None where only "more than half" is known; `qualifiers` and
    `post_qualifiers` phrase before or after a number -> code of the taxonomy `qualifiers`.
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    fractions: Mapping[str, float | None]
    qualifiers: Mapping[str, str]
    post_qualifiers: Mapping[str, str]
