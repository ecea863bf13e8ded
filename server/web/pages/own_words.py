"""/settings/words: words of one's own for a niche or signal, with a look at whom they show before they are kept."""

import re
from collections.abc import Iterator
from itertools import islice

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from nlp.taxonomy import load_taxonomy
from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput
from server.scoring.own_terms import OwnTerms
from server.services.edit_brands import with_proposals
from server.services.edit_lists import all_lists
from server.services.own_lexicon import Shown, checked_terms, own_terms, read_anew, shown_by, teach, untaught
from server.services.saved_for_brand import on_list
from server.web.current import rooms
from server.web.pages.lists import brand_for
from server.web.pages.shown.marks import Piece, excerpt
from server.web.pages.undo import Undo

blueprint = Blueprint("own_words", __name__, url_prefix="/settings/words")
MOST = 2_000
"""Saved candidates of each list that are looked at; the others get the words when they are read again."""
LISTED = 12


@blueprint.get("")
def one() -> str:
    """What was taught; with an item and words in the address, whom they would show."""
    asked = request.args.get("item", "")
    known = {terms.item: terms for terms in own_terms(rooms().store)}
    if "words" not in request.args:
        return show(known.get(asked) or OwnTerms(item=asked, words=()))
    try:
        return show(terms_from(request.args.get("words", ""), asked))
    except InvalidInput as fault:
        return show(OwnTerms(item=asked, words=()), fault=fault, typed=request.args.get("words", ""))


@blueprint.post("")
def save() -> ResponseReturnValue:
    """Keep the words of an item; those who use them are read again."""
    typed = request.form.get("words", "")
    try:
        changed = terms_from(typed, request.form.get("item", ""))
    except InvalidInput as fault:
        return show(OwnTerms(item=request.form.get("item", ""), words=()), fault=fault, typed=typed), 422
    change_to(changed)
    return redirect(url_for("own_words.one", item=changed.item, said="taught"), 303)


@blueprint.post("/undo")
def undo() -> ResponseReturnValue:
    """The words before the last change."""
    before = untaught(rooms().store)
    change_to(before)
    return redirect(url_for("own_words.one", item=before.item, said="undone"), 303)


def change_to(terms: OwnTerms) -> None:
    """Teach, then read those again who use the new words or used the old ones."""
    here = rooms()
    before = next((known for known in own_terms(here.store) if known.item == terms.item), None)
    either = OwnTerms(item=terms.item, words=(*terms.words, *(before.words if before else ())))
    touched = [(seed_list, [found.body for found in shown_by(people(seed_list), either)]) for seed_list in lists()]
    teach(here.store, terms)
    for seed_list, bodies in touched:
        brand = brand_for(seed_list)
        used = with_proposals(brand, read=here.reading.read) if brand and bodies else None
        read_anew(here.store, bodies, used, read=here.reading.read, clock=here.clock)


def terms_from(typed: str, item: str) -> OwnTerms:
    """The words of a field, apart by lines or commas; raises InvalidInput."""
    return checked_terms(item, re.split(r"[\n,;]", typed))


def lists() -> tuple[SeedList, ...]:
    """Every list."""
    return all_lists(rooms().store)


def people(seed_list: SeedList) -> Iterator[dict[str, object]]:
    """The first of a list."""
    return islice(on_list(rooms().shelf, seed_list.id), MOST)


def show(terms: OwnTerms, *, fault: InvalidInput | None = None, typed: str | None = None) -> str:
    """The page with a look at whom the words show."""
    found = [each for seed_list in lists() for each in shown_by(people(seed_list), terms)] if terms.words else []
    is_changed = request.args.get("said") == "taught"
    return render_template(
        "settings/words.html",
        terms=terms,
        typed="\n".join(terms.words) if typed is None else typed,
        taught=own_terms(rooms().store),
        taxonomy=load_taxonomy(),
        found=found,
        quotes=[(each, quote(each)) for each in found[:LISTED]],
        fault=fault,
        undo=Undo(action=url_for("own_words.undo"), fields=()) if is_changed else None,
    )


def quote(found: Shown) -> tuple[Piece, ...]:
    """The first of the words in its sentence, marked."""
    first, profile = found.places[0], found.body["profile"]
    where, _, number = first.source.partition(":")
    text = profile["posts"][int(number)]["caption"] if number else profile[where]
    return excerpt(text, first.start, first.end)
