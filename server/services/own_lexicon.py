"""Use case: teach words for a niche or signal, see whom they would show, take them back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.reading import Evidence
from nlp.taxonomy import load_taxonomy
from server.domain.brand import Brand
from server.domain.errors import InvalidInput, NotFound, SeedlistError
from server.domain.profile import Profile
from server.scoring.own_terms import OwnTerms, load_own_term_rules, places_of
from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import annotate_profile, profile_text
from server.services.ports import Body, Clock, Read, Store
from server.wire.decode import decode_plain
from server.wire.profile_in import ProfileIn, to_profile

TABLE = "own_terms"
MOST_WORDS = 60
LONGEST = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A saved candidate whose words say it, and whether it was said of them already."""

    body: Body
    places: tuple[Evidence, ...]
    is_new: bool


def own_terms(store: Store) -> tuple[OwnTerms, ...]:
    """Everything that was taught, in the order of teaching."""
    return tuple(OwnTerms(item=body["item"], words=tuple(body["words"])) for body in store.rows(TABLE))


def checked_terms(item: str, words: Iterable[str]) -> OwnTerms:
    """Trimmed words without doubles for a known id; raises InvalidInput."""
    taxonomy, least = load_taxonomy(), load_own_term_rules().least_letters
    if item not in taxonomy.niches and item not in taxonomy.signals:
        raise InvalidInput("There is no such niche or signal.", field="item", action="Choose one of the list.")
    kept = tuple(dict.fromkeys(" ".join(word.split()).removeprefix("#") for word in words if word.strip()))
    short = next((word for word in kept if sum(map(str.isalnum, word)) < least), None)
    if short is not None:
        raise InvalidInput(f"“{short}” is too short.", field="words", action=f"Use {least} letters or more.")
    if len(kept) > MOST_WORDS or any(len(word) > LONGEST for word in kept):
        raise InvalidInput("That is too much.", field="words", action=f"Use at most {MOST_WORDS} words of {LONGEST}.")
    return OwnTerms(item=item, words=kept)


def teach(store: Store, terms: OwnTerms) -> None:
    """From now on these words show the item, and only these of the user's own; without words nothing does."""
    with store.transaction():
        before = store.drop(TABLE, terms.item) or {"item": terms.item, "words": []}
        store.put("settings", "own_terms_before", before)
        if terms.words:
            store.put(TABLE, terms.item, {"item": terms.item, "words": list(terms.words)})


def untaught(store: Store) -> OwnTerms:
    """What the item that was changed last had before; raises NotFound when nothing was changed."""
    before = store.get("settings", "own_terms_before")
    if before is None:
        raise NotFound("There is nothing to take back.", action="Change the words by hand.")
    return OwnTerms(item=before["item"], words=tuple(before["words"]))


def shown_by(people: Iterable[Body], terms: OwnTerms) -> Iterator[Shown]:
    """Those of the saved candidates who use one of the words."""
    for body in people:
        profile = stored_profile(body)
        places = tuple(places_of(profile_text(profile), terms.words)) if profile else ()
        if places:
            known = {item["id"] for kind in ("niches", "signals") for item in body["annotation"][kind]}
            yield Shown(body=body, places=places, is_new=terms.item not in known)


def read_anew(store: Store, people: Iterable[Body], brand: Brand | None, *, read: Read, clock: Clock) -> int:
    """Read the stored words of these candidates again; how many are said to be something else now."""
    return sum(_read_one(store, body["id"], brand, read, clock) for body in people)


def _read_one(store: Store, key: str, brand: Brand | None, read: Read, clock: Clock) -> bool:
    with store.transaction():
        body = store.get("candidates", key)
        profile = stored_profile(body) if body else None
        if body is None or profile is None:
            return False
        said = annotation_to_json(annotate_profile(profile, brand, read=read, clock=clock), scores=True)
        changed = body["annotation"] | {key: said[key] for key in TAUGHT if key in said}
        if changed == body["annotation"]:
            return False
        store.put("candidates", key, body | {"annotation": changed})
    return True


TAUGHT = ("niches", "signals", "niche_scores", "fit")
"""What taught words can change; the rest stays as it was when the page was read."""


def stored_profile(body: Body) -> Profile | None:
    """The profile as stored, None when an older version wrote what cannot be read any more."""
    try:
        return to_profile(decode_plain(body["profile"], ProfileIn))
    except SeedlistError:
        return None
