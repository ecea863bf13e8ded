"""Who asks gets everything that is kept, and that is exactly what an erasure takes away."""

import contextlib
import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from server.cli import main
from server.domain.account import Account
from server.domain.gift import Gift
from server.services.bookmark_candidate import bookmark, change, remove
from server.services.edit_lists import add_list
from server.services.export_person import entries, person_kept
from server.services.forget_person import forget_person
from server.services.gift_ledger import drop_gift, save_gift
from server.services.join_accounts import join, keep_apart
from server.storage.candidates import Candidates
from server.storage.connection import FILE_NAME
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import put
from tests.server.services.test_bookmark_candidate import SAID, TILDA

TABLES = ("candidates", "removed", "gifts", "gifts_before", "joins", "kept_apart")


def fill(store: Store, clock: Clock) -> None:
    """One person on two lists, off a third, with a note, a gift and a gift removed; and the gift of somebody else."""
    lists = [add_list(store, name, None, clock=clock) for name in ("A", "B", "C")]
    keys = [bookmark(store, made, TILDA, SAID, clock=clock, keep_contacts=False).id for made in lists]
    change(store, keys[0], {"note": "kind", "tags": ["mending"]}, clock=clock)
    remove(store, keys[2], clock=clock)
    kept, dropped, other = (
        Gift(list_id=made.id, platform="instagram", handle=handle, product="Coat", sent_on=day, has_consent=True)
        for made, handle, day in zip(
            lists, ("tilda.mends", "Tilda.Mends", "sol"), (date(2026, 11, 1),) * 3, strict=True
        )
    )
    save_gift(store, kept, clock=clock)
    drop_gift(store, save_gift(store, dropped, clock=clock).id)
    save_gift(store, other, clock=clock)
    decide(store, clock)


def decide(store: Store, clock: Clock) -> None:
    """Tilda is joined with one TikTok account and is not another; both of those are saved."""
    shelf, tilda = Candidates(store), Account(platform="instagram", handle="tilda.mends")
    for handle in ("tilda", "mends"):
        put(store, "d", handle, platform="tiktok")
    join(store, shelf, tilda, Account(platform="tiktok", handle="tilda"), clock=clock)
    keep_apart(store, shelf, tilda, Account(platform="tiktok", handle="mends"), clock=clock)


def rows(store: Store) -> list[str]:
    """Every row that can be about a person, as text."""
    return [json.dumps(row, sort_keys=True) for table in TABLES for row in store.rows(table)]


def test_what_is_exported_is_what_forget_erases(store: Store, clock: Clock) -> None:
    fill(store, clock)
    kept = person_kept(store, Candidates(store), "instagram", "Tilda.Mends")
    about = [row for row in rows(store) if "tilda.mends" in row.casefold()]
    assert entries(kept) == len(about) == 8
    assert kept["joined_with"] == {"platform": "tiktok", "handle": "tilda"}
    forget_person(store, Candidates(store), "instagram", "tilda.mends", clock=clock)
    assert [row for row in rows(store) if "tilda.mends" in row.casefold()] == []
    after = person_kept(store, Candidates(store), "instagram", "tilda.mends")
    assert entries(after) == 0
    assert after["is_erased"]


def test_notes_tags_history_and_lists_are_in_it_and_nobody_else(store: Store, clock: Clock) -> None:
    fill(store, clock)
    kept: dict[str, Any] = person_kept(store, Candidates(store), "instagram", "tilda.mends")
    assert kept["lists"] == ["A", "B"]
    assert [body["note"] for body in kept["candidates"]] == ["kind", ""]
    assert [event["what"] for event in kept["candidates"][0]["history"]] == ["saved", "note", "tags"]
    assert "sol" not in [gift["handle"] for gift in kept["gifts"]]


def test_the_command_writes_it_and_says_when_there_is_nothing(
    tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "data", tmp_path / "tilda.json"
    with contextlib.closing(Store.open(folder)) as store:
        fill(store, clock)
    words = ["export", "-o", str(out), "--folder", str(folder), "--person", "instagram"]
    assert main([*words, "@nobody"]) == 1
    assert not out.exists()
    assert main([*words, "@Tilda.Mends"]) == 0
    assert len(json.loads(out.read_text("utf-8"))["candidates"]) == 2
    assert "8 entries about @Tilda.Mends" in capsys.readouterr().out


def test_forgetting_by_command_says_who_else_there_is_or_takes_both(
    tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["forget", "instagram", "@Tilda.Mends", "--folder"]
    for folder, more in (("one", []), ("both", ["--joined"])):
        with contextlib.closing(Store.open(tmp_path / folder)) as store:
            fill(store, clock)
        assert main([*words, str(tmp_path / folder), *more]) == 0
        with contextlib.closing(Store.open(tmp_path / folder)) as store:
            assert [row["handle"] for row in store.rows("candidates")] == (["mends"] if more else ["tilda", "mends"])
            assert list(store.rows("joins")) == []
        said = capsys.readouterr().out
        assert ("seedlist forget tiktok tilda" in said) == (not more)


def test_damaged_rows_and_copies_before_upgrades_are_of_a_person_too(
    tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    with contextlib.closing(Store.open(folder)) as store:
        fill(store, clock)
        damaged = next(row["id"] for row in store.rows("candidates") if row["handle"] == "tilda.mends")
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as con:
        con.execute("UPDATE document SET body = replace(body, 'kind', 'mild') WHERE key = ?", (damaged,))
        con.commit()
    older, broken = (folder / f"{FILE_NAME}.{ending}" for ending in ("before-0004", "damaged-20261122-101500"))
    for copy in (older, broken):
        copy.write_bytes(b"tilda.mends")
    with contextlib.closing(Store.open(folder)) as store:
        assert len(list(store.rows("candidates"))) == 3
        kept = person_kept(store, Candidates(store), "instagram", "tilda.mends")
        assert [row["key"] for row in kept["set_aside"]] == [damaged]
        assert "mild" in kept["set_aside"][0]["body"]
        assert person_kept(store, Candidates(store), "instagram", "mends")["set_aside"] == []
    assert main(["forget", "instagram", "@Tilda.Mends", "--folder", str(folder)]) == 0
    assert broken.name in capsys.readouterr().out
    assert not older.exists()
    assert b"tilda.mends" not in b"".join(part.read_bytes() for part in folder.glob(f"{FILE_NAME}*") if part != broken)
