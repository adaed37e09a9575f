"""Tables of the room itself: projects, who may do what in them, keys for programs, saved views.

They change and may be thrown away: nothing that was found or judged is in them. That is in the cases.
"""

# ruff: noqa: D106  (Meta is Django's own and documents itself)
from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from witnessmark.web.rights import Role


class Project(models.Model):
    """A case that the room shows, under a name for addresses.

    With `four_eyes` a decision counts once a second person has confirmed it.
    """

    slug = models.SlugField(max_length=64, unique=True)
    path = models.TextField(unique=True)
    title = models.CharField(max_length=200)
    four_eyes = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        ordering = ("title", "slug")

    def __str__(self) -> str:
        return self.title


class Membership(models.Model):
    """What somebody is in a project; the right to its register of sites stands by itself."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=[(role.value, role.value) for role in Role])
    register = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "project"), name="one_role_in_a_project"),)

    def __str__(self) -> str:
        return f"{self.user} as {self.role} in {self.project}"


class Token(models.Model):
    """A key by which a program acts for somebody in one project, with no more than `scope` and till it ends.

    The key itself is shown once; here is its digest.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    project = models.ForeignKey(Project, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=16)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.name} of {self.user}"


class SavedView(models.Model):
    """A filter of the explore page under a name; `query` is as it stands in the address."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="views")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="views")
    name = models.CharField(max_length=80)
    query = models.TextField()

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("project", "user", "name"), name="one_view_of_a_name"),
        )

    def __str__(self) -> str:
        return self.name
