"""The local pages in a plain browser tab, over a server with an invented brand and a few people."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, Playwright

from nlp.taxonomy import load_taxonomy
from server.domain.account import Account
from server.domain.brand import Brand
from server.domain.post_offer import PostOffer
from server.services.candidate_records import list_to_body
from server.services.choose_current import choose
from server.services.edit_brands import save_brand
from server.services.join_accounts import join, keep_apart
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.e2e.launching import chromium
from tests.e2e.running import Running, free_port
from tests.factories import SAVED_AT, a_list, fit, put


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPages:
    """A tab with a session, and the words for addresses such as "{list}/{one}"."""

    tab: Page
    running: Running
    words: dict[str, str]

    def address(self, path: str) -> str:
        """The whole address of a page."""
        return self.running.origin + path.format(**self.words)


@contextlib.contextmanager
def own_pages(player: Playwright, folder: Path) -> Iterator[OwnPages]:
    """A server over planted data, and a tab that may see it."""
    running = Running(folder / "data", free_port())
    words = planted(running)
    running.start()
    with contextlib.ExitStack() as ends:
        ends.callback(running.stop)
        browser = player.chromium.launch(executable_path=chromium(), chromium_sandbox=False)
        ends.callback(browser.close)
        tab = browser.new_context(reduced_motion="reduce").new_page()
        tab.goto(running.link())
        yield OwnPages(tab=tab, running=running, words=words)


def planted(running: Running) -> dict[str, str]:
    """A brand in use, a list with people at several stages, an empty list, and one that ends in its week."""
    with contextlib.closing(Store.open(running.folder)) as store:
        wishes = {"ceramics": 1.0}
        brand = save_brand(store, Brand(name="Harrow Fenn", id="fenn", niches=wishes, signals={}), load_taxonomy())
        spring, empty = a_list(store, "Spring", brand.id), a_list(store, "Autumn", brand.id)
        choose(store, brand=brand.id, list_id=spring.id)
        one = put(store, spring.id, tags=["mending"], note="A quiet eye", stage="asked")
        two = put(store, spring.id, "sol.weaves", platform="tiktok", stage="seen_wearing", annotation={"fit": fit(40)})
        offer_posts(store, one)
        ending = a_list(store, "Winter", brand.id)
        ends_on = (datetime.now(UTC) + timedelta(days=3)).date()
        store.put("lists", ending.id, list_to_body(replace(ending, ends_on=ends_on)))
        three = joined(store, ending.id, kept_apart_from="sol.weaves")
        shown = {"list": spring, "empty": empty, "ending": ending}
        return {word: f"/lists/{made.id}" for word, made in shown.items()} | {"one": one, "two": two, "three": three}


def joined(store: Store, list_id: str, *, kept_apart_from: str) -> str:
    """Somebody who is on both platforms, whom the user said is not this TikTok account."""
    key = put(store, list_id, "ida.knits", profile={"bio": "Knits, and throws ceramics"})
    put(store, list_id, "idaknits", platform="tiktok", profile={"bio": "Knits, and throws ceramics"})
    ida, idas = Account(platform="instagram", handle="ida.knits"), Account(platform="tiktok", handle="idaknits")
    other = Account(platform="tiktok", handle=kept_apart_from)
    shelf = Candidates(store)
    join(store, shelf, ida, idas, clock=lambda: datetime.now(UTC))
    keep_apart(store, shelf, ida, other, clock=lambda: datetime.now(UTC))
    return key


def offer_posts(store: Store, key: str) -> None:
    """A post that waits to be decided on, and one taken into the ledger."""
    account = {"brand": "fenn", "platform": "instagram", "handle": "tilda.mends", "words": "Harrow Fenn"}
    for state in ("waiting", "accepted"):
        body = {"id": f"{key}.{state}", "post": None, "commercial": "gifted", "views": 1500, "found_at": SAVED_AT}
        store.put("post_offers", body["id"], PostOffer.from_body(account | body | {"state": state}).to_body())
