"""The map around a point: whose land it may be, and the settlement whose listed point it is.

There are no borders in the gazetteer; settlements say whose land it is. Near a border they can not tell, and
that is what they then say.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from witnessmark.errors import UsageError
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.geo import EARTH
from witnessmark.locate.supply.check import alpha3
from witnessmark.model.ground import Centre, Inside

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Metres from a country's nearest settlement at which a point may still be in it, however near another's is:
# villages of under 500 people are not in the base.
NEAR = 10_000.0
CLEAR = 30_000.0  # beyond it a point four times as near to another country is surely not in this one
FAR = 150_000.0  # from every settlement of a country: no desert or strait in which a site stands is wider
# A settlement of n people reaches about 15 * sqrt(n) metres: 1,400 people a square kilometre.
EXTENT, LEAST_EXTENT = 15.0, 500.0


class SettledGround:
    """Look-ups among the settlements of a gazetteer: 40 MB (100 while they are read), 0.1 ms a look-up."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """By this gazetteer; without one by the user's own. Settlements are read when first asked for."""
        self._gazetteer = gazetteer
        self._trees: dict[str, Any] = {}

    def inside(self, lat: float, lon: float, country: str) -> Inside:
        """Whether the point lies in the country, by the nearest settlement of it and of any other."""
        own, other = self._nearest(f"={country}", lat, lon), self._nearest(f"!{country}", lat, lon)
        if own > FAR or own > max(CLEAR, 4 * other):
            return Inside.NO
        if own > max(NEAR, 2 * other):
            return Inside.UNLIKELY
        return Inside.YES if 2 * own < other else Inside.PERHAPS

    def centre(self, lat: float, lon: float) -> Centre | None:
        """The settlement whose listed point is nearest."""
        tree = self._tree("")
        if tree is None:
            return None
        chord, index = tree.query(_on_sphere([lat], [lon])[0])
        people = float(self._settled[2][int(index)])
        return Centre(_metres(float(chord)), max(LEAST_EXTENT, EXTENT * people**0.5))

    def country(self, text: str) -> str | None:
        """ISO 3166-1 alpha-3 of a country given by code or English name; None for an unknown one."""
        try:
            return alpha3(text)
        except UsageError:
            return None

    @cached_property
    def _settled(self) -> "tuple[NDArray[np.float64], NDArray[np.str_], NDArray[np.float64]]":
        """Points on the unit sphere, countries and people of all settlements."""
        import numpy as np

        rows = (self._gazetteer or Gazetteer.default()).settlements()
        lats, lons, countries, people = zip(*rows, strict=True) if rows else ((), (), (), ())
        known = np.array([c or "" for c in countries], dtype="U3")
        return _on_sphere(lats, lons), known, np.array(people, dtype=np.float64)

    def _tree(self, which: str) -> Any:  # noqa: ANN401  (the library has no types)
        """The settlements of one country (`=SYR`), of all others (`!SYR`), or all; None without any."""
        from scipy.spatial import cKDTree

        if which not in self._trees:
            points, countries, _ = self._settled
            if which:
                same = countries == which[1:]
                points = points[same if which[0] == "=" else ~same]
            self._trees[which] = cKDTree(points) if len(points) else None
        return self._trees[which]

    def _nearest(self, which: str, lat: float, lon: float) -> float:
        """Metres to the nearest of these settlements."""
        tree = self._tree(which)
        return (
            _metres(float(tree.query(_on_sphere([lat], [lon])[0])[0])) if tree is not None else float("inf")
        )


def _on_sphere(lats: Any, lons: Any) -> "NDArray[np.float64]":  # noqa: ANN401  (sequences of numbers)
    import numpy as np

    a, b = np.radians(np.asarray(lats, dtype=np.float64)), np.radians(np.asarray(lons, dtype=np.float64))
    return np.column_stack((np.cos(a) * np.cos(b), np.cos(a) * np.sin(b), np.sin(a)))


def _metres(chord: float) -> float:
    """The great-circle distance of a chord of the unit sphere."""
    from math import asin

    return 2000 * EARTH * asin(min(1.0, chord / 2))
