"""Use case: accounts that a table says belong to one person are joined once everybody on it is saved."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from server.domain.account import Account
from server.domain.errors import SeedlistError
from server.domain.profile import Platform
from server.services.import_list import Line, Person, account_of
from server.services.join_accounts import join
from server.services.ports import CandidateShelf, Clock, Store

FIELD = "joined_with"
OTHER: Mapping[Platform, Platform] = {"instagram": "tiktok", "tiktok": "instagram"}


def import_joins(
    store: Store, shelf: CandidateShelf, people: Iterable[Person], lines: Iterable[Line], *, clock: Clock
) -> list[Line]:
    """The lines of answer, with what became of each join wished for; a refused person is joined with nobody."""
    wishes = {person.lines[0]: person for person in people if person.cells.get(FIELD)}
    return [
        replace(line, why=joined(store, shelf, wishes[line.number], clock))
        if line.number in wishes and line.did != "refused"
        else line
        for line in lines
    ]


def joined(store: Store, shelf: CandidateShelf, person: Person, clock: Clock) -> str:
    """Join a person's account with the one that their row names; what became of it, in words."""
    own = Account(platform=person.platform, handle=person.handle.lower())
    try:
        platform, handle = account_of(person.cells[FIELD], "", OTHER[person.platform])
        join(store, shelf, own, Account(platform=platform, handle=handle.lower()), clock=clock)
    except SeedlistError as fault:
        return f"not joined: {fault.message}"
    return f"joined with @{handle}"
