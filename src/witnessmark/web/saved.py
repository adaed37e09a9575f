"""Views that somebody keeps for themselves: a filter under a name."""

from django.contrib.auth import get_user_model
from django.http import Http404
from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.web.models import Project, SavedView
from witnessmark.web.permissions import Person

MOST = 100  # views of one person in a project
_LONGEST = 80  # letters of a name


def views_of(user: Person, project: Project) -> list[SavedView]:
    """Those of one person, by name."""
    return list(SavedView.objects.filter(user=user.pk, project=project).order_by("name"))


def keep(user: Person, project: Project, name: str, query: str) -> str:
    """Keep a view and give its name; raises UsageError where it cannot have that."""
    told = " ".join(name.split())
    if not told or len(told) > _LONGEST:
        raise UsageError(_("A view has a name of 1 to %(most)s letters.") % {"most": _LONGEST})
    others = SavedView.objects.filter(user=user.pk, project=project).exclude(name=told)
    if others.count() >= MOST:
        raise UsageError(_("There are %(most)s views: remove one first.") % {"most": MOST})
    owner = get_user_model().objects.get(username=user.get_username())
    SavedView.objects.update_or_create(user=owner, project=project, name=told, defaults={"query": query})
    return told


def drop(user: Person, project: Project, name: str) -> None:
    """Forget one. Raises Http404 where there is none of that name."""
    gone, _ = SavedView.objects.filter(user=user.pk, project=project, name=name).delete()
    if not gone:
        raise Http404
