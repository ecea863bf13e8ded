"""/lists/<list>/import: paste or choose a table, see what is what, read it in, line by line."""

from typing import cast

from flask import Blueprint, render_template, request

from server.domain.annotation import Annotation
from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput
from server.domain.profile import Platform, Profile
from server.services.annotate_profile import annotate_profile
from server.services.edit_brands import with_proposals
from server.services.edit_lists import find_list
from server.services.import_joins import import_joins
from server.services.import_list import Line, import_list, people_of
from server.services.import_table import FIELDS, Table, as_text, read_table
from server.services.preferences import keeps_contacts
from server.web.current import rooms
from server.web.pages.lists import brand_for
from server.web.pages.shown import names

blueprint = Blueprint("imports", __name__, url_prefix="/lists")
SHOWN = 5
"""Rows of the preview."""
MOST_BYTES = 64 * 1024 * 1024
"""A Zeeschuimer export holds everything that the platform sent, of which a few columns are kept."""


@blueprint.get("/<list_id>/import")
def ask(list_id: str) -> str:
    """Where to paste."""
    return render_template("lists/import.html", list=find_list(rooms().store, list_id), fault=None)


@blueprint.post("/<list_id>/import")
def look(list_id: str) -> tuple[str, int]:
    """The preview with its columns, or the report once they are agreed."""
    request.max_content_length = request.max_form_memory_size = MOST_BYTES
    seed_list = find_list(rooms().store, list_id)
    try:
        table = read_table(given_text())
    except InvalidInput as fault:
        return render_template("lists/import.html", list=seed_list, fault=fault), 422
    if "agreed" in request.form:
        return render_template("lists/imported.html", list=seed_list, lines=read_in(seed_list, table)), 200
    words = {"table": table, "guessed": table.guessed(), "fields": tuple(FIELDS), "shown": SHOWN}
    places = {"list": seed_list, "platform": given_platform(), "text": as_text(table)}
    return render_template("lists/import_preview.html", **places, **words), 200


def given_text() -> str:
    """The file when one was chosen, else what was pasted; raises InvalidInput when it is not UTF-8."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return request.form.get("text", "")
    try:
        with file.stream:
            return bytes(file.read()).decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InvalidInput("The file is not UTF-8.", field="file", action="Save it as CSV in UTF-8.") from fault


def given_platform() -> Platform:
    """The platform of handles that do not say theirs."""
    asked = request.form.get("platform", "")
    return cast(Platform, asked) if asked in names.PLATFORMS else "instagram"


def read_in(seed_list: SeedList, table: Table) -> list[Line]:
    """Everybody onto the list; what became of each line, in the order of the table."""
    here = rooms()
    columns = {field: request.form[f"column:{field}"] for field in FIELDS if request.form.get(f"column:{field}")}
    people, refused = people_of(table, columns, given_platform())
    brand = brand_for(seed_list)
    used = with_proposals(brand, read=here.reading.read) if brand else None

    def annotate(profile: Profile) -> Annotation:
        return annotate_profile(profile, used, read=here.reading.read, clock=here.clock)

    contacts = keeps_contacts(here.store, here.settings)
    done = import_list(here.store, seed_list, people, annotate=annotate, clock=here.clock, keep_contacts=contacts)
    told = import_joins(here.store, here.shelf, people, done, clock=here.clock)
    return sorted((*told, *refused), key=lambda line: line.number)
