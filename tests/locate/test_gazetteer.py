"""Look-ups, other spellings, and where the shared gazetteer comes from."""

import shutil

import pytest

from witnessmark.errors import StorageError
from witnessmark.locate import Gazetteer, cache, lookup
from witnessmark.locate import gazetteer as module
from witnessmark.text.names import fold


def test_places_of_a_name_come_largest_first(gazetteer):
    assert [e.place.country for e in gazetteer.named("tripoli")] == ["LBY", "LBN"]
    assert gazetteer.named("nowhere") == ()
    assert gazetteer.named("") == ()


@pytest.mark.parametrize("name", ["Kafra Naboudeh", "Kafr Nabuda", "Khan Sheikhoun", "كفر نبوده"])
def test_another_spelling_is_found_in_its_country_only(gazetteer, name):
    assert gazetteer.near_spelling(fold(name), ("SYR",))
    assert gazetteer.near_spelling(fold(name), ("LBY",)) == ()
    assert gazetteer.near_spelling(fold(name), ()) == ()


@pytest.mark.parametrize("name", ["Kafr Nadir", "Kafr Zita", "Khan Tuman", "Hims"])
def test_another_town_is_not_offered(gazetteer, name):
    assert gazetteer.near_spelling(fold(name), ("SYR",)) == ()


def test_lookup_ranks_and_gives_reasons(gazetteer):
    free = lookup("Ariha", gazetteer=gazetteer)
    assert {m.place.country for m in free} == {"SYR", "PSE"}
    best, other = lookup("Ariha", "SYR", gazetteer)
    assert (best.place.country, other.place.country) == ("SYR", "PSE")
    assert best.score > other.score
    assert any("country" in reason for reason in best.reasons)
    [spelled] = lookup("Kafra Naboudeh", "SYR", gazetteer)
    assert "spelling" in spelled.how
    assert lookup("x" * 10_000, gazetteer=gazetteer) == []


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv(cache.ENVIRONMENT, raising=False)
    module._open_default.cache_clear()
    yield tmp_path
    module._open_default.cache_clear()


def test_the_default_is_built_once_in_the_users_cache(own_cache, gazetteer, monkeypatch):
    built = []

    def build(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(gazetteer.path, path)
        built.append(path)

    monkeypatch.setattr(module, "build", build)
    first = Gazetteer.default()
    assert Gazetteer.default() is first
    assert built == [own_cache / "witnessmark" / f"gazetteer-{cache.fingerprint()}.sqlite"]
    # a half-written file is never used: it is built anew
    module._open_default.cache_clear()
    built[0].write_bytes(built[0].read_bytes()[:3000])
    assert Gazetteer.default().named("homs")
    assert len(built) == 2


def test_a_gazetteer_the_user_named_is_never_overwritten(own_cache, monkeypatch):
    named = own_cache / "mine.sqlite"
    named.write_text("not an index")
    monkeypatch.setenv(cache.ENVIRONMENT, str(named))
    with pytest.raises(StorageError, match=r"mine\.sqlite: .*; correct WITNESSMARK_GAZETTEER, or unset it"):
        Gazetteer.default()
    assert named.read_text() == "not an index"


def test_a_cache_that_cannot_be_written_is_a_clear_error(own_cache, monkeypatch):
    blocked = own_cache / "file"
    blocked.write_text("in the way")
    monkeypatch.setattr(cache.subprocess, "run", lambda *_a, **_k: pytest.fail("built for nothing"))
    with pytest.raises(StorageError, match=r"cannot write.*set XDG_CACHE_HOME"):
        cache.build(blocked / "g.sqlite")


def test_a_build_that_fails_says_why(own_cache, monkeypatch):
    monkeypatch.setattr(cache.subprocess, "run", lambda *_a, **_k: _Failed())
    with pytest.raises(StorageError, match=r"could not be built: .*no space left"):
        cache.build(own_cache / "g.sqlite")


class _Failed:
    returncode = 2
    stderr = "g.sqlite: no space left\n"
