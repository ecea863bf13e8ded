"""The demo's look-alike profiles, with the extension's own modules running in the page, without an add-on.

Registered by `seedlist demo` only. `/demo/extension/…` serves the extension's files as they are; three of them are
replaced by the demo's twins, which speak to this server where the extension speaks to its service worker.
"""

import json

from flask import Blueprint, abort, current_app, redirect, request, send_from_directory
from flask.typing import ResponseReturnValue

from server.demo import tiktok_page
from server.demo.lookalike import lookalike
from server.demo.people import FOLDER, people, profile_of
from server.services.find_extension import extension_folder
from server.web.current import rooms

blueprint = Blueprint("demo", __name__, url_prefix="/demo")

TWINS = {
    "chrome.js": "chrome.js",
    "sites/index.js": "sites.js",
    "content/demo-start.js": "start.js",
}
"""Path as a module of the extension: file of the demo."""
TRUE_SITES = "sites/true-index.js"
"""Under this path the demo's twin finds the extension's own list of sites."""


@blueprint.get("/")
@blueprint.get("")
def first() -> ResponseReturnValue:
    """The first invented person."""
    return redirect(f"/demo/instagram/{people()[0]['handle']}/")


@blueprint.get("/instagram/<handle>/")
def instagram(handle: str) -> ResponseReturnValue:
    """An invented Instagram profile."""
    return page("instagram", handle)


@blueprint.get("/tiktok/@<handle>")
def tiktok(handle: str) -> ResponseReturnValue:
    """An invented TikTok profile."""
    return page("tiktok", handle)


@blueprint.get("/static/<name>")
def static(name: str) -> ResponseReturnValue:
    """The look-alike's style."""
    return send_from_directory(FOLDER / "static", name)


@blueprint.get("/extension/<path:name>")
def module(name: str) -> ResponseReturnValue:
    """A module of the extension, or the demo's twin of it."""
    if name in TWINS:
        return send_from_directory(FOLDER / "static", TWINS[name])
    return send_from_directory(extension_folder() or abort(404), "sites/index.js" if name == TRUE_SITES else name)


@blueprint.route("/api/<path:rest>", methods=["GET", "POST", "PATCH", "DELETE"])
def api(rest: str) -> ResponseReturnValue:
    """The extension's API for this user's own page: the session stands in for the token."""
    adapter = current_app.url_map.bind("")
    endpoint, values = adapter.match(f"/api/{rest}", method=request.method)
    answer: ResponseReturnValue = current_app.ensure_sync(current_app.view_functions[endpoint])(**values)
    return answer


def page(platform: str, handle: str) -> ResponseReturnValue:
    """The whole look-alike page with the extension's modules."""
    found = [p for p in people() if (p["platform"], p["handle"]) == (platform, handle)]
    if not found:
        abort(404)
    profile = profile_of(found[0], rooms().clock())
    items = json.dumps(tiktok_page.item_list(profile)) if platform == "tiktok" else ""
    return lookalike(
        profile,
        others=[demo_address(p["platform"], p["handle"]) for p in people()],
        static="/demo/static/",
        script="/demo/extension/content/demo-start.js",
        module=True,
        items=items,
        lists="/lists",
    )


def demo_address(platform: str, handle: str) -> str:
    """The path of a person's demo page."""
    return f"/demo/instagram/{handle}/" if platform == "instagram" else f"/demo/tiktok/@{handle}"
