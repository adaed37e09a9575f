"""A figure that was given again on other days: drawn and told in a table, nothing left out."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse

from store import made
from web.conftest import SLUG
from witnessmark.model.figure import Figure, Revision
from witnessmark.model.links import Links
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.index import Index
from witnessmark.publish.labels import codebook_labels
from witnessmark.web.rights import Role
from witnessmark.web.shown.revisions import HEIGHT, LEAST, LEFT, RIGHT, WIDTH, series

READINGS = [made.reading(n) for n in range(4)]
CLAIMS = [r.claims[0].id for r in READINGS]
REVISIONS = (
    Revision(date(2031, 3, 9), ("medics",), 12, 12, 12, CLAIMS[2], corrected_by=CLAIMS[0]),
    Revision(date(2031, 3, 1), ("medics",), 2, 2, None, CLAIMS[0]),
    Revision(date(2031, 3, 2), ("police",), None, 5, None, CLAIMS[1]),
    Revision(None, ("somebody",), 40, 40, 40, CLAIMS[3]),
)
FIGURE = Figure("killed", "civilians", 2, 12, 12, "latest", tuple(CLAIMS[:1]), revisions=REVISIONS)


def drawn(figure=FIGURE):
    index = Index(Dossier(title="", readings=tuple(READINGS), incidents=()))
    return series((figure,), index, codebook_labels())


def test_steps_are_in_the_order_of_days_and_the_undated_are_told_but_not_drawn():
    (found,) = drawn()
    assert [s.said for s in found.steps] == ["at least 2", "at least 5", "12", "40"]
    assert [s.x is None for s in found.steps] == [False, False, False, True]
    assert [s.corrected for s in found.steps] == [False, False, True, False]
    assert [s.doc for s in found.steps] == [READINGS[n].document.id for n in (0, 1, 2, 3)]
    assert found.undated == 1


def test_marks_stand_by_their_day_and_number_and_bars_without_an_upper_end_reach_the_top():
    first, second, last, _ = drawn()[0].steps
    assert (first.x, last.x) == (LEFT, WIDTH - RIGHT)
    assert first.x < second.x < last.x
    assert 0 < last.y < second.y < first.y < HEIGHT
    assert first.open
    assert second.open
    assert not last.open
    assert first.y_high < first.y == first.y_low
    assert last.y_low == last.y == last.y_high


def test_days_written_keep_apart():
    days = [x for x, _ in drawn()[0].days]
    assert days[0] == LEFT
    assert all(b - a >= LEAST for a, b in pairwise(days))


def test_one_day_and_no_number_are_drawn_without_a_fault():
    same = tuple(replace(r, day=date(2031, 3, 1)) for r in REVISIONS[:2])
    assert [s.x for s in drawn(replace(FIGURE, revisions=same))[0].steps] == [LEFT, LEFT]
    bare = (Revision(date(2031, 3, 1), (), None, None, None, CLAIMS[0]),)
    assert drawn(replace(FIGURE, revisions=bare))[0].steps[0].x is None
    assert drawn(replace(FIGURE, revisions=())) == ()


@pytest.mark.usefixtures("project")
def test_the_page_of_an_incident_draws_it_and_tells_it_in_a_table(member, filled):
    readings = list(filled.readings())
    lineages, (known,), _ = made.views(readings)
    told = tuple(
        replace(r, claim=readings[n].claims[0].id, corrected_by=None) for n, r in enumerate(REVISIONS)
    )
    filled.replace_links(Links(lineages, [replace(known, figures=(replace(FIGURE, revisions=told),))], []))
    page = member(Role.VIEWER).get(reverse("incident", args=[SLUG, known.id]))
    (found,) = page.context["sheet"].series
    text = page.content.decode()
    assert page.status_code == 200
    assert text.count("<svg") >= 2
    for step in found.steps:
        assert step.said in text
