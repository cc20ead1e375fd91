"""Distances on the ground."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Tuple

Point = Tuple[float, float]  # longitude, latitude in degrees

_EARTH_METRES = 6_371_000


def metres_between(a: Point, b: Point) -> int:
    """Great-circle (haversine) distance in metres."""
    (lng_a, lat_a), (lng_b, lat_b) = a, b
    up, across = radians(lat_b - lat_a), radians(lng_b - lng_a)
    h = sin(up / 2) ** 2 + cos(radians(lat_a)) * cos(radians(lat_b)) * sin(across / 2) ** 2
    return round(2 * _EARTH_METRES * asin(sqrt(h)))
