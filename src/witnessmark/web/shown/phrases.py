"""Words of the report that pages show one by one, named here so that they can be translated."""

from django.utils.translation import gettext_noop as N_  # noqa: N812  (the name that finders of strings know)

WORDS = (
    # kinds of incidents, as the report names them
    N_("Incident"), N_("Total over several events"), N_("Allegation"), N_("Protective measure"),
    N_("Territorial control"), N_("Situation"), N_("Context"),
    # what is known of an incident
    N_("When"), N_("Where"), N_("Method"), N_("Also told"), N_("Weapon"), N_("Object hit"), N_("Objects hit"),
    N_("Objects"), N_("Nearby, not said to be hit"), N_("Attributed to"), N_("Actors"), N_("Response"),
    # ends of a figure that are not known
    N_("open"), N_("unknown"),
    # parts of a chain of voices
    N_("origin"), N_("via"), N_("publisher"),
    # facts of a check against the register of sites
    N_("In reach"), N_("Kind of site"), N_("Struck point inside"), N_("Distance"), N_("Could also be"),
)  # fmt: skip
