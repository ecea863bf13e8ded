"""The address of an account's own page, and of a post, on its platform."""

import re
from urllib.parse import quote

POST_IDS = {"instagram": re.compile(r"[\w-]{5,40}", re.ASCII), "tiktok": re.compile(r"\d{6,25}", re.ASCII)}
ADDRESSES = {"instagram": "https://www.instagram.com/{}/", "tiktok": "https://www.tiktok.com/@{}"}


def account_address(platform: str, handle: str) -> str:
    """Always https and always on the platform's own host, whatever the handle holds."""
    return ADDRESSES[platform].format(quote(handle, safe="._"))


def post_address(platform: str, handle: str, post: str | None) -> str | None:
    """The post's own page; None where the page gave no id that can stand in an address."""
    if not post or not POST_IDS[platform].fullmatch(post):
        return None
    if platform == "tiktok":
        return f"{account_address(platform, handle)}/video/{post}"
    return f"https://www.instagram.com/p/{post}/"
