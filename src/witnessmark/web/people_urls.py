"""Addresses of what is about people: who is in a project, what they did, and their keys."""

from django.urls import URLPattern, URLResolver, path

from witnessmark.web.views import keys, people

urlpatterns: list[URLPattern | URLResolver] = [
    path("p/<slug:slug>/people/", people.members, name="people"),
    path("p/<slug:slug>/people/invite/", people.invite, name="people_invite"),
    path("p/<slug:slug>/people/four-eyes/", people.four_eyes, name="people_four_eyes"),
    path("p/<slug:slug>/people/<int:member>/role/", people.change, name="people_role"),
    path("p/<slug:slug>/people/<int:member>/remove/", people.remove, name="people_remove"),
    path("p/<slug:slug>/people/<int:member>/sessions/", people.end_sessions, name="people_sessions"),
    path("p/<slug:slug>/people/<int:member>/renew/", people.renew, name="people_renew"),
    path("p/<slug:slug>/acts/", people.acts, name="acts"),
    path("keys/", keys.keys, name="keys"),
    path("keys/<int:key>/revoke/", keys.revoke, name="key_revoke"),
]
