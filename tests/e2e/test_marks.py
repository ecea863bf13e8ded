"""Small badges beside the handles of every view: right, of nobody ordinary, and never another account's."""

import contextlib

import pytest
from playwright.sync_api import Page, expect

from server.storage.store import Store
from tests.e2e.looking import mark_of, marks_on, pass_on, visit, who_has_looked
from tests.e2e.marketer import INSTAGRAM, TIKTOK, Marketer
from tests.e2e.views import ORDINARY, TIKTOK_VIEWS


@pytest.fixture(scope="module")
def working(marketer: Marketer) -> Marketer:
    """Somebody at work."""
    return who_has_looked(marketer)


def test_a_feed_says_tier_and_fit_of_those_seen_before_and_saved_of_the_saved(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "article")).to_have_accessible_name(
        "Seedlist: Tier micro · nano. Fit 94 of 100"
    )
    expect(mark_of(page, "claire.fripe", "aside")).to_have_accessible_name(
        "Seedlist: Saved in First list. Tier micro. Fit 78 of 100"
    )
    expect(mark_of(page, "ines.barro", "aside")).to_have_count(0)


def test_a_hover_card_brings_tier_and_fit_to_the_feed(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "jonas.naht", "article")).to_have_count(0)
    page.locator("article .who .handle", has_text="jonas.naht").first.hover()
    expect(mark_of(page, "jonas.naht", "article")).to_contain_text("micro")
    expect(mark_of(page, "jonas.naht", ".card")).to_contain_text("Fit")


def test_a_search_for_accounts_shows_the_exact_tier_of_each(working: Marketer, page: Page) -> None:
    visit(page, f"{TIKTOK}/search/user?q=men")
    expect(mark_of(page, "nonna.in.cucina")).to_contain_text("micro")
    expect(mark_of(page, "marloknits")).to_contain_text("micro · nano")
    found = page.locator("[data-e2e=search-user-container]").count()
    assert found > 2
    expect(marks_on(page)).to_have_count(found)


def test_a_rounded_count_that_leaves_two_tiers_open_says_so(working: Marketer, page: Page) -> None:
    visit(page, f"{TIKTOK}/foryou")
    expect(mark_of(page, "nonna.in.cucina")).to_contain_text("about macro")


@pytest.mark.parametrize("path", [*TIKTOK_VIEWS])
def test_every_tiktok_view_has_badges(working: Marketer, page: Page, path: str) -> None:
    visit(page, f"{TIKTOK}{path}")
    expect(mark_of(page, "marloknits", "main")).to_contain_text("Fit")


@pytest.mark.parametrize("path", ["/", "/explore/", "/explore/search/keyword/", "/explore/locations/21/split/"])
def test_every_instagram_list_has_badges(working: Marketer, page: Page, path: str) -> None:
    visit(page, f"{INSTAGRAM}{path}")
    expect(mark_of(page, "tilda.mends")).to_contain_text("Fit 94")


def test_a_post_page_marks_its_author_and_no_commenter(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/p/DLOOKALIKE1/")
    expect(mark_of(page, "tilda.mends", "article")).to_contain_text("Fit 94")
    expect(page.locator(".comment seedlist-mark")).to_have_count(0)


def test_a_followers_dialog_marks_the_saved_and_keeps_no_record_of_anybody(working: Marketer, page: Page) -> None:
    annotated: list[str] = []
    working.context.route("**/api/annotate", lambda route: annotated.append(pass_on(route)["handle"]))
    visit(page, f"{INSTAGRAM}/tilda.mends/followers/")
    expect(mark_of(page, "claire.fripe", "[role=dialog]")).to_have_text("Saved")
    expect(page.locator("[role=dialog] seedlist-mark")).to_have_count(1)
    with contextlib.closing(Store.open(working.seedlist.folder)) as store:
        kept = str([list(store.rows(table)) for table in sorted(store.db.tables())])
    known = working.tell_extension({"kind": "known", "platform": "instagram", "handles": list(ORDINARY)})["known"]
    assert known == {}
    assert not any(who in kept for who in ORDINARY)
    working.context.unroute_all()
    assert set(annotated) <= {"tilda.mends"}


def test_a_link_that_becomes_another_account_drops_its_badge_at_once(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "aside")).to_contain_text("Fit 94")
    left = page.evaluate(
        """async () => {
          const row = [...document.querySelectorAll("aside .row")].find((one) => one.querySelector("seedlist-mark"));
          const link = row.querySelector('.name a[href="/tilda.mends/"]');
          link.href = "/quietgrain/";
          link.firstElementChild.firstChild.data = "quietgrain";
          await Promise.resolve();
          return row.querySelectorAll("seedlist-mark").length;
        }"""
    )
    assert left == 0
    page.wait_for_timeout(900)
    expect(mark_of(page, "quietgrain", "aside")).to_have_count(0)


def test_a_badge_that_the_page_wipes_comes_back(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "aside")).to_contain_text("Fit 94")
    page.evaluate("document.querySelector('aside .name a[href=\"/tilda.mends/\"] span').textContent = 'tilda.mends'")
    expect(mark_of(page, "tilda.mends", "aside")).to_contain_text("Fit 94")
