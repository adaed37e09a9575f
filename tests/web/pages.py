"""Every page of a room over the example case, found in its own addresses."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from witnessmark.web.cases import opened
from witnessmark.web.models import Membership, Project

SLUG = "example-case"
ONCE = {"welcome"}  # only with a token that is used once


def addresses() -> list[str]:
    """The addresses with every value filled in; of incidents and documents the one that says most."""
    known = _values()
    found = []
    for names, pattern in _patterns(get_resolver().url_patterns):
        if pattern.name is None or pattern.name in ONCE:
            continue
        wanted = dict.fromkeys(names)
        assert wanted.keys() <= known.keys(), (
            f"{pattern.name}: no value is known for {set(wanted) - set(known)}"
        )
        found.append(reverse(pattern.name, kwargs={name: known[name] for name in wanted}))
    return found


def _patterns(patterns, before=()) -> Iterator[tuple[tuple[str, ...], URLPattern]]:
    for one in patterns:
        names = (*before, *one.pattern.converters)
        if isinstance(one, URLPattern):
            yield names, one
        elif isinstance(one, URLResolver) and one.namespace is None:
            yield from _patterns(one.url_patterns, names)


def _values() -> dict[str, object]:
    case = opened(Project.objects.get().path)
    incident = max(case.incidents(), key=lambda i: (len(i.audit), len(i.claims)))
    pair = next(iter(case.candidates()))
    return {
        "slug": SLUG,
        "incident": incident.id,
        "claim": incident.claims[0],
        "doc": incident.documents[0],
        "member": Membership.objects.get().pk,
        "a": pair.a,
        "b": pair.b,
        "key": 1,
        "pk": 1,
    }
