"""People of a project: what administrators change, what is written down of it, and what is refused."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from web.conftest import PASSWORD, SLUG, confirmed
from witnessmark.errors import UsageError
from witnessmark.model.act import Deed
from witnessmark.web import cases, tokens
from witnessmark.web.models import Membership, Project, Token
from witnessmark.web.permissions import get_desk_for
from witnessmark.web.rights import Role


def at(name, *more):
    return reverse(name, args=[SLUG, *more])


def deeds(project):
    return [(act.deed, act.who, act.subject) for act in cases.opened(project.path).acts()]


def membership(name):
    return Membership.objects.get(user__username=name)


@pytest.fixture
def admin(member):
    return confirmed(member(Role.ADMINISTRATOR, name="ines"))


def test_an_invitation_is_shown_once_used_once_and_written_down(admin, project):
    page = admin.post(at("people_invite"), {"name": "omar", "role": "analyst", "register": "on"})
    address = page.context["address"]
    assert address in page.content.decode()
    assert address not in admin.get(at("people")).content.decode()
    omar = membership("omar")
    assert (omar.role, omar.register) == ("analyst", True)
    assert (Deed.INVITED, "ines", "omar: analyst with the register") in deeds(project)
    browser = Client(headers={"host": "localhost"})
    chosen = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert browser.post(address, chosen).status_code == 302
    assert browser.get(address).status_code == 404


@pytest.mark.parametrize("given", [{}, {"name": "a b", "role": "viewer"}, {"name": "omar", "role": "king"}])
def test_a_wrong_invitation_is_told_and_makes_nobody(admin, given):
    page = admin.post(at("people_invite"), given)
    assert (page.status_code, page.context["form"].errors != {}) == (400, True)
    assert get_user_model().objects.count() == 1


@pytest.mark.parametrize("name", ["INES", "\u0456nes", "\uff4fmar\u0430"])
def test_nobody_is_called_so_that_they_pass_for_another(admin, name):
    page = admin.post(at("people_invite"), {"name": name, "role": "viewer"})
    assert (page.status_code, "name" in page.context["form"].errors) == (400, True)
    assert get_user_model().objects.count() == 1


def test_a_name_is_one_however_its_letters_are_composed(admin):
    admin.post(at("people_invite"), {"name": "zoe\u0308", "role": "viewer"})
    assert membership("zo\u00eb").role == "viewer"
    assert admin.post(at("people_invite"), {"name": "zo\u00eb", "role": "viewer"}).status_code == 400


@pytest.mark.parametrize("name", ["\u7530\u4e2d\u3055\u304f\u3089", "\u30ca\u30ab\u30e0\u30e9\u592a\u90ce"])
def test_a_name_is_written_in_the_scripts_of_its_language(admin, name):
    admin.post(at("people_invite"), {"name": name, "role": "viewer"})
    assert membership(name).role == "viewer"


def test_a_role_is_changed_and_counts_at_once(admin, member, project):
    someone = member(Role.VIEWER, name="omar")
    assert someone.get(at("people")).status_code == 403
    admin.post(at("people_role", membership("omar").pk), {"role": "administrator"})
    assert someone.get(at("people")).status_code == 200
    assert deeds(project)[0] == (Deed.ROLE, "ines", "omar: administrator")


def test_who_is_removed_sees_nothing_and_their_keys_open_nothing(admin, member, project):
    someone = member(Role.ANALYST, name="omar")
    user = get_user_model().objects.get(username="omar")
    key = tokens.make(get_desk_for(user, SLUG), user, "nightly", "read", 7)
    admin.post(at("people_remove", membership("omar").pk))
    assert someone.get(at("inbox")).status_code == 404
    assert tokens.holder(key) is None
    assert deeds(project)[0] == (Deed.ROLE, "ines", "omar: none")


@pytest.mark.parametrize("act", ["people_role", "people_remove"])
def test_somebody_is_left_to_administer(admin, act):
    page = admin.post(at(act, membership("ines").pk), {"role": "viewer"}, follow=True)
    assert "Nobody else administers" in page.content.decode()
    assert membership("ines").role == "administrator"


def test_sessions_are_ended_by_an_administrator(admin, member, project):
    from allauth.usersessions.models import UserSession

    browser = member(Role.VIEWER, name="omar")
    user = get_user_model().objects.get(username="omar")
    UserSession.objects.create(user=user, session_key=browser.session.session_key, ip="0.0.0.0")  # noqa: S104
    assert browser.get(at("inbox")).status_code == 200
    admin.post(at("people_sessions", membership("omar").pk))
    assert browser.get(at("inbox")).status_code == 302
    assert (Deed.SESSION_ENDED, "ines", "omar") in deeds(project)


def test_who_lost_everything_begins_anew(admin, member, project):
    from allauth.mfa.models import Authenticator

    someone = member(Role.VIEWER, name="omar")
    page = admin.post(at("people_renew", membership("omar").pk))
    assert "/welcome/" in page.context["address"]
    user = get_user_model().objects.get(username="omar")
    assert not user.has_usable_password()
    assert not Authenticator.objects.filter(user=user).exists()
    assert someone.get(at("inbox")).status_code == 302
    assert (Deed.INVITED, "ines", "omar: anew") in deeds(project)


def test_the_address_of_an_earlier_beginning_opens_nothing_again(admin):
    browser = Client(headers={"host": "localhost"})
    first = admin.post(at("people_invite"), {"name": "omar", "role": "viewer"}).context["address"]
    browser.post(first, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    again = admin.post(at("people_renew", membership("omar").pk)).context["address"]
    assert (browser.get(first).status_code, browser.get(again).status_code) == (404, 200)
    newest = admin.post(at("people_renew", membership("omar").pk)).context["address"]
    assert (browser.get(again).status_code, browser.get(newest).status_code) == (404, 200)


def test_nobody_gets_hold_of_an_account_that_reaches_further_than_they_do(admin, member, project):
    other = Project.objects.create(slug="other", path="/nowhere", title="Other")
    member(Role.VIEWER, name="omar")
    user = get_user_model().objects.get(username="omar")
    Membership.objects.create(user=user, project=other, role="viewer")
    page = admin.post(at("people_renew", membership_of(user, project).pk), follow=True)
    assert "do not administer" in page.content.decode()
    user.refresh_from_db()
    assert user.has_usable_password()


def test_who_was_invited_elsewhere_and_has_not_begun_is_not_taken_in(admin):
    other = Project.objects.create(slug="other", path="/nowhere", title="Other")
    user = get_user_model().objects.create_user("omar")
    Membership.objects.create(user=user, project=other, role="viewer")
    page = admin.post(at("people_invite"), {"name": "omar", "role": "viewer"})
    assert (page.status_code, "address" in page.context) == (400, False)
    assert Membership.objects.filter(user=user).count() == 1
    user.set_password(PASSWORD)
    user.save()
    assert admin.post(at("people_invite"), {"name": "omar", "role": "viewer"}).status_code == 302


def membership_of(user, project):
    return Membership.objects.get(user=user, project=project)


def test_four_eyes_are_asked_for_and_not(admin, project):
    for on, kept in (("yes", True), ("no", False)):
        admin.post(at("people_four_eyes"), {"on": on})
        project.refresh_from_db()
        assert project.four_eyes is kept
    assert deeds(project)[0] == (Deed.SETTING, "ines", "four eyes: off")


def test_what_was_done_is_listed_page_by_page(admin, monkeypatch):
    from witnessmark.web.views import people

    monkeypatch.setattr(people, "PAGE", 2)
    for on in ("yes", "no", "yes"):
        admin.post(at("people_four_eyes"), {"on": on})
    first = admin.get(at("acts"))
    then = admin.get(at("acts"), {"before": first.context["older"]})
    seen = [act.place for page in (first, then) for act, _ in page.context["rows"]]
    assert seen == sorted(set(seen), reverse=True)
    assert admin.get(at("acts"), {"before": "9" * 30}).status_code == 200


POSTS = ("people_role", "people_remove", "people_renew")


@pytest.mark.parametrize("name", [*POSTS, "people_invite", "people_four_eyes"])
def test_administrators_confirm_who_they_are_and_others_are_refused(member, name):
    someone = member(Role.PUBLISHER)
    more = [membership("some-publisher").pk] if name in POSTS else []
    assert someone.post(at(name, *more)).status_code == 403
    asked = member(Role.ADMINISTRATOR).post(at(name, *more))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))


def test_confirming_goes_on_with_what_was_asked(member):
    client = member(Role.ADMINISTRATOR)
    asked = client.post(at("people_invite"), {"name": "omar", "role": "viewer"})
    page = client.post(asked["Location"], {"password": PASSWORD})
    assert "/welcome/" in page.context["address"]


def test_a_key_is_shown_once_and_taken_back(member, project):
    client = confirmed(member(Role.ANALYST, name="omar"))
    given = {"project": SLUG, "name": "nightly", "scope": "decide", "days": "7"}
    page = client.post(reverse("keys"), given)
    key = page.context["key"]
    assert key in page.content.decode()
    assert key not in client.get(reverse("keys")).content.decode()
    token = tokens.holder(key)
    assert token is not None
    assert token.digest not in key
    client.post(reverse("key_revoke", args=[token.pk]))
    assert tokens.holder(key) is None
    assert [subject for deed, _, subject in deeds(project) if deed is Deed.TOKEN] == [
        "taken back: nightly",
        "made for decide, 7 days: nightly",
    ]


def test_a_key_that_lets_things_out_lives_one_day(member):
    client = confirmed(member(Role.PUBLISHER))
    given = {"project": SLUG, "name": "nightly", "scope": "publish", "days": "7"}
    page = client.post(reverse("keys"), given)
    assert (page.status_code, list(page.context["form"].errors)) == (400, ["days"])
    page = client.post(reverse("keys"), given | {"days": "1"})
    assert tokens.holder(page.context["key"]).scope == "publish"
    user = get_user_model().objects.get()
    with pytest.raises(UsageError, match="one day"):
        tokens.make(get_desk_for(user, SLUG), user, "weekly", "publish", 7)


def test_a_key_of_another_or_for_another_project_cannot_be_had(member):
    client = confirmed(member(Role.ANALYST, name="omar"))
    member(Role.ANALYST, name="ines")
    ines = get_user_model().objects.get(username="ines")
    key = tokens.make(get_desk_for(ines, SLUG), ines, "hers", "read", 7)
    assert client.post(reverse("key_revoke", args=[tokens.holder(key).pk])).status_code == 404
    Project.objects.create(slug="other", path="/nowhere", title="Other")
    given = {"project": "other", "name": "x", "scope": "read", "days": "7"}
    assert client.post(reverse("keys"), given).status_code == 400
    assert Token.objects.count() == 1
