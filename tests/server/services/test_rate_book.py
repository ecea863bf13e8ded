"""Rates reach the disk beside the answers: all of them, in batches, and counted from the first moment."""

import threading
from collections.abc import Iterable
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from server.domain.errors import StorageFailed
from server.services import rate_book
from server.services.own_distribution import LEAST, KeyedRate, keep_rates, rate_of
from server.services.rate_book import RateBook
from server.storage.store import Store
from tests.server.services.test_own_distribution import said


def kept(store: Store) -> list[float]:
    return [rate for row in store.rows("settings") for rate in row["rates"]]


def test_every_rate_is_kept_whoever_looks_at_the_same_time(store: Store) -> None:
    book = RateBook(store)
    looks = [threading.Thread(target=lambda: [book.note(said(n / 100)) for n in range(20)]) for _ in range(4)]
    for each in looks:
        each.start()
    for each in looks:
        each.join()
    book.finish()
    assert sorted(kept(store)) == sorted([n / 100 for n in range(20)] * 4)


def test_a_rate_on_its_way_counts_already(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        check_usual_before_and_after(store)


def check_usual_before_and_after(store: Store) -> None:
    book = RateBook(store)
    with blocked(store):
        for number in range(LEAST):
            book.note(said(number / 100))
        usual = book.usual(said(0.01))
    book.finish()
    again = book.usual(said(0.01))
    assert usual is not None
    assert usual == again
    assert usual.profiles == LEAST


@contextmanager
def blocked(store: Store):  # type: ignore[no-untyped-def]
    """Nobody else can write meanwhile."""
    let_go, held = threading.Event(), threading.Event()

    def hold() -> None:
        with store.transaction():
            held.set()
            let_go.wait(5)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(5)
    yield
    let_go.set()
    holder.join()


def test_unknown_rates_start_nothing(store: Store) -> None:
    book = RateBook(store)
    book.note(said(None))
    book.finish()
    assert not list(store.rows("settings"))


def test_a_full_disk_costs_the_rate_and_not_the_next_one(store: Store, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    book = RateBook(store)
    with monkeypatch.context() as broken:
        broken.setattr(store, "put", refuse)
        book.note(said(0.01))
        book.finish()
    book.note(said(0.02))
    book.finish()
    assert kept(store) == [0.02]


def refuse(*_: object) -> int:
    raise StorageFailed("The disk is full.", action="Free some space.")


def test_a_rate_that_just_arrived_counts_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    book, seen = RateBook(store), set()

    def keep_and_look(kept_in: Store, batch: Iterable[KeyedRate]) -> None:
        keep_rates(kept_in, batch)
        usual = book.usual(said(0.01))
        seen.add(usual.profiles if usual else None)

    monkeypatch.setattr(rate_book, "keep_rates", keep_and_look)
    keep_rates(store, [found for number in range(LEAST) if (found := rate_of(said(number / 100)))])
    book.note(said(0.5))
    book.finish()
    assert seen == {LEAST + 1}
