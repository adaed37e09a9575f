"""One self-contained page: its style and script are inside, and its policy forbids any request."""

import base64
import hashlib
from pathlib import Path

from witnessmark.model.incident import IncidentKind
from witnessmark.publish.atlas import atlas
from witnessmark.publish.cards import QUIET, Card, cards
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.publish.phrases import ACTS
from witnessmark.publish.site_checks import site_section
from witnessmark.publish.texts import pages
from witnessmark.publish.timeline import timeline
from witnessmark.publish.totals import totals

PAGE = Path(__file__).parent / "page"


def html(dossier: Dossier, labels: Labels) -> str:
    """The report as an HTML page that works from a file, offline, and without script."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    index = Index(dossier)
    listed = cards(index, labels)
    style, script = ((PAGE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,  # every value comes from a document or a person: none is markup
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2").render(
        dossier=dossier,
        origins=sorted({labels.name(o) for i in dossier.incidents for o in i.origins}),
        reports=len({index.lineages[d].id if d in index.lineages else d for d in index.documents}),
        claim_count=len(index.claims),
        cards=listed,
        kinds={card.code: card.kind for card in listed},
        sections=_sections(listed),
        quiet=tuple(card for card in listed if card.code in QUIET),
        map=atlas(listed, index, dossier.towns),
        timeline=timeline((c for c in listed if c.code in ACTS), index),
        background=timeline((c for c in listed if c.code not in ACTS), index),
        totals=totals(index, labels),
        sites=site_section(index, labels),
        pages=pages(index, labels),
        # Our own files, the only text put in unescaped.
        style=Markup(style),  # noqa: S704  (as said)
        script=Markup(script),  # noqa: S704  (as said)
        style_hash=_policy_hash(style),
        script_hash=_policy_hash(script),
    )


HEADINGS = {
    IncidentKind.INCIDENT: "Single incidents",
    IncidentKind.AGGREGATE: "Totals over several events",
    IncidentKind.ALLEGATION: "Allegations that await verification",
    IncidentKind.PROTECTIVE_MEASURE: "Protective measures",
    IncidentKind.TERRITORIAL_CONTROL: "Territorial control",
}


def _sections(listed: tuple[Card, ...]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The cards under the heading of their kind, the setting left out; and no empty heading."""
    under = {kind: tuple(card for card in listed if card.code == kind) for kind in HEADINGS}
    return tuple((HEADINGS[kind], found) for kind, found in under.items() if found)


def _policy_hash(source: str) -> str:
    """The source's hash as a Content-Security-Policy names it (CSP level 2)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
