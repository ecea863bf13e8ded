"""Tables and lists of handles are read as they are, and what is no handle is refused with its line."""

from datetime import UTC, datetime

import pytest

from server.domain.errors import InvalidInput
from server.domain.profile import Count, Profile
from server.services.import_list import account_of, count_of, people_of, profile_of
from server.services.import_table import as_text, read_table


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("@tilda.mends", ("instagram", "tilda.mends")),
        ("https://www.tiktok.com/@sol?lang=en", ("tiktok", "sol")),
        ("instagram.com/Sol_/", ("instagram", "Sol_")),
    ],
)
def test_handles_and_addresses_are_read(text: str, account: tuple[str, str]) -> None:
    assert account_of(text, "", "instagram") == account


@pytest.mark.parametrize("text", ["", "a b", "https://evil.example/x", "=cmd()", "<b>", "é"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        account_of(text, "", "instagram")


@pytest.mark.parametrize(
    ("text", "count"),
    [("3120", Count(value=3120)), ("3,120", Count(value=3120)), ("3.1K", Count(value=3100, exact=False)),
     ("", None), ("many", None), ("3.1", None), ("-5", None)],
)  # fmt: skip
def test_counts_keep_whether_they_are_exact(text: str, count: Count | None) -> None:
    assert count_of(text) == count


@pytest.mark.parametrize("text", ["@a\n@b c", "a,b,c", "handle\na\nb\nc", "Username;Bio\na;x\nb;y\nc;z"])
def test_lists_and_tables_are_told_apart(text: str) -> None:
    table = read_table(text)
    people, refused = people_of(table, table.guessed(), "instagram")
    assert ([person.handle for person in people], refused) == (["a", "b", "c"], [])


def test_posts_of_one_author_become_one_person() -> None:
    table = read_table('author,body,author_fullname\nsol,"one, two",Sol\nSol,three,\n')
    people, _ = people_of(table, table.guessed(), "tiktok")
    assert [(one.handle, one.lines) for one in people] == [("sol", (1, 2))]
    assert [post.caption for post in people[0].posts] == ["one, two", "three"]


def test_a_line_without_handle_is_told_with_its_number() -> None:
    table = read_table("handle,note\nsol,x\n,y\n")
    _, refused = people_of(table, table.guessed(), "instagram")
    assert [(line.number, line.did) for line in refused] == [(2, "refused")]


def test_nothing_is_refused_with_words() -> None:
    with pytest.raises(InvalidInput):
        read_table(" \n")


FOURCAT_INSTAGRAM = (
    "id,post_source_domain,body,author,author_fullname,timestamp,type,url,num_likes,num_comments,unix_timestamp\n"
    'C1,https://www.instagram.com/sol/,"clay, again",sol,Sol Rey,2026-11-01 10:00:00,photo,'
    "https://www.instagram.com/p/C1,120,4,1793527200\n"
    "C2,https://www.instagram.com/sol/,wool,sol,Sol Rey,2026-11-03 10:00:00,photo,https://www.instagram.com/p/C2,,,1793700000\n"
)
FOURCAT_TIKTOK = (
    "id,author,author_full,author_followers,body,timestamp,tiktok_url,likes,comments,shares,plays,hashtags\n"
    "1,rio,Rio,4100,spinning wool,2026-11-01 10:00:00,https://www.tiktok.com/@rio/video/1,30,2,0,900,wool\n"
)
ZEESCHUIMER = "\n".join(
    (
        '{"nav_index":"1","item_id":"C1","source_platform":"instagram.com","data":{"code":"C1","taken_at":1793527200,'
        '"user":{"username":"sol","full_name":"Sol Rey"},"caption":{"text":"clay, \\"again\\""},"like_count":120,'
        '"comment_count":4}}',
        '{"source_platform":"instagram.com","data":{"shortcode":"C2","owner":{"username":"sol"},"like_count":3,'
        '"like_and_view_counts_disabled":true,"edge_media_to_caption":{"edges":[{"node":{"text":"old shape"}}]}}}',
        '{"source_platform":"instagram.com","data":{"product_type":"ad","user":{"username":"shop"}}}',
        '{"source_platform":"www.tiktok.com","data":{"id":"7","desc":"spinning wool","createTime":1793527200,'
        '"author":{"uniqueId":"rio","nickname":"Rio","signature":"wool"},"authorStatsV2":{"followerCount":"4100"},'
        '"stats":{"diggCount":30,"commentCount":2,"playCount":900}}}',
        '{"source_platform":"x.com","data":{"id":"9"}}',
    )
)


def read(text: str) -> list[Profile]:
    table = read_table(text)
    people, refused = people_of(table, table.guessed(), "instagram")
    assert refused == []
    return [profile_of(person) for person in people]


def test_a_4cat_table_of_instagram_brings_posts_newest_first() -> None:
    (sol,) = read(FOURCAT_INSTAGRAM)
    assert (sol.platform, sol.handle, sol.name) == ("instagram", "sol", "Sol Rey")
    assert [(post.caption, post.likes, post.comments) for post in sol.posts] == [
        ("wool", None, None),
        ("clay, again", 120, 4),
    ]


def test_a_4cat_table_of_tiktok_says_its_platform_by_its_addresses() -> None:
    (rio,) = read(FOURCAT_TIKTOK)
    assert (rio.platform, rio.name, rio.followers) == ("tiktok", "Rio", Count(value=4100))
    assert (rio.posts[0].views, rio.posts[0].published_at) == (900, datetime(2026, 11, 1, 10, tzinfo=UTC))


def test_a_zeeschuimer_export_is_read_in_every_dialect_without_adverts() -> None:
    sol, rio = read(ZEESCHUIMER)
    assert [(post.caption, post.likes) for post in sol.posts] == [('clay, "again"', 120), ("old shape", None)]
    assert (rio.platform, rio.bio, rio.followers) == ("tiktok", "wool", Count(value=4100))
    assert (rio.posts[0].likes, rio.posts[0].comments, rio.posts[0].views) == (30, 2, 900)


def test_a_broken_line_is_named() -> None:
    with pytest.raises(InvalidInput, match="Line 2 is broken"):
        read_table('{"data":{}}\n{"data":')


@pytest.mark.parametrize("text", [FOURCAT_TIKTOK, ZEESCHUIMER, "@a\n@b", "handle;bio\na;x, y\n"])
def test_the_preview_sends_the_same_table_on(text: str) -> None:
    table = read_table(text)
    assert read_table(as_text(table)) == table


def test_an_address_elsewhere_is_no_platform() -> None:
    (sol,) = read("handle,url\nsol,https://sol.example\n")
    assert sol.platform == "instagram"
