"""The tables of the reader hold what the code asks for, and every file that is there is listed."""

from nlp.brand_files import FOLDER as BRANDS
from nlp.brand_files import load_brand_names
from nlp.calibration import load_calibration
from nlp.commerce_files import load_commerce_words
from nlp.cue_files import load_cues
from nlp.lexicon_files import read_toml
from nlp.niche_features import FEATURES
from nlp.place_files import FOLDER as PLACES
from nlp.place_files import load_place_names


def test_every_feature_has_a_weight_and_more_evidence_never_lowers_a_score():
    calibration = load_calibration()
    assert set(calibration.weights) == set(FEATURES)
    assert min(calibration.weights.values()) >= 0
    assert 0 < calibration.threshold < 1
    low = dict.fromkeys(FEATURES, 0.1)
    for name in FEATURES:
        assert calibration.score({**low, name: 0.9}) >= calibration.score(low)


def test_every_brand_file_is_listed():
    listed = set(read_toml(BRANDS / "worlds.toml")["worlds"])
    found = {path.stem for path in BRANDS.glob("*.toml")} - {"worlds"}
    assert found == listed, "Name the file in worlds.toml, or remove it"


def test_every_place_file_is_listed():
    listed = set(read_toml(PLACES / "regions.toml")["regions"])
    found = {path.stem for path in PLACES.glob("*.toml")} - {"regions"}
    assert found == listed, "Name the file in regions.toml, or remove it"


def test_all_words_load():
    assert load_brand_names().handles
    assert load_place_names() is load_place_names()
    assert load_commerce_words().hosts
    assert load_cues() is load_cues()
