"""A join is the user's word, can be taken back without loss, and goes with whoever is forgotten."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.account import Account
from server.domain.errors import Conflict, InvalidInput, NotFound, SeedlistError
from server.services.bookmark_candidate import remove, restore
from server.services.forget_person import forget_person
from server.services.join_accounts import (
    all_joins,
    allow_again,
    is_kept_apart,
    join,
    joined_with,
    keep_apart,
    kept_apart_from,
    part,
    sweep_joins,
)
from server.services.suggest_person import suggestions
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import put

SOL = Account(platform="instagram", handle="sol.weaves")
SOLVEIG = Account(platform="tiktok", handle="solveig")
OTHER = Account(platform="tiktok", handle="sol.weaves")


@pytest.fixture
def shelf(store: Store) -> Candidates:
    for platform, handle in (("instagram", "sol.weaves"), ("tiktok", "solveig"), ("tiktok", "sol.weaves")):
        put(store, "main", handle, platform=platform, note=f"on {platform}", profile={"links": []})
    return Candidates(store)


def all_rows(store: Store) -> list[dict[str, object]]:
    return list(store.rows("candidates"))


def test_a_join_links_both_and_merges_nothing(store: Store, shelf: Candidates, clock: Clock) -> None:
    before = all_rows(store)
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    join(store, shelf, SOLVEIG, SOL, clock=clock)
    assert joined_with(store, SOL) == SOLVEIG
    assert joined_with(store, SOLVEIG) == SOL
    assert all_rows(store) == before
    assert part(store, SOLVEIG) == SOL
    assert joined_with(store, SOL) is None
    assert all_joins(store) == {}
    assert all_rows(store) == before


def test_who_is_joined_gets_no_more_suggestions_and_is_none(store: Store, shelf: Candidates, clock: Clock) -> None:
    body = store.get("candidates", "main.instagram.sol.weaves")
    assert body is not None
    assert [each.account for each in suggestions(store, shelf, body)] == [OTHER]
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    assert suggestions(store, shelf, body) == ()
    namesake = store.get("candidates", "main.tiktok.sol.weaves")
    assert namesake is not None
    assert suggestions(store, shelf, namesake) == ()


def test_not_the_same_is_remembered_until_it_is_taken_back(store: Store, shelf: Candidates, clock: Clock) -> None:
    body = store.get("candidates", "main.instagram.sol.weaves")
    assert body is not None
    keep_apart(store, shelf, OTHER, SOL, clock=clock)
    assert is_kept_apart(store, SOL, OTHER)
    assert kept_apart_from(store, SOL) == (OTHER,)
    assert suggestions(store, shelf, body) == ()
    allow_again(store, SOL, OTHER)
    assert [each.account for each in suggestions(store, shelf, body)] == [OTHER]
    with pytest.raises(NotFound):
        allow_again(store, SOL, OTHER)


def test_joining_after_all_forgets_that_they_were_kept_apart(store: Store, shelf: Candidates, clock: Clock) -> None:
    keep_apart(store, shelf, SOL, OTHER, clock=clock)
    join(store, shelf, SOL, OTHER, clock=clock)
    assert kept_apart_from(store, SOL) == ()
    with pytest.raises(Conflict):
        keep_apart(store, shelf, SOL, OTHER, clock=clock)


def test_nobody_is_joined_twice(store: Store, shelf: Candidates, clock: Clock) -> None:
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    for one, other in ((SOL, OTHER), (OTHER, SOL)):
        with pytest.raises(Conflict, match="joined with"):
            join(store, shelf, one, other, clock=clock)
    assert joined_with(store, OTHER) is None


def test_only_saved_accounts_of_two_platforms_are_joined(store: Store, shelf: Candidates, clock: Clock) -> None:
    with pytest.raises(InvalidInput):
        join(store, shelf, OTHER, SOLVEIG, clock=clock)
    with pytest.raises(NotFound):
        join(store, shelf, SOL, Account(platform="tiktok", handle="nobody"), clock=clock)
    with pytest.raises(NotFound):
        part(store, SOL)


def test_half_a_join_that_an_older_file_brought_does_not_count(store: Store, shelf: Candidates, clock: Clock) -> None:
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    body = {"id": OTHER.id, **OTHER.to_body(), "joined_with": SOL.to_body(), "at": "2026-11-20T10:00:00.000Z"}
    store.put("joins", OTHER.id, body)
    assert joined_with(store, OTHER) is None
    assert all_joins(store) == {SOL: SOLVEIG, SOLVEIG: SOL}


def test_forgetting_a_person_forgets_every_decision(store: Store, shelf: Candidates, clock: Clock) -> None:
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    keep_apart(store, shelf, SOL, OTHER, clock=clock)
    forget_person(store, shelf, SOL.platform, SOL.handle, clock=clock)
    assert list(store.rows("joins")) == list(store.rows("kept_apart")) == []
    assert joined_with(store, SOLVEIG) is None


def test_a_join_waits_for_who_may_come_back_and_then_goes(store: Store, shelf: Candidates, clock: Clock) -> None:
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    keep_apart(store, shelf, SOL, OTHER, clock=clock)
    undo = remove(store, "main.instagram.sol.weaves", clock=clock)
    assert sweep_joins(store, shelf) == 0
    restore(store, undo)
    assert joined_with(store, SOL) == SOLVEIG
    store.drop("candidates", "main.instagram.sol.weaves")
    assert sweep_joins(store, shelf) == 1
    assert list(store.rows("joins")) == list(store.rows("kept_apart")) == []


ACCOUNTS = [Account(platform=where, handle=handle) for where in ("instagram", "tiktok") for handle in ("a", "b", "c")]
STEPS = st.tuples(st.sampled_from(["join", "part", "apart", "allow", "forget"]), *[st.sampled_from(ACCOUNTS)] * 2)


@given(st.lists(STEPS, max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_is_decided_joins_stay_pairs_and_nobody_is_both_joined_and_kept_apart(
    steps: list[tuple[str, Account, Account]],
) -> None:
    store, clock = Store.in_memory(), Clock()
    shelf = Candidates(store)
    for account in ACCOUNTS:
        put(store, "main", account.handle, platform=account.platform)
    for do, one, other in steps:
        with contextlib.suppress(SeedlistError):
            DO[do](store, shelf, one, other, clock)
    joins = all_joins(store)
    assert {row["id"] for row in store.rows("joins")} == {account.id for account in joins}
    for account, other in joins.items():
        assert joins[other] == account
        assert account.platform != other.platform
        assert not is_kept_apart(store, account, other)
    store.close()


DO: dict[str, Callable[[Store, Candidates, Account, Account, Clock], object]] = {
    "join": lambda store, shelf, one, other, clock: join(store, shelf, one, other, clock=clock),
    "part": lambda store, shelf, one, other, clock: part(store, one),
    "apart": lambda store, shelf, one, other, clock: keep_apart(store, shelf, one, other, clock=clock),
    "allow": lambda store, shelf, one, other, clock: allow_again(store, one, other),
    "forget": lambda store, shelf, one, other, clock: forget_person(
        store, shelf, one.platform, one.handle, clock=clock
    ),
}


def test_backup_and_tinydb_files_carry_the_joins(store: Store, shelf: Candidates, clock: Clock, tmp_path: Path) -> None:
    join(store, shelf, SOL, SOLVEIG, clock=clock)
    keep_apart(store, shelf, SOL, OTHER, clock=clock)
    store.backup(tmp_path / "copy.db")
    store.export_tinydb(tmp_path / "all.json")
    for bring, file in ((Store.restore, "copy.db"), (Store.import_tinydb, "all.json")):
        fresh = Store.in_memory()
        bring(fresh, tmp_path / file)
        assert joined_with(fresh, SOLVEIG) == SOL
        assert kept_apart_from(fresh, OTHER) == (SOL,)
        body = fresh.get("candidates", "main.instagram.sol.weaves")
        assert body is not None
        part(fresh, SOL)
        allow_again(fresh, SOL, OTHER)
        assert [each.account for each in suggestions(fresh, Candidates(fresh), body)] == [OTHER]
        fresh.close()
