"""seedlist export LIST -o FILE: a list as csv, xlsx or json, one person, or everything in TinyDB's own format."""

import contextlib
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import get_args

from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput, NotFound
from server.domain.profile import Platform
from server.services.edit_lists import all_lists
from server.services.export_ledger import with_ledger
from server.services.export_list import as_csv, as_json, as_xlsx, bodies
from server.services.export_person import as_person_json, entries, person_kept
from server.services.join_accounts import with_joins
from server.settings import read_settings
from server.storage.candidates import Candidates
from server.storage.store import Store

FORMATS = ("csv", "xlsx", "json", "tinydb")
PLATFORMS = get_args(Platform)


def arguments(parser: ArgumentParser) -> None:
    """Which list, where to, in which form."""
    parser.add_argument("list", nargs="?", help="name or id of a list; needless for tinydb, which holds everything")
    parser.add_argument(
        "--person", nargs=2, metavar=("PLATFORM", "HANDLE"), help="everything that is kept about one person, as json"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--format", choices=FORMATS, help="default: by the file's ending")
    parser.add_argument("--folder", type=Path, help="where the data lives")


def run(asked: Namespace) -> int:
    """Write the file whole, or not at all."""
    return run_person(asked) if asked.person else run_list(asked)


def run_person(asked: Namespace) -> int:
    """All that is kept about one person; 1 and no file when there is nothing. Raises InvalidInput beside a list."""
    platform, handle = asked.person[0], asked.person[1].lstrip("@")
    if asked.list or asked.format not in (None, "json"):
        raise InvalidInput("A person is exported alone, as json.", field="person", action="Leave list and format away.")
    if platform not in PLATFORMS:
        raise InvalidInput(f"“{platform}” is no platform.", field="person", action=f"Use {' or '.join(PLATFORMS)}.")
    with contextlib.closing(Store.open(read_settings(folder=asked.folder).folder)) as store:
        kept = person_kept(store, Candidates(store), platform, handle)
    if not entries(kept):
        print(f"Nothing is kept about @{handle}{' but the mark of the erasure' if kept['is_erased'] else ''}.")
        return 1
    write_whole(asked.output, as_person_json(kept))
    print(f"{entries(kept)} entries about @{handle} written to {asked.output}.")
    return 0


def run_list(asked: Namespace) -> int:
    """A list, or everything."""
    form = asked.format or asked.output.suffix.lstrip(".")
    if form not in FORMATS:
        raise InvalidInput(f"“{form}” is not a format.", field="format", action=f"Use one of {', '.join(FORMATS)}.")
    with contextlib.closing(Store.open(read_settings(folder=asked.folder).folder)) as store:
        if form == "tinydb":
            print(f"{store.export_tinydb(asked.output)} entries written to {asked.output}.")
            return 0
        seed_list = find(store, asked.list)
        write_whole(asked.output, rendered(store, seed_list, form))
    print(f"“{seed_list.name}” written to {asked.output}.")
    return 0


def write_whole(file: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place."""
    part = file.with_name(file.name + ".part")
    part.write_bytes(content)
    part.replace(file)


def find(store: Store, wanted: str | None) -> SeedList:
    """The list of that name or id; the only one when none is named. Raises NotFound naming what there is."""
    lists = all_lists(store)
    named = [s for s in lists if wanted and wanted.casefold() in (s.id, s.name.casefold())]
    if not wanted and len(lists) == 1:
        return lists[0]
    if not named:
        names = ", ".join(f"“{found.name}”" for found in lists) or "none yet"
        raise NotFound("There is no such list.", field="list", action=f"Lists: {names}.")
    return named[0]


def rendered(store: Store, seed_list: SeedList, form: str) -> bytes:
    """The list in one of the formats."""
    candidates = with_joins(store, bodies(Candidates(store), seed_list.id))
    if form == "xlsx":
        return as_xlsx(candidates, seed_list.name)
    return as_csv(candidates) if form == "csv" else as_json(with_ledger(store, seed_list, candidates))
