"""Words for codes in the language of who reads; English where a word has no translation yet."""

from functools import cache

from django.utils.translation import get_language, get_language_info, override, pgettext

from witnessmark.codebook import display_names
from witnessmark.publish.labels import Labels, codebook_labels

CONTEXT = "codebook"  # of these words in the catalogs of translations
# The taxonomies whose words pages show, and the fields of their entries that are words.
SHOWN = (
    "actor_roles", "admiralty_information", "admiralty_source", "airwars", "claim_kinds", "dimensions",
    "distance_bands", "grade_flags", "grades", "groups", "incident_kinds", "legal_terms", "likelihood",
    "measures", "methods", "modalities", "objects", "place_precision", "qualifiers", "site_results",
    "situations", "un_verification", "weapons", "who_certainty",
)  # fmt: skip
FIELDS = ("singular", "plural", "said")


def apart(text: str) -> str:
    """Words in another script, kept from changing the order of what stands beside them."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


class Foreign(Labels):
    """Labels in another language than English: a name without one in it stands apart."""

    def name(self, who: str) -> str:
        return self.names.get(who) or apart(super().name(who))


def labels() -> Labels:
    """The labels of the codebook in the language that is active."""
    return _labels(get_language() or "en")


@cache
def _labels(language: str) -> Labels:
    own = codebook_labels()
    if language.startswith("en"):
        return own
    with override(language):
        axes = {
            axis: {code: told(word) for code, word in words.items()} if axis in SHOWN else words
            for axis, words in own.axes.items()
        }
        fields = {
            axis: {code: _fields(entry) for code, entry in entries.items()} if axis in SHOWN else entries
            for axis, entries in own.fields.items()
        }
    here = display_names(language.partition("-")[0])
    names = {**{who: apart(name) for who, name in own.names.items()}, **here}
    return Foreign(axes, names, fields)


def _fields(entry: "dict[str, object] | object") -> dict[str, object]:
    kept = dict(entry) if isinstance(entry, dict) else {}
    return {name: told(v) if name in FIELDS and isinstance(v, str) else v for name, v in kept.items()}


def label(labels: Labels, axis: str, code: str) -> str:
    """The label of a code that may be of another taxonomy.

    What is told beside an act stands among the methods, objects where people are counted.
    """
    known = (a for a in (axis, "situations", "objects") if labels.has(a, code))
    return labels.of(next(known, axis), code)


def language(code: str) -> str:
    """The name of a language by its tag, or the tag where it is not known."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def told(word: str) -> str:
    """One word of the codebook in the language that is active."""
    return pgettext(CONTEXT, word)


def words() -> set[str]:
    """Every word that needs a translation."""
    own = codebook_labels()
    found = {word for axis in SHOWN for word in own.axes.get(axis, {}).values()}
    for axis in SHOWN:
        for entry in own.fields.get(axis, {}).values():
            found |= {v for name, v in entry.items() if name in FIELDS and isinstance(v, str)}
    return found - {""}
