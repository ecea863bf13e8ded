"""A round counts people: two joined accounts are one, as far as the one that came further."""

from server.domain.account import Account
from server.services.ports import Body
from server.services.round_people import reached_by
from server.services.round_summary import summed_up
from tests.factories import candidate

SOL, SOLVEIG = Account(platform="instagram", handle="sol"), Account(platform="tiktok", handle="solveig")
JOINED = {SOL: SOLVEIG, SOLVEIG: SOL}


def at(account: Account, stage: str, day: int = 20, *before: str) -> Body:
    history = [{"at": "2026-11-01T10:00:00.000Z", "what": "stage", "value": value} for value in before]
    changed = f"2026-11-{day}T10:00:00.000Z"
    platform, handle = account.platform, account.handle
    return candidate("main", handle, platform=platform, stage=stage, updated_at=changed, history=history)


def test_two_accounts_are_two_people_until_they_are_joined() -> None:
    people = [at(SOL, "asked"), at(SOLVEIG, "sent")]
    assert summed_up(reached_by(people, {}), ()).reached["asked"] == 2
    joined = summed_up(reached_by(people, JOINED), ())
    assert (joined.reached["asked"], joined.reached["sent"], joined.reached["arrived"]) == (1, 1, 0)


def test_it_does_not_matter_which_account_comes_first() -> None:
    people = [at(SOL, "asked"), at(SOLVEIG, "seen_wearing"), at(Account(platform="tiktok", handle="x"), "yes")]
    assert summed_up(reached_by(people, JOINED), ()) == summed_up(reached_by(people[::-1], JOINED), ())


def test_a_no_counts_once_and_only_when_it_was_the_last_word() -> None:
    said_no_last = [at(SOL, "asked", 20), at(SOLVEIG, "no", 21)]
    asked_last = [at(SOL, "asked", 22), at(SOLVEIG, "no", 21)]
    assert summed_up(reached_by([at(SOL, "no"), at(SOLVEIG, "no")], JOINED), ()).no == 1
    assert summed_up(reached_by(said_no_last, JOINED), ()).no == 1
    assert summed_up(reached_by(asked_last, JOINED), ()).no == 0


def test_a_quiet_account_came_as_far_as_before() -> None:
    people = [at(SOL, "quiet", 22, "asked", "sent", "quiet"), at(SOLVEIG, "asked", 23)]
    joined = summed_up(reached_by(people, JOINED), ())
    assert (joined.reached["sent"], joined.quiet) == (1, 1)


def test_who_is_joined_with_somebody_outside_the_list_still_counts() -> None:
    assert summed_up(reached_by([at(SOL, "yes")], JOINED), ()).reached["yes"] == 1
