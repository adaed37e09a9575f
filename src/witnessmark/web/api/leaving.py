"""What leaves the room by a program: exports, the report, the bytes as received; each noted in the ledger."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import Path, Query

from witnessmark.web import files
from witnessmark.web.api.auth import publishing_desk_of
from witnessmark.web.api.filtering import FilterIn
from witnessmark.web.api.router import REFUSALS, Id, Slug, router
from witnessmark.web.api.shapes import Told

_TAGS = ["publish"]
_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "html": "text/html",
    "bytes": "application/octet-stream",
}


def _files(**kinds: str) -> dict[str, Any]:
    """How the OpenAPI document tells of an answer that is a file: its type, and what JSON it is."""
    content = {_TYPES[name]: {"schema": {"type": kind}} for name, kind in kinds.items()}
    return {"responses": {200: {"description": "The file", "content": content}}}


@router.post(
    "/p/{slug}/exports/{form}",
    response={REFUSALS: Told},
    tags=_TAGS,
    openapi_extra=_files(csv="string", json="array", geojson="object"),
)
def export(
    request: HttpRequest,
    slug: Slug,
    form: Annotated[Literal["csv", "json", "geojson"], Path()],
    asked: Query[FilterIn],
) -> HttpResponseBase:
    """Every incident of a filter as a file."""
    return files.export(publishing_desk_of(request, slug), asked.filter(), form)


@router.post("/p/{slug}/report", response={REFUSALS: Told}, tags=_TAGS, openapi_extra=_files(html="string"))
def report(request: HttpRequest, slug: Slug) -> HttpResponse:
    """The report of the project, one HTML file."""
    return files.report(publishing_desk_of(request, slug))


@router.post(
    "/p/{slug}/received/{path:document}",
    response={REFUSALS: Told},
    tags=_TAGS,
    openapi_extra=_files(bytes="string"),
)
def received(request: HttpRequest, slug: Slug, document: Id) -> HttpResponse:
    """The bytes of a document as received, to keep and never to render."""
    return files.received(publishing_desk_of(request, slug), document)
