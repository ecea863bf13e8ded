"""Earned media value: off without a rate, from known views alone, each post once."""

from server.domain.post_offer import PostOffer
from server.services.earned_value import earned_value


def test_earned_value_is_off_without_a_rate_and_leaves_unknown_views_out() -> None:
    base = PostOffer(
        id="a", brand="fenn", platform="tiktok", handle="sol", post="1", commercial="organic", words="x", found_at="",
        state="accepted",
    )  # fmt: skip
    seen = [base.decided("accepted", None), PostOffer.from_body(base.to_body() | {"post": "2", "views": 1500})]
    assert earned_value(seen, None) is None
    unseen = earned_value(seen[:1], 8.0)
    assert unseen is not None
    assert (unseen.value, unseen.without_views) == (None, 1)
    value = earned_value([*seen, PostOffer.from_body(base.to_body() | {"views": 9, "state": "waiting"})], 8.0)
    assert value is not None
    assert (value.value, value.views, value.posts, value.without_views) == (12.0, 1500, 1, 1)


def test_a_post_that_two_people_made_together_earns_once() -> None:
    together = {"brand": "fenn", "platform": "instagram", "post": "C1", "commercial": "organic", "words": "x"}
    rows = [
        together | {"id": handle, "handle": handle, "found_at": "", "state": "accepted", "views": views}
        for handle, views in (("sol", None), ("luz", 1500), ("mar", 1400))
    ]
    other = rows[1] | {"id": "d", "post": None, "views": 500}
    value = earned_value([PostOffer.from_body(row) for row in (*rows, other, other | {"id": "e"})], 8.0)
    assert value is not None
    assert (value.views, value.posts, value.without_views) == (2500, 3, 0)
