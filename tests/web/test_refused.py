"""A form that is refused comes back on its page, with why and with all that was filled in."""

from functools import partial
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import resolve, reverse
from lxml import html

from store.conftest import CONTENTS, copied
from web.conftest import SLUG, confirmed, furnish
from web.test_dividing import STORIES, events, tell
from witnessmark.errors import BusyCaseError
from witnessmark.store.case import Case
from witnessmark.web import people, saved, tokens
from witnessmark.web.rights import Role

WHY = "because the second paper has it from the first"
# The addresses of forms in which somebody writes or chooses: each is tried.
FORMS = {
    "inbox_bulk", "document_add", "document_correct", "document_judge", "document_read", "pair_judge",
    "incident_decide", "join", "explore", "keep_view", "tallies", "people_invite", "people_role", "keys",
}  # fmt: skip
KEPT = {"csrfmiddlewaretoken", "seen", "of"}  # fields of the page's own


# A third report, of what may be the event of the second.
AGAIN = "SHELLING OF A MARKET, 6 May 2031\n\nArtillery shells killed 4 civilians in Idlib on 5 May 2031.\n"
CONTENTS["again"] = partial(furnish, content=partial(tell, stories=STORIES | {"again.txt": AGAIN}))


@pytest.fixture(params=["sqlite"])
def engine(request):
    """What is shown again does not hang on where a case is kept."""
    return request.param


@pytest.fixture
def told(engine, request, tmp_path):
    """A case with reports that may tell of one event."""
    yield from copied(engine, "again", request, tmp_path)


@pytest.fixture
def filled(told):
    """In the place of the invented case: what the room is over."""
    return told


@pytest.fixture
def ines(member, told):
    """Somebody who may do everything, and begun to: there is something to take back on each page."""
    client = confirmed(member(Role.ADMINISTRATOR, name="ines"))
    client.defaults["HTTP_ACCEPT"] = "text/html"
    first, second = pages(told)["document"].split("?")
    claim = parse_qs(second)["claim"][0]
    send = {"claim": claim, "judgement": "accept", "reason": "it says so"}
    assert client.post(first.replace("/document/", "/document-judge/"), send).status_code == 302
    return client


def pages(case):
    """The pages with forms."""
    one, other = events(case)[:2]
    reading = next(iter(case.readings()))
    found = {name: reverse(name, args=[SLUG]) for name in ("inbox", "pairs", "explore", "tallies", "people")}
    pair = next(iter(case.candidates()))
    found["pairs"] += f"?{urlencode({'a': pair.a, 'b': pair.b})}"
    found["document"] = (
        reverse("document", args=[SLUG, reading.document.id]) + f"?claim={reading.claims[0].id}"
    )
    found["incident"] = reverse("incident", args=[SLUG, one.id])
    found["join"] = f"{reverse('join', args=[SLUG, one.id])}?other={other.id}"
    found["keys"] = reverse("keys")
    return found


def forms(client, page):
    """The forms of a page in which there is something to fill in, by where they lead."""
    answer = client.get(page)
    assert answer.status_code == 200, page
    root = html.document_fromstring(answer.content.decode())
    found = []
    for n, form in enumerate(root.iter("form")):
        controls = [c for c in every(root, form) if c.get("type") not in ("hidden", "submit")]
        if controls:
            found.append((n, resolve(urlsplit(urljoin(page, form.get("action", ""))).path).url_name))
    return found


def every(root, form):
    inside = form.xpath(".//input | .//select | .//textarea")
    return [c for c in inside if c.get("form") is None] + (
        root.xpath("//*[@form=$id]", id=form.get("id")) if form.get("id") else []
    )


def said(root, form):
    """What a form says as it stands on a page: by name, all that a browser would send."""
    found = {}
    for control in every(root, form):
        name, kind = control.get("name"), control.get("type")
        if control.tag == "select":
            values = [o.get("value") for o in control.iter("option") if "selected" in o.attrib]
            if not values and "multiple" not in control.attrib:
                values = [control.xpath(".//option")[0].get("value")]
        elif control.tag == "textarea":
            values = [(control.text or "").removeprefix("\n")]
        elif kind == "checkbox":
            values = [control.get("value", "on")] if "checked" in control.attrib else []
        else:
            values = [control.get("value", "")]
        if name and name not in KEPT:
            found.setdefault(name, []).extend(values)
    return {name: values for name, values in found.items() if values}


def filled_in(root, form):
    """What somebody might fill in: words in every text, the last of every list, every box ticked."""
    given = said(root, form)
    for control in every(root, form):
        name, kind = control.get("name"), control.get("type", "text")
        if control.tag == "select":
            given[name] = [control.xpath(".//option")[-1].get("value")]
        elif kind == "checkbox":
            given[name] = list(dict.fromkeys([*given.get(name, []), control.get("value", "on")]))
        elif kind == "date":
            given[name] = ["2031-05-02" if name == "start" else "2031-05-01"]
        elif kind != "hidden":
            given[name] = [WHY + " & “so” <on>"]
    return given


