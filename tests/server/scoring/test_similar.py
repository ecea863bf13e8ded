"""More like these."""

from server.scoring.similar import more_like
from server.scoring.strengths import strengths
from tests.server.scoring.factories import reading


def shown(*told: dict[str, float]) -> dict[str, float]:
    return strengths(reading(*told))


LOVED = [
    shown({"sewing-knitting": 0.9}, {"slow-fashion": 0.9}),
    shown({"vintage-thrift": 0.9}, {"slow-fashion": 0.8}),
]


def test_the_one_that_shares_most_comes_first_with_its_reason() -> None:
    others = {
        "far": shown({"gaming": 0.9}, {"gamer-scene": 0.9}),
        "near": shown({"avant-garde-fashion": 0.9}, {"handmade": 0.9}),
        "same": shown({"sewing-knitting": 0.9}, {"slow-fashion": 0.9}),
    }
    ranked = more_like(LOVED, others.items())
    assert [one.key for one in ranked] == ["same", "near", "far"]
    assert ranked[0].why == "Shares slow fashion and sewing & knitting."
    assert 1 >= ranked[0].value > ranked[1].value > ranked[2].value == 0


def test_equal_ones_stand_in_the_order_of_their_keys() -> None:
    assert [one.key for one in more_like(LOVED, [("b", LOVED[0]), ("a", LOVED[0])])] == ["a", "b"]


def test_nothing_read_is_near_nothing() -> None:
    assert more_like(LOVED, [("empty", shown())])[0].value == 0
    assert more_like([shown()], [("one", LOVED[0])])[0].why == "Shares nothing with them."
