"""The codebook: knowledge as data, read when first asked for and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from witnessmark.codebook.claimants import Described, read_claimants
from witnessmark.codebook.confidence import Confidence, read_confidence
from witnessmark.codebook.files import DATA
from witnessmark.codebook.ladders import Ladder, read_ladders
from witnessmark.codebook.lexicon import read_lexicon
from witnessmark.codebook.numbers import read_numbers
from witnessmark.codebook.parties import read_parties
from witnessmark.codebook.site_checks import SiteRules, read_site_rules
from witnessmark.codebook.site_tables import SiteTables, read_site_tables
from witnessmark.codebook.statements import read_statements
from witnessmark.codebook.taxonomies import read_taxonomy
from witnessmark.codebook.values import Conflict, Entry, NumberWords, Party, Speaker, Term
from witnessmark.errors import UsageError


@dataclass(frozen=True)
class Codebook:
    """Everything the stages know about the world, from the data files under `root`.

    Each part is read once, when first asked for. A malformed file raises UsageError naming it.
    """

    root: Path

    @cached_property
    def taxonomies(self) -> tuple[str, ...]:
        """The names `taxonomy` knows."""
        return tuple(sorted(path.stem for path in (self.root / "taxonomies").glob("*.yaml")))

    def taxonomy(self, name: str) -> Mapping[str, Entry]:
        """The entries of a taxonomy by code. Raises UsageError for a name there is no file of."""
        known = self._taxonomies  # asked for dozens of times a document: no path is hashed for it
        if name not in known:
            known[name] = _taxonomy(self.root, name)
        return known[name]

    @cached_property
    def _taxonomies(self) -> dict[str, Mapping[str, Entry]]:
        return {}

    @cached_property
    def _parties(self) -> tuple[Mapping[str, Party], Mapping[str, Conflict]]:
        return read_parties(self.root)

    @property
    def parties(self) -> Mapping[str, Party]:
        """Every party by its neutral id."""
        return self._parties[0]

    @property
    def conflicts(self) -> Mapping[str, Conflict]:
        """Every conflict by id, the name of its file."""
        return self._parties[1]

    @cached_property
    def _claimants(self) -> tuple[Mapping[str, Speaker], Described, Described]:
        return read_claimants(self.root / "claimants.yaml", self.root / "claimant_names.yaml")

    @property
    def claimants(self) -> Mapping[str, Speaker]:
        """Every known speaker by id."""
        return self._claimants[0]

    @property
    def descriptions(self) -> Described:
        """Definite description, without its article ("watchdog") -> kinds of speaker it may refer to."""
        return self._claimants[1]

    @property
    def voices(self) -> Described:
        """Noun -> what it says of who speaks: body, person, document, title, publisher, tally."""
        return self._claimants[2]

    @cached_property
    def confidence(self) -> Confidence:
        """How sure a claim is, by what it is like."""
        return read_confidence(self.root / "confidence.yaml")

    @cached_property
    def ladders(self) -> Mapping[str, Ladder]:
        """Ladders of the field by the name of their taxonomy: a crosswalk, never a regrade."""
        return read_ladders(self.root / "ladders.yaml")

    @cached_property
    def statements(self) -> Mapping[str, str]:
        """Sentences that stand beside a result wherever it is shown, by their code."""
        return read_statements(self.root / "statements.yaml")

    @cached_property
    def site_rules(self) -> SiteRules:
        """What a check of protected sites takes as given."""
        return read_site_rules(self.root / "site_checks.yaml")

    @cached_property
    def site_tables(self) -> SiteTables:
        """What lists of sites call their columns and kinds."""
        return read_site_tables(self.root / "site_tables.yaml", self.taxonomy("objects"))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages there is a lexicon of (ISO 639-1)."""
        return tuple(sorted(path.name for path in (self.root / "lexicon").iterdir() if path.is_dir()))

    @cached_property
    def read_languages(self) -> tuple[str, ...]:
        """Those that reports are read for claims in: their lexicon has the words that build sentences."""
        lexica = self.root / "lexicon"
        return tuple(lang for lang in self.languages if (lexica / lang / "grammar.yaml").is_file())

    def reads(self, lang: str) -> bool:
        """Whether reports of this language are read for claims; one that was not determined is tried."""
        return lang == UNDETERMINED or lang.partition("-")[0] in self.read_languages

    def lexicon(self, lang: str) -> tuple[Term, ...]:
        """The surface forms of a language. Raises UsageError for a language there is no lexicon of."""
        return _lexicon(self._language(lang))

    def numbers(self, lang: str) -> NumberWords:
        """The number words of a language. Raises UsageError for a language there is no lexicon of."""
        return _numbers(self._language(lang))

    def _language(self, lang: str) -> Path:
        if lang not in self.languages:
            raise UsageError(f"codebook: no lexicon of `{lang}`; there are {', '.join(self.languages)}")
        return self.root / "lexicon" / lang


# The language of a text too short to tell (ISO 639-2).
UNDETERMINED = "und"


@cache
def _taxonomy(root: Path, name: str) -> Mapping[str, Entry]:
    return read_taxonomy(root / "taxonomies" / f"{name}.yaml")


@cache
def _lexicon(folder: Path) -> tuple[Term, ...]:
    return read_lexicon(folder)


@cache
def _numbers(folder: Path) -> NumberWords:
    return read_numbers(folder / "numbers.yaml")


@cache
def load(root: Path = DATA) -> Codebook:
    """The codebook of the data files under `root`, by default those of this package."""
    return Codebook(root)
