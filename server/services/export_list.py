"""Use case: a list as CSV, XLSX or JSON, with cells that no spreadsheet takes for a formula."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import xlsxwriter

from nlp.taxonomy import load_taxonomy
from server.services.account_address import account_address
from server.services.ports import Body, CandidateShelf, CandidateView
from server.services.whole_view import everybody

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make spreadsheets read a text as a formula (OWASP, CSV injection), also after blanks."""


def bodies(shelf: CandidateShelf, list_id: str) -> Iterator[Body]:
    """Every candidate of a list, oldest first, read in batches."""
    return everybody(shelf, CandidateView(list_id=list_id, descending=False))


def as_csv(candidates: Iterable[Body]) -> bytes:
    """UTF-8 with a mark that Excel needs to read it as such; unknown is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for body in candidates:
        writer.writerow(["" if cell is None else plain(cell) for cell in cells(body)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def as_xlsx(candidates: Iterable[Body], title: str) -> bytes:
    """One sheet with a head that stays and a filter; texts are texts, never formulas or links."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet, head = book.add_worksheet(sheet_name(title)), book.add_format({"bold": True})
        sheet.write_row(0, 0, list(COLUMNS), head)
        last = 0
        for last, body in enumerate(candidates, start=1):
            for column, cell in enumerate(cells(body)):
                write(sheet, last, column, cell)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
        sheet.set_column(0, len(COLUMNS) - 1, 18)
    return out.getvalue()


def write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    """A text as a text of at most what a cell takes, a number as a number, nothing for what is unknown."""
    if isinstance(cell, str):
        sheet.write_string(row, column, str(plain(cell))[:32_767])
    elif cell is not None:
        sheet.write_number(row, column, cell)


def as_json(candidates: Iterable[Body]) -> bytes:
    """Everything that is stored of each candidate, in the contract's shapes, and what was laid over it."""
    return json.dumps(list(candidates), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def cells(body: Body) -> list[Cell]:
    """One row, in the order of `COLUMNS`."""
    return [read(body) for read in COLUMNS.values()]


def plain(cell: str | float) -> str | float:
    """A text that begins like a formula gets an apostrophe in front."""
    is_risky = isinstance(cell, str) and (cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA))
    return f"'{cell}" if is_risky else cell


def sheet_name(title: str) -> str:
    """A name that spreadsheets take: 31 UTF-16 units (an emoji is two), without their signs."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)
    return plain.encode("utf-16-le")[:62].decode("utf-16-le", "ignore").strip(" '") or "List"


def _address(account: Mapping[str, str] | None) -> Cell:
    return account_address(account["platform"], account["handle"]) if account else None


def _labels(items: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(load_taxonomy().label(item["id"]) for item in items)


def _fit(body: Body, key: str) -> Cell:
    found: Cell = (body["annotation"].get("fit") or {}).get(key)
    return found


def _tier(body: Body, key: str) -> Cell:
    found: Cell = (body["annotation"].get("tier") or {}).get(key)
    return found


def _rate(measure: str) -> Callable[[Body], Cell]:
    def read(body: Body) -> Cell:
        found: Cell = body["annotation"]["engagement"][measure]
        return found

    return read


COLUMNS: Mapping[str, Callable[[Body], Cell]] = {
    "handle": lambda body: body["profile"].get("handle") or body["handle"],
    "name": lambda body: body["profile"].get("name"),
    "platform": lambda body: body["platform"],
    "address": lambda body: account_address(body["platform"], body["handle"]),
    "followers": lambda body: _tier(body, "followers"),
    "tier": lambda body: _tier(body, "label"),
    "fit": lambda body: _fit(body, "score"),
    "fit parts known": lambda body: _fit(body, "known"),
    "fit parts": lambda body: _fit(body, "of"),
    "why": lambda body: _fit(body, "sentence"),
    "engagement by followers": _rate("by_followers"),
    "engagement by views": _rate("by_views"),
    "engagement band": _rate("band"),
    "posts used": _rate("used"),
    "commercial load": lambda body: body["annotation"]["commercial"]["load"],
    "niches": lambda body: _labels(body["annotation"]["niches"]),
    "culture": lambda body: _labels(body["annotation"]["signals"]),
    "languages": lambda body: ", ".join(body["annotation"]["languages"]),
    "stage": lambda body: body["stage"],
    "tags": lambda body: ", ".join(body["tags"]),
    "note": lambda body: body["note"],
    "saved": lambda body: body["saved_at"],
    "joined_with": lambda body: _address(body.get("joined_with")),
    "read from": lambda body: body["profile"].get("view"),
    "bio": lambda body: body["profile"].get("bio"),
}
"""Heads of the columns and what stands in them; a column more is a line here."""
