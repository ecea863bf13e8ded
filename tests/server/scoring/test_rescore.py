"""Another brand's fit for a saved candidate."""

import json
from typing import Any

import pytest

from server.domain.annotation import Fit
from server.domain.errors import InvalidInput
from server.scoring.annotate import annotate
from server.scoring.rescore import rescore, score_all
from server.scoring.stored import annotation_from_json
from server.scoring.wire import annotation_to_json
from server.wire.profile_out import profile_to_json
from tests.server.scoring.factories import NOW, brand, post, profile, reading

SHOWN = profile(posts=(*(post(n, caption=f"mending a coat, day {n}") for n in range(8)), post(0)))
READ = reading({"sewing-knitting": 0.9}, {"slow-fashion": 0.9, "designer": 0.8}, posts=9, niche_scores={"travel": 0.2})
OTHER = brand(
    name="Mossline", story="we mend coats for you and for everyone to be out", avoid=("mending",), tiers=("nano",)
)


def stored(**brand_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Annotation and profile as they come back from the disk."""
    annotation = annotate(SHOWN, READ, brand(**brand_), now=NOW)
    pair = annotation_to_json(annotation, scores=True), profile_to_json(SHOWN)
    return json.loads(json.dumps(pair[0])), json.loads(json.dumps(pair[1]))


def numbers(fit: Fit | None) -> object:
    assert fit is not None
    parts = [(part.id, None if part.value is None else round(part.value, 3)) for part in fit.parts]
    return fit.score, fit.low, fit.high, fit.known, parts, fit.sentence, fit.costs


def test_with_the_stored_profile_it_is_the_number_of_a_fresh_reading() -> None:
    fresh = annotate(SHOWN, READ, OTHER, now=NOW).fit
    body, page = stored()
    assert numbers(rescore(body, OTHER, page)) == numbers(fresh)
    assert fresh is not None
    assert list(score_all([(body, page), (body, page)], OTHER)) == [fresh.score, fresh.score]


def test_alone_a_score_is_as_unknown_as_with_its_reasons() -> None:
    bare = profile(posts=0, bio=None)
    annotation = annotate(bare, reading(posts=0), OTHER, now=NOW)
    assert annotation.fit is not None
    assert annotation.fit.score is None
    body = json.loads(json.dumps(annotation_to_json(annotation, scores=True)))
    assert list(score_all([(body, profile_to_json(bare))], OTHER)) == [None]


def test_the_words_behind_a_part_come_back_for_one_candidate() -> None:
    body, page = stored()
    part = next(part for part in rescore(body, OTHER, page).parts if part.id == "niche_overlap")
    assert [item.text for item in part.evidence] == ["sewing-knitting", "slow-fashion", "designer"]


def test_without_the_profile_the_parts_that_need_words_stay_unknown() -> None:
    values = {part.id: part.value for part in rescore(stored()[0], OTHER).parts}
    assert values["shared_words"] is None
    assert values["safety"] is None
    assert values["niche_overlap"] is not None


def test_a_stored_annotation_comes_back_as_it_was() -> None:
    annotation = annotate(SHOWN, READ, OTHER, now=NOW)
    body = json.loads(json.dumps(annotation_to_json(annotation, scores=True)))
    assert annotation_to_json(annotation_from_json(body), scores=True) == body


def test_what_is_no_annotation_is_refused() -> None:
    for body in ({}, {"platform": "instagram", "tier": 4}):
        with pytest.raises(InvalidInput):
            rescore(body, OTHER)
        with pytest.raises(InvalidInput):
            annotation_from_json(body)


def test_what_the_words_mean_is_stored_with_the_scores_only() -> None:
    read = reading({"sewing-knitting": 0.9}, meaning=tuple(0.5 if place == 4 else 0.01 for place in range(78)))
    annotation = annotate(SHOWN, read, brand(meaning=read.meaning), now=NOW)
    assert "meaning" not in annotation_to_json(annotation)
    body = json.loads(json.dumps(annotation_to_json(annotation, scores=True)))
    parts = rescore(body, brand(meaning=read.meaning)).parts
    assert next(part.value for part in parts if part.id == "shared_meaning") == 1


@pytest.mark.parametrize(
    "wished", [{"avoid": ("slow-fashion",)}, {"avoid": ("mending", "designer")}, {"tiers": ("mega", "below")}]
)
def test_scores_for_ordering_many_are_those_with_reasons(wished: dict[str, Any]) -> None:
    body, page = stored()
    wanted = brand(**wished)
    assert list(score_all([(body, page)], wanted)) == [rescore(body, wanted, page).score]
    assert rescore(body, wanted, page).score != rescore(body, brand(), page).score
