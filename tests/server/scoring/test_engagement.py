"""Rates with their coverage."""

from datetime import timedelta

import pytest

from server.domain.annotation import Engagement
from server.domain.profile import Count, Post, Profile
from server.scoring.engagement import band_word, engagement_of
from server.scoring.tiers import load_cuts, tier_of
from tests.server.scoring.factories import NOW, post, profile


def measured(shown: Profile) -> Engagement:
    return engagement_of(shown, tier_of(shown.followers, load_cuts()), NOW)


def test_the_rate_is_the_median_of_likes_and_comments_over_followers() -> None:
    result = measured(profile(followers=Count(value=2_000), posts=tuple(post(n, likes=10 * n) for n in range(5))))
    assert result.by_followers == pytest.approx((20 + 3) / 2_000)
    assert (result.used, result.seen, result.state) == (5, 5, "known")


def test_one_viral_post_moves_the_skew_and_not_the_rate() -> None:
    calm = measured(profile(posts=7))
    viral = measured(profile(posts=(*(post(n) for n in range(6)), post(6, likes=90_000))))
    assert viral.by_followers == calm.by_followers
    assert viral.skew is not None
    assert viral.skew > 50


def test_hidden_likes_are_counted_and_never_read_as_zero() -> None:
    result = measured(profile(posts=(*(post(n) for n in range(6)), post(6, likes=None), post(7, likes=None))))
    assert (result.used, result.seen, result.hidden) == (6, 8, 2)
    assert result.by_followers == measured(profile(posts=6)).by_followers


def test_all_likes_hidden_is_unknown() -> None:
    result = measured(profile(posts=tuple(post(n, likes=None) for n in range(6))))
    assert (result.by_followers, result.state, result.band, result.hidden) == (None, "unknown", None, 6)


def test_posts_that_are_only_words_are_unknown_and_not_hidden() -> None:
    result = measured(profile(posts=tuple(Post(caption=f"words {n}") for n in range(4))))
    assert (result.used, result.seen, result.hidden, result.state) == (0, 4, 0, "unknown")


def test_pinned_coauthored_and_fresh_posts_are_left_out_and_counted() -> None:
    odd = (
        post(20, pinned=True, likes=9_000),
        post(21, coauthors=("bigbrand",), likes=9_000),
        post(22, published_at=NOW - timedelta(hours=3), likes=0),
    )
    result = measured(profile(posts=(*(post(n) for n in range(6)), *odd)))
    assert (result.used, result.seen, result.pinned, result.coauthored) == (6, 9, 1, 1)
    assert result.median_likes == 100


def test_being_ones_own_coauthor_is_no_coauthor() -> None:
    assert measured(profile(posts=(post(coauthors=("@Lou.Cuts",)),))).coauthored == 0


def test_only_the_twelve_newest_count() -> None:
    posts = tuple(post(n, likes=100 if n < 12 else 5_000) for n in range(30))
    result = measured(profile(posts=tuple(reversed(posts))))
    assert (result.used, result.seen, result.median_likes) == (12, 30, 100)


def test_under_five_used_posts_are_thin() -> None:
    assert measured(profile(posts=4)).state == "thin"
    assert measured(profile(posts=5)).state == "known"


def test_tiktok_counts_shares_and_goes_by_views() -> None:
    posts = tuple(post(n, kind="video", likes=80, comments=5, shares=15, views=1_000) for n in range(6))
    result = measured(profile(platform="tiktok", posts=posts))
    assert result.by_views == pytest.approx(0.1)
    assert result.band == "usual"


def test_reels_have_a_rate_by_views_and_pictures_do_not() -> None:
    pictures = tuple(post(n, views=50) for n in range(3))
    reels = tuple(post(5 + n, kind="reel", views=2_060) for n in range(3))
    assert measured(profile(posts=(*pictures, *reels))).by_views == pytest.approx(0.05)
    assert measured(profile(posts=pictures)).by_views is None


def test_no_followers_means_no_rate_by_followers_and_no_band() -> None:
    for followers in (None, Count(value=0)):
        result = measured(profile(followers=followers))
        assert result.by_followers is None
        assert result.band is None


@pytest.mark.parametrize(("rate", "word"), [(0.0299, "low"), (0.03, "usual"), (0.05, "usual"), (0.0501, "high")])
def test_both_ends_of_the_band_are_usual(rate: float, word: str) -> None:
    assert band_word(rate, (0.03, 0.05)) == word


def test_nano_is_measured_against_the_band_of_nano() -> None:
    assert measured(profile(followers=Count(value=3_000))).usual == (0.03, 0.05)
    assert measured(profile(followers=Count(value=30_000))).usual == (0.015, 0.035)


def test_rhythm_is_told_from_dates() -> None:
    result = measured(profile(posts=8))
    assert result.posts_per_week == pytest.approx(7 / 3)
    assert result.last_post_days == 2


def test_without_dates_the_rhythm_is_unknown() -> None:
    result = measured(profile(posts=tuple(post(n, published_at=None) for n in range(8))))
    assert (result.posts_per_week, result.last_post_days) == (None, None)
    assert result.used == 8


def test_the_moment_of_capture_counts_and_not_the_moment_of_asking() -> None:
    shown = profile(captured_at=NOW)
    assert engagement_of(shown, None, NOW + timedelta(days=400)).last_post_days == 2
