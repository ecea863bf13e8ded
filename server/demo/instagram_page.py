"""A look-alike Instagram profile: the payloads that the page would fetch, true to their shapes, invented content."""

from collections.abc import Mapping
from typing import Any

from server.domain.profile import Post, Profile

Payload = dict[str, Any]
KINDS = {"image": (1, "feed"), "carousel": (8, "carousel_container"), "reel": (2, "clips"), "video": (2, "clips")}


def profile_payload(profile: Profile) -> Payload:
    """The answer of the profile query, with the viewer's own account riding along as on the real page."""
    return {"data": {"user": user(profile), "viewer": {"user": {"username": "viewer.of.this.page", "pk": "77"}}}}


def user(profile: Profile) -> Payload:
    """The account in XDT form."""
    return {
        "pk": pk(profile),
        "id": pk(profile),
        "username": profile.handle,
        "full_name": profile.name,
        "biography": profile.bio,
        "follower_count": profile.followers.value if profile.followers else None,
        "following_count": profile.following.value if profile.following else None,
        "media_count": profile.posts_count.value if profile.posts_count else None,
        "category": profile.category or "",
        "account_type": 3,
        "is_private": bool(profile.private),
        "is_verified": bool(profile.verified),
        "external_url": profile.links[0].url if profile.links else None,
        "bio_links": [{"title": link.title or "", "url": link.url, "link_type": "external"} for link in profile.links],
        "pronouns": [],
        "friendship_status": {"following": False},
    }


def posts_payload(profile: Profile) -> Payload:
    """The answer of the posts query: the first twelve."""
    edges = [{"node": media(profile, post), "cursor": ""} for post in profile.posts[:12]]
    page = {"end_cursor": "", "has_next_page": False}
    return {"data": {"xdt_api__v1__feed__user_timeline_graphql_connection": {"edges": edges, "page_info": page}}}


def media(profile: Profile, post: Post) -> Payload:
    """One post in XDT form; hidden likes are null."""
    media_type, product = KINDS[post.kind or "image"]
    when = int(post.published_at.timestamp()) if post.published_at else None
    return {
        "code": post.id,
        "pk": f"3{pk(profile)}{post.id}"[-18:],
        "media_type": media_type,
        "product_type": product,
        "caption": {"text": post.caption, "created_at": when} if post.caption else None,
        "taken_at": when,
        "like_count": post.likes,
        "like_and_view_counts_disabled": post.likes is None,
        "comment_count": post.comments,
        "view_count": None,
        "user": {"pk": pk(profile), "username": profile.handle, "full_name": profile.name, "is_private": False},
        "coauthor_producers": [{"username": name} for name in post.coauthors],
        "usertags": None,
        "is_paid_partnership": bool(post.paid_label),
        "sponsor_tags": None,
        "location": None,
        "timeline_pinned_user_ids": [pk(profile)] if post.pinned else [],
    }


def embedded(payloads: list[Mapping[str, Any]]) -> Payload:
    """The `data-sjs` blob of a hard load that carries these answers."""
    streams = [
        ["RelayPrefetchedStreamCache", "next", [], ["adp_Polaris", {"__bbox": {"complete": True, "result": payload}}]]
        for payload in payloads
    ]
    return {"require": [["ScheduledServerJS", "handle", None, [{"__bbox": {"require": streams}}]]]}


def pk(profile: Profile) -> str:
    """A made-up numeric id, the same for the same handle."""
    return str(10**9 + sum(ord(letter) * 7**place for place, letter in enumerate(profile.handle or "")) % 10**9)
