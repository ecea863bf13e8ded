"""Observations worth a second look."""

from server.domain.profile import Count, Profile
from server.scoring.annotate import annotate
from tests.server.scoring.factories import NOW, post, profile, reading

VARIED = tuple(post(n, likes=60 + 11 * n) for n in range(12))


def notes(shown: Profile) -> list[str]:
    return [note for note in annotate(shown, reading(), None, now=NOW).notes if note.startswith("worth a second look")]


def test_an_ordinary_profile_has_none() -> None:
    assert notes(profile(posts=VARIED)) == []


def test_hidden_likes_are_no_observation() -> None:
    assert notes(profile(posts=tuple(post(n, likes=None) for n in range(12)))) == []


def test_even_likes_few_comments_and_many_followed_accounts_are_named() -> None:
    even = profile(posts=tuple(post(n, likes=10_000 + n, comments=3) for n in range(12)), following=Count(value=4_000))
    assert notes(even) == [
        "worth a second look: few comments for the likes: 0.0 per 100, 0.5 to 5 is normal",
        "worth a second look: follows 4,000 accounts",
        "worth a second look: likes hardly differ between posts: middle half within 0% of the median",
    ]


def test_more_likes_than_views_is_named() -> None:
    assert "more likes than views on 1 video posts" in notes(profile(posts=(*VARIED, post(20, likes=90, views=40))))[0]


def test_one_post_that_carries_the_mean_is_named() -> None:
    assert any("carry the mean" in note for note in notes(profile(posts=(*VARIED[:8], post(30, likes=50_000)))))


def test_no_note_is_a_percentage_of_fakes_or_a_verdict() -> None:
    words = " ".join(notes(profile(posts=tuple(post(n, comments=0) for n in range(12)), following=Count(value=9_000))))
    assert words
    assert "fake" not in words
