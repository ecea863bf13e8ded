"""Invented candidates for the storage tests."""

from typing import Any


def candidate(number: int, **changes: Any) -> dict[str, Any]:
    """A candidate body whose values follow from its number."""
    return {
        "id": f"main.instagram.h{number}",
        "list_id": "main",
        "platform": "instagram",
        "handle": f"h{number}",
        "stage": ("spotted", "asked", "sent")[number % 3],
        "saved_at": f"2026-11-{number % 28 + 1:02}T10:00:00Z",
        "tags": ["linen"] if number % 2 else ["linen", "wool"],
        "note": "",
        "profile": {"name": f"Mara Öst {number}", "bio": "slow sewing in Lisbon"},
        "annotation": {
            "tier": {"id": "micro", "nested": "nano" if number % 2 else None, "followers": 1000 + number},
            "fit": {"score": number % 100},
            "engagement": {"by_followers": number / 1000},
            "niches": [{"id": "sewing-knitting"}] if number % 4 else [],
        },
        **changes,
    }