def busy(*_args, **_more):
    raise BusyCaseError("somebody else is writing")


@pytest.fixture
def refusing(monkeypatch, ines):
    """A room in which nothing can be written from now on."""
    assert ines
    monkeypatch.setattr(Case, "decide", busy)
    for module, name in ((saved, "keep"), (people, "change"), (people, "invite_for"), (tokens, "make")):
        monkeypatch.setattr(module, name, busy)


def send(client, page, n):
    """Fill in the form of that number and send it as a browser does; what was filled in, and the answer."""
    root = html.document_fromstring(client.get(page).content.decode())
    form = list(root.iter("form"))[n]
    given = filled_in(root, form)
    to = urljoin(page, form.get("action", ""))
    came = {"referer": f"http://localhost{page}"}
    if form.get("method", "get") == "get":
        return given, client.get(f"{urlsplit(to).path}?{urlencode(given, doseq=True)}", headers=came)
    buttons = form.xpath(".//button[@name]")
    pressed = {b.get("name"): [*given.get(b.get("name"), ()), b.get("value")] for b in buttons[:1]}
    seen = {i.get("name"): i.get("value", "") for i in form.xpath(".//input[@name='seen']")}
    return given, client.post(to, given | pressed | seen, headers=came)


@pytest.mark.usefixtures("refusing")
def test_every_form_of_every_page_comes_back_as_it_was_filled_in(ines, told):
    wrong, tried = {}, set()
    for page in pages(told).values():
        for n, leads in forms(ines, page):
            tried.add(leads)
            given, answer = send(ines, page, n)
            if answer.status_code == 302:
                assert answer["Location"] == f"{page}#refused", leads
                answer = ines.get(page)
            root = html.document_fromstring(answer.content.decode())
            (form,) = root.xpath("//form[.//*[@role='alert' or @class='errorlist']]")
            if said(root, form) != given:
                wrong[page, leads] = said(root, form), given
            assert all("open" in fold.attrib for fold in form.iterancestors("details"))
    assert wrong == {}
    assert tried == FORMS


def test_it_comes_back_once_and_the_page_is_then_as_it_was(ines, told, monkeypatch):
    page = pages(told)["pairs"]
    before = html.document_fromstring(ines.get(page).content.decode())
    with monkeypatch.context() as patch:
        patch.setattr(Case, "decide", busy)
        send(ines, page, forms(ines, page)[0][0])
    once, again = (html.document_fromstring(ines.get(page).content.decode()) for _ in range(2))
    assert WHY in str([said(once, form) for form in once.iter("form")])
    assert [said(again, f) for f in again.iter("form")] == [said(before, f) for f in before.iter("form")]


def test_a_form_of_somebody_whose_session_ended_comes_back_once_they_signed_in(ines, told):
    page, whose = pages(told)["document"], ines.session["_auth_user_id"]
    root = html.document_fromstring(ines.get(page).content.decode())
    (form,) = (f for f in root.iter("form") if f.get("action", "").startswith("/p/case/document-judge/")
               and f.xpath(".//button[@value='reject']"))  # fmt: skip
    given = {**form.fields, "judgement": "reject", "reason": WHY}
    before = list(told.decisions())
    ines.session.flush()
    ines.cookies.pop("sessionid")
    answer = ines.post(form.get("action"), given, headers={"referer": f"http://localhost{page}"})
    assert answer["Location"] == f"{page}#refused"
    asked = ines.get(page)
    assert parse_qs(urlsplit(asked["Location"]).query)["next"] == [page]
    ines.force_login(get_user_model().objects.get(pk=whose), "django.contrib.auth.backends.ModelBackend")
    again = ines.get(page).content.decode()
    assert WHY in again
    assert "The session had ended" in again
    assert list(told.decisions()) == before
    bare = Client(headers={"host": "localhost"}).post(form.get("action"), given)
    assert bare["Location"] == reverse("account_login")


def test_words_whose_form_is_gone_are_not_lost(ines, told):
    page, elsewhere = pages(told)["incident"], reverse("mfa_index")
    answer = ines.post(f"{page}decide/", {"action": "merge", "other": "none", "reason": WHY},
                       headers={"referer": f"http://localhost{elsewhere}"})  # fmt: skip
    assert answer["Location"].startswith(elsewhere)
    page = ines.get(elsewhere)
    assert page.status_code == 400
    assert WHY in page.content.decode()


def test_nobody_is_sent_elsewhere(ines, told):
    where = f"{pages(told)['incident']}decide/"
    for came in ("", "https://elsewhere.example/p/", "http://localhost.elsewhere.example/"):
        answer = ines.post(where, {"action": "merge", "reason": WHY}, headers={"referer": came})
        assert answer.status_code == 400
