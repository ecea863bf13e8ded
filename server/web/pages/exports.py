"""/lists/<list>/export.<kind>: a list as a file."""

import re

from flask import Blueprint, Response

from server.domain.errors import NotFound
from server.services.edit_lists import find_list
from server.services.export_ledger import with_ledger
from server.services.export_list import as_csv, as_json, as_xlsx, bodies
from server.services.join_accounts import with_joins
from server.web.current import rooms

blueprint = Blueprint("exports", __name__, url_prefix="/lists")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@blueprint.get("/<list_id>/export.<kind>")
def one(list_id: str, kind: str) -> Response:
    """The whole list, oldest first; raises NotFound for another kind of file."""
    here = rooms()
    seed_list, rows = find_list(here.store, list_id), with_joins(here.store, bodies(here.shelf, list_id))
    if kind not in TYPES:
        raise NotFound("There is no such file.", action=f"Ask for one of {', '.join(TYPES)}.")
    if kind == "json":
        content = as_json(with_ledger(here.store, seed_list, rows))
    else:
        content = as_csv(rows) if kind == "csv" else as_xlsx(rows, seed_list.name)
    name = f'attachment; filename="{file_name(seed_list.name)}.{kind}"'
    return Response(content, mimetype=TYPES[kind], headers={"Content-Disposition": name})


def file_name(title: str) -> str:
    """A name that every system takes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-").lower()[:60] or "list"
