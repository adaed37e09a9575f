"""What `publish` puts into words, said in the language of who reads."""

import gettext
from collections.abc import Callable
from functools import cache

from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as say
from django.utils.translation import ngettext as forms

from witnessmark.publish.labels import codebook_labels
from witnessmark.publish.tongue import ENGLISH, Tongue
from witnessmark.web.catalogs import templates
from witnessmark.web.filling import Filling
from witnessmark.web.retelling import Teller
from witnessmark.web.shown.labels import apart, labels


def tongue() -> Tongue:
    """The tongue of the language that is active."""
    return _tongue(get_language() or "en")


@cache
def _tongue(language: str) -> Tongue:
    if language.startswith("en"):
        return ENGLISH
    teller = Teller(templates(language), Filling(codebook_labels(), labels()), say("; "))
    return Tongue(
        say, forms, _countries(language), apart, retell=teller.tell, foreign=English, label_first=True
    )


class English(str):
    """English words on a page in another language, which say so where they are shown."""

    __slots__ = ()

    def __html__(self) -> str:
        return format_html('<span lang="en" dir="ltr">{}</span>', str(self))


def _countries(language: str) -> Callable[[str, str], str]:
    """Names of countries as the translations of ISO 3166 have them, the short one where it is translated."""
    import pycountry

    names = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)

    def country(short: str, official: str) -> str:
        told = names.gettext(short)
        return told if told != short else names.gettext(official)

    return country
