"""seedlist export LIST -o FILE: a list as csv, xlsx or json, or everything in TinyDB's own format."""

import contextlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput, NotFound
from server.services.edit_lists import all_lists
from server.services.export_list import as_csv, as_json, as_xlsx, bodies
from server.settings import read_settings
from server.storage.candidates import Candidates
from server.storage.store import Store

FORMATS = ("csv", "xlsx", "json", "tinydb")


def arguments(parser: ArgumentParser) -> None:
    """Which list, where to, in which form."""
    parser.add_argument("list", nargs="?", help="name or id of a list; needless for tinydb, which holds everything")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--format", choices=FORMATS, help="default: by the file's ending")
    parser.add_argument("--folder", type=Path, help="where the data lives")


def run(asked: Namespace) -> int:
    """Write the file whole, or not at all."""
    form = asked.format or asked.output.suffix.lstrip(".")
    if form not in FORMATS:
        raise InvalidInput(f"“{form}” is not a format.", field="format", action=f"Use one of {', '.join(FORMATS)}.")
    with contextlib.closing(Store.open(read_settings(folder=asked.folder).folder)) as store:
        if form == "tinydb":
            print(f"{store.export_tinydb(asked.output)} entries written to {asked.output}.")
            return 0
        seed_list = find(store, asked.list)
        part = asked.output.with_name(asked.output.name + ".part")
        part.write_bytes(rendered(store, seed_list, form))
        part.replace(asked.output)
    print(f"“{seed_list.name}” written to {asked.output}.")
    return 0


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
    candidates = bodies(Candidates(store), seed_list.id)
    if form == "xlsx":
        return as_xlsx(candidates, seed_list.name)
    return as_csv(candidates) if form == "csv" else as_json(candidates)
