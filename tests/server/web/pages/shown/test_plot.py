"""The plot puts every point inside its frame and labels without collisions."""

from hypothesis import given
from hypothesis import strategies as st

from server.domain.brand import Brand
from server.services.map_list import Point
from server.web.pages.shown import plot

points = st.lists(
    st.builds(
        Point,
        id=st.just("a"),
        name=st.text(max_size=30),
        platform=st.just("instagram"),
        followers=st.integers(0, 500_000_000),
        engagement=st.floats(0, 3),
        fit=st.none() | st.integers(0, 100),
    ),
    max_size=40,
).map(tuple)


@given(points)
def test_every_point_lies_inside_the_frame(found: tuple[Point, ...]) -> None:
    marks = plot.marks_of(found, plot.axes_of(found))
    assert len(marks) == len(found)
    assert all(plot.LEFT <= mark.x <= plot.WIDTH - plot.RIGHT for mark in marks)
    assert all(plot.TOP <= mark.y <= plot.HEIGHT - plot.BOTTOM for mark in marks)


def test_nobody_is_placed_by_fit_that_is_unknown() -> None:
    assert plot.shape_of(None) == "unknown"
    assert [plot.shape_of(score) for score in (10, 50, 90)] == ["little", "partly", "good"]


def test_tiers_touch_and_fill_the_axis() -> None:
    zones = plot.zones_of(plot.axes_of(()))
    assert [zone.tier for zone in zones] == ["below", "nano", "micro", "macro", "mega"]
    ends = [round(zone.x + zone.width, 1) for zone in zones]
    assert ends[:-1] == [zone.x for zone in zones[1:]]


def test_zones_stand_where_the_brand_cuts() -> None:
    brand = Brand(name="Harrow Fenn", tier_cuts={"micro": (2_000, 50_000), "macro": (50_000, None)})
    axes = plot.axes_of(())
    assert [(zone.tier, zone.x) for zone in plot.zones_of(axes, brand)][1:] == [
        ("micro", axes.x(2_000)),
        ("macro", axes.x(50_000)),
    ]
