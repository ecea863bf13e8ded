"""Which two accounts are suggested as one person, why, and that nothing is ever joined without the user."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.errors import DataFault
from server.services.join_accounts import all_joins
from server.services.ports import Body
from server.services.same_person import reasons_for
from server.services.same_person_rules import FILE, load_same_person_rules
from server.services.suggest_person import suggestions
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.factories import candidate, put


def said(handle: str, platform: str, bio: str = "", *links: str) -> Body:
    return candidate("main", handle, platform=platform, profile={"bio": bio, "links": [{"url": url} for url in links]})


def kinds(one: Body, other: Body) -> list[str]:
    return [reason.kind for reason in reasons_for(one, other, lambda _: True)]


TIED = "https://linktr.ee/solveig"
CASES = [
    (("sol.weaves", "TT: @sol"), ("sol", "IG: sol.weaves"), ["each_names"]),
    (("sol.weaves", "TT: @sol"), ("sol", ""), ["names"]),
    (("sol.weaves", ""), ("sol", "", "https://instagram.com/Sol.Weaves/"), ["names"]),
    (("sol.weaves", "", "https://sol.example/shop"), ("sol", "", "http://www.sol.example"), ["link"]),
    (("sol.weaves", "", TIED), ("sol", "", TIED), ["link"]),
    (("sol.weaves", "", TIED), ("sol", "", "https://linktr.ee/other"), []),
    (("sol.weaves", "", "https://linktr.ee"), ("sol", "", "https://linktr.ee"), []),
    (("sol.weaves", ""), ("sol.weaves", ""), ["handle"]),
    (("sol.weaves", "TT: @sol.weaves", TIED), ("sol.weaves", "", TIED), ["names", "link", "handle"]),
    (("sol.weaves", "TT: @somebody"), ("sol.weaves", ""), []),
    (("tilda", ""), ("tilda", ""), []),
    (("vintage.shop", ""), ("vintage.shop", ""), []),
    (("ceramics_studio1", ""), ("ceramics_studio1", ""), []),
    (("1234567", ""), ("1234567", ""), []),
    (("sol.weaves", ""), ("another.one", ""), []),
]


@pytest.mark.parametrize(("instagram", "tiktok", "wanted"), CASES)
def test_the_reasons_of_two_accounts(instagram: tuple[str, ...], tiktok: tuple[str, ...], wanted: list[str]) -> None:
    one, other = said(instagram[0], "instagram", *instagram[1:]), said(tiktok[0], "tiktok", *tiktok[1:])
    assert kinds(one, other) == wanted
    assert kinds(other, one) == wanted


def test_two_accounts_of_one_platform_are_never_one_person() -> None:
    assert kinds(said("sol.weaves", "tiktok"), said("sol.weaves", "tiktok")) == []


def test_a_reason_says_so_in_words_and_shows_the_characters() -> None:
    one, other = said("tilda.mends", "instagram", "Denim. TT: @sol.weaves"), said("sol.weaves", "tiktok")
    (reason,) = reasons_for(other, one, lambda _: True)
    assert reason.why == "The bio on Instagram names @sol.weaves on TikTok."
    assert [(shown.account.id, shown.trace and shown.trace.text) for shown in reason.shown] == [
        ("instagram/tilda.mends", "TT: @sol.weaves")
    ]


HANDLES = st.sampled_from(["sol", "sol.weaves", "tilda.mends", "vintage"])
WORDS = st.sampled_from(["", "IG: @sol.weaves", "TT: @sol", "sol.weaves on tiktok", "linktr.ee/sol", "sol.example/a"])


@given(HANDLES, WORDS, HANDLES, WORDS)
def test_it_does_not_matter_who_is_looked_at(mine: str, one_bio: str, theirs: str, other_bio: str) -> None:
    one, other = said(mine, "instagram", one_bio), said(theirs, "tiktok", other_bio)
    forth, back = reasons_for(one, other, lambda _: True), reasons_for(other, one, lambda _: True)
    assert [(reason.kind, reason.why) for reason in forth] == [(reason.kind, reason.why) for reason in back]
    assert {shown for reason in forth for shown in reason.shown} == {shown for reason in back for shown in reason.shown}


def suggested(store: Store, key: str) -> list[tuple[str, list[str]]]:
    body = store.get("candidates", key)
    assert body is not None
    found = suggestions(store, Candidates(store), body)
    return [(each.account.id, [reason.kind for reason in each.reasons]) for each in found]


def put_said(store: Store, handle: str, platform: str, bio: str = "", *links: str, list_id: str = "main") -> str:
    profile: dict[str, Any] = {"bio": bio, "links": [{"url": url} for url in links]}
    return put(store, list_id, handle, platform=platform, profile=profile)


def test_the_strongest_comes_first_wherever_they_are_saved(store: Store) -> None:
    key = put_said(store, "sol.weaves", "instagram", "tt: @solveig", "https://sol.example")
    put_said(store, "weaver", "tiktok", "", "https://sol.example/about", list_id="other")
    put_said(store, "solveig", "tiktok", list_id="other")
    put_said(store, "loom", "tiktok", "ig: sol.weaves")
    put_said(store, "nobody", "tiktok", "Denim")
    assert suggested(store, key) == [
        ("tiktok/loom", ["names"]),
        ("tiktok/solveig", ["names"]),
        ("tiktok/weaver", ["link"]),
    ]


def test_both_sides_are_told_whoever_said_it(store: Store) -> None:
    one = put_said(store, "sol.weaves", "instagram")
    other = put_said(store, "solveig", "tiktok", "IG: sol.weaves")
    assert suggested(store, one) == [("tiktok/solveig", ["names"])]
    assert suggested(store, other) == [("instagram/sol.weaves", ["names"])]


def test_who_is_only_named_but_not_saved_is_not_suggested(store: Store) -> None:
    assert suggested(store, put_said(store, "sol.weaves", "instagram", "tt: @solveig")) == []


def test_a_link_that_many_show_is_nobodys_own(store: Store) -> None:
    key = put_said(store, "sol.weaves", "instagram", "", "https://magazine.example")
    put_said(store, "weaver", "tiktok", "", "https://magazine.example/people")
    assert suggested(store, key) == [("tiktok/weaver", ["link"])]
    for number in range(load_same_person_rules().most_accounts):
        put_said(store, f"reader{number}", "tiktok", "", "https://magazine.example")
    assert suggested(store, key) == []


def test_a_changed_bio_is_looked_up_as_it_is_now(store: Store) -> None:
    key = put_said(store, "sol.weaves", "instagram")
    put_said(store, "solveig", "tiktok", "IG: sol.weaves")
    put_said(store, "solveig", "tiktok", "IG: somebody.else")
    assert suggested(store, key) == []


def test_looking_joins_nobody(store: Store) -> None:
    key = put_said(store, "sol.weaves", "instagram", "tt: @sol")
    put_said(store, "sol", "tiktok", "ig: @sol.weaves")
    assert suggested(store, key) == [("tiktok/sol", ["each_names"])]
    assert all_joins(store) == {}


def test_an_unknown_key_of_the_table_fails_loudly(tmp_path: Path) -> None:
    file = tmp_path / "same_person.toml"
    file.write_text(FILE.read_text("utf-8").replace("longer_than =", "longer ="), "utf-8")
    with pytest.raises(DataFault, match=r"same_person\.toml"):
        load_same_person_rules(file)


def test_a_platform_without_its_words_fails_loudly(tmp_path: Path) -> None:
    file = tmp_path / "same_person.toml"
    file.write_text(FILE.read_text("utf-8").replace("reserved = [", "other = ["), "utf-8")
    with pytest.raises(DataFault, match=r"host, words and reserved"):
        load_same_person_rules(file)
