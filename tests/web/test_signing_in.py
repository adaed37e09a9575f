"""Signing in: password, second factor, lockout; what is noted of it, and what is not kept."""

import time
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from web.conftest import PASSWORD, SLUG
from witnessmark.model.act import Deed
from witnessmark.web import cases
from witnessmark.web.models import Membership


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()


@pytest.fixture
def omar(project):
    user = get_user_model().objects.create_user("omar", password=PASSWORD)
    Membership.objects.create(user=user, project=project, role="viewer")
    return user


def browser():
    return Client(headers={"host": "localhost"})


def signed(client, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": "omar", "password": password})


def code(secret):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def codes(user):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    return RecoveryCodes(user.authenticator_set.get(type="recovery_codes")).get_unused_codes()


def deeds(project):
    return [act.deed for act in cases.opened(project.path).acts()]


def begun(client):
    """Sign in for the first time, and make the second factor."""
    first = client.get(signed(client)["Location"], follow=True)
    assert first.redirect_chain[-1][0] == reverse("mfa_activate_totp")
    secret = first.context["form"].secret
    made = client.post(reverse("mfa_activate_totp"), {"code": code(secret)}, follow=True)
    return secret, made


def test_the_way_from_the_password_to_the_project_has_no_detour(omar, project):
    client = browser()
    secret, made = begun(client)
    assert made.redirect_chain == [(reverse("mfa_view_recovery_codes"), 302)]
    assert len(made.context["unused_codes"]) == 10
    assert client.get(reverse("inbox", args=[SLUG])).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("inbox", args=[SLUG])).status_code == 302
    assert signed(client)["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("inbox", args=[SLUG])).status_code == 302  # the password alone opens nothing
    in_ = client.post(reverse("mfa_authenticate"), {"code": made.context["unused_codes"][0]})
    assert in_["Location"] == reverse("home")
    assert deeds(project)[:3] == [Deed.SIGN_IN, Deed.SIGN_OUT, Deed.SIGN_IN]
    stored = omar.authenticator_set.get(type="totp").data["secret"]
    assert secret not in stored


def test_a_wrong_code_is_noted(omar, project):
    client = browser()
    begun(client)
    client.post(reverse("account_logout"))
    signed(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert deeds(project)[0] is Deed.SIGN_IN_REFUSED
    assert omar.is_active


def test_whoever_guesses_is_locked_out_and_noted(omar, project):
    client = browser()
    pages = [signed(client, "a wrong guess") for _ in range(5)]
    assert (pages[-1].status_code, "Too many attempts" in pages[-1].content.decode()) == (429, True)
    assert signed(client).status_code != 302
    assert set(deeds(project)) == {Deed.SIGN_IN_REFUSED}
    assert omar.has_usable_password()


def test_nothing_is_kept_of_where_somebody_is(omar):
    from allauth.usersessions.models import UserSession
    from axes.models import AccessAttempt

    client = browser()
    signed(client, "a wrong guess")
    signed(client)
    assert {s.ip for s in UserSession.objects.filter(user=omar)} == {"0.0.0.0"}  # noqa: S104  (none)
    assert not AccessAttempt.objects.exists()


def test_a_password_typed_as_the_name_is_kept_nowhere(room):
    from axes.models import AccessAttempt

    client = Client(headers={"host": "localhost", "user-agent": "a browser", "accept": "text/html"})
    client.post(f"{reverse('account_login')}?next=/a", {"login": "my own secret", "password": "x"})
    (kept,) = AccessAttempt.objects.all()
    assert room.cases
    assert "secret" not in kept.username
    assert kept.ip_address is None
    assert {kept.user_agent, kept.http_accept, kept.path_info, kept.get_data, kept.post_data} == {""}


def test_of_sessions_that_are_over_nothing_stays(omar):
    from allauth.usersessions.models import UserSession
    from django.contrib.sessions.models import Session

    begun(browser())
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    client = browser()
    signed(client)
    client.post(reverse("mfa_authenticate"), {"code": codes(omar)[0]})
    assert (Session.objects.count(), UserSession.objects.filter(user=omar).count()) == (1, 1)


def test_wrong_codes_are_not_forgotten_for_the_names_of_others(omar):
    client = browser()
    begun(client)
    client.post(reverse("account_logout"))
    signed(client)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    for n in range(1000):
        cache.set(f"another-name-{n}", n)
    client.post(reverse("mfa_authenticate"), {"code": codes(omar)[0]})
    assert client.get(reverse("inbox", args=[SLUG])).status_code == 302


def test_there_is_no_page_to_sign_up_or_to_mail(room):
    assert room.cases
    page = browser().get(reverse("account_login")).content.decode()
    assert "signup" not in page
    assert "reset" not in page
    for path in ("signup", "email", "password/reset", "confirm-email"):
        assert browser().get(f"/account/{path}/").status_code == 404
