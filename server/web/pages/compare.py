"""/lists/<list>/compare: up to five candidates side by side, differences marked."""

from typing import Any

from flask import Blueprint, render_template, request

from server.domain.account import Account
from server.domain.errors import InvalidInput
from server.scoring.locale_names import language
from server.services.edit_lists import find_list
from server.services.join_accounts import joined_with
from server.services.ports import Body
from server.web.current import rooms
from server.web.pages.lists import brand_for, wanted
from server.web.pages.shown import figures
from server.web.pages.shown.rows import labelled, marked_row

blueprint = Blueprint("compare", __name__, url_prefix="/lists")
MOST = 5


@blueprint.get("/<list_id>/compare")
def some(list_id: str) -> str:
    """The candidates that the address names, in its order; raises InvalidInput for fewer than two or too many."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    keys = list(dict.fromkeys([*request.args.getlist("c"), *request.args.getlist("key")]))
    found = [body for body in (here.store.get("candidates", key) for key in keys[:MOST]) if body]
    found = [body for body in found if body["list_id"] == list_id]
    if len(found) < 2 or len(keys) > MOST:
        raise InvalidInput("Two to five candidates can be compared.", action="Go back and tick two to five.")
    brand = brand_for(seed_list)
    return render_template(
        "lists/compare.html",
        list=seed_list,
        brand=brand,
        rows=[marked_row(body, joined_with(here.store, Account.of(body))) for body in found],
        parts=part_lines(found),
        numbers=number_lines(found),
        shared={kind: shared(found, kind) for kind in ("niches", "signals")},
        chips=[{kind: labelled(body["annotation"][kind]) for kind in ("niches", "signals")} for body in found],
        wanted=wanted(brand),
    )


def part_lines(found: list[Body]) -> list[dict[str, Any]]:
    """Each part of the fit across the candidates; the widest spread first."""
    by_id = [{part["id"]: part for part in (body["annotation"].get("fit") or {}).get("parts", [])} for body in found]
    lines = [
        {"label": by_id[0][key]["label"], **spread([parts[key]["value"] if key in parts else None for parts in by_id])}
        for key in by_id[0]
    ]
    return sorted(lines, key=lambda line: -line["width"])


def spread(values: list[float | None]) -> dict[str, Any]:
    """The values, how far they lie apart, and which stand out at the top."""
    known = [value for value in values if value is not None]
    width = max(known) - min(known) if len(known) > 1 else 0.0
    best = [value is not None and width >= 0.2 and value == max(known) for value in values]
    return {"values": values, "width": width, "best": best, "differs": width >= 0.2}


def number_lines(found: list[Body]) -> list[tuple[str, list[str]]]:
    """Numbers of the accounts in words."""
    engagement = [body["annotation"]["engagement"] for body in found]
    return [
        ("Posts a week", [figures.decimal(one.get("posts_per_week")) for one in engagement]),
        ("Median likes", [figures.count(one.get("median_likes")) for one in engagement]),
        ("Median comments", [figures.count(one.get("median_comments")) for one in engagement]),
        ("Commercial load", [figures.share(body["annotation"]["commercial"]["load"]) for body in found]),
        ("Languages", [", ".join(map(language, body["annotation"]["languages"])) or figures.UNKNOWN for body in found]),
        ("Places", [", ".join(p["text"] for p in body["annotation"]["places"]) or figures.UNKNOWN for body in found]),
    ]


def shared(found: list[Body], kind: str) -> frozenset[str]:
    """Ids that two or more of them show."""
    each = [{item["id"] for item in body["annotation"][kind]} for body in found]
    return frozenset(item for ids in each for item in ids if sum(item in other for other in each) > 1)
