"""A page with a form filled in as somebody had it: every form alike, without its template knowing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

Given = Mapping[str, Sequence[str]]  # what was sent, by the names of fields

# Fields of a form that are the page's own, not of who fills it in.
OWN = frozenset({"csrfmiddlewaretoken", "seen", "anyway", "of"})
# Of these kinds nothing is filled in: they hold no words, or words that are not kept.
_NEVER = frozenset({"hidden", "submit", "button", "image", "reset", "file", "password"})
_TICKED = frozenset({"checkbox", "radio"})


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: where to, how (`get`, `post`), and what it said."""

    path: str
    method: str
    given: Given


def refilled(page: str, address: str, sent: Sent, told: str) -> str | None:
    """The page at `address` with the form filled in as it was sent, and `told` (HTML) at its head.

    What the form stands in is opened. None where the page has no such form.
    """
    root = html.document_fromstring(page)
    alike = [f for f in root.iter("form") if _is_sent(f, address, sent)]
    if not alike:
        return None
    form = max(alike, key=lambda f: len(_hidden(f)))  # the one that says the most of what was sent
    for control in _controls(form, root):
        _fill(control, sent.given.get(control.get("name"), ()))
    for fold in form.iterancestors("details"):
        fold.set("open", "")
    form.insert(0, html.fragment_fromstring(told))
    return str(html.tostring(root, encoding="unicode", doctype="<!doctype html>"))


def _is_sent(form: HtmlElement, address: str, sent: Sent) -> bool:
    """Whether it leads where the form that was sent did, and says by itself what that did."""
    leads = urlsplit(urljoin(address, form.get("action", ""))).path
    return (leads, form.get("method", "get")) == (sent.path, sent.method) and all(
        i.get("value", "") in sent.given.get(i.get("name"), ()) for i in _hidden(form)
    )


def _hidden(form: HtmlElement) -> list[HtmlElement]:
    return [i for i in form.iter("input") if i.get("type") == "hidden" and i.get("name") not in OWN]


def _controls(form: HtmlElement, root: HtmlElement) -> Iterable[HtmlElement]:
    """The fields of the form, wherever on the page they stand."""
    every = root.iter("input", "select", "textarea")
    name = form.get("id", "")
    return [c for c in every if (c.get("form") == name if "form" in c.attrib else form in c.iterancestors())]


def _fill(control: HtmlElement, said: Sequence[str]) -> None:
    kind = control.get("type", "") if control.tag == "input" else control.tag
    if kind in _TICKED:
        _switch(control, "checked", on=control.get("value", "on") in said)
    elif kind == "select":
        for option in control.iter("option"):
            _switch(option, "selected", on=option.get("value", option.text) in said)
    elif kind == "textarea":
        control.text = "\n" + "".join(said[:1])  # a first end of line is not of the text
    elif kind not in _NEVER and said:
        control.set("value", said[0])
    if any(said) and kind not in _NEVER:
        for fold in control.iterancestors("details"):
            fold.set("open", "")


def _switch(element: HtmlElement, name: str, *, on: bool) -> None:
    element.attrib.pop(name, None)
    if on:
        element.set(name, "")
