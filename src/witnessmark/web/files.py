"""Files that leave the room, for pages and programs alike: noted in the ledger before they leave."""

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

from witnessmark.errors import UsageError
from witnessmark.model.act import Deed
from witnessmark.model.filter import Filter
from witnessmark.publish.labels import codebook_labels
from witnessmark.publish.listed import PIECES
from witnessmark.web.acts import note
from witnessmark.web.permissions import (
    Desk,
    count_incidents_for,
    get_bytes_for,
    get_export_for,
    get_report_for,
)
from witnessmark.web.shown.histogram import address

_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "geojson": "application/geo+json"}
_WHOLE = "all"  # how the ledger of acts calls a filter that leaves nothing out


def export(desk: Desk, wanted: Filter, form: str) -> HttpResponseBase:
    """Every incident of a filter, read as it leaves."""
    if form not in PIECES:
        raise UsageError(f"form: there are {', '.join(PIECES)}")
    number, incidents = count_incidents_for(desk, wanted), get_export_for(desk, wanted)
    note(desk.project, desk.person, Deed.EXPORTED, f"{number} incidents, {form}, {address(wanted) or _WHOLE}")
    pieces = PIECES[form](incidents, codebook_labels())
    response = StreamingHttpResponse(pieces, content_type=_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{desk.project.slug}-incidents.{form}"'
    return response


def report(desk: Desk) -> HttpResponse:
    """The report of the project."""
    text = get_report_for(desk)
    note(desk.project, desk.person, Deed.PUBLISHED, "report")
    response = HttpResponse(text, content_type="text/html; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{desk.project.slug}-report.html"'
    return response


def received(desk: Desk, doc: str) -> HttpResponse:
    """The bytes of a document as they were received, to keep and never to render."""
    sha256, data = get_bytes_for(desk, doc)
    note(desk.project, desk.person, Deed.SAW_BYTES, sha256)
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{sha256}.bin"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
