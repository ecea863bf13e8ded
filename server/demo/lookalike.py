"""Renders the look-alike profile pages, for the demo and for the end-to-end tests."""

import json
from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from server.demo import instagram_page, tiktok_page
from server.demo.people import FOLDER
from server.domain.profile import Profile

_pages = Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=select_autoescape())


def lookalike(
    profile: Profile,
    *,
    others: Sequence[str] = (),
    static: str = "/static/",
    script: str | None = None,
    module: bool = False,
    is_embedded: bool = True,
    items: str = "",
    lists: str = "",
) -> str:
    """The whole page of a hard load.

    `others` are paths to link to, `script` the address of the page's own script; without `is_embedded` its data must
    be fetched by that script. `items` is JSON of posts that the script finds in the page, `lists` a link to the lists.
    """
    blobs = [_blob(payload) for payload in embedded_payloads(profile)] if is_embedded else []
    page = _pages.get_template(f"{profile.platform}.html")
    return page.render(
        profile=profile,
        others=[(path.strip("/").split("/")[-1], path) for path in others],
        static=static,
        script=script,
        module=module,
        blobs=blobs,
        items=items.replace("<", "\\u003c"),
        lists=lists,
        short=short,
    )


def fragment(profile: Profile) -> str:
    """The part inside <main>, for in-app navigation."""
    return _pages.get_template(f"{profile.platform}_profile.html").render(profile=profile, short=short)


def embedded_payloads(profile: Profile) -> list[dict[str, Any]]:
    """What the page carries in itself."""
    if profile.platform == "tiktok":
        return [tiktok_page.universal_data(profile)]
    return [instagram_page.embedded([instagram_page.profile_payload(profile), instagram_page.posts_payload(profile)])]


def short(number: int) -> str:
    """As both sites print a count: 8,940, 15.7K, 1.2M."""
    for unit, sign in ((1_000_000, "M"), (1_000, "K")):
        if number >= unit * (10 if sign == "K" else 1):
            return f"{number / unit:.1f}".removesuffix(".0") + sign
    return f"{number:,}"


def _blob(payload: dict[str, Any]) -> str:
    """JSON that is safe inside a script element."""
    return json.dumps(payload, ensure_ascii=False).replace("<", "\\u003c")
