"""A look-alike TikTok profile: the embedded data and the lists that the page would fetch, invented content."""

from typing import Any

from server.domain.profile import Post, Profile

Payload = dict[str, Any]


def universal_data(profile: Profile) -> Payload:
    """`__UNIVERSAL_DATA_FOR_REHYDRATION__` of a hard load: the account, no posts."""
    return {"__DEFAULT_SCOPE__": {"webapp.app-context": {"language": "en"}, "webapp.user-detail": user_detail(profile)}}


def user_detail(profile: Profile) -> Payload:
    """The account with rounded `stats` and exact `statsV2`, as the site sends both."""
    exact = {
        "followerCount": value(profile.followers),
        "followingCount": value(profile.following),
        "heartCount": value(profile.likes_total),
        "videoCount": value(profile.posts_count),
    }
    user: Payload = {
        "id": str(6 * 10**18 + len(profile.handle or "")),
        "secUid": f"MS4w{profile.handle}",
        "uniqueId": profile.handle,
        "nickname": profile.name,
        "signature": profile.bio,
        "verified": bool(profile.verified),
        "privateAccount": bool(profile.private),
        "commerceUserInfo": {"commerceUser": False},
    }
    if profile.links:
        user["bioLink"] = {"link": profile.links[0].url, "risk": 0}
    rounded = {name: short(number) for name, number in exact.items()}
    texts = {name: str(number) for name, number in exact.items()}
    return {"userInfo": {"user": user, "stats": rounded, "statsV2": texts, "itemList": []}, "statusCode": 0}


def item_list(profile: Profile) -> Payload:
    """The answer of `/api/post/item_list/`."""
    items = [item(profile, post) for post in profile.posts]
    return {"itemList": items, "hasMore": False, "cursor": "0", "statusCode": 0}


def item(profile: Profile, post: Post) -> Payload:
    """One video with its counts."""
    return {
        "id": post.id,
        "desc": post.caption,
        "createTime": int(post.published_at.timestamp()) if post.published_at else None,
        "author": {"uniqueId": profile.handle, "nickname": profile.name},
        "stats": {
            "diggCount": post.likes,
            "commentCount": post.comments,
            "playCount": post.views,
            "shareCount": 3,
            "collectCount": "5",
        },
        "isPinnedItem": bool(post.pinned),
        "isAd": False,
        "video": {"duration": 21},
    }


def value(count: Any) -> int:
    """The number, 0 where the site would print 0."""
    return count.value if count else 0


def short(number: int) -> int:
    """As the site rounds it in `stats`: 99,960 becomes 100,000."""
    step = 100 if number < 100_000 else 1_000 if number < 1_000_000 else 100_000
    return number if number < 10_000 else round(number / step) * step
