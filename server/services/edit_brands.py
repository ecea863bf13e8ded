"""Use case: describe a brand, change it, choose it; what it did not wish for is proposed from its own words."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from nlp.reading import ProfileText, Reading
from nlp.taxonomy import Taxonomy
from server.domain.brand import Brand
from server.domain.errors import InvalidInput, NotFound
from server.domain.ids import new_id
from server.scoring.own_cuts import cuts_of
from server.scoring.propose import Proposal, propose_brand, with_tones
from server.scoring.tones import load_tones
from server.services.ports import Read, Store
from server.wire.brand_in import BrandIn, brand_to_json, to_brand
from server.wire.decode import decode_plain


def save_brand(store: Store, brand: Brand, taxonomy: Taxonomy) -> Brand:
    """Store a brand, new or known by its id.

    Raises InvalidInput for ids that the taxonomy does not have and tier cuts that overlap.
    """
    check_wishes(brand, taxonomy)
    cuts_of(brand)
    kept = replace(brand, id=brand.id or new_id())
    store.put("brands", kept.id or "", brand_to_json(kept))
    return kept


def find_brand(store: Store, brand_id: str) -> Brand:
    """A stored brand; raises NotFound."""
    body = store.get("brands", brand_id)
    if body is None:
        raise NotFound("There is no such brand.", action="Choose one on the brand page.", field="brand")
    return to_brand(decode_plain(body, BrandIn))


def all_brands(store: Store) -> tuple[Brand, ...]:
    """Every stored brand, oldest first."""
    return tuple(to_brand(decode_plain(body, BrandIn)) for body in store.rows("brands"))


def drop_brand(store: Store, brand_id: str) -> Brand:
    """Remove a brand; its lists stay and lose their brand only on screen. Raises NotFound."""
    brand = find_brand(store, brand_id)
    store.drop("brands", brand_id)
    return brand


def with_proposals(brand: Brand, *, read: Read) -> Brand:
    """The brand as it is used: what its own words mean, and wishes that it left out are read from them.

    A brand that chose niches or signals keeps exactly those; places and adjacent brands are proposed where it named
    none.
    """
    words = tuple(text for text in (brand.claim or "", brand.story or "") if text.strip())
    if not words:
        return brand
    reading = _read_brand(read, brand.name, words)
    proposal = propose_brand(brand.name, words, reading)
    has_wishes = bool(brand.niches or brand.signals)
    return replace(
        brand,
        niches=brand.niches if has_wishes else proposal.niches,
        signals=brand.signals if has_wishes else proposal.signals,
        languages=brand.languages if has_wishes else brand.languages or proposal.languages,
        places=brand.places or proposal.places,
        adjacent=brand.adjacent or proposal.adjacent,
        meaning=reading.meaning,
    )


def propose_wishes(name: str, texts: Iterable[str], *, read: Read) -> Proposal:
    """Niches, signals, tones, languages and places that a brand's own words show, each with its words."""
    words = tuple(text for text in texts if text.strip())
    return with_tones(propose_brand(name, words, _read_brand(read, name, words)), "\n".join(words))


@lru_cache(maxsize=8)
def _read_brand(read: Read, name: str, words: tuple[str, ...]) -> Reading:
    """Kept for the last brands, as one brand looks at many profiles. Raises NotReady while the reader loads."""
    return read(ProfileText(name=name, bio="\n".join(words)))


def check_wishes(brand: Brand, taxonomy: Taxonomy) -> None:
    """Raise InvalidInput, naming what there is, for a niche or signal outside the taxonomy and for an unknown tone."""
    tones = load_tones().tones
    for tone in brand.tones:
        if tone not in tones:
            raise InvalidInput(f"“{tone}” is not a tone.", field="tones", action=f"Use one of {', '.join(tones)}.")
    for field, wishes, known in (
        ("niches", brand.niches, taxonomy.niches),
        ("signals", brand.signals, taxonomy.signals),
    ):
        for wish in wishes:
            if wish not in known:
                raise InvalidInput(
                    f"“{wish}” is not one of the {field}.",
                    field=f"{field}.{wish}",
                    action=f"Use an id of the taxonomy, such as {', '.join(taxonomy.nearest(wish, field))}.",
                )
