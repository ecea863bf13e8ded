"""The same person in five languages is the same candidate, within a stated number of points."""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from nlp.pipeline import Reader, build_reader
from server.domain.brand import Brand
from server.domain.profile import Post, Profile
from server.services.annotate_profile import annotate_profile
from server.services.edit_brands import with_proposals
from tests.server.scoring.factories import NOW, post, profile

MOST = 10
"""Points between the best and the worst of five languages; measured are 0 to 10 over the nine pairs."""

PEOPLE = tomllib.loads((Path(__file__).parent / "translations" / "people.toml").read_text("utf-8"))
BRANDS = {
    "potter": Brand(
        name="Kiln Lane",
        niches={"ceramics": 1.0, "home-decor": 0.4},
        signals={"handmade": 1.0, "slow-living": 0.5},
        claim="Stoneware for every day",
        story="We throw and glaze stoneware by hand in a small studio, and we use clay from our valley.",
    ),
    "mender": Brand(
        name="Halden Row",
        niches={"sewing-knitting": 1.0, "vintage-thrift": 0.6},
        signals={"slow-fashion": 1.0},
        story="We cut coats from deadstock wool and we mend what we sell.",
    ),
    "runner": Brand(
        name="Far Ridge",
        niches={"running": 1.0, "outdoor": 0.5},
        story="Shoes for runners who leave the road, made for long days in the mountains.",
    ),
}


@cache
def reader() -> Reader:
    return build_reader()


def scores(person: str, brand: Brand) -> dict[str, int]:
    """The fit of one person in every language."""
    return {language: score(written, brand) for language, written in PEOPLE[person].items()}


def score(written: Mapping[str, Any], brand: Brand) -> int:
    posts = tuple(_post(place, caption) for place, caption in enumerate(written["captions"]))
    used = with_proposals(brand, read=reader().read)
    fit = annotate_profile(_profile(written["bio"], posts), used, read=reader().read, clock=lambda: NOW).fit
    assert fit is not None
    assert fit.score is not None
    return fit.score


def _post(place: int, caption: str) -> Post:
    return post(place, caption=caption, published_at=NOW - timedelta(days=3 + 4 * place))


def _profile(bio: str, posts: tuple[Post, ...]) -> Profile:
    return profile(posts, bio=bio)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("wanted", BRANDS)
def test_another_language_changes_the_fit_by_a_few_points_at_most(person: str, wanted: str) -> None:
    found = scores(person, BRANDS[wanted])
    assert set(found) == {"en", "de", "fr", "es", "it"}
    assert max(found.values()) - min(found.values()) <= MOST, found


@pytest.mark.parametrize("wanted", BRANDS)
def test_in_every_language_the_one_who_fits_is_far_ahead_of_the_others(wanted: str) -> None:
    others = [score for person in PEOPLE if person != wanted for score in scores(person, BRANDS[wanted]).values()]
    assert min(scores(wanted, BRANDS[wanted]).values()) > max(others) + 20
