"""A page that shows handles learns what is saved and seen of them, and no more."""

from nlp.taxonomy import load_taxonomy
from server.domain.brand import Brand
from server.services.choose_current import Current, current_choice
from server.services.edit_brands import save_brand
from server.services.find_saved import known_accounts
from server.services.seen_profiles import Glance, SeenProfiles
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put


def looking(store: Store, clock: Clock) -> tuple[Candidates, SeenProfiles, Current]:
    return Candidates(store), SeenProfiles(clock), current_choice(store)


def test_a_saved_account_has_the_tier_and_fit_it_was_saved_with(store: Store, clock: Clock) -> None:
    save_brand(store, Brand(name="Harrow Fenn"), load_taxonomy())
    put(store, a_list(store).id, "tilda.mends")
    known = known_accounts(*looking(store, clock), "instagram", ["tilda.mends", "nobody"])
    assert list(known) == ["tilda.mends"]
    assert [known["tilda.mends"][name] for name in ("tier", "nested", "certain", "fit")] == ["micro", "nano", True, 74]


def test_a_fit_for_another_brand_is_not_shown(store: Store, clock: Clock) -> None:
    save_brand(store, Brand(name="Nightjar"), load_taxonomy())
    put(store, a_list(store).id, "tilda.mends")
    known = known_accounts(*looking(store, clock), "instagram", ["tilda.mends"])
    assert (known["tilda.mends"]["fit"], known["tilda.mends"]["tier"]) == (None, "micro")


def test_a_saved_account_without_followers_has_no_tier(store: Store, clock: Clock) -> None:
    put(store, a_list(store).id, "tilda.mends", annotation={"tier": None, "fit": None})
    known = known_accounts(*looking(store, clock), "instagram", ["tilda.mends"])
    assert (known["tilda.mends"]["fit"], known["tilda.mends"]["tier"]) == (None, None)
    assert known["tilda.mends"]["candidate"]


def test_what_was_seen_last_comes_first_and_says_when_it_is_unsure(store: Store, clock: Clock) -> None:
    put(store, a_list(store).id, "tilda.mends")
    shelf, seen, current = looking(store, clock)
    seen.add(
        "instagram",
        "tilda.mends",
        Glance(tier="macro", nested=None, certain=False, fit=None, brand=None, at=clock()),
    )
    known = known_accounts(shelf, seen, current, "instagram", ["tilda.mends"])
    assert (known["tilda.mends"]["tier"], known["tilda.mends"]["certain"]) == ("macro", False)
