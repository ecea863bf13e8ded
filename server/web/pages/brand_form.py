"""The brand form's fields into a Brand; names are separated by lines or commas."""

import re
from dataclasses import replace
from typing import get_args

from werkzeug.datastructures import MultiDict

from server.domain.brand import Brand, Goal, TierId
from server.domain.errors import InvalidInput
from server.scoring.tones import load_tones
from server.web.pages.cuts_form import cuts_in
from server.wire.brand_in import BrandIn, brand_to_json, to_brand
from server.wire.decode import decode_plain

Fields = MultiDict[str, str]
LISTED = ("adjacent", "rivals", "avoid", "languages", "places")
WISHES = ("niches", "signals")


def brand_from(form: Fields, known: Brand | None = None) -> Brand:
    """The brand as the form has it; fields that the form lacks stay as they were. Raises InvalidInput."""
    before = known or Brand(name=form.get("name", "").strip())
    words = {name: form[name].strip() or None for name in ("claim", "story") if name in form}
    lists = {name: names_in(form[name]) for name in LISTED if name in form}
    wishes = {name: wishes_in(form, name) for name in WISHES if f"has_{name}" in form}
    tones = {"tones": chosen(form.getlist("tones"), tuple(load_tones().tones))} if "has_tones" in form else {}
    tiers = {"tiers": chosen(form.getlist("tiers"), get_args(TierId))} if "has_tiers" in form else {}
    goal = {"goal": chosen([form["goal"]], get_args(Goal))[0]} if "goal" in form else {}
    cuts = {"tier_cuts": cuts_in(form)} if "tier_cuts" in form else {}
    name = {"name": form["name"].strip()} if "name" in form else {}
    return checked(replace(before, **name, **words, **lists, **wishes, **tiers, **tones, **cuts, **goal))  # type: ignore[arg-type]


def checked(brand: Brand) -> Brand:
    """The brand after the contract's own checks; raises InvalidInput naming the field."""
    if not brand.name:
        raise InvalidInput("A brand needs a name.", field="name", action="Type its name, the rest can wait.")
    return to_brand(decode_plain(brand_to_json(brand), BrandIn))


def names_in(text: str) -> tuple[str, ...]:
    """ "a, b" or one a line, without doubles."""
    return tuple(dict.fromkeys(name.strip() for name in re.split(r"[\n,;]", text) if name.strip()))


def wishes_in(form: Fields, kind: str) -> dict[str, float]:
    """Fields "niches:ceramics" = "0.6" and the one that is added; "0" takes a wish away."""
    weights = {key.removeprefix(f"{kind}:"): form[key] for key in form if key.startswith(f"{kind}:")}
    added = form.get(f"add_{kind}", "")
    read = {item: weight_in(text, f"{kind}.{item}") for item, text in weights.items()}
    return {item: weight for item, weight in read.items() if weight > 0} | ({added: 1.0} if added else {})


def weight_in(text: str, field: str) -> float:
    """A weight from 0 to 1; raises InvalidInput."""
    try:
        weight = float(text)
    except ValueError:
        weight = -1.0
    if not 0 <= weight <= 1:
        raise InvalidInput(f"“{text}” is not a weight.", field=field, action="Use a number from 0 to 1.")
    return weight


def chosen(given: list[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """The given ids; raises InvalidInput for one that does not exist."""
    for word in given:
        if word not in known:
            raise InvalidInput(f"“{word}” is not a choice.", action=f"Use one of {', '.join(known)}.")
    return tuple(given)
