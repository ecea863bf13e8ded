"""After thirty profiles of a tier the user's own usual is known, and nobody's name."""

import json
from dataclasses import replace

from server.domain.annotation import Annotation, Engagement, EngagementState, Tier
from server.services.own_distribution import MOST, note_rate, own_usual
from server.storage.store import Store
from tests.server.services.test_bookmark_candidate import SAID

NANO = Tier(id="micro", nested="nano", label="micro · nano", followers=3_000)


def said(rate: float | None, tier: Tier | None = NANO, state: EngagementState = "known") -> Annotation:
    return replace(SAID, tier=tier, engagement=Engagement(by_followers=rate, used=9, state=state))


def look(store: Store, *rates: float) -> None:
    for rate in rates:
        note_rate(store, said(rate))


def test_it_is_said_from_the_thirtieth_profile_on(store: Store) -> None:
    look(store, *[n / 100 for n in range(29)])
    assert own_usual(store, said(0.01)) is None
    look(store, 0.29)
    usual = own_usual(store, said(0.01))
    assert usual is not None
    assert (usual.low, usual.middle, usual.high, usual.profiles) == (0.0725, 0.145, 0.2175, 30)


def test_other_tiers_and_platforms_have_their_own(store: Store) -> None:
    look(store, *[0.01] * 30)
    assert own_usual(store, said(0.01, Tier(id="micro", label="micro", followers=30_000))) is None
    assert own_usual(store, replace(said(0.01), platform="tiktok")) is None
    assert own_usual(store, said(0.01, None)) is None


def test_what_is_unknown_or_rests_on_few_posts_is_not_kept(store: Store) -> None:
    for annotation in (said(None), said(0.01, None), said(0.01, state="thin")):
        note_rate(store, annotation)
    assert not list(store.rows("settings"))


def test_only_rounded_numbers_are_kept_and_not_without_end(store: Store) -> None:
    look(store, *[0.0123456] * (MOST + 5))
    rows = list(store.rows("settings"))
    assert [row["rates"] for row in rows] == [[0.0123] * MOST]
    assert "tilda" not in json.dumps(rows)
