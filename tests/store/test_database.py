"""Addresses of databases."""

import pytest

from witnessmark.errors import UsageError
from witnessmark.store.database import postgresql


def test_an_address_is_taken_apart():
    found = postgresql("postgres://an%40alyst:p%2Fss@db.example:6432/cases?sslmode=require")
    assert found == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "cases",
        "USER": "an@alyst",
        "PASSWORD": "p/ss",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize("url", ["mysql://h/n", "postgres://h", "postgres://h/", "cases"])
def test_another_address_is_refused_with_the_right_form(url):
    with pytest.raises(UsageError, match=r"postgres://user:password@host:port/name"):
        postgresql(url)


def test_a_wrong_port_is_named():
    with pytest.raises(UsageError, match="port is not a number"):
        postgresql("postgres://h:99999/n")
