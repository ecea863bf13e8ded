"""Fills an empty store with the invented brand and some of its invented people, saved in a list."""

from collections.abc import Mapping
from typing import Any

from nlp.taxonomy import load_taxonomy
from server.demo.people import demo_brand, people, profile_of
from server.demo.round import ago, as_it_was, gifts_by_handle, give, look_again
from server.domain.account import Account
from server.domain.brand import Brand
from server.domain.candidate import SeedList
from server.services.annotate_profile import annotate_profile
from server.services.bookmark_candidate import bookmark, change
from server.services.choose_current import choose
from server.services.edit_brands import save_brand, with_proposals
from server.services.edit_lists import add_list
from server.services.join_accounts import join
from server.services.ports import CandidateShelf, Clock, Read, Store

LIST = "Spring seeding"
SAVED: dict[str, dict[str, Any]] = {
    "tilda.mends": {"stage": "shortlisted", "note": "Mends in public. Ask about the workshop.", "tags": ["mending"]},
    "jonas.naht": {"stage": "spotted", "tags": ["berlin", "workwear"]},
    "claire.fripe": {"stage": "seen_wearing", "note": "Answers quickly.", "tags": ["france"]},
    "ines.barro": {"stage": "arrived", "tags": ["ceramics"]},
    "quietgrain": {"stage": "yes", "note": "Would rather swap for prints.", "tags": ["film"]},
    "haru.indigo": {"stage": "asked", "tags": ["indigo"]},
    "vintagewithremy": {"stage": "shortlisted", "tags": ["workwear"]},
    "otto.runs.late": {"stage": "no"},
    "vastro.insider": {"stage": "spotted", "note": "Close to a rival."},
    "tildaontape": {"stage": "spotted", "tags": ["mending"]},
    "naehcafe.donnerstag": {"stage": "spotted", "tags": ["berlin"]},
}
"""Who is in the list at the start, and what somebody noted about them."""
JOINED = (Account(platform="instagram", handle="tilda.mends"), Account(platform="tiktok", handle="tildaontape"))
"""One person at the start; who else may be one is left to the user."""


def seed(store: Store, shelf: CandidateShelf, *, read: Read, clock: Clock) -> SeedList:
    """Make brand, list, candidates and one join; the list that the demo opens."""
    brand = save_brand(store, demo_brand(), load_taxonomy())
    seed_list = add_list(store, LIST, brand.id, clock=clock)
    choose(store, brand=brand.id, list_id=seed_list.id)
    for person in people():
        if person["handle"] in SAVED:
            _save(store, seed_list, with_proposals(brand, read=read), person, read, clock)
    join(store, shelf, *JOINED, clock=clock)
    return seed_list


def _save(store: Store, seed_list: SeedList, brand: Brand, person: Mapping[str, Any], read: Read, clock: Clock) -> None:
    profile, row = profile_of(person, clock()), gifts_by_handle().get(person["handle"])
    annotation = annotate_profile(profile, brand, read=read, clock=clock, names=(brand.name,))
    if row is None:
        kept = bookmark(store, seed_list, profile, annotation, clock=clock, keep_contacts=False)
    else:
        then = ago(clock, row["saved"])
        before = as_it_was(profile, row, then())
        first = annotate_profile(before, brand, read=read, clock=then)
        kept = bookmark(store, seed_list, before, first, clock=then, keep_contacts=False)
        give(store, seed_list, profile, row, clock=clock)
        look_again(store, kept, brand, profile, annotation, row, clock=clock)
    change(store, kept.id, dict(SAVED[person["handle"]]), clock=clock)
