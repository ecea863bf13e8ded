"""Tables and lists of handles are read as they are, and what is no handle is refused with its line."""

import pytest

from server.domain.errors import InvalidInput
from server.domain.profile import Count
from server.services.import_list import account_of, count_of, people_of
from server.services.import_table import read_table


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
    assert [(one.handle, one.captions, one.lines) for one in people] == [("sol", ("one, two", "three"), (1, 2))]


def test_a_line_without_handle_is_told_with_its_number() -> None:
    table = read_table("handle,note\nsol,x\n,y\n")
    _, refused = people_of(table, table.guessed(), "instagram")
    assert [(line.number, line.did) for line in refused] == [(2, "refused")]


def test_nothing_is_refused_with_words() -> None:
    with pytest.raises(InvalidInput):
        read_table(" \n")
