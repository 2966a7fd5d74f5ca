"""The layout: oldest left, nothing touches, what has no date in lanes of its own."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.network import Network
from kg.view.arrange import LANES, READ, arrange, time
from kg.view.layout import GAP, TICK_GAP, Box, Layout, layout

NAMES = {"upper": "upper, undated", "lower": "lower, undated"}


@st.composite
def boxes(draw: st.DrawFn) -> list[Box]:
    return [
        Box(
            key=str(number),
            lane=draw(st.sampled_from(sorted(NAMES))),
            time=draw(st.none() | st.floats(1945, 2030)),
            radius=draw(st.floats(9, 26)),
            width=draw(st.floats(0, 240)),
            height=draw(st.floats(10, 60)),
            pull=draw(st.none() | st.floats(1945, 2030)),
        )
        for number in range(draw(st.integers(0, 40)))
    ]


@given(boxes())
def test_nothing_touches(given_boxes: list[Box]) -> None:
    placed = list(zip(given_boxes, layout(given_boxes, NAMES).places, strict=True))
    for (one, here), (other, there) in combinations(placed, 2):
        apart = abs(here.x - there.x) >= (one.full_width + other.full_width) / 2 + GAP - 1
        above, below = sorted([(here.y, one), (there.y, other)], key=lambda pair: pair[0])
        assert apart or above[0] + above[1].radius + above[1].height <= below[0] - below[1].radius + 1


@given(boxes())
def test_the_oldest_stands_left(given_boxes: list[Box]) -> None:
    places = layout(given_boxes, NAMES).places
    dated = sorted((box.time, place.x) for box, place in zip(given_boxes, places, strict=True) if box.time is not None)
    for (time_before, x_before), (time_after, x_after) in combinations(dated, 2):
        assert x_before <= x_after or time_before == time_after


@given(boxes())
def test_undated_boxes_have_lanes_of_their_own(given_boxes: list[Box]) -> None:
    result = layout(given_boxes, NAMES)
    for box, place in zip(given_boxes, result.places, strict=True):
        (lane,) = [lane for lane in result.lanes if lane.top <= place.y <= lane.bottom]
        assert lane.caption == (NAMES[box.lane] if box.time is None else box.lane)
        assert lane.dated == (box.time is not None)


@given(boxes())
def test_the_frame_holds_everything(given_boxes: list[Box]) -> None:
    result = layout(given_boxes, NAMES)
    for box, place in zip(given_boxes, result.places, strict=True):
        assert place.x - box.full_width / 2 >= -1
        assert place.x + box.full_width / 2 <= result.width + 1
        assert place.y - box.radius >= 0
        assert place.y + box.radius + box.height <= result.height + 1


@given(boxes())
def test_ticks_stand_between_older_and_younger(given_boxes: list[Box]) -> None:
    result = layout(given_boxes, NAMES)
    for tick in result.ticks:
        for box, place in zip(given_boxes, result.places, strict=True):
            if box.time is not None and box.time < tick.year:
                assert place.x <= tick.x + 0.1
            elif box.time is not None and box.time > tick.year:
                assert place.x >= tick.x - 0.1
    for one, other in combinations(result.ticks, 2):
        assert abs(one.x - other.x) >= TICK_GAP - 0.2


def _captions(result: Layout) -> list[str]:
    return [lane.caption for lane in result.lanes]


def test_the_star_has_the_lanes_it_needs(star: Network) -> None:
    result = arrange(star)
    assert _captions(result) == [
        "Resolutions and decisions",
        READ,
        "Undated reports and publications",
        "Undated plans, declarations, treaties",
        "Bodies",
    ]
    assert 0.9 < result.width / result.height < 2.2


def test_one_charter_does_not_squeeze_the_rest() -> None:
    young = [Box(str(number), "upper", 2000 + number / 4, 9, 100, 30) for number in range(30)]
    places = layout([Box("old", "upper", 1945, 9, 100, 30), *young], NAMES).places
    assert places[-1].x - places[1].x > (places[-1].x - places[0].x) / 3


def test_many_of_one_day_stand_side_by_side() -> None:
    result = layout([Box(f"{number:02}", "upper", 2007.97, 9, 100, 30) for number in range(40)], NAMES)
    assert 0.5 < result.width / result.height < 4


def test_no_boxes_no_lanes() -> None:
    assert layout([], NAMES).lanes == ()
    assert arrange(Network()).places == ()


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("1978-01-01", 1978.0),
        ("1978-12-31", 1978.9945),
        ("1978", 1978.5),
        ("1978-12", 1978.5),
        ("1978-99-99", 1978.5),
        (None, None),
        ("", None),
        ("undated", None),
    ],
)
def test_time(iso: str | None, expected: float | None) -> None:
    assert time(iso) == expected


def test_every_lane_has_a_caption_for_its_undated_part() -> None:
    assert len(set(LANES.values())) == len(LANES)
