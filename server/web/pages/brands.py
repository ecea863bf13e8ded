"""/brands: describe a brand from its own words, take what is right of the proposals, choose the one in use."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from nlp.taxonomy import load_taxonomy
from server.domain.brand import Brand
from server.domain.errors import InvalidInput, NotReady
from server.scoring.parts import PARTS
from server.scoring.tiers import presets
from server.scoring.tones import load_tones
from server.scoring.weights import load_weights
from server.services.choose_current import current_choice
from server.services.edit_brands import find_brand, propose_wishes
from server.services.take_proposal import take
from server.services.use_brand import keep_brand, lose_brand, use_brand
from server.web.current import rooms
from server.web.pages.brand_form import brand_from
from server.web.pages.cuts_form import cuts_shown
from server.web.pages.shown.proposals import Offer, offers_of

blueprint = Blueprint("brands", __name__, url_prefix="/brands")


@blueprint.get("")
def every() -> str:
    """All brands; the one in use is marked."""
    return render_template("brands/all.html", choice=current_choice(rooms().store))


@blueprint.get("/new")
def new() -> str:
    """An empty form: name, claim, story."""
    return render_template("brands/new.html", given={}, fault=None)


@blueprint.post("")
def make() -> ResponseReturnValue:
    """Keep a new brand, use it from now on, and show what its words propose."""
    try:
        brand = kept(brand_from(request.form))
    except InvalidInput as fault:
        return render_template("brands/new.html", given=request.form, fault=fault), 422
    use_brand(rooms(), brand=brand.id)
    return redirect(url_for("brands.one", brand_id=brand.id, said="brand_saved"), 303)


@blueprint.get("/<brand_id>")
def one(brand_id: str) -> str:
    """Everything about a brand, and its proposals."""
    return show(find_brand(rooms().store, brand_id))


@blueprint.post("/<brand_id>")
def save(brand_id: str) -> ResponseReturnValue:
    """Keep the form."""
    before = find_brand(rooms().store, brand_id)
    try:
        kept(brand_from(request.form, before))
    except InvalidInput as fault:
        return show(before, fault=fault), 422
    return redirect(url_for("brands.one", brand_id=brand_id, said="brand_saved"), 303)


@blueprint.post("/<brand_id>/take")
def take_over(brand_id: str) -> ResponseReturnValue:
    """One proposal becomes a wish, or all of them."""
    brand = find_brand(rooms().store, brand_id)
    for offer in proposals(brand)[0]:
        if not offer.is_taken and request.form.get("take") in ("all", f"{offer.kind}:{offer.id}"):
            brand = take(brand, offer.kind, offer.id, offer.weight)
    kept(brand)
    return redirect(url_for("brands.one", brand_id=brand_id, said="taken", _anchor="proposals"), 303)


@blueprint.post("/<brand_id>/remove")
def remove(brand_id: str) -> ResponseReturnValue:
    """Remove the brand; its lists stay."""
    lose_brand(rooms(), brand_id)
    return redirect(url_for("brands.every", said="brand_removed"), 303)


def kept(brand: Brand) -> Brand:
    """The stored brand, and its lists' fits anew; raises InvalidInput for wishes that the taxonomy does not have."""
    return keep_brand(rooms(), brand, load_taxonomy())


def proposals(brand: Brand) -> tuple[tuple[Offer, ...], str]:
    """What the brand's words propose, and why nothing when nothing."""
    texts = tuple(text for text in (brand.claim or "", brand.story or "") if text.strip())
    if not texts:
        return (), "Paste some of your own words below, and proposals appear here."
    try:
        found = propose_wishes(brand.name, texts, read=rooms().reading.read)
    except NotReady as fault:
        return (), f"{fault.message} {fault.action}"
    offers = offers_of(found, brand, "\n".join(texts))
    return offers, "" if offers else "These words show nothing that Seedlist knows. Choose niches by hand below."


def show(brand: Brand, *, fault: InvalidInput | None = None) -> str:
    """The page of one brand."""
    offers, why_none = proposals(brand)
    return render_template(
        "brands/one.html",
        brand=brand,
        offers=offers,
        why_none=why_none,
        fault=fault,
        taxonomy=load_taxonomy(),
        conventions=presets(),
        tones=load_tones().tones,
        cuts=cuts_shown(brand),
        goals=goals(replace(brand, weights={})),
    )


def goals(brand: Brand) -> list[dict[str, Any]]:
    """Each goal with what counts most for it, heaviest first, as shares of the whole."""
    labels = {part.id: part.label for part in PARTS}
    shown = []
    for goal, weights in load_weights().items():
        whole = sum(weights.values())
        rows = sorted(((labels[part], weight / whole) for part, weight in weights.items()), key=lambda row: -row[1])
        shown.append({"id": goal, "rows": rows, "top": rows[0][1], "is_chosen": goal == brand.goal})
    return shown
