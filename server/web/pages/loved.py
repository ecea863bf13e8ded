"""/brands/<brand>/loved: what a saved account that the brand already loves shows, each a wish with one click."""

from itertools import islice

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.brand import Brand
from server.services.edit_brands import find_brand
from server.services.ports import Body
from server.services.saved_for_brand import saved_for
from server.services.take_proposal import take
from server.web.current import rooms
from server.web.pages.brands import kept
from server.web.pages.shown import names
from server.web.pages.shown.portrait import texts_of, words_behind
from server.web.pages.shown.proposals import Offer

blueprint = Blueprint("loved", __name__, url_prefix="/brands")
MOST = 500
"""Saved accounts that the field offers."""


@blueprint.get("/<brand_id>/loved")
def one(brand_id: str) -> str:
    """Choose an account, then take what it shows."""
    here = rooms()
    brand = find_brand(here.store, brand_id)
    saved = list(islice(saved_for(here.store, here.shelf, brand_id), MOST))
    body = next((each for each in saved if each["id"] == request.args.get("key")), None)
    return render_template(
        "brands/loved.html",
        brand=brand,
        saved=sorted(saved, key=name_of),
        name_of=name_of,
        body=body,
        offers=offers_from(body, brand) if body else (),
    )


@blueprint.post("/<brand_id>/loved")
def take_over(brand_id: str) -> ResponseReturnValue:
    """One niche or signal of the account becomes a wish, or all of them; what it does not show cannot be taken."""
    here = rooms()
    brand, key = find_brand(here.store, brand_id), request.form.get("key", "")
    body = next((each for each in saved_for(here.store, here.shelf, brand_id) if each["id"] == key), None)
    for offer in offers_from(body, brand) if body else ():
        if not offer.is_taken and request.form.get("take") in ("all", f"{offer.kind}:{offer.id}"):
            brand = take(brand, offer.kind, offer.id, offer.weight)
    kept(brand)
    return redirect(url_for("loved.one", brand_id=brand_id, key=key, said="taken"), 303)


def offers_from(body: Body, brand: Brand) -> tuple[Offer, ...]:
    """Niches, then signals of an account, strongest first, with the first words that show each."""
    texts = texts_of(body["profile"])
    return tuple(
        Offer(
            kind=kind,
            id=item["id"],
            label=names.label(item["id"]),
            weight=round(item["score"], 2),
            words=next((pieces for _, pieces in words_behind(item["evidence"], texts)), ()),
            is_taken=item["id"] in getattr(brand, kind),
        )
        for kind in ("niches", "signals")
        for item in sorted(body["annotation"][kind], key=lambda item: -item["score"])
    )


def name_of(body: Body) -> str:
    """The name that the page showed, else the handle."""
    return str(body["profile"].get("name") or body["handle"])
