"""What a marketer does in a browser with the extension: pair, look, save, open a page."""

import contextlib
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page

from nlp.taxonomy import load_taxonomy
from server.domain.brand import Brand
from server.services.edit_brands import save_brand
from server.storage.store import Store
from tests.e2e.launching import worker_of
from tests.e2e.running import Running

INSTAGRAM = "https://www.instagram.com"
TIKTOK = "https://www.tiktok.com"


@dataclass
class Marketer:
    """A browser with the extension `extension_id`, working with one server."""

    context: BrowserContext
    extension_id: str
    seedlist: Running

    @classmethod
    def in_browser(cls, context: BrowserContext, seedlist: Running) -> "Marketer":
        """In a browser that has the extension."""
        return cls(context, worker_of(context).url.split("/")[2], seedlist)

    def tell_extension(self, message: dict) -> dict:
        """A message to the service worker, as the popup sends it."""
        tab = self.context.new_page()
        tab.goto(f"chrome-extension://{self.extension_id}/options/options.html")
        answer = tab.evaluate("(message) => chrome.runtime.sendMessage(message)", message)
        tab.close()
        return answer

    def pair(self) -> None:
        """Point the extension at the test's server and pair it."""
        assert self.tell_extension({"kind": "set", "settings": {"port": self.seedlist.port}})["ok"]
        answer = self.tell_extension({"kind": "pair", "code": self.seedlist.code()})
        assert answer["ok"], answer

    def describe_brand(self, brand: Brand) -> None:
        """The brand page's work, done at the store: the newest brand is the one in use."""
        with contextlib.closing(Store.open(self.seedlist.folder)) as store:
            save_brand(store, brand, load_taxonomy())

    def open_instagram(self, page: Page, handle: str) -> Locator:
        """A hard load of a profile; the badge."""
        page.goto(f"{INSTAGRAM}/{handle}/")
        return badge(page)

    def open_tiktok(self, page: Page, handle: str) -> Locator:
        """A hard load of a profile; the badge."""
        page.goto(f"{TIKTOK}/@{handle}")
        return badge(page)

    def open_pages(self, path: str) -> Page:
        """A local page in a new tab, opened by a one-time link."""
        tab = self.context.new_page()
        tab.goto(self.seedlist.link(path))
        return tab


def badge(page: Page) -> Locator:
    """The badge beside the name; Playwright looks into open shadow roots."""
    return page.locator("seedlist-badge .badge")
