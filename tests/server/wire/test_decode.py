"""Strict in, clear out: what a wrong body is told, and that mending loses nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.errors import InvalidInput
from server.wire.decode import decode, mend_surrogates
from server.wire.profile_in import ProfileIn, to_profile
from server.wire.profile_out import profile_to_json

FULL = {
    "platform": "tiktok", "handle": "@marlo", "followers": 4310, "likes_total": {"value": 88_400, "exact": False},
    "links": [{"url": "https://a.example"}], "captured_at": "2026-11-22T10:00:00Z",
    "posts": [{"id": "1", "caption": "a", "likes": 0, "pinned": False, "published_at": "2026-11-20T09:00:00Z"}],
}  # fmt: skip


def test_what_the_page_did_not_say_is_absent_after_a_round_trip() -> None:
    profile = to_profile(decode(json.dumps(FULL).encode(), ProfileIn))
    again = to_profile(decode(json.dumps(profile_to_json(profile)).encode(), ProfileIn))
    assert again == profile
    assert profile.handle == "marlo"
    assert profile.posts[0].comments is None
    assert "comments" not in profile_to_json(profile)["posts"][0]


def test_zero_is_kept_and_is_not_unknown() -> None:
    profile = to_profile(decode(json.dumps(FULL).encode(), ProfileIn))
    assert profile_to_json(profile)["posts"][0]["likes"] == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [({"followers": -1}, "followers"), ({"followers": 1.5}, "followers"), ({"followers": "12K"}, "followers"),
     ({"posts": {}}, "posts"), ({"posts": [3]}, "posts[0]"), ({"bio": 3}, "bio"), ({"view": "moon"}, "view"),
     ({"links": [{"href": "x"}]}, "links[0]"), ({"extra": 1}, "extra"), ({"platform": None}, "platform")],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_place(change: dict, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        decode(json.dumps(FULL | change).encode(), ProfileIn)
    assert caught.value.field is not None
    assert caught.value.field.startswith(field)
    assert caught.value.action


def test_posts_and_captions_together_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        to_profile(decode(json.dumps(FULL | {"captions": ["b"]}).encode(), ProfileIn))
    assert caught.value.field == "captions"


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff\xfe", b"null", b"[" * 5000, b'{"platform": "tiktok"} x'])
def test_what_is_not_an_object_is_refused_with_an_action(raw: bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        decode(raw, ProfileIn)
    assert caught.value.action


@given(st.text())
def test_mending_leaves_whole_text_as_it_is(text: str) -> None:
    raw = json.dumps(text).encode()
    assert json.loads(mend_surrogates(raw)) == json.loads(raw)


@given(st.lists(st.sampled_from(["a", "\\\\", "\\ud83c\\udf31", "\\ud83c", "\\udf31", "\\u00e9"])))
def test_halves_become_one_replacement_each(parts: list[str]) -> None:
    mended = json.loads(mend_surrogates(('"' + "".join(parts) + '"').encode()))
    assert not any(0xD800 <= ord(letter) <= 0xDFFF for letter in mended)
