"""Made-up lists of sites, in open water and in an invented country around 10 N 20 W."""

from dataclasses import dataclass

from witnessmark.model.ground import Centre, Inside
from witnessmark.sites.register import Options, outcomes, plan, rows

HEADER = "id,name,name:ar,kind,latitude,longitude,accuracy,start,end,country"
CLINIC = "K1,Blue Gate Clinic,عيادة البوابة الزرقاء,clinic,10.12345,-20.54321,15,,,ATA"


@dataclass(frozen=True)
class Island:
    """A square country, 9 to 11 N and 21 to 19 W, with one settlement."""

    def inside(self, lat, lon, country):
        return Inside.YES if country == "ATA" and 9 < lat < 11 and -21 < lon < -19 else Inside.NO

    def centre(self, lat, lon):
        return Centre(abs(lat - 10.5) * 111_195 + abs(lon + 20.5) * 109_000, 900.0)

    def country(self, text):
        return {"ata": "ATA", "antarctica": "ATA", "brazil": "BRA"}.get(text.lower())


def options(**more):
    return Options(**{"ground": Island(), "secret": b"of a test", **more})


def written(folder, text, name="list.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8") if isinstance(text, str) else path.write_bytes(text)
    return path


def planned(path, known=(), **more):
    chosen = options(**more)
    return plan(rows(path, chosen), known, chosen)


def told(path, known=(), **more):
    """Kind of problem and row of each, and the column."""
    return [(p.kind.value, p.row, p.column) for p in planned(path, known, **more).problems]


def streamed(path, **more):
    chosen = options(**more)
    return outcomes(rows(path, chosen), (), chosen)


def table(*lines, header=HEADER):
    return "\n".join((header, *lines)) + "\n"
