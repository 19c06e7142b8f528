"""Maps, time lines and graphs, as numbers."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.web.draw.atlas import atlas
from crosswire.web.draw.graph import MOST, End, graph
from crosswire.web.draw.place_map import Spot, near_map, world_map
from crosswire.web.draw.timeline import Moment, time_line
from crosswire.web.draw.window import around, land, world

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")


def spot(lat: float, lon: float, km: float = 0, relation: str = "", name: str = "there") -> Spot:
    return Spot(lat, lon, km, name, "reported", relation)


@pytest.mark.parametrize(
    ("lat", "lon", "km"),
    [(39.2, 125.7, 8), (40, 135, 700), (0, 0, 0), (-77, 166, 50), (89.9, 0, 20), (52, 179.9, 30), (10, -179.9, 2000)],
)
def test_a_place_is_inside_its_window(lat: float, lon: float, km: float) -> None:
    drawn = near_map([spot(lat, lon, km)])
    assert drawn is not None
    (one,) = drawn.spots
    assert 0 <= one.x <= drawn.width
    assert 0 <= one.y <= drawn.height


def test_places_over_the_date_line_are_neighbours() -> None:
    window = around([(52, 179, 0), (52, -179, 0)], 760, 420)
    west, east = window.xy(52, 179), window.xy(52, -179)
    assert window.east - window.west < 30
    assert 0 < east[0] - west[0] < 200


def test_north_is_up_and_east_is_right() -> None:
    drawn = near_map([spot(35, 129), spot(38, 127, name="b")])
    assert drawn is not None
    busan, seoul = drawn.spots
    assert seoul.y < busan.y
    assert seoul.x < busan.x


def test_a_slice_points_where_it_is_told() -> None:
    for relation, dx, dy in (("north of", 0, -1), ("southeast of", 1, 1), ("west of", -1, 0)):
        drawn = near_map([spot(39, 125.7, 10, relation)])
        assert drawn is not None
        one = drawn.spots[0]
        x1, y1, *_, x2, y2 = map(float, NUMBERS.findall(one.slice)[2:])
        middle = ((x1 + x2) / 2 - one.x, (y1 + y2) / 2 - one.y)
        assert dx == 0 or middle[0] * dx > 0
        assert dy == 0 or middle[1] * dy > 0
    for relation in ("", "in", "off", "north"):
        drawn = near_map([spot(39, 125.7, 10, relation)])
        assert drawn is not None
        assert drawn.spots[0].slice == ""


def test_labels_do_not_cover_each_other() -> None:
    drawn = near_map([spot(39 + n / 100, 125.7, name=str(n)) for n in range(6)])
    assert drawn is not None
    places = [(d.label_x, d.label_y) for d in drawn.spots]
    for (x1, y1), (x2, y2) in itertools.combinations(places, 2):
        assert abs(y1 - y2) >= 14 or abs(x1 - x2) >= 7


def test_a_long_label_stays_in_the_picture() -> None:
    long = "toward the far side of the exclusive economic zone"
    drawn = near_map([spot(39, lon, name=long) for lon in (125, 127, 129)], 560, 350)
    assert drawn is not None
    assert all(d.label_x >= 0 and d.label_x + 6 * len(long) <= drawn.width for d in drawn.spots)


def test_the_bar_measures() -> None:
    drawn = near_map([spot(39, 125), spot(39, 127)])
    assert drawn is not None
    a, b = drawn.spots
    km_px = drawn.scale_px / drawn.scale_km
    assert (b.x - a.x) / km_px == pytest.approx(173, rel=0.03)  # two degrees of longitude at 39 degrees north


def test_land_has_no_line_across_the_world() -> None:
    """A ring over the date line that is not carried on draws one."""
    window = world(960)
    for ring in land(window, "110m").split("M")[1:]:
        points = [tuple(map(float, p.split())) for p in ring.rstrip("Z").split("L")]
        inner = [(a, b) for a, b in itertools.pairwise(points) if 0 < a[1] < window.height]
        assert all(abs(a[0] - b[0]) < 300 for a, b in inner if a[1] == b[1])
    assert len(atlas("110m").shapes) > 170


def test_nowhere_is_no_map() -> None:
    assert near_map([]) is None
    assert world_map([]).spots == ()


def moment(at: datetime, name: str = "m") -> Moment:
    return Moment(at, name, "reported", "/")


def test_time_goes_to_the_right() -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    line = time_line([moment(start + timedelta(hours=h)) for h in (0, 5, 30, 30, 30)])
    assert line is not None
    xs = [d.x for d in line.dots]
    assert xs == sorted(xs)
    assert len({(d.x, d.y) for d in line.dots}) == 5
    assert all(0 <= d.x <= line.width and 0 < d.y < line.base for d in line.dots)
    assert 2 <= len(line.ticks) <= 9


@pytest.mark.parametrize("year", [1, 1901, 9999])
def test_the_ends_of_the_calendar(year: int) -> None:
    at = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, tzinfo=UTC)
    assert time_line([moment(at)]) is not None
    assert time_line([moment(at), moment(datetime(2026, 1, 1, tzinfo=UTC))]) is not None


def test_stacks_have_an_end() -> None:
    line = time_line([moment(datetime(2026, 1, 1, tzinfo=UTC), str(n)) for n in range(500)])
    assert line is not None
    assert line.height < 200
    assert time_line([]) is None


def test_a_graph_joins_reports_to_their_origins() -> None:
    origins = [End("o1", "Ministry", "counted", of=("r1", "r2")), End("o2", "Paper", "uncounted", of=("r2",))]
    reports = [End("r1", "A", "paper"), End("r2", "B", "paper", of=("r1",))]
    made = graph(origins, reports)
    assert made is not None
    assert [(line.left, line.right, line.copy) for line in made.lines] == [
        (0, 0, False),
        (0, 1, False),
        (1, 1, False),
        (1, 0, True),
    ]
    assert graph([], reports) is None
    assert graph(origins, []) is None


def test_a_graph_of_many_tells_how_many_it_leaves_out() -> None:
    reports = [End(f"r{n}", "x" * 90, "paper") for n in range(40)]
    origins = [End(f"o{n}", f"Origin {n}", "counted", of=(f"r{n}",)) for n in range(40)]
    made = graph(origins, reports)
    assert made is not None
    assert len(made.origins) == len(made.reports) == MOST
    assert made.left_out == 48
    assert all(len(node.label) <= 40 for node in made.reports)
