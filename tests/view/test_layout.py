"""The layout: oldest left, lanes from top to bottom, nothing touches, what has no date in a column of its own."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.network import Network, nodes
from kg.view.arrange import KIND_LANES, MOST_LABELLED, Arrangement, arrangements, radius
from kg.view.labels import labels
from kg.view.layout import EDGE, GAP, MOST_UNDATED, Box, Layout, layout
from kg.view.structure import structure
from kg.view.timeline import TICK_GAP


@st.composite
def boxes(draw: st.DrawFn) -> list[Box]:
    return [
        Box(
            key=str(number),
            lane=draw(st.integers(0, 2)),
            time=draw(st.none() | st.floats(1945, 2030)),
            radius=draw(st.floats(9, 26)),
            width=draw(st.floats(0, 240)),
            height=draw(st.floats(10, 60)),
            pull=draw(st.none() | st.floats(1945, 2030)),
            first=draw(st.booleans()),
            follows=draw(st.none() | st.integers(0, number).map(str)),
        )
        for number in range(draw(st.integers(0, 25)))
    ]


@given(boxes())
def test_nothing_touches(given_boxes: list[Box]) -> None:
    placed = list(zip(given_boxes, layout(given_boxes).places, strict=True))
    for (one, here), (other, there) in combinations(placed, 2):
        apart = abs(here.x - there.x) >= (one.full_width + other.full_width) / 2 + GAP - 1
        above, below = sorted([(here.y, one), (there.y, other)], key=lambda pair: pair[0])
        assert apart or above[0] + above[1].radius + above[1].height <= below[0] - below[1].radius + 1


@given(boxes())
def test_the_oldest_stands_left(given_boxes: list[Box]) -> None:
    places = layout(given_boxes).places
    dated = sorted((box.time, place.x) for box, place in zip(given_boxes, places, strict=True) if box.time is not None)
    for (time_before, x_before), (time_after, x_after) in combinations(dated, 2):
        assert x_before <= x_after or time_before == time_after


@given(boxes())
def test_lanes_hold_what_is_dated_and_the_column_the_rest(given_boxes: list[Box]) -> None:
    result = layout(given_boxes)
    assert [lane.number for lane in result.lanes] == sorted({box.lane for box in given_boxes if box.time is not None})
    for box, place in zip(given_boxes, result.places, strict=True):
        if box.time is None:
            assert place.x < result.undated
        else:
            (lane,) = [lane for lane in result.lanes if lane.top <= place.y <= lane.bottom]
            assert lane.number == box.lane
            assert place.x > result.undated


@given(boxes())
def test_the_frame_holds_everything(given_boxes: list[Box]) -> None:
    result = layout(given_boxes)
    for box, place in zip(given_boxes, result.places, strict=True):
        assert place.x - box.full_width / 2 >= -1
        assert place.x + box.full_width / 2 <= result.width + 1
        assert place.y - box.radius >= 0
        assert place.y + box.radius + box.height <= result.height + 1


@given(boxes())
def test_ticks_stand_between_older_and_younger(given_boxes: list[Box]) -> None:
    result = layout(given_boxes)
    for tick in result.ticks:
        for box, place in zip(given_boxes, result.places, strict=True):
            if box.time is not None and box.time < tick.year:
                assert place.x <= tick.x + 0.1
            elif box.time is not None and box.time > tick.year:
                assert place.x >= tick.x - 0.1
    for one, other in combinations(result.ticks, 2):
        assert abs(one.x - other.x) >= TICK_GAP - 0.2


def test_a_chain_goes_on_in_its_row() -> None:
    chain = [Box(f"link {n}", 0, 2000.1 + 10 * n, 9, 60, 20, follows=f"link {n - 1}") for n in range(3)]
    other, *links = layout([Box("other", 0, 2000, 9, 60, 20), *chain]).places
    assert {place.y for place in links} == {links[0].y}
    assert other.y < links[0].y


def test_what_comes_first_stands_above_the_rest_of_its_lane() -> None:
    result = layout([Box(str(n), 0, 2000 + n, 9, 60, 20, first=n == 3) for n in range(8)])
    ys = [place.y for place in result.places]
    assert ys[3] < min(ys[:3] + ys[4:])


def test_many_without_date_leave_room_for_the_time_line() -> None:
    undated = [Box(f"u{n}", 0, None, 9, 120, 30) for n in range(60)]
    result = layout([*undated, Box("old", 0, 1945, 9, 100, 30), Box("young", 0, 2007, 9, 100, 30)])
    assert result.undated < (MOST_UNDATED + 0.1) * result.width
    places = {place.key: place.x for place in result.places}
    assert places["young"] - places["old"] > result.width / 4


def test_labels_at_both_ends_have_room() -> None:
    result = layout([Box(str(n), 0, 2000.0 + n, 5, 0, 0) for n in range(5)])
    assert result.places[0].x >= EDGE
    assert result.width - result.places[-1].x >= EDGE


def test_one_charter_does_not_squeeze_the_rest() -> None:
    young = [Box(str(number), 0, 2000 + number / 4, 9, 100, 30) for number in range(30)]
    places = layout([Box("old", 0, 1945, 9, 100, 30), *young]).places
    assert places[-1].x - places[1].x > (places[-1].x - places[0].x) / 3


def test_many_of_one_day_stand_side_by_side() -> None:
    result = layout([Box(f"{number:02}", 0, 2007.97, 9, 100, 30) for number in range(40)])
    assert 0.5 < result.width / result.height < 4


def test_no_boxes_no_lanes() -> None:
    empty = layout([])
    assert (empty.places, empty.lanes, empty.ticks, empty.undated) == ((), (), (), empty.width)


def _arranged(network: Network) -> list[Arrangement]:
    listed = nodes(network)
    return arrangements(network, listed, structure(network, listed), labels(listed))


def _captions(arrangement: Arrangement) -> list[str]:
    return [arrangement.lanes[lane.number] for lane in arrangement.layout.lanes]


def _ratio(result: Layout) -> float:
    return result.width / result.height


def test_a_single_text_has_a_lane_for_each_kind(star: Network) -> None:
    (kinds,) = _arranged(star)
    assert _captions(kinds) == [*KIND_LANES[:2]]
    assert 0.9 < _ratio(kinds.layout) < 2.2


def test_several_communities_have_lanes_of_their_own(families: Network) -> None:
    communities, kinds = _arranged(families)
    assert (communities.name, kinds.name) == ("communities", "kinds")
    assert _captions(communities) == ["Rivers", "Elephants"]
    assert _captions(kinds) == ["Texts that were read", "Plans, declarations, treaties"]
    assert all(0.9 < _ratio(each.layout) < 2.2 for each in (communities, kinds))


def test_marks_grow_with_citations_and_are_smaller_among_many(star: Network, sixty: Network) -> None:
    listed = sorted(nodes(sixty), key=lambda each: each.times_cited)
    for tight in (False, True):
        radii = [radius(each, tight=tight) for each in listed if not each.read]
        assert radii == sorted(radii)
        assert radii[0] < radii[-1]
    assert all(radius(each, tight=True) < radius(each) for each in listed)
    assert len(sixty) <= MOST_LABELLED
