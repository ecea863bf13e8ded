"""What the look-alike feeds, searches, dialogs and post pages answer: the sites' own shapes, invented people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from server.demo import instagram_page, tiktok_page
from server.domain.profile import Profile

Payload = dict[str, Any]
BATCH = 12
FEED_LENGTH = 504
ORDINARY = ("plain.person", "just.looking", "also.here")
"""Handles that stand only in dialogs and comments."""

INSTAGRAM_VIEWS = {
    "/": "home",
    "/explore/": "explore",
    "/explore/search/keyword/": "serp",
    "/explore/locations/21/split/": "serp",
    "/tilda.mends/followers/": "followers",
    "/p/DLOOKALIKE1/": "post",
}
TIKTOK_VIEWS = {
    "/foryou": "foryou",
    "/following": "foryou",
    "/search": "top",
    "/search/user": "users",
    "/search/video": "videos",
    "/tag/mending": "videos",
    "/music/original-sound-7000": "videos",
    "/@marloknits/video/7555555104997346615": "video",
}


def shell(platform: str, view: str) -> str:
    """The page of a view before its script has asked for anything."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{view}</title>'
        '<link rel="stylesheet" href="/static/views.css"></head>'
        f'<body class="{platform}" data-view="{view}"><nav></nav><main></main><aside></aside>'
        f'<script src="/static/views-{platform}.js" type="module"></script></body></html>'
    )


def crowd(people: Sequence[Profile], number: int) -> Profile:
    """The person of place `number` in an endless feed: after the invented ones come their namesakes."""
    person = people[number % len(people)]
    turn = number // len(people) % 24
    return person if turn == 0 else replace(person, handle=f"{person.handle}_{turn}")


def feed_batch(people: Sequence[Profile], page: int) -> Payload:
    """Instagram's home feed, twelve at a time, as its own query answers."""
    numbers = range(page * BATCH, min((page + 1) * BATCH, FEED_LENGTH))
    edges = [{"node": {"media": feed_media(crowd(people, number), number)}, "cursor": ""} for number in numbers]
    more = {"has_next_page": (page + 1) * BATCH < FEED_LENGTH, "end_cursor": str(page + 1)}
    return {"data": {"xdt_api__v1__feed__timeline__connection": {"edges": edges, "page_info": more}}}


def feed_media(person: Profile, number: int) -> Payload:
    """One of a person's posts under a code of its own."""
    post = person.posts[number % len(person.posts)]
    return instagram_page.media(person, replace(post, id=f"DF{number:09d}"))


def instagram_answer(people: Sequence[Profile], asked: Mapping[str, str]) -> Payload | None:
    """The answer to one query of a view, by its friendly name; None for any other."""
    name = asked.get("fb_api_req_friendly_name", "")
    shown = [instagram_page.user(person) for person in people[:5]]
    bare = [{key: user[key] for key in ("pk", "username", "full_name", "is_private")} for user in shown]
    followers = [
        {"node": one} for one in [*({"pk": f"9{n}", "username": who} for n, who in enumerate(ORDINARY)), *bare]
    ]
    hovered = next((person for person in people if person.handle == asked.get("username")), None)
    answers: dict[str, Payload] = {
        "PolarisFeed": feed_batch(people, int(asked.get("page", 0))),
        "PolarisSuggested": {"data": {"xdt_api__v1__discover__chaining": {"users": bare}}},
        "PolarisTypeahead": {"data": {"xdt_api__v1__fbsearch__non_profiled_serp": {"users": bare}}},
        "PolarisSerp": {
            "data": {"xdt_fbsearch__top_serp_graphql": {"edges": [{"node": {"items": serp_items(people)}}]}}
        },
        "PolarisFollowers": {"data": {"user": {"followers": {"edges": followers}}}},
        "PolarisPost": {"data": {"xdt_api__v1__media__shortcode__web_info": {"items": [feed_media(people[0], 1)]}}},
    }
    if hovered is not None:
        answers["PolarisUserHoverCardContentV2Query"] = {"data": {"user": instagram_page.user(hovered)}}
    return answers.get(name)


def serp_items(people: Sequence[Profile]) -> list[Payload]:
    """Posts of a search's grid."""
    return [feed_media(person, number) for number, person in enumerate(people[:6])]


def tiktok_answer(people: Sequence[Profile], path: str) -> Payload | None:
    """The answer to one request of a view; None for any other."""
    items = [tiktok_item(person, number) for number, person in enumerate(people)]
    answers: dict[str, Payload] = {
        "/api/recommend/item_list/": {"itemList": items, "hasMore": False, "statusCode": 0},
        "/api/challenge/item_list/": {"itemList": items, "hasMore": False, "statusCode": 0},
        "/api/search/item/full/": {"item_list": items, "has_more": 0, "status_code": 0},
        "/api/search/user/full/": {"user_list": [found(person) for person in people], "status_code": 0},
        "/api/search/general/full/": {"data": [{"type": 4, "user_list": [found(person) for person in people[:2]]}]},
        "/api/item/detail/": {"itemInfo": {"itemStruct": items[0]}, "statusCode": 0},
        "/api/comment/list/": {"comments": [{"text": "so neat", "user": {"unique_id": who}} for who in ORDINARY]},
    }
    return answers.get(path)


def tiktok_item(person: Profile, number: int) -> Payload:
    """One video with what feeds say of its author: bio, and followers rounded."""
    item = tiktok_page.item(person, person.posts[number % len(person.posts)])
    stats = tiktok_page.user_detail(person)["userInfo"]["stats"]
    author = item["author"] | {"id": str(7 * 10**15 + number), "signature": person.bio}
    return item | {"author": author, "authorStats": stats}


def found(person: Profile) -> Payload:
    """One result of the search for accounts."""
    followers = tiktok_page.value(person.followers)
    named = {"unique_id": person.handle, "nickname": person.name, "signature": person.bio}
    return {
        "user_info": named | {"uid": "61", "follower_count": followers, "total_favorited": 1200, "custom_verify": ""}
    }
