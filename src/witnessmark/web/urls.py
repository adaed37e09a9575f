"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.cache import never_cache

from witnessmark.web.api import api
from witnessmark.web.views import (
    dividing,
    documents,
    errors,
    explore,
    exports,
    home,
    inbox,
    incidents,
    pairs,
    sites,
    tallies,
    welcome,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", never_cache(home.home), name="home"),
    path("account/", include("witnessmark.web.account_urls")),
    path("", include("witnessmark.web.people_urls")),
    path("api/", api.urls),
    path("language/", include("django.conf.urls.i18n")),
    path("blur/", home.blur, name="blur"),
    path("welcome/<str:token>/", welcome.welcome, name="welcome"),
    path("p/<slug:slug>/", inbox.inbox, name="inbox"),
    path("p/<slug:slug>/inbox/", inbox.bulk, name="inbox_bulk"),
    path("p/<slug:slug>/pairs/", pairs.pairs, name="pairs"),
    path("p/<slug:slug>/pairs/judge/", pairs.judge, name="pair_judge"),
    path("p/<slug:slug>/explore/", explore.explore, name="explore"),
    path("p/<slug:slug>/explore/map/", explore.explore_map, name="explore_map"),
    path("p/<slug:slug>/explore/keep/", explore.keep_view, name="keep_view"),
    path("p/<slug:slug>/explore/drop/", explore.drop_view, name="drop_view"),
    path("p/<slug:slug>/exports/", exports.exports, name="exports"),
    path("p/<slug:slug>/exports/incidents/", exports.export, name="export"),
    path("p/<slug:slug>/exports/report/", exports.report, name="report"),
    path("p/<slug:slug>/incidents/<str:incident>/", incidents.incident, name="incident"),
    path("p/<slug:slug>/incidents/<str:incident>/decide/", dividing.decide, name="incident_decide"),
    path("p/<slug:slug>/incidents/<str:incident>/beside/", dividing.join, name="join"),
    path("p/<slug:slug>/incident-of/<str:claim>/", dividing.of_claim, name="incident_of"),
    path("p/<slug:slug>/incidents/<str:incident>/sites/", sites.sites, name="sites"),
    path("p/<slug:slug>/document/<path:doc>", documents.document, name="document"),
    path("p/<slug:slug>/document-judge/<path:doc>", documents.judge, name="document_judge"),
    path("p/<slug:slug>/document-add/<path:doc>", documents.add, name="document_add"),
    path("p/<slug:slug>/document-correct/<path:doc>", documents.correct, name="document_correct"),
    path("p/<slug:slug>/document-read/<path:doc>", documents.mark_read, name="document_read"),
    path("p/<slug:slug>/document-bytes/<path:doc>", documents.received, name="document_bytes"),
    path("p/<slug:slug>/tallies/", tallies.tallies, name="tallies"),
]

handler400 = errors.missing
handler403 = errors.refused
handler404 = errors.missing
handler500 = errors.broken
