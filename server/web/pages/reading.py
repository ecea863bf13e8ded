"""/lists/<list>/<candidate>: the reading pane beside its list."""

from flask import Blueprint, render_template, request

from server.domain.account import Account
from server.domain.errors import NotFound
from server.domain.gift import Gift
from server.scoring.locale_names import language
from server.services.account_address import post_address
from server.services.edit_lists import all_lists, find_list
from server.services.gift_ledger import gifts_to, second_looks
from server.services.join_accounts import joined_with
from server.services.ports import Body
from server.services.rooms import Rooms
from server.services.suggest_person import candidate_of
from server.web.current import rooms
from server.web.pages import gifts as gift_pages
from server.web.pages import joins, offers
from server.web.pages.lists import page_words
from server.web.pages.shown import portrait
from server.web.pages.shown.marks import marked, spans_in
from server.web.pages.shown.person import person_of
from server.web.pages.shown.rows import row_of
from server.web.pages.shown.since_saved import since_words

blueprint = Blueprint("reading", __name__, url_prefix="/lists")


@blueprint.get("/<list_id>/<key>")
def one(list_id: str, key: str) -> str:
    """Why this fit, with the words behind it."""
    here = rooms()
    seed_list, body = find_list(here.store, list_id), here.store.get("candidates", key)
    if body is None or body["list_id"] != list_id:
        raise NotFound("This candidate is not on the list any more.", action="Go back to the list.")
    words = page_words(seed_list)
    ways_back = (each.way_back(list_id, key) for each in (gift_pages, joins, offers))
    words["undo"] = next((undo for undo in ways_back if undo), words["undo"])
    gifts = gifts_to(here.store, body["platform"], body["handle"])
    there, gifts_there = joined_to(here, body)
    others = [found for found in all_lists(here.store) if found.id != list_id]
    return render_template(
        "lists/reading.html",
        **words,
        **pane_words(body, request.args.get("show", "")),
        others=others,
        person=person_of(here.store, here.shelf, body),
        gifts=gifts,
        second_looks=second_looks((body, *there), (*gifts, *gifts_there), today=here.clock().date()),
        gifts_there=gifts_there,
        offers=offers.offers_for(seed_list, body),
        post_address=lambda offer: post_address(offer.platform, offer.handle, offer.post),
    )


def joined_to(here: Rooms, body: Body) -> tuple[tuple[Body, ...], tuple[Gift, ...]]:
    """The joined account's candidate, if it is on a list, and what was sent there; nothing without a join."""
    other = joined_with(here.store, Account.of(body))
    if other is None:
        return (), ()
    there = candidate_of(here.shelf, other, body["list_id"])
    return (there,) if there else (), gifts_to(here.store, other.platform, other.handle)


def pane_words(body: Body, show: str) -> dict[str, object]:
    """What the reading pane needs; `show` chooses whose words are marked."""
    profile, annotation = body["profile"], body["annotation"]
    evidence, texts = portrait.chosen_evidence(annotation, show), portrait.texts_of(profile)
    return {
        "one": row_of(body),
        "show": show,
        "bio": marked(texts["bio"], spans_in("bio", evidence)),
        "category": profile.get("category"),
        "links": profile.get("links") or [],
        "parts": portrait.parts_of(annotation, texts),
        "facets": portrait.chips_of(annotation),
        "posts": portrait.posts_of(profile, annotation, evidence),
        "numbers": portrait.numbers_of(profile, annotation),
        "notes": annotation.get("notes", []),
        "places": [place["text"] for place in annotation["places"]],
        "languages": [language(code) for code in annotation["languages"]],
        "history": portrait.history_of(body),
        "since": since_words(body),
        "read_on": profile.get("captured_at") or body["updated_at"],
    }
