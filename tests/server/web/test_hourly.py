"""Work of the house is done at the first request and once an hour, and a full disk does not stop the answer."""

from server.domain.errors import StorageFailed
from server.web.hourly import hourly
from tests.conftest import Clock


def test_the_first_request_does_it_and_the_next_hour_again(clock: Clock) -> None:
    done: list[int] = []
    when_due = hourly(lambda: done.append(1), clock)
    when_due()
    when_due()
    clock.forward(minutes=59)
    when_due()
    assert len(done) == 1
    clock.forward(minutes=1)
    when_due()
    assert len(done) == 2


def test_a_clock_set_back_does_not_put_it_off(clock: Clock) -> None:
    done: list[int] = []
    when_due = hourly(lambda: done.append(1), clock)
    when_due()
    clock.forward(days=-400)
    when_due()
    assert len(done) == 2


def test_a_fault_of_the_store_is_left_for_later(clock: Clock) -> None:
    tries: list[int] = []

    def full() -> None:
        tries.append(1)
        raise StorageFailed("The disk is full.", action="Free some space.")

    when_due = hourly(full, clock)
    when_due()
    clock.forward(hours=1)
    when_due()
    assert len(tries) == 2
