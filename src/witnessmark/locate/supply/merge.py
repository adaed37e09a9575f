"""Base and sources as one index, so that finding, ranking and respelling know a place whoever listed it.

A row with a GeoNames id the base has gives the base's place its point, population and names; a first-level
division the base knows by code or name gives it names. A village of ours that a source has gives it its names
and goes. Everything else stands beside what is there.
"""

import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from witnessmark.locate.entry import NameKind
from witnessmark.locate.geo import km
from witnessmark.locate.own import AREAS, SAME_VILLAGE, VILLAGES

_FRESH = """
INSERT INTO places
SELECT s.id, s.name, s.level, s.country, COALESCE(d.code, n.code),
       COALESCE(d.name, n.name, NULLIF(s.admin1, '')), s.lat, s.lon, s.population, s.source, NULL, 0
FROM list.places s
LEFT JOIN coded d ON d.country = s.country AND d.code = s.admin1
LEFT JOIN named n ON n.country = s.country AND n.folded = s.admin1_folded
WHERE s.level != 'admin1' AND s.id NOT IN (SELECT id FROM places)
"""
_KNOWN = """
UPDATE places
SET lat = s.lat, lon = s.lon, population = MAX(places.population, s.population), source = s.source
FROM list.places s WHERE s.id = places.id AND s.level != 'admin1'
"""
_NAMES = """
INSERT OR IGNORE INTO names SELECT folded, place, kind FROM list.names
WHERE place IN (SELECT id FROM places) ORDER BY folded, place, kind
"""
_DETAILS = "INSERT OR REPLACE INTO details SELECT id, pcode FROM list.places WHERE pcode IS NOT NULL"
_PCODES = "INSERT OR IGNORE INTO names SELECT LOWER(pcode), place, ? FROM details"


def merge(base: Path, lists: Sequence[Path], part: Path) -> None:
    """Write base and lists together to `part`. Raises sqlite3.Error or OSError; `part` is then worthless."""
    shutil.copyfile(base, part)
    with closing(sqlite3.connect(part, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        db.execute("PRAGMA cache_size=-65536")
        for path in lists:
            db.execute("ATTACH ? AS list", (str(path),))
            db.execute("BEGIN")
            _add(db)
            db.execute("COMMIT")
            db.execute("DETACH list")
        db.execute("BEGIN")
        db.execute(_PCODES, (NameKind.CODE,))
        db.execute("COMMIT")


def _add(db: sqlite3.Connection) -> None:
    _index_divisions(db)
    _divisions(db)
    _index_divisions(db)
    db.execute(_KNOWN)
    db.execute(_FRESH)
    db.execute(_NAMES)
    db.execute(_DETAILS)
    _villages(db)


def _index_divisions(db: sqlite3.Connection) -> None:
    """Temporary tables of the divisions by code and by each name that is one division's alone."""
    db.execute("DROP TABLE IF EXISTS temp.coded")
    db.execute("DROP TABLE IF EXISTS temp.named")
    db.execute("CREATE TEMP TABLE coded (country, code, name, id, PRIMARY KEY (country, code)) WITHOUT ROWID")
    db.execute("CREATE TEMP TABLE named (country, folded, code, name, id, PRIMARY KEY (country, folded))")
    db.execute(
        "INSERT OR IGNORE INTO coded SELECT country, admin1_code, name, id FROM main.places"
        " WHERE level = 'admin1' AND country IS NOT NULL AND admin1_code IS NOT NULL ORDER BY id DESC"
    )
    db.execute(
        "INSERT OR IGNORE INTO named SELECT c.country, n.folded, c.code, c.name, c.id FROM coded c"
        " JOIN main.names n ON n.place = c.id WHERE n.kind < 2 GROUP BY 1, 2 HAVING COUNT(DISTINCT c.id) = 1"
    )


def _divisions(db: sqlite3.Connection) -> None:
    """First-level divisions: names and P-codes for those the base knows, new places for the others."""
    db.execute("DROP TABLE IF EXISTS temp.own")
    db.execute(
        "CREATE TEMP TABLE own AS SELECT n.* FROM list.names n JOIN list.places s ON s.id = n.place"
        " WHERE s.level = 'admin1'"
    )
    known = dict(
        db.execute(
            "SELECT s.id, COALESCE(d.id, n.id) FROM list.places s"
            " LEFT JOIN coded d ON d.country = s.country AND d.code = s.admin1"
            " LEFT JOIN own ON own.place = s.id AND own.kind < 2"
            " LEFT JOIN named n ON n.country = s.country AND n.folded = own.folded"
            " WHERE s.level = 'admin1' AND COALESCE(d.id, n.id) IS NOT NULL"
        )
    )
    rows = db.execute(
        "SELECT id, name, country, COALESCE(pcode, admin1), lat, lon, population, source, pcode"
        " FROM list.places WHERE level = 'admin1'"
    ).fetchall()
    for place, name, country, code, lat, lon, people, source, pcode in rows:
        target = known.get(place)
        if target is None:
            values = (place, name, "admin1", country, code, name, lat, lon, people, source, None, 0)
            db.execute("INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", values)
            target = place
        elif pcode:
            db.execute("INSERT OR REPLACE INTO details VALUES (?,?)", (target, pcode))
        db.execute(
            "INSERT OR IGNORE INTO names SELECT folded, ?, MAX(kind, ?) FROM own WHERE place = ?",
            (target, NameKind.OWN if target == place else NameKind.ALTERNATE, place),
        )


def _villages(db: sqlite3.Connection) -> None:
    """Villages of ours that the list has under one of their names: their names go to it."""
    db.execute("DROP TABLE IF EXISTS temp.ours")
    db.execute(
        "CREATE TEMP TABLE ours AS SELECT n.folded, p.id, p.country, p.lat, p.lon FROM main.places p"
        " JOIN main.names n ON n.place = p.id WHERE p.id <= ? AND p.id > ? AND n.kind < 2",
        (VILLAGES, AREAS),
    )
    db.execute("CREATE INDEX temp.ours_folded ON ours (folded)")
    same = db.execute(
        "SELECT DISTINCT o.id, o.lat, o.lon, s.id, s.lat, s.lon FROM list.names n"
        " CROSS JOIN ours o ON o.folded = n.folded JOIN list.places s ON s.id = n.place"
        " WHERE n.kind < 2 AND s.country = o.country AND s.level IN ('town', 'city') AND s.lat IS NOT NULL"
    )
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for place, lat, lon, other, y, x in same.fetchall():
        near[place].append((km(lat, lon, y, x), other))
    for place, (distance, other) in ((place, min(found)) for place, found in near.items()):
        if distance <= SAME_VILLAGE:
            db.execute(
                "INSERT OR IGNORE INTO names SELECT folded, ?, kind FROM names WHERE place = ?",
                (other, place),
            )
            db.execute("DELETE FROM names WHERE place = ?", (place,))
            db.execute("DELETE FROM places WHERE id = ?", (place,))
