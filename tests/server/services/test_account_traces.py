"""What links and bios point at: addresses and named accounts, with the characters that do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.services.account_traces import traces_of


@pytest.mark.parametrize(
    ("bio", "values"),
    [
        ("Mends denim. TT: sol.weaves", ["tiktok/sol.weaves"]),
        ("IG @sol", ["instagram/sol"]),
        ("ig: @sol. Lisbon", ["instagram/sol"]),
        ("insta > sol_weaves!", ["instagram/sol_weaves"]),
        ("tiktok/instagram: @sol", ["instagram/sol"]),
        ("@sol on TikTok", ["tiktok/sol"]),
        ("@sol auf TikTok · @kin (ig)", ["instagram/kin", "tiktok/sol"]),
        ("DM @kin\nIG: sol", ["instagram/sol"]),
        ("http://www.tiktok.com/@Sol/video/1?x=1", ["tiktok/sol"]),
        ("instagram.com/sol/", ["instagram/sol"]),
        ("linktr.ee/Sol, sol.example/shop", ["linktr.ee/sol", "sol.example/shop"]),
        ("www.sol.example. Hello", ["sol.example"]),
        ("sol.weaves.com", ["sol.weaves.com"]),
        ("write to sol@sol.com", []),
        ("TikTok and films", []),
        ("she/her, maker - ig - studio", []),
        ("instagram.com/p/C1 tiktok.com/tag/denim", []),
        ("mirrors, no website", []),
    ],
)
def test_a_bio_points_at(bio: str, values: list[str]) -> None:
    found = traces_of({"bio": bio})
    assert sorted(trace.value for trace in found) == sorted(values)
    assert all(bio[trace.start : trace.end] == trace.text for trace in found)


@pytest.mark.parametrize(
    ("url", "values"),
    [
        ("https://l.instagram.com/?u=https%3A%2F%2Fwww.sol.example%2Fshop%2F%3Fa%3D1&e=1", ["sol.example/shop"]),
        ("https://m.tiktok.com/@sol?lang=en", ["tiktok/sol"]),
        ("https://vm.tiktok.com/", []),
        ("javascript:alert(1)", []),
        ("https://[broken", []),
        ("", []),
    ],
)
def test_a_link_points_at(url: str, values: list[str]) -> None:
    assert [trace.value for trace in traces_of({"links": [{"url": url}]})] == values


def test_links_come_before_the_bio_and_each_value_once() -> None:
    profile = {"links": [{"url": "https://tiktok.com/@sol"}], "bio": "tt: @sol"}
    assert [(trace.value, trace.source) for trace in traces_of(profile)] == [("tiktok/sol", "link")]


@pytest.mark.parametrize("profile", [{}, {"links": None, "bio": None}, {"links": [3, {"url": 4}], "bio": 5}])
def test_what_a_page_did_not_say_points_nowhere(profile: dict[str, object]) -> None:
    assert traces_of(profile) == ()


@given(st.text(alphabet="atigsolk.@:/-_ \nw", max_size=60))
def test_the_characters_are_always_those_of_the_bio(bio: str) -> None:
    for trace in traces_of({"bio": bio}):
        assert bio[trace.start : trace.end] == trace.text
        assert trace.value == trace.value.lower()
