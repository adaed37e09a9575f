"""Django settings of the store: what the ORM needs, nothing of the web."""

SECRET_KEY = "unused: the store serves no requests"  # noqa: S105  (no session or token is ever signed with it)
USE_TZ = True
INSTALLED_APPS = ["witnessmark.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES: dict[str, dict[str, object]] = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
}
