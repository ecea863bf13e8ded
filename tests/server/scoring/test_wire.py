"""The contract's JSON."""

import json

from nlp.reading import Keyword, Place, PostReading, Reading
from server.scoring.annotate import annotate
from server.scoring.wire import annotation_to_json
from tests.server.scoring.factories import NOW, brand, evidence, niche, profile, signal

READ = Reading(
    niches=(niche("sewing-knitting", 0.82),),
    signals=(signal("slow-fashion"),),
    keywords=(Keyword(text="deadstock denim", score=0.7, evidence=(evidence("deadstock denim"),)),),
    posts=(PostReading(commercial="organic_brand", brands=("Field Room",), evidence=(evidence("Field Room"),)),) * 12,
    languages=("en",),
    places=(Place(text="Porto", country=None, evidence=(evidence("Porto"),)),),
    niche_scores={"sewing-knitting": 0.82, "travel": 0.11},
    version="abc",
)


def test_the_keys_are_those_of_the_contract() -> None:
    body = annotation_to_json(annotate(profile(), READ, brand(), now=NOW))
    contract = {"id", "platform", "handle", "tier", "engagement", "niches", "signals", "keywords", "posts", "languages"}
    assert contract | {"places", "commercial", "fit", "notes", "reader"} <= set(body)
    assert set(body["tier"]) == {"id", "nested", "label", "followers", "certain"}
    assert {"brand", "score", "known", "of", "parts"} <= set(body["fit"])
    assert set(body["fit"]["parts"][0]) == {"id", "label", "value", "weight", "why", "evidence"}
    assert body["posts"][0]["class"] == "organic_brand"
    assert body["niches"][0]["evidence"][0] == {"source": "bio", "start": 0, "end": 15, "text": "sewing-knitting"}
    assert body["reader"] == {"version": "abc"}
    assert body["commercial"]["organic_brand"] == 12


def test_unknown_is_null_and_never_zero_or_empty() -> None:
    body = annotation_to_json(annotate(profile(posts=0, followers=None), Reading(), None, now=NOW))
    assert body["tier"] is None
    assert body["engagement"]["by_followers"] is None
    assert body["engagement"]["state"] == "unknown"
    assert body["commercial"]["load"] is None
    assert body["reader"]["version"] is None


def test_fit_is_absent_without_a_brand_and_scores_come_on_request() -> None:
    annotation = annotate(profile(), READ, None, now=NOW)
    assert "fit" not in annotation_to_json(annotation)
    assert "niche_scores" not in annotation_to_json(annotation)
    assert annotation_to_json(annotation, scores=True)["niche_scores"] == {"sewing-knitting": 0.82, "travel": 0.11}


def test_it_is_plain_json() -> None:
    body = annotation_to_json(annotate(profile(), READ, brand(), now=NOW), scores=True)
    assert json.loads(json.dumps(body, allow_nan=False)) == body
